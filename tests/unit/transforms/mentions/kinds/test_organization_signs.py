"""What stands beside organizations, and who lacks every sign of a person."""

from __future__ import annotations

import pytest

from tests.unit.transforms.mentions.scans import candidate, scan
from transforms.mentions.kinds.organization_signs import find_shown, find_supported, organization_votes, weaken_unsupported
from transforms.mentions.kinds.votes import Votes, surface_key


@pytest.mark.parametrize(
    ("text", "is_organization"),
    [
        ("The leader of Komeiro will come.", True),
        ("Shares of Komeiro fell.", True),
        ("It bid for Komeiro, another chain.", True),
        ("The Komeiro-led council met.", True),
        ("They met Komeiro, a Tarsia-based start-up that sells salt.", True),
        ("They met Komeiro, a group founded in May.", True),
        ("One company, Komeiro, sells it.", True),
        ("They won it from a rival, Komeiro, by a vote.", True),
        ("In one house, Komeiro, they sell it.", False),
        ("They met Komeiro, the agency's head of research.", False),
        ("They met Komeiro on Friday.", False),
    ],
)
def test_organization(text: str, is_organization: bool) -> None:
    votes = list(organization_votes(candidate(scan(text), "Komeiro", "person")))
    assert any(v.type == "organization" for v in votes) == is_organization


def test_a_person_needs_a_sign() -> None:
    text = scan("Komeiro met Ada Moss, and mayor Orlu, and investor Zentra.")
    found = [candidate(text, w, "person") for w in ("Komeiro", "Ada Moss", "Orlu", "Zentra")]
    assert find_supported(found) == {"ada moss", "orlu"}
    votes: dict[str, Votes] = {"komeiro": {"person": 4.0, "organization": 1.5}, "ada moss": {"person": 1.0, "organization": 0.5}}
    weaken_unsupported(found, votes, find_supported(found))
    assert votes["komeiro"]["person"] < 1.5
    assert votes["ada moss"]["person"] == 1.0


@pytest.mark.parametrize(
    ("text", "words", "type_"),
    [
        # places of the lists that the lists of forenames have as well
        ("They left France again.", "France", "place"),
        ("They left Los Angeles again.", "Los Angeles", "place"),
        ("They left Chad again.", "Chad", "place"),
        ("They left Austin again.", "Austin", "place"),
        # but who has a title is a person, too: nothing decides
        ("They met mayor Jordan again.", "Jordan", None),
        ("They met Ada again.", "Ada", "person"),
        ("They left Komeiro again.", "Komeiro", None),
    ],
)
def test_a_place_of_the_lists_is_shown_before_a_forename(text: str, words: str, type_: str | None) -> None:
    found = candidate(scan(text), words, "place")
    votes: dict[str, Votes] = {surface_key(words): {"place": 1.0}}
    assert find_shown([found], votes, find_supported([found])).get(surface_key(words)) == type_
