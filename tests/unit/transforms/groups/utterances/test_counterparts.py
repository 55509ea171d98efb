"""What speaks for two statements being one, and how much."""

from __future__ import annotations

import pytest

from tests.unit.transforms.groups.utterances.test_paraphrases import word
from transforms.groups.utterances.counterparts import Signs, points, rate_signs, read_signs

PLAIN = Signs(near=0.5, nearer=0.2, figures=0.0, reports=0.0, long=0.0)


@pytest.mark.parametrize(
    ("surer", "why"),
    [
        (PLAIN._replace(near=0.7), "nearer in meaning"),
        (PLAIN._replace(nearer=0.4), "farther from all others"),
        (PLAIN._replace(figures=1.0), "a number in both"),
    ],
    ids=lambda x: x if isinstance(x, str) else "",
)
def test_what_speaks_for_one(surer: Signs, why: str) -> None:
    assert rate_signs(surer) > rate_signs(PLAIN)


@pytest.mark.parametrize("less_sure", [PLAIN._replace(reports=1.0), PLAIN._replace(long=3.0)], ids=["two reports", "long"])
def test_what_speaks_for_two(less_sure: Signs) -> None:
    assert rate_signs(less_sure) < rate_signs(PLAIN)


def test_every_sign_has_points() -> None:
    assert set(points()) == {"always", *Signs._fields}


def test_what_a_pair_shows() -> None:
    a, b = word("We lost forty of our boats in one night", "x"), word("that 40 boats were gone by the morning", "y", is_indirect=True)
    signs = read_signs(a, b, near=0.75, next_best=0.5)
    assert (signs.nearer, signs.figures, signs.reports, signs.long) == (0.25, 1.0, 0.0, 0.0)


def test_one_is_no_figure() -> None:
    a, b = word("It must never be one person again", "x"), word("One sailor was on the bridge", "y")
    assert read_signs(a, b, near=0.5, next_best=0.3).figures == 0.0


def test_without_another_statement_to_compare_with_more_is_asked() -> None:
    a, b = word("We lost our boats", "x"), word("The boats were gone", "y")
    assert read_signs(a, b, 0.6, None).nearer < read_signs(a, b, 0.6, 0.3).nearer
