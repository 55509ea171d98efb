"""What a document calls its organizations."""

from __future__ import annotations

import pytest

from tests.parses import mention, plain
from transforms.quotes.speakers.called_organizations import find_called_organizations


@pytest.mark.parametrize(
    ("text", "name", "noun"),
    [
        ("The airline Orlo Air stopped its flights.", "Orlo Air", "airline"),
        ("Orlo Air, a small airline, stopped its flights.", "Orlo Air", "airline"),
        ("The Orlo Museum was shut.", "Orlo Museum", "museum"),  # its last word
        ("The Ministry of Trade was shut.", "Ministry of Trade", "ministry"),
    ],
)
def test_a_noun_beside_the_name_calls_it(text: str, name: str, noun: str) -> None:
    assert find_called_organizations([plain(text)], [mention(text, name, 7, "organization")])[noun] == frozenset({7})


def test_people_are_no_organizations() -> None:
    text = "The mayor Ada Orlo left."
    assert find_called_organizations([plain(text)], [mention(text, "Ada Orlo", 1)]) == {}
