"""Lists of people and tables of teams."""

from __future__ import annotations

from collections import defaultdict

import pytest

from tests.unit.transforms.mentions.scans import candidate, scan
from transforms.mentions.kinds.rows import list_votes, show_in_rows, unseen_votes, vote_in_lists
from transforms.mentions.kinds.votes import Votes, surface_key
from transforms.records import MentionType


@pytest.mark.parametrize(
    ("text", "words", "is_sport", "signs"),
    [
        ("Ada Moss (Tunisia) won.", "Ada Moss", False, ["a row with a country"]),
        ("Ada Moss (Tunisia) won.", "Ada Moss", True, ["a row with a country"]),
        ("In it - Ada Moss, Owen Tennick - won.", "Ada Moss", True, ["in a row of people"]),
        ("In it - Ada Moss, Owen Tennick - won.", "Ada Moss", False, []),
        ("Then Orlo 3 Banes 1 was it.", "Orlo", True, ["plays"]),
        ("Then Orlo 3 Banes 1 was it.", "Orlo", False, []),
    ],
)
def test_names_that_the_model_left_out(text: str, words: str, is_sport: bool, signs: list[str]) -> None:
    assert [v.sign for v in unseen_votes(candidate(scan(text), words), is_sport)] == signs


@pytest.mark.parametrize(("is_sport", "is_person"), [(False, True), (True, False)])
def test_a_name_with_a_country_is_a_person_unless_teams_play(is_sport: bool, is_person: bool) -> None:
    found = list(list_votes(candidate(scan("Marlow Salt (Tunisia) won."), "Marlow Salt", "organization"), is_sport))
    assert bool(found) is is_person


@pytest.mark.parametrize(
    ("type_", "strength", "taker", "given"),
    [
        ("person", 3.0, None, 1.1),  # to a name that the model left out
        ("person", 3.0, "organization", 1.1),
        ("person", 1.6, "organization", 0.6),  # a weak giver, and the model saw something else
        ("person", 1.0, None, 0.0),
        ("organization", 3.0, "place", 0.0),  # "the Front and Tarsia" are not two of a kind
        ("organization", 3.0, None, 1.1),
    ],
)
def test_names_of_a_list_are_of_one_kind(type_: MentionType, strength: float, taker: MentionType | None, given: float) -> None:
    text = scan("They met Ada Moss and Owen Tennick.")
    seen = [candidate(text, "Ada Moss", type_), candidate(text, "Owen Tennick", taker)]
    votes: dict[str, Votes] = {"ada moss": defaultdict(float, {type_: strength}), "owen tennick": defaultdict(float)}
    vote_in_lists(seen, votes, surface_key)
    assert votes["owen tennick"].get(type_, 0.0) == given


def test_a_single_word_gives_nothing_to_a_full_name() -> None:
    text = scan("They met Ada and Owen Tennick.")
    votes: dict[str, Votes] = {"ada": defaultdict(float, {"person": 3.0}), "owen tennick": defaultdict(float)}
    vote_in_lists([candidate(text, "Ada", "person"), candidate(text, "Owen Tennick")], votes, surface_key)
    assert not votes["owen tennick"]


@pytest.mark.parametrize(
    ("text", "words", "is_shown"),
    [
        ("They asked Reuters and Orlo in May.", "Orlo", True),
        ("They asked Orlo, Reuters and others.", "Orlo", True),
        ("They asked Reuters about Orlo in May.", "Orlo", False),
        ("They asked Marlow and Orlo in May.", "Orlo", False),  # no list knows it
        ("They asked Reuters and Orlo Pro in May.", "Orlo Pro", False),
    ],
)
def test_a_word_in_a_row_with_a_known_organization_is_shown_for_one(text: str, words: str, is_shown: bool) -> None:
    scanned = scan(text)
    known = "Reuters" if "Reuters" in text else "Marlow"
    kept = sorted((candidate(scanned, w, "organization") for w in (known, words)), key=lambda c: c.first)
    shown: dict[str, MentionType] = {}
    show_in_rows(kept, shown, surface_key)
    assert (shown.get(surface_key(words)) == "organization") is is_shown
