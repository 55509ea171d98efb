"""Which paragraphs of an HTML page are its article: trafilatura chooses, form, place and neighbours correct it."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from transforms.metadata.byline import find_byline
from transforms.metadata.dateline import is_date_line
from transforms.pages.blocks import judge_form, opens_related
from transforms.pages.paragraphs import PageBlock
from transforms.pages.selection.choice import Choice, running_text, signature_of
from transforms.pages.selection.core import Core
from transforms.pages.selection.head import drop_above_title, mark_title, settle_head
from transforms.records import Role
from transforms.text import bare_key, count_words, ends_sentence, is_prose

# A text that is mostly links is a list of links, not prose.
_LINKED = 0.8
_VALUE_TAGS = ("td", "dd")
_COPIED = 3


def choose_blocks(blocks: list[PageBlock], core: Core, title: str | None, description: str | None) -> list[Choice]:
    """Every paragraph of the page with its role, in page order."""
    choices = [_first_choice(b, core) for b in blocks]
    mark_title(choices, title)
    _choose_densest(choices)
    drop_above_title(choices)
    _drop_other_articles(choices)
    _rejoin_siblings(choices)
    _drop_links(choices)
    _take_labels(choices)
    _drop_second_copy(choices)
    _drop_outside(choices)
    _judge_forms(choices)
    _mark_posts(choices)
    _drop_related_sections(choices)
    settle_head(choices, title, description)
    _drop_tail_headings(choices)
    return choices


def _first_choice(block: PageBlock, core: Core) -> Choice:
    if not block.is_hidden and core.holds(block.text):
        # Some sites mark up whole paragraphs as headings.
        is_heading = block.heading_level and not (count_words(block.text) >= 12 and ends_sentence(block.text))
        return Choice(block, "heading" if is_heading else "body", "main_text")
    return Choice(block, *_role_outside(block))


def _role_outside(block: PageBlock) -> tuple[Role, str]:
    """The role of a paragraph that is not of the main text, from its form and the place where it stands."""
    zones = block.zones
    if "nav" in zones:
        return "boilerplate", "navigation"
    if verdict := judge_form(block.text):
        return verdict.role, verdict.reason
    if "figcaption" in zones or ("figure" in zones and block.link_share < 0.5):
        return "caption", "in_figure"
    if "footer" in zones:
        return "boilerplate", "footer"
    if find_byline(block.text):
        return "byline", "byline"
    if block.link_share > _LINKED and count_words(block.text) >= 4:
        return "related", "link_text"
    if "aside" in zones:
        return "related", "aside"
    return "boilerplate", "hidden" if block.is_hidden else "outside_main_text"


def _choose_densest(choices: list[Choice]) -> None:
    """Where trafilatura found nothing, or only text above the title: the element below it that holds most sentences."""
    chosen = running_text(choices)
    start = next((i for i, c in enumerate(choices) if c.role == "title"), 0)
    below = {id(c) for c in choices[start:]}
    had = sum(len(c.block.text) for c in chosen)
    if had >= 150 and any(id(c) in below for c in chosen):
        return
    free = [
        c
        for c in choices[start:]
        if c.reason in ("outside_main_text", "main_text")
        and c.role != "title"
        and not c.block.is_hidden
        and c.block.link_share < 0.4
        and is_prose(c.block.text)
    ]
    sizes: Counter[int] = Counter()
    for c in free:
        for distance, number in enumerate(reversed(c.block.path[-4:])):
            sizes[number] += len(c.block.text) * (4 - distance)
    if not sizes:
        return
    best = max(sizes, key=lambda n: (sizes[n], n))
    held = [c for c in free if best in c.block.path]
    if sum(len(c.block.text) for c in held) <= max(had, 150):
        return
    for c in chosen:
        c.decide("boilerplate", "above_the_text")
    for c in choices[start:]:
        if best in c.block.path and (c in held or (c.reason == "outside_main_text" and c.block.link_share < 0.4 and not c.block.is_hidden)):
            c.decide("heading" if c.block.heading_level and not is_prose(c.block.text) else "body", "densest_text")


def _drop_other_articles(choices: list[Choice]) -> None:
    """A page that goes on with another article: only the one with the title, else with the first text, is meant.

    Entries of a live blog are articles of their own too; there are more of them than the two or three that sites append.
    """
    sizes: Counter[int] = Counter()
    for c in running_text(choices):
        if c.block.articles:
            sizes[c.block.articles[0]] += count_words(c.block.text)
    if not 2 <= len(sizes) <= 4:
        return
    titled = next((c.block.articles[0] for c in choices if c.role == "title" and c.block.articles), None)
    main = titled if titled is not None and titled in sizes else next(iter(sizes))
    if sizes[main] < 80:
        return
    for c in choices:
        if c.is_text and c.block.articles and c.block.articles[0] != main:
            c.decide("related", "other_article")


def _rejoin_siblings(choices: list[Choice]) -> None:
    """A paragraph that trafilatura left out among those it took, marked up like them, belongs to them."""
    taken = [c for c in choices if c.is_text and not c.block.heading_level]
    prose = running_text(taken)
    if not prose:
        return
    total = sum(len(c.block.text) for c in prose)
    by_parent: Counter[int] = Counter()
    by_signature: Counter[str] = Counter()
    by_hints: Counter[str] = Counter()
    for c in prose:
        by_hints[c.block.hints] += len(c.block.text)
        by_parent[c.block.parent] += len(c.block.text)
        by_signature[signature_of(c.block)] += len(c.block.text)
    parents = {p for p, n in by_parent.items() if n >= 0.25 * total}
    signatures = {s for s, n in by_signature.items() if n >= 0.4 * total and " " in s}
    hints = {h for h, n in by_hints.items() if n >= 0.4 * total and h}
    tags = {c.block.tag for c in prose}
    chosen = {id(c) for c in prose}
    marks = [i for i, c in enumerate(choices) if id(c) in chosen]
    first, last = marks[0], marks[-1]
    for i, c in enumerate(choices):
        b = c.block
        if c.is_text or b.is_hidden or c.reason not in ("outside_main_text", "link_text", "aside"):
            continue
        sibling = b.parent in parents and (b.tag in tags or b.heading_level >= 2)
        like = signature_of(b) in signatures or (b.tag == "p" and b.hints in hints)
        if not b.heading_level and (not (sibling or like) or b.tag not in tags):
            continue
        between = first < i < last
        if b.heading_level:
            below = choices[i + 1] if i + 1 < len(choices) else c
            if between and (sibling or (below.role == "body" and below.block.parent == b.parent)):
                c.decide("heading", "among_main_text")
        elif (
            (between and b.link_share < _LINKED)
            or (sibling and b.tag == "p" and b.link_share < 0.3 and is_prose(b.text))
            or (like and is_prose(b.text))
        ):
            c.decide("body", "among_main_text")


def _take_labels(choices: list[Choice]) -> None:
    """Short lines left out that come again and again, marked up alike and each with other words, directly above text: headings."""
    start = next((i for i, c in enumerate(choices) if c.role == "title"), 0)
    found: dict[str, list[tuple[Choice, bool]]] = {}
    for c, below in pairwise(choices[start:]):
        if c.reason != "outside_main_text" or below.role != "body":
            continue
        signature = signature_of(c.block)
        if " " in signature and count_words(c.block.text) <= 8:
            found.setdefault(signature, []).append((c, is_prose(below.block.text)))
    for same in found.values():
        if len({c.block.text for c, _ in same}) == len(same) >= 3 and 2 * sum(above_prose for _, above_prose in same) >= len(same):
            for c, _ in same:
                c.decide("heading", "label_above_text")


def _drop_links(choices: list[Choice]) -> None:
    """Paragraphs that are links and no sentences lead elsewhere.

    Not the linked value in a row or list whose other values are text, nor a linked line above others of its own paragraph.
    """
    plain: Counter[int] = Counter()
    last_piece: dict[tuple[int, ...], int] = {}  # of a paragraph that line breaks cut: the last piece that is no link
    for i, c in enumerate(choices):
        if c.is_text and c.block.tag in _VALUE_TAGS:
            plain[c.block.parent] += 1 if c.block.link_share <= _LINKED else -1
        elif c.is_text and c.block.tag == "p" and c.block.link_share <= 0.3:
            last_piece[c.block.path] = i
    for i, c in enumerate(choices):
        if not c.is_text or c.block.link_share <= _LINKED:
            continue
        is_value = c.block.tag in _VALUE_TAGS and plain[c.block.parent] > 0
        is_sentence = c.role == "body" and (ends_sentence(c.block.text) or count_words(c.block.text) >= 25)
        if find_byline(c.block.text):
            c.decide("byline", "byline")
        elif not (is_value or is_sentence or i < last_piece.get(c.block.path, -1)):
            c.decide("related", "link_text")


def _container(choices: list[Choice]) -> int:
    """The innermost element that holds at least 0.7 of the running text; a paragraph's own is none."""
    sizes: Counter[int] = Counter()
    total = 0
    for c in running_text(choices):
        total += len(c.block.text)
        for number in c.block.path[:-1] if c.block.tag == "p" else c.block.path:
            sizes[number] += len(c.block.text)
    return max((n for n, size in sizes.items() if size >= 0.7 * total), default=0)


def _drop_second_copy(choices: list[Choice]) -> None:
    """Three paragraphs in a row that stood in the same order before are a second copy of the text, for another kind of screen."""
    texts = running_text(choices)
    keys = [bare_key(c.block.text) for c in texts]
    first: dict[tuple[str, ...], int] = {}
    for i in range(len(keys) - _COPIED + 1):
        if first.setdefault(tuple(keys[i : i + _COPIED]), i) <= i - _COPIED:
            for c in texts[i : i + _COPIED]:
                c.decide("boilerplate", "second_copy")


def _drop_outside(choices: list[Choice]) -> None:
    """What stands outside the element that holds the text: above it prose may be its start, all else is something else."""
    container = _container(choices)
    inside = [i for i, c in enumerate(choices) if c.is_text and container in c.block.path]
    if not inside:
        return
    seen = {bare_key(choices[i].block.text) for i in inside}
    parents = {c.block.parent for c in running_text(choices)}
    for i, c in enumerate(choices):
        if not c.is_text or container in c.block.path:
            continue
        if bare_key(c.block.text) in seen:
            c.decide("boilerplate", "repeated_outside")
        elif i > inside[-1]:
            c.decide("boilerplate", "after_the_text")
        elif i < inside[0] and not c.block.heading_level and not is_prose(c.block.text) and c.block.parent not in parents:
            c.decide("boilerplate", "above_the_text")


def _judge_forms(choices: list[Choice]) -> None:
    for c in choices:
        if not c.is_text:
            continue
        if "figcaption" in c.block.zones:
            c.decide("caption", "in_figure")
        elif verdict := judge_form(c.block.text):
            c.decide(verdict.role, verdict.reason)
        elif find_byline(c.block.text):
            c.decide("byline", "byline")
        elif is_date_line(c.block.text):
            c.decide("dateline", "date_line")


def _mark_posts(choices: list[Choice]) -> None:
    """An embedded post: all paragraphs of the `<blockquote>` that a line "— Name (@handle) date" signs."""
    for signature in choices:
        if signature.reason != "social_post" or "blockquote" not in signature.block.zones:
            continue
        path = signature.block.path
        frame = path[-1] if signature.block.tag == "blockquote" or len(path) < 2 else path[-2]
        for c in choices:
            if c.is_text and frame in c.block.path:
                c.decide("social", "post_above_signature")


def _drop_related_sections(choices: list[Choice]) -> None:
    """Below a line such as "More from …" short lines are links; at the end of the page all that follows is teasers."""
    below = False
    for c in choices:
        if _opens_section(c):
            below = True
            continue
        if below and c.is_text:
            if c.role == "body" and is_prose(c.block.text):
                below = False
            elif c.role == "heading" or c.block.link_share > 0.3:
                c.decide("related", "below_related_line")
    texts = [i for i, c in enumerate(choices) if c.is_text]
    total = sum(count_words(choices[i].block.text) for i in texts)
    for i, c in enumerate(choices):
        if not _opens_section(c):
            continue
        rest = [choices[k] for k in texts if k > i]
        headings = sum(r.role == "heading" for r in rest)
        if rest and sum(count_words(r.block.text) for r in rest) < 0.35 * total and headings >= 0.35 * len(rest):
            for r in rest:
                r.decide("related", "below_related_line")
            return


def _opens_section(choice: Choice) -> bool:
    return (choice.role == "related" and choice.reason == "related_line") or (
        choice.block.heading_level > 0 and opens_related(choice.block.text)
    )


def _drop_tail_headings(choices: list[Choice]) -> None:
    """A heading below which no text follows heads something else."""
    for c in reversed(choices):
        if c.role == "body":
            return
        if c.role == "heading":
            c.decide("related", "heading_without_text")
