"""The signs that show the type of a name, each with the vote that it casts and why: `transforms/data/mentions/type_signs.csv`."""

from __future__ import annotations

import functools
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Literal, NamedTuple

from transforms.records import MentionType
from transforms.word_lists import read_table


class Vote(NamedTuple):
    """What a sign says for a type, or against it where the weight is below zero."""

    type: MentionType
    weight: float
    sign: str


class TypeSign(NamedTuple):
    """A row of the table. `type` is empty where a list tells it."""

    sign: str
    type: Literal["person", "organization", "place", "group", ""]
    weight: float
    why: str


class ContextWord(NamedTuple):
    """A word beside a name with the vote that it casts."""

    word: str
    side: Literal["before", "after"]
    type: MentionType
    weight: float


@functools.cache
def type_signs() -> dict[str, TypeSign]:
    """All signs of the table, by name."""
    return {row.sign: row for row in read_table("mentions/type_signs.csv", TypeSign)}


@functools.cache
def vote(sign: str, listed: MentionType | None = None) -> Vote:
    """The vote of a sign; `listed` is the type that a list tells, of a sign that has none. An unknown sign raises KeyError.

    >>> vote("going there"), vote("a head inside", "place")
    (Vote(type='place', weight=1.5, sign='going there'), Vote(type='place', weight=1.5, sign='a head inside'))
    """
    row = type_signs()[sign]
    type_ = listed or row.type
    if not type_:
        raise KeyError(f"{sign}: a list must tell its type")
    return Vote(type_, row.weight, sign)


@functools.cache
def _by_side() -> dict[tuple[str, str], tuple[Vote, ...]]:
    table: dict[tuple[str, str], tuple[Vote, ...]] = {}
    for row in read_table("mentions/context_words.csv", ContextWord):
        key = (row.side, row.word)
        table[key] = (*table.get(key, ()), Vote(row.type, row.weight, f"“{row.word}” {'before' if row.side == 'before' else 'behind'}"))
    return table


def before_votes(word: str) -> tuple[Vote, ...]:
    """What a word in small letters directly before a name says of its type."""
    return _by_side().get(("before", word), ())


def after_votes(word: str) -> tuple[Vote, ...]:
    """What a word in small letters directly behind a name says of its type."""
    return _by_side().get(("after", word), ())


def tell_votes(votes: Iterable[Vote]) -> tuple[str, ...]:
    """What each sign said for or against a type in all its votes, the weightiest first.

    >>> tell_votes([vote("a role before"), vote("a role before"), vote("a capital")])
    ('a role before: person +3 (2 times)', 'a capital: place +2')
    """
    times: Counter[tuple[str, str]] = Counter()
    sums: dict[tuple[str, str], float] = defaultdict(float)
    for v in votes:
        times[v.sign, v.type] += 1
        sums[v.sign, v.type] += v.weight
    order = sorted(sums, key=lambda key: (-abs(sums[key]), key))
    return tuple(f"{sign}: {type_} {sums[sign, type_]:+.3g}{_times(times[sign, type_])}" for sign, type_ in order)


def _times(count: int) -> str:
    return f" ({count} times)" if count > 1 else ""
