"""Votes by surface, and the type that wins."""

from __future__ import annotations

import pytest

from transforms.mentions.kinds.votes import Votes, best_type, surface_key


@pytest.mark.parametrize(
    ("one", "two", "are_one"),
    [
        ("The Front", "front", True),
        ("ORLO", "Orlo", True),
        ("O’Neil", "O'Neil", True),
        ("Đoković", "Dokovic", True),
        ("Orlo", "Orlos", False),
    ],
)
def test_surfaces(one: str, two: str, are_one: bool) -> None:
    assert (surface_key(one) == surface_key(two)) is are_one


@pytest.mark.parametrize(
    ("votes", "type_"),
    [
        ({"place": 1.0, "person": 0.5}, "place"),
        ({"place": 1.0, "organization": 1.0}, "organization"),  # the first in the order of the tables among equals
        ({"person": -1.0, "group": 0.0}, "organization"),
        ({}, "person"),
    ],
)
def test_best_type(votes: Votes, type_: str) -> None:
    assert best_type(votes) == type_
