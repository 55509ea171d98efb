"""What words mean beside one another: sets of one meaning, opposites, figures, contractions written out."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import NamedTuple

from transforms.groups.words.stems import stem
from transforms.word_lists import WordCell, read_table


class _Synonyms(NamedTuple):
    word: str
    others: WordCell


class _Opposites(NamedTuple):
    these: WordCell
    those: WordCell


class _Contraction(NamedTuple):
    short: str
    full: WordCell


@functools.cache
def synonyms() -> dict[str, str]:
    """Stem to the stem that stands for its set of words of one meaning, from `data/groups/synonyms.csv`."""
    return {stem(word): stem(words[0]) for words in _read_sets() for word in words}


@functools.cache
def number_words() -> dict[str, str]:
    """Number word to its figures ("forty" to "40"), from `data/groups/synonyms.csv`; "one" is there too."""
    return {"one": "1"} | {word: figures for word, *others in _read_sets() for figures in others if figures.isdecimal()}


def _read_sets() -> Iterator[list[str]]:
    for row in read_table("groups/synonyms.csv", _Synonyms):
        yield [row.word, *row.others]


@functools.cache
def opposites() -> dict[str, frozenset[str]]:
    """Stem to the stems that say the opposite, from `data/groups/opposites.csv`; both ways."""
    against: dict[str, set[str]] = {}
    for row in read_table("groups/opposites.csv", _Opposites):
        left, right = ({stem(w) for w in side} for side in row)
        for own, others in ((left, right), (right, left)):
            for word in own:
                against.setdefault(word, set()).update(others - own)
    return {word: frozenset(others) for word, others in against.items()}


@functools.cache
def contractions() -> dict[str, tuple[str, ...]]:
    """Contracted word to the words it stands for, from `data/groups/contractions.csv`."""
    return {row.short: row.full for row in read_table("groups/contractions.csv", _Contraction)}
