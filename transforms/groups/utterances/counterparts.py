"""How sure it is that two statements of one speaker in two reports of a story are one, each in words of its own."""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from transforms.groups.utterances.alignments import Nearness
from transforms.groups.utterances.evidence import Wording
from transforms.word_lists import read_table

# How near in meaning two statements of one speaker on one event are that are two, as a rule: by their words, and as wholes.
_USUAL = Nearness(words=0.4, whole=0.3)


class Signs(NamedTuple):
    """What two statements show: `near`, how much of each stands in the other in some words; `nearer`, by how much more than either of
    them is near to another statement in the other's report; `clearer`, the same of both as wholes; `among`, how many they are picked
    from, the logarithms of the numbers of statements in each report added up; `beyond`, the stems that the longer one has more."""

    near: float
    nearer: float
    clearer: float
    among: float
    beyond: float


class _Points(NamedTuple):
    sign: str
    points: float
    why: str


@functools.cache
def points() -> Mapping[str, float]:
    """Log-odds of each sign, from `data/groups/counterparts.csv`."""
    return {row.sign: row.points for row in read_table("groups/counterparts.csv", _Points)}


def read_signs(a: Wording, b: Wording, near: Nearness, rivals: Sequence[Nearness], beside: tuple[int, int]) -> Signs:
    """The signs of two statements. `near` is how near in meaning they are, `rivals` how near either is to others in the other's report,
    `beside` how many others the speaker says in the report of each."""
    return Signs(
        near=near.words,
        nearer=near.words - max([_USUAL.words, *(r.words for r in rivals)]),
        clearer=near.whole - max([_USUAL.whole, *(r.whole for r in rivals)]),
        among=sum(math.log1p(count) for count in beside),
        beyond=float(abs(a.size - b.size)),
    )


def rate_signs(signs: Signs) -> float:
    """The chance, from 0 to 1, that the statements are one."""
    counts = points()
    return 1 / (1 + math.exp(-counts["always"] - sum(counts[sign] * value for sign, value in signs._asdict().items())))
