"""What speaks for two statements being one, and how much."""

from __future__ import annotations

import math

import pytest

from tests.unit.transforms.groups.utterances.test_paraphrases import word
from transforms.groups.utterances.alignments import Nearness
from transforms.groups.utterances.counterparts import Signs, points, rate_signs, read_signs

PLAIN = Signs(near=0.5, nearer=0.1, clearer=0.2, among=1.1, beyond=1.0)


@pytest.mark.parametrize(
    ("surer", "why"),
    [
        (PLAIN._replace(near=0.7), "nearer in meaning"),
        (PLAIN._replace(nearer=0.3), "farther from all others"),
        (PLAIN._replace(clearer=0.3), "farther from all others as a whole"),
        (PLAIN._replace(among=0.0), "picked from fewer"),
        (PLAIN._replace(beyond=0.0), "of one length"),
    ],
    ids=lambda x: x if isinstance(x, str) else "",
)
def test_what_speaks_for_one(surer: Signs, why: str) -> None:
    assert rate_signs(surer) > rate_signs(PLAIN)


def test_every_sign_has_points() -> None:
    assert set(points()) == {"always", *Signs._fields}


def test_what_a_pair_shows() -> None:
    a, b = word("We lost forty of our boats in one night", "x"), word("that 40 boats were gone", "y", is_indirect=True)
    signs = read_signs(a, b, Nearness(0.75, 0.875), [Nearness(0.25, 0.5), Nearness(0.5, 0.375)], (0, 1))
    assert signs == Signs(near=0.75, nearer=0.25, clearer=0.375, among=math.log(2), beyond=a.size - b.size)


def test_without_another_statement_to_compare_with_more_is_asked_than_nothing() -> None:
    a, b = word("We lost our boats", "x"), word("The boats were gone", "y")
    near = Nearness(0.6, 0.6)
    alone, far, close = (read_signs(a, b, near, rivals, (0, 0)) for rivals in ([], [Nearness(0.1, 0.1)], [Nearness(0.5, 0.5)]))
    assert alone == far > close
