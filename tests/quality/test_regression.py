"""Fits and tables of what is right."""

from __future__ import annotations

import numpy as np
import pytest

from tests.quality.regression import fit_points, reliability


@pytest.mark.parametrize(("ridge", "expected"), [(0.01, (3.2, -3.2)), (50.0, (0.65, -0.65))])
def test_points_follow_the_rows_or_what_they_are_drawn_to(ridge: float, expected: tuple[float, float]) -> None:
    right = [True] * 24 + [False] + [True] + [False] * 24  # of each feature's rows one in 25 says otherwise
    x = np.repeat(np.eye(2), 25, axis=0)
    points = fit_points(x, right, np.array([0.5, -0.5]), ridge, lambda p: p)
    assert points == pytest.approx(expected, abs=0.1)


def test_points_stay_as_they_may_be() -> None:
    points = fit_points(np.ones((9, 1)), [False] * 9, np.array([0.5]), 0.1, lambda p: np.maximum(p, 0.0))
    assert points == pytest.approx([0.0])


def test_buckets_of_a_tenth() -> None:
    assert reliability([(0.95, True), (1.0, False), (0.1, False)]) == [
        ("0.1-0.2", 1, pytest.approx(0.1), 0.0),
        ("0.9-1.0", 2, pytest.approx(0.975), 0.5),
    ]
