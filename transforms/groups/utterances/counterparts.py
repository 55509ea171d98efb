"""How sure it is that two statements of one speaker in two reports of a story are one, each in words of its own."""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping
from typing import NamedTuple

from transforms.groups.utterances.evidence import Wording
from transforms.groups.utterances.rewording import share_families
from transforms.word_lists import read_table

# Content stems from which on any two statements on one subject are near in meaning.
_MANY_STEMS = 6
# How near in meaning two statements of one speaker on one event are that are two, by their mean …
_USUAL = 0.25
# … and how near any may be, which is what counts where there is no other to tell; so much less where they share two words of content.
_UNRIVALLED = 0.55
_LESS = 0.05
_SHARED = 2
# A number that is an article as often.
_ONE = frozenset({"1"})


class Signs(NamedTuple):
    """What two statements show: `near`, the cosine of their vectors; `nearer`, by how much more than either of them is near to another
    statement in the other's report; `figures` where a number but one stands in both; `reports` where both are reports; `long`, the stems
    of the longer one above six."""

    near: float
    nearer: float
    figures: float
    reports: float
    long: float


class _Points(NamedTuple):
    sign: str
    points: float
    why: str


@functools.cache
def points() -> Mapping[str, float]:
    """Log-odds of each sign, from `data/groups/counterparts.csv`."""
    return {row.sign: row.points for row in read_table("groups/counterparts.csv", _Points)}


def read_signs(a: Wording, b: Wording, near: float, next_best: float | None) -> Signs:
    """The signs of two statements. `near` is how near in meaning they are, `next_best` how near either is to any other in the other's
    report, 0.0 to 1.0 both; None where there is no other."""
    x, y = a.statement, b.statement
    if next_best is None:
        next_best = _UNRIVALLED - _LESS * (share_families(x, y)[0] >= _SHARED)
    return Signs(
        near=near,
        nearer=near - max(next_best, _USUAL),
        figures=float(not x.numbers.isdisjoint(y.numbers - _ONE)),
        reports=float(a.is_indirect and b.is_indirect),
        long=float(max(0, a.size - _MANY_STEMS, b.size - _MANY_STEMS)),
    )


def rate_signs(signs: Signs) -> float:
    """The chance, from 0 to 1, that the statements are one."""
    counts = points()
    return 1 / (1 + math.exp(-counts["always"] - sum(counts[sign] * value for sign, value in signs._asdict().items())))
