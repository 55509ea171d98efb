"""What an article calls a person beside the name."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.unit.transforms.mentions.scans import candidate, scan
from transforms.mentions.roles import find_role, has_role_behind, head_of_role, headline_role, usual_role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("They met mayor Ada Moss.", "mayor"),
        ("They met Tunisian Foreign Minister Ada Moss.", "Tunisian Foreign Minister"),
        ("They met Secretary of State Ada Moss.", "Secretary of State"),
        # two roles, and how long somebody has one
        ("They met party nominee former President Ada Moss.", "former President"),
        ("They met council member outgoing mayor Ada Moss.", "outgoing mayor"),
        ("They met club chairman former Orlo striker Ada Moss.", "former Orlo striker"),
        ("They met Orlo's former mayor Ada Moss.", "Orlo's former mayor"),
        ("They met new prime minister Ada Moss.", "prime minister"),
        ("They met Ada Moss, the current chair of Orlo, again.", "chair of Orlo"),
        ("They met longtime coach Ada Moss.", "coach"),
        ("They met New Orlo mayor Ada Moss.", "New Orlo mayor"),
        ("They met Orlo's chief of staff Ada Moss.", "Orlo's chief of staff"),
        ("They met director of communications Ada Moss.", "director of communications"),
        ("They met former head of research Ada Moss.", "former head of research"),
        ("They met a friend of police Ada Moss.", None),
        ("Orlo's mayor, Ada Moss, left.", "Orlo's mayor"),
        ("They met the Council's humanitarian chief Ada Moss.", "Council's humanitarian chief"),
        ("They met the army chief, Gen. Ada Moss.", "army chief"),
        ("They met Foreign Minister Prince Ada Moss.", "Foreign Minister"),
        ("They met Ada Moss, the mayor of Orlo, again.", "mayor of Orlo"),
        ("They met Mr Ada Moss.", None),
        # an address behind an office
        ("They met Prime Minister Datuk Seri Ada Moss.", "Prime Minister"),
        ("They met then Prime Minister Mr Ada Moss.", "Prime Minister"),
        ("They met Foreign Minister Sir Ada Moss.", "Foreign Minister"),
        ("They met Chief of the Army Staff General Ada Moss.", "Chief of the Army Staff"),
        ("They met Labour's Lord Ada Moss.", None),
        ("They met former Orlo general manager Ada Moss.", "former Orlo general manager"),
        # words in front that tell when, whose or how old
        ("They met then chancellor Ada Moss.", "chancellor"),
        ("They met Ada Moss, now a heart surgeon, again.", "heart surgeon"),
        ("They met Ada Moss, a 26-year-old painter from Orlo, again.", "painter from Orlo"),
        ("They met Ada Moss, another council member, again.", "council member"),
        # a verb, and what opens a sentence
        ("They are set to host finance minister Ada Moss.", "finance minister"),
        ("Because Judge Ada Moss left, they went.", "Judge"),
        ("After Orlo mayor Ada Moss left, they went.", "Orlo mayor"),
        # a number that a name begins with
        ("They met 21st Century Salt chairman Ada Moss.", "21st Century Salt chairman"),
        ("They met 9th Circuit judge Ada Moss.", "9th Circuit judge"),
        ("They met the 45th President Ada Moss.", "President"),
        # a piece of a sentence
        ("“They met at Moss,” one host told his father, Ada Moss, again.", None),
        ("They met Ada Moss, an adviser to Orlo Sen. Owen Tennick, again.", None),
        ("They met Ada Moss, who was mayor, again.", None),
        ("They met Ada Moss, hitting the mayor, again.", None),
        ("They met Ada Moss again.", None),
    ],
)
def test_role(text: str, role: str | None) -> None:
    assert find_role(candidate(scan(text), "Ada Moss")) == role


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Council Votes Replacing Orlo General Ada Moss", "General"),
        ("Orlo Mourns Former Foreign Minister Ada Moss", "Foreign Minister"),
    ],
)
def test_a_headline_in_capitals_tells_titles_alone(title: str, role: str) -> None:
    assert find_role(candidate(scan(title, part="title", index=0), "Ada Moss")) == role


@pytest.mark.parametrize(("text", "is_told"), [("Ada Moss, a lawyer, left.", True), ("Ada Moss, in Orlo, left.", False)])
def test_role_behind(text: str, is_told: bool) -> None:
    assert has_role_behind(candidate(scan(text), "Ada Moss")) is is_told


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Singer may play her old songs", "singer"),
        ("Widow may play her old songs", None),  # what somebody is to another
        ("Orlo may play its old songs", None),
        ("Singer left", None),
    ],
)
def test_the_headlines_word_for_somebody(title: str, role: str | None) -> None:
    assert headline_role([scan(title, part="title", index=0)]) == role


@pytest.mark.parametrize(
    ("roles", "usual"),
    [
        ({"mayor": 2, "lawyer": 1}, "mayor"),
        ({"mayor": 2, "Orlo mayor": 1}, "Orlo mayor"),  # a fuller wording counts what the shorter one has
        ({"mayor": 1, "lawyer": 1}, "lawyer"),  # the first in the alphabet among equals
    ],
)
def test_usual_role(roles: dict[str, int], usual: str) -> None:
    assert usual_role(Counter(roles)) == usual


def test_a_role_goes_over_an_ampersand_and_ends_before_an_address() -> None:
    assert find_role(candidate(scan("They met Salt & Marlow chairman Ada Moss."), "Ada Moss")) == "Salt & Marlow chairman"
    assert find_role(candidate(scan("They met presidential nominee Vice President Ada Moss."), "Ada Moss")) == "presidential nominee"


@pytest.mark.parametrize(
    ("role", "head"),
    [
        ("Tarsian finance minister of state", "minister"),
        ("adviser to the president", "adviser"),
        ("Sen.", "sen"),
        ("of Tarsia", "tarsia"),
    ],
)
def test_the_head_of_a_role(role: str, head: str) -> None:
    assert head_of_role(role) == head
