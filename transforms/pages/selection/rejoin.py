"""Text that trafilatura left out, taken back because of where it stands or how it is marked up."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from transforms.pages.selection.choice import LINKED, Choice, running_text, signature_of
from transforms.pages.selection.marks import mark_of
from transforms.pages.selection.region import TextRegion, find_region
from transforms.text import is_prose

_LEAST_TEXT = 150  # characters from which on what trafilatura found is a text
_LINKED = 0.4  # share of its characters within links from which on a paragraph is no sentence of a text to be found
_SOME_LINK = 0.3  # the same for a paragraph beside a text
_LEVELS = 4  # elements around a paragraph that may hold the text; its characters count for the nearest most


def choose_densest(choices: list[Choice]) -> None:
    """Where trafilatura found nothing, or only text above the title: the element below it that holds most sentences."""
    chosen = running_text(choices)
    start = next((i for i, c in enumerate(choices) if c.role == "title"), 0)
    below = {id(c) for c in choices[start:]}
    had = sum(len(c.block.text) for c in chosen)
    if had >= _LEAST_TEXT and any(id(c) in below for c in chosen):
        return
    free = [
        c
        for c in choices[start:]
        if c.reason in ("outside_main_text", "main_text")
        and c.role != "title"
        and not c.block.is_hidden
        and c.block.link_share < _LINKED
        and is_prose(c.block.text)
    ]
    sizes: Counter[int] = Counter()
    for c in free:
        for distance, number in enumerate(reversed(c.block.path[-_LEVELS:])):
            sizes[number] += len(c.block.text) * (_LEVELS - distance)
    if not sizes:
        return
    best = max(sizes, key=lambda n: (sizes[n], n))
    held = [c for c in free if best in c.block.path]
    if sum(len(c.block.text) for c in held) <= max(had, _LEAST_TEXT):
        return
    for c in chosen:
        c.decide("boilerplate", "above_the_text")
    for c in choices[start:]:
        is_free = c.reason == "outside_main_text" and c.block.link_share < _LINKED and not c.block.is_hidden
        if best in c.block.path and (c in held or is_free):
            c.decide("heading" if c.block.heading_level and not is_prose(c.block.text) else "body", "densest_text")


def rejoin_siblings(choices: list[Choice]) -> None:
    """Take back a paragraph that trafilatura left out among those it took, or marked up like them."""
    region = find_region(choices)
    if not region.total:
        return
    marks = [i for i, c in enumerate(choices) if c.role == "body" and not c.block.heading_level and is_prose(c.block.text)]
    first, last = marks[0], marks[-1]
    for i, c in enumerate(choices):
        b = c.block
        if c.is_text or b.is_hidden or c.reason not in ("outside_main_text", "link_text", "aside") or mark_of(c, region):
            continue
        sibling = b.parent in region.parents and (b.tag in region.tags or b.heading_level >= 2)
        like = signature_of(b) in region.signatures or (b.tag == "p" and b.hints in region.hints)
        if not b.heading_level and (not (sibling or like) or b.tag not in region.tags):
            continue
        between = first < i < last
        if b.heading_level:
            below = choices[i + 1] if i + 1 < len(choices) else c
            if between and (sibling or (below.role == "body" and below.block.parent == b.parent)):
                c.decide("heading", "among_main_text")
        elif (
            (between and b.link_share < LINKED)
            or (sibling and b.tag == "p" and b.link_share < _SOME_LINK and is_prose(b.text))
            or (like and is_prose(b.text))
        ):
            c.decide("body", "among_main_text")
    _rejoin_between(choices, region)


def _rejoin_between(choices: list[Choice], region: TextRegion) -> None:
    """Take back what stands between two paragraphs of the text in their own element: a line of it, or a list of sentences."""
    texts = [i for i, c in enumerate(choices) if c.role == "body"]
    for above, below in pairwise(texts):
        parent = choices[above].block.parent
        if below - above == 1 or choices[below].block.parent != parent:
            continue
        for c in choices[above + 1 : below]:
            b = c.block
            if c.reason != "outside_main_text" or b.is_hidden or b.link_share >= _SOME_LINK or mark_of(c, region):
                continue
            is_item = b.tag == "li" and b.path[-3:-2] == (parent,) and is_prose(b.text)
            if is_item or (b.tag == "p" and b.parent == parent):
                c.decide("body", "among_main_text")
