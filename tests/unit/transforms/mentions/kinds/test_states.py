"""Which occurrences of a name mean a state, and not the city or the country of its name."""

from __future__ import annotations

import pytest

from tests.unit.transforms.mentions.scans import candidate, scan
from transforms.mentions.kinds.states import find_states


def _find(text: str, words: str) -> dict[int, str]:
    return find_states([candidate(scan(text), words, "place")], [(words, "place")])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They met in Albany, New York, on Monday.", "New York"),
        ("They met in Albany, N.Y.", "N.Y."),
        ("A Rochester, New York man left.", "New York"),
        ("They live in upstate New York now.", "New York"),
        ("The governor of Washington said so.", "Washington"),
        ("They met Washington Gov. Ada Moss.", "Washington"),
        ("They voted in Ohio and Georgia.", "Georgia"),
        ("They voted in Ohio, Georgia and Nevada.", "Georgia"),
        ("They live in Washington state.", "Washington"),
        ("In Washington, a state that they won, nobody came.", "Washington"),
    ],
)
def test_a_state(text: str, words: str) -> None:
    assert _find(text, words) == {0: "US"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They met in New York on Monday.", "New York"),
        ("They met in London, New York and Tokyo.", "New York"),
        ("They met in London, New York, and Tokyo.", "New York"),
        ("They met in Tokyo, London, New York.", "New York"),
        ("The mayor of New York said so.", "New York"),
        ("They met in Washington and left.", "Washington"),
        ("Georgia and Armenia signed.", "Georgia"),
        ("They met in Columbus, Ohio, on Monday.", "Ohio"),
    ],
)
def test_none(text: str, words: str) -> None:
    assert _find(text, words) == {}


def test_a_name_that_a_country_has_means_the_state_wherever_an_article_shows_it_once() -> None:
    first, second = scan("They met in Macon, Georgia."), scan("Then Georgia voted.")
    kept = [candidate(first, "Georgia", "place"), candidate(second, "Georgia", "place")]
    assert find_states(kept, [("Georgia", "place")] * 2) == {0: "US", 1: "US"}


def test_a_name_that_a_city_has_means_both_in_one_article() -> None:
    first, second = scan("They met in Albany, New York."), scan("Then New York voted.")
    kept = [candidate(first, "New York", "place"), candidate(second, "New York", "place")]
    assert find_states(kept, [("New York", "place")] * 2) == {0: "US"}
