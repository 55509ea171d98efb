"""How sure it is that two statements of one speaker in two reports of a story are one, each in words of its own."""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping
from typing import NamedTuple

from transforms.groups.utterances.evidence import Wording
from transforms.word_lists import read_table

# How near in meaning two statements of one speaker on one event are that are two, as a rule.
_USUAL = 0.4


class Signs(NamedTuple):
    """What two statements show: `near`, how much of each stands in the other in some words; `nearer`, by how much more than either of
    them is near to another statement in the other's report; `beyond`, the stems that the longer one has more."""

    near: float
    nearer: float
    beyond: float


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
    return Signs(near, nearer=near - max(next_best or 0.0, _USUAL), beyond=float(abs(a.size - b.size)))


def rate_signs(signs: Signs) -> float:
    """The chance, from 0 to 1, that the statements are one."""
    counts = points()
    return 1 / (1 + math.exp(-counts["always"] - sum(counts[sign] * value for sign, value in signs._asdict().items())))
