"""Sports and the places that play."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.unit.transforms.mentions.scans import candidate, scan
from transforms.mentions.kinds.teams import find_sport, find_teams


@pytest.mark.parametrize(
    ("title", "body", "sport"),
    [
        ("Orlo win again", "The striker scored a goal before halftime and the goalkeeper fell.", "soccer"),
        ("Orlo win again", "The striker left.", None),  # one word is no report of a match
        ("SOCCER - Orlo win", "They won.", "soccer"),
        ("TENNIS - Moss wins", "The striker scored a goal before halftime and the goalkeeper fell.", None),  # people play it
        ("Orlo win again", "The striker scored a goal before halftime." + " They met again." * 300, None),
    ],
)
def test_sport_of_an_article(title: str, body: str, sport: str | None) -> None:
    scans = [scan(title, part="title", index=0), scan(body)]
    assert find_sport(scans, Counter(w for s in scans for w in s.words)) == sport


@pytest.mark.parametrize(
    ("text", "teams"),
    [
        ("Then Orlo beat them.", {"orlo"}),
        ("Then Orlo 3 was the score.", {"orlo"}),
        ("It was Orlo 2024 again.", set()),
        ("They lost to Orlo again.", {"orlo"}),
        ("They flew to Orlo again.", set()),
        ("Ada Moss ( Orlo ) won.", set()),
    ],
)
def test_a_place_that_plays(text: str, teams: set[str]) -> None:
    found = candidate(scan(text), "Orlo")
    assert find_teams([found], {id(found): "orlo"}) == teams


def test_who_stands_beside_a_team_plays_too() -> None:
    text = scan("Banes and Orlo beat them.")
    seen = [candidate(text, "Banes"), candidate(text, "Orlo")]
    assert find_teams(seen, {id(seen[0]): "banes", id(seen[1]): "orlo"}) == {"banes", "orlo"}


def test_who_holds_matches_plays_none() -> None:
    found = candidate(scan("Then Orlo League 3 was the score."), "Orlo League")
    assert find_teams([found], {id(found): "orlo league"}) == frozenset()
