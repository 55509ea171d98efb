"""Who signs the text of a page: its byline, and a name alone in bold."""

from __future__ import annotations

from transforms.metadata.authors import Signatures
from transforms.metadata.byline import find_byline, find_printed_byline, is_by
from transforms.pages.selection.choice import Choice
from transforms.text import is_prose

_NAME_WORDS = range(2, 5)  # of a name alone in bold

# Lines from the first paragraph on among which a byline may still stand, and lines below the last one.
_HEAD_LINES = 12
_TAIL_LINES = 12
_LEAST_PARAGRAPHS = 3
_LINES_ABOVE = 3  # lines above the title among which its day may stand
_DAY_LINE_CHARS = 100  # longer lines with a day in them are sentences
_LABEL_CHARS = 20  # no label in front of names is longer


def find_signatures(choices: list[Choice]) -> Signatures:
    """The names in the byline beside the title or below the text, and the name in bold that signs it."""
    return Signatures(_from_bylines(choices), _from_bold_lines(choices))


def find_head_lines(choices: list[Choice]) -> list[str]:
    """The lines from just above the title to the first paragraph, where a page prints its day."""
    title = next((i for i, c in enumerate(choices) if c.role == "title"), None)
    first = next((i for i, c in enumerate(choices) if c.role == "body" and i > (title or 0)), title or 0)
    above = first - _HEAD_LINES if title is None else title - _LINES_ABOVE  # without a title the menu, which has today's day, goes before
    around = choices[max(0, above) : first + 2]
    return [c.block.text for c in around if len(c.block.text) <= _DAY_LINE_CHARS and c.role not in ("title", "body", "standfirst")]


def _from_bylines(choices: list[Choice]) -> list[str]:
    """The names in the first byline from the title to the first paragraphs, else in those directly below the text."""
    start = next((i for i, c in enumerate(choices) if c.role == "title"), 0)
    first = next((i for i, c in enumerate(choices) if c.role == "body" and i > start), len(choices))
    for i, c in enumerate(choices[start : first + _HEAD_LINES]):
        if c.role == "byline" or (i + start < first and c.role in ("boilerplate", "heading", "credit", "related")):
            names = find_printed_byline(c.block.first_line, c.block.text) or _names_below_label(choices, start + i)
            if names:
                return names
    last = max((i for i, c in enumerate(choices) if c.role == "body" and is_prose(c.block.text)), default=len(choices))
    for i, c in enumerate(choices[last + 1 : last + _TAIL_LINES], last + 1):
        if c.role in ("byline", "boilerplate") and (
            names := find_printed_byline(c.block.first_line, c.block.text) or _names_below_label(choices, i)
        ):
            return names
    return []


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
