"""What stands beside a name tells what it names."""

from __future__ import annotations

import pytest

from tests.unit.transforms.mentions.scans import candidate, scan
from transforms.annotate import annotate_text
from transforms.mentions.kinds.evidence import context_votes, name_votes


@pytest.mark.parametrize(
    ("name", "is_company"), [("Moss & Marlow", True), ("Tools & Projects", False), ("Tips & Tricks", False), ("House Tour & House", False)]
)
def test_words_of_the_language_are_no_company_by_their_ampersand(name: str, is_company: bool) -> None:
    assert ("an ampersand" in {v.sign for v in name_votes(name)}) == is_company


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # a role with "of" behind it is an office, though "the port of Penhalva" is a place
        ("“We got everyone out,” Domingos Taveirinha, the mayor of Penhalva, said on Friday.", "Domingos Taveirinha"),
        ("Isaura Quintelhas, the bank's governor, said the worst was over.", "Isaura Quintelhas"),
        # between commas behind a role
        ("The council's leader, Piers Ottoway, said there was no other site.", "Piers Ottoway"),
        ("A spokesman for the port, Lorcan Devereaux-Pitt, welcomed the agreement.", "Lorcan Devereaux-Pitt"),
        # a role opens the sentence
        ("Campaigner Gwenda Trevanion called it “a dark day” for the town's children.", "Gwenda Trevanion"),
    ],
)
def test_a_role_beside_a_name_makes_a_person(text: str, name: str) -> None:
    assert [(m.text, m.type) for m in annotate_text(text).mentions if m.type == "person"] == [(name, "person")]


@pytest.mark.parametrize(
    ("name", "votes"),
    [
        ("Stone Point", {"place"}),
        ("Ada Jane Hall", {"person", "place"}),
        ("Ada Hall", {"person"}),
        ("Upper Deskora", {"place"}),
        ("Port Deskora", {"place"}),
        ("Port Deskora Chamber of Commerce", {"organization"}),
        ("Deskora Guild", {"organization"}),
    ],
)
def test_what_the_words_of_a_name_say(name: str, votes: set[str]) -> None:
    assert {v.type for v in name_votes(name)} == votes


@pytest.mark.parametrize(
    ("text", "name", "sign"),
    [
        ("The MP for Zub Deskora asked for more.", "Zub Deskora", "a seat before"),
        ("The vote for Zub Deskora came late.", "Zub Deskora", None),
        ("They met Deskora, a small town in the north.", "Deskora", "called a place"),
        ("They met Deskora, a city councilman in the north.", "Deskora", None),
        ("Zub Deskora said so.", "Zub Deskora", "speech behind words of no language"),
        ("Zub Foods said so.", "Zub Foods", None),
        ("Deskora said so.", "Deskora", None),
    ],
)
def test_what_stands_beside_any_name(text: str, name: str, sign: str | None) -> None:
    asked = {"a seat before", "called a place", "speech behind words of no language"}
    assert [v.sign for v in context_votes(candidate(scan(text), name)) if v.sign in asked] == ([sign] if sign else [])


@pytest.mark.parametrize(
    ("text", "name", "sign"),
    [
        ("Because it was cold! Deskora, age 7", "Deskora", "an age behind"),
        ("They met Zub Deskora, aged 34, again.", "Zub Deskora", "an age behind"),
        ("They met Deskora, Age 9.", "Deskora", "an age behind"),
        ("They met Deskora, 34, again.", "Deskora", "an age behind"),
        ("They met Deskora, age of stone, again.", "Deskora", None),
        ("By Zub Deskora", "Zub Deskora", "a byline"),
        ("By Deskora Tennick Odell", "Deskora Tennick Odell", "a byline"),
        ("By Zub Deskora they met.", "Zub Deskora", None),
        ("By Deskora", "Deskora", None),
        ("By Deskora Staff", "Deskora Staff", None),
        ("By Ada Stone", "Ada Stone", "a byline"),
        ("Orlo's chief of staff Zub Deskora left.", "Zub Deskora", "a role before"),
        ("The director of communications Deskora left.", "Deskora", "a role before"),
        ("The secretary of defense Deskora left.", "Deskora", "a role before"),
        ("The end of research Deskora told.", "Deskora", None),
    ],
)
def test_what_stands_beside_a_person(text: str, name: str, sign: str | None) -> None:
    signs = [v.sign for v in context_votes(candidate(scan(text), name)) if v.type == "person" and v.weight > 1]
    assert signs == ([sign] if sign else [])
