"""Words with a capital that tell of a name: what makes it an organization's or a place's, and what stands before it, no part of it."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Literal, NamedTuple

from transforms.countries import adjective_code
from transforms.names.forms import honorifics
from transforms.records import MentionType
from transforms.word_lists import read_set, read_table, read_words


class NameHead(NamedTuple):
    """A word or two that make a name an organization's, a place's or a group's, and where in the name they must stand."""

    word: str
    type: MentionType
    where: Literal["any", "first", "last"]


@functools.cache
def name_heads() -> tuple[NameHead, ...]:
    """All rows of the list."""
    return read_table("mentions/name_heads.csv", NameHead)


_OFFICE = 3  # words of "chief of staff"
_TITLE_WORDS = frozenset(words[0] for words in honorifics() if len(words) == 1)


@functools.cache
def head_words() -> dict[str, MentionType]:
    """Single words that make a name an organization's or a place's, with that type."""
    return {head.word: head.type for head in name_heads()}


@functools.lru_cache(maxsize=50_000)
def is_role_word(word: str) -> bool:
    """Whether a word, capital or not, names an office or a title."""
    low = word.casefold().rstrip(".").rpartition("-")[2]
    return low in _TITLE_WORDS or low in read_words("mentions/roles.txt")


def is_office_before(words: Sequence[str], end: int) -> bool:
    """Whether the words before position `end` are an office that ends in what it is of: "chief of staff", "secretary of state".

    >>> [is_office_before(text.split(), 3) for text in ("chief of staff", "chief of Orlo", "a staff of")]
    [True, False, False]
    """
    if end < _OFFICE or words[end - 2] != "of":
        return False
    return words[end - 1].casefold() in read_set("mentions/words.csv", "ends of an office") and is_role_word(words[end - _OFFICE])


@functools.lru_cache(maxsize=50_000)
def is_attribute(word: str) -> bool:
    """Whether a word with a capital tells of what stands behind it, without being part of its name: nationality, role, day."""
    return bool(adjective_code(word)) or is_role_word(word) or word.casefold() in read_words("names/opening_words.txt")
