"""A word that is a person's name and a place's."""

from __future__ import annotations

import pytest

from tests.unit.transforms.mentions.scans import candidate, scan
from transforms.mentions.kinds.shared_words import find_people_called_as_places


@pytest.mark.parametrize(
    ("text", "is_she"),
    [
        ("Later Jordan left.", True),
        ("Later she was in Jordan again.", False),
        ("Later she left Amman, Jordan again.", False),
        ("Later Jordan left, a Jordanian said.", False),  # the article speaks of the country
    ],
)
def test_the_surname_that_is_a_country(text: str, is_she: bool) -> None:
    scans = [scan("They met Denise Jordan.", index=1), scan(text, index=2)]
    kept = [candidate(scans[0], "Denise Jordan", "person"), candidate(scans[1], "Jordan", "place")]
    keys = {id(kept[0]): "denise jordan", id(kept[1]): "jordan"}
    found = find_people_called_as_places(scans, kept, keys, {"denise jordan": "person", "jordan": "place"}, ())
    assert found == ({id(kept[1])} if is_she else set())


def test_before_the_full_name_it_is_the_country() -> None:
    scans = [scan("First Jordan left.", index=1), scan("They met Denise Jordan.", index=2)]
    kept = [candidate(scans[0], "Jordan", "place"), candidate(scans[1], "Denise Jordan", "person")]
    keys = {id(kept[0]): "jordan", id(kept[1]): "denise jordan"}
    assert not find_people_called_as_places(scans, kept, keys, {"denise jordan": "person", "jordan": "place"}, ())
