"""What speaks for something and against it, in points that are added up: tables of log-odds, each fitted by a logistic regression."""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from transforms.word_lists import read_table


class EvidenceRow(NamedTuple):
    """A row of a table: what holds, what it counts in log-odds, and why."""

    evidence: str
    points: float
    why: str


@functools.cache
def read_evidence(name: str) -> Mapping[str, EvidenceRow]:
    """All rows of a table of `transforms/data/`, by what holds."""
    return {row.evidence: row for row in read_table(name, EvidenceRow)}


def rate_evidence(name: str, evidence: Iterable[str]) -> float:
    """The chance, from 0 to 1, that all this evidence gives by a table. Raises `KeyError` where the table has no such evidence."""
    rows = read_evidence(name)
    return 1 / (1 + math.exp(-sum(rows[e].points for e in evidence)))
