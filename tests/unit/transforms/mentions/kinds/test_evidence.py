"""What stands beside a name tells what it names."""

from __future__ import annotations

import pytest

from transforms.annotate import annotate_text
from transforms.mentions.kinds.evidence import name_votes


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
