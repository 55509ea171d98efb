"""Logistic regressions of what is right, drawn to the points that stand in a table, and how right each tenth of confidence is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
_STEPS = 4000  # of the descent
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
