"""What the class names, ids and roles of small elements say of the paragraphs in them: captions, placeholders, comments."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from transforms.pages.blocks import judge_form
from transforms.pages.selection.choice import Choice
from transforms.pages.selection.region import TextRegion
from transforms.records import Role
from transforms.word_lists import WordCell, read_table


class _ClassMark(NamedTuple):
    role: Role
    reason: str
    words: WordCell


@functools.cache
def _marks() -> tuple[re.Pattern[str], dict[str, tuple[Role, str]]]:
    meanings = {w: (row.role, row.reason) for row in read_table("pages/class_marks.csv", _ClassMark) for w in row.words}
    words = sorted(meanings, key=lambda w: (-len(w), w))
    return re.compile(rf"(?:^|(?<=[\s_-]))(?:{'|'.join(map(re.escape, words))})(?=$|[\s_-])"), meanings


@functools.lru_cache(maxsize=4_000)  # a site has few class names, and each stands on many elements
def read_mark(own: str) -> tuple[Role, str] | None:
    """The role, and the rule's name, that an element's class names, id and roles tell; None where they tell none.

    >>> read_mark("wp-caption-text"), read_mark("article-body")
    (('caption', 'caption_class'), None)
    """
    pattern, meanings = _marks()
    m = pattern.search(own)
    return meanings[m.group()] if m else None


def mark_of(choice: Choice, region: TextRegion) -> tuple[Role, str] | None:
    """What the outermost telling element around a paragraph is, of those that hold little of the text."""
    for number, own in choice.block.marks:
        if region.is_small(number) and (mark := read_mark(own)) and mark[1] not in choice.without:
            return mark
    return None


def drop_marked(choices: list[Choice], region: TextRegion) -> None:
    """Leave out what stands in small elements whose class names say that it is no text."""
    for c in choices:
        if c.is_text and not judge_form(c.block.text) and (mark := mark_of(c, region)):
            c.decide(*mark)
