"""Who signs the text of a page: its byline, and a name alone in bold."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from transforms.metadata.authors import Signatures
from transforms.metadata.byline import find_byline, find_printed_byline, is_by
from transforms.metadata.shown_day import ShownLines
from transforms.pages.selection.choice import Choice
from transforms.text import is_prose

_NAME_WORDS = range(2, 5)  # of a name alone in bold

# Lines from the first paragraph on among which a byline may still stand, and lines below the last one.
_HEAD_LINES = 12
_TAIL_LINES = 12
_LEAST_PARAGRAPHS = 3
_LINES_ABOVE = 3  # lines above the title among which its day may stand
_BESIDE_LINES = 4  # directly above a text without a title that are as those between title and text
_OPENING = 3  # paragraphs of the text that a day may open: the lead, and what a byline parts from it
_LABEL_CHARS = 20  # no label in front of names is longer


def find_signatures(choices: list[Choice]) -> Signatures:
    """The names in the byline beside the title or below the text, those of the next byline, and the name in bold that signs it."""
    bylines = list(islice(_bylines(choices), 2))
    names, further = (*bylines, [], [])[:2]
    return Signatures(names, _from_bold_lines(choices), further)


def find_shown_lines(choices: list[Choice]) -> ShownLines:
    """The lines around the text in which a page may print its day; pictures have days of their own."""
    title = _find_head(choices)
    first = next((i for i, c in enumerate(choices) if c.role == "body" and i > (title or 0)), title or 0)
    above = first - _HEAD_LINES if title is None else title - _LINES_ABOVE  # without a title the menu, which has today's day, goes before
    start = max(0, first - _BESIDE_LINES) if title is None else title
    last = _find_last_sentences(choices)

    def lines(*ranges: range) -> tuple[str, ...]:
        held = (choices[i] for numbers in ranges for i in numbers if 0 <= i < len(choices))
        return tuple(c.block.text for c in held if c.role not in ("title", "body", "standfirst", "caption"))

    opening = [c.block.text for c in choices[first:] if c.role == "body"][:_OPENING]
    near = lines(range(max(0, above), start), range(first, first + 2))
    named = choices[title].block.text if title is not None else ""
    telling = tuple(
        c.block.text for c in choices if named and c.role != "title" and c.block.text.startswith(named) and len(c.block.text) > len(named)
    )
    return ShownLines(lines(range(start, first)), near, tuple(opening), (*lines(range(last + 1, last + _TAIL_LINES)), *telling))


def _find_head(choices: list[Choice]) -> int | None:
    """The title's place; None where most of the text stands above it, so that it heads something else."""
    title = next((i for i, c in enumerate(choices) if c.role == "title"), None)
    above = sum(len(c.block.text) for c in choices[:title] if c.role == "body") if title else 0
    return None if above > sum(len(c.block.text) for c in choices if c.role == "body") / 2 else title


def _find_last_sentences(choices: list[Choice]) -> int:
    """The place of the last paragraph of running text; behind the page's end where there is none."""
    return max((i for i, c in enumerate(choices) if c.role == "body" and is_prose(c.block.text)), default=len(choices))


def _bylines(choices: list[Choice]) -> Iterator[list[str]]:
    """The names of each byline from the title to the first paragraphs, then of those directly below the text."""
    start = _find_head(choices) or 0
    first = next((i for i, c in enumerate(choices) if c.role == "body" and i > start), len(choices))
    last = _find_last_sentences(choices)
    for i, c in enumerate(choices[start : first + _HEAD_LINES], start):
        if c.role == "byline" or (i < first and c.role in ("boilerplate", "heading", "credit", "related")):
            yield from _names_at(choices, i)
    for i, c in enumerate(choices[last + 1 : last + _TAIL_LINES], last + 1):
        if c.role == "boilerplate" or (c.role == "byline" and i >= first + _HEAD_LINES):
            yield from _names_at(choices, i)


def _names_at(choices: list[Choice], i: int) -> Iterator[list[str]]:
    block = choices[i].block
    if names := find_printed_byline(block.first_line, block.text) or _names_below_label(choices, i):
        yield names


def _names_below_label(choices: list[Choice], i: int) -> list[str]:
    """The names on the line below a label that stands alone ("Text:", "By")."""
    label = choices[i].block.text
    if len(label) > _LABEL_CHARS or not (label.endswith((":", "：")) or is_by(label)) or i + 1 >= len(choices):
        return []
    return find_byline(f"{label} {choices[i + 1].block.text}")


def _from_bold_lines(choices: list[Choice]) -> list[str]:
    """A name alone in bold directly above the first paragraph or below the last signs the text."""
    body = [i for i, c in enumerate(choices) if c.role == "body"]
    if len(body) < _LEAST_PARAGRAPHS:
        return []
    for i in (body[0], body[0] - 1, body[-1]):
        block = choices[i].block
        words = block.text.split()
        is_name = len(words) in _NAME_WORDS and all(w[0].isupper() for w in words) and block.text[-1].isalpha()
        if block.is_strong and not block.heading_level and is_name:
            choices[i].decide("byline", "bold_name")
            return [block.text]
    return []
