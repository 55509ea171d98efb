"""Logistic regressions of what is right, drawn to the points that stand in a table, and how right each tenth of confidence is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from transforms.evidence_table import read_evidence

Points = NDArray[np.float64]
_STEPS = 4000  # of the descent
_PARTS = 10  # of the rows, each rated by a fit on the others
_RATE = 0.02  # length of a step, for the square root of the number of rows


def fit_points(x: Points, right: Sequence[bool], prior: Points, ridge: float, hold: Callable[[Points], Points]) -> Points:
    """The points that make what is right as likely as can be. `x` has a row for each case and a column for each feature.

    `ridge` says how strongly the points are drawn to `prior`; `hold` gives the points after each step as they may be.
    """
    y = np.array(right, dtype=float)
    points = prior.copy()
    for _ in range(_STEPS):
        gradient = x.T @ (1 / (1 + np.exp(-x @ points)) - y) + ridge * (points - prior)
        points = hold(points - _RATE * gradient / np.sqrt(len(y)))
    return points


def fit_table(
    rows: Sequence[tuple[Collection[str], bool]], table: str, ridge: float, by_hand: Mapping[str, float] | None = None
) -> dict[str, float]:
    """Points for each piece of evidence of a table that make what is right as likely as can be, each kept where few rows tell otherwise
    and held to its sign. `rows` say what holds of a case, and whether it is right; `by_hand` are the points that the fit starts from,
    those of the table if None."""
    known = read_evidence(table)
    x = np.array([[float(e in evidence) for e in known] for evidence, _ in rows])
    prior = np.array([row.points if by_hand is None else by_hand[row.evidence] for row in known.values()])
    points = fit_points(x, [is_right for _, is_right in rows], prior, ridge, lambda p: np.where(prior * p < 0, 0.0, p))
    return dict(zip(known, (float(p) for p in points), strict=True))


def leave_tenths_out(
    rows: Sequence[tuple[Collection[str], bool]], table: str, ridge: float, by_hand: Mapping[str, float] | None = None
) -> list[float]:
    """The chance that each row has by `fit_table` of the other nine tenths, in the order of the rows."""
    fits = [fit_table([row for i, row in enumerate(rows) if i % _PARTS != part], table, ridge, by_hand) for part in range(_PARTS)]
    return [chance_of(evidence, fits[i % _PARTS]) for i, (evidence, _) in enumerate(rows)]


def chance_of(evidence: Iterable[str], points: Mapping[str, float]) -> float:
    """The chance that evidence gives by these points."""
    return float(1 / (1 + np.exp(-sum(points[e] for e in evidence))))


def reliability(rows: Iterable[tuple[float, bool]]) -> list[tuple[str, int, float, float]]:
    """By bucket of a tenth: how many rows, what they say on the mean, and the share that is right."""
    buckets = defaultdict(list)
    for confidence, is_right in rows:
        buckets[min(9, int(confidence * 10))].append((confidence, is_right))
    return [
        (f"{b / 10:.1f}-{(b + 1) / 10:.1f}", len(of), sum(c for c, _ in of) / len(of), sum(r for _, r in of) / len(of))
        for b, of in sorted(buckets.items())
    ]


def print_reliability(rows: Iterable[tuple[float, bool]], what: str) -> None:
    """Prints the buckets as a table; `what` the rows are of: "entities"."""
    print(f"| confidence | {what} | says | right |\n|---|---|---|---|")
    for bucket, count, says, right in reliability(rows):
        print(f"| {bucket} | {count} | {says:.2f} | {right:.2f} |")
