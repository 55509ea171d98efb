"""Fits and tables of what is right."""

from __future__ import annotations

import numpy as np
import pytest

from tests.quality.regression import chance_of, fit_points, fit_table, leave_tenths_out, reliability
from transforms.evidence_table import read_evidence


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


def test_points_of_a_table_keep_their_signs_and_follow_the_rows() -> None:
    rows = [(("marked words", "one word"), True)] * 40 + [(("marked words", "many words"), False)] * 40
    points = fit_table(rows, "quotes/said.csv", 1.0)
    assert points["one word"] == 0.0
    assert points["many words"] < read_evidence("quotes/said.csv")["many words"].points


def test_a_row_that_is_left_out_does_not_tell_of_itself() -> None:
    rows = [(("marked words",), True)] * 10 + [(("one word",), True)]
    rated = leave_tenths_out(rows, "quotes/said.csv", 1.0)
    assert rated[-1] == pytest.approx(chance_of(["one word"], fit_table([rows[i] for i in range(1, 10)], "quotes/said.csv", 1.0)))
