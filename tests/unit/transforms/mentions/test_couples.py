"""Which of two people of one surname a title means."""

from __future__ import annotations

import pytest

from tests.unit.transforms.mentions.scans import candidate, scan
from transforms.mentions.couples import choose_by_generation, choose_by_title, genders_of, titles_of


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("Dr. Kessler said so.", [0]),
        ("Mr. Kessler said so.", [1]),
        ("Ms. Kessler said so.", [0]),
        ("Kessler said so.", [0, 1]),
        ("Senator Kessler said so.", [0, 1]),
    ],
)
def test_choice(text: str, chosen: list[int]) -> None:
    both = scan("Dr. Anna Kessler and her husband, Peter Kessler, run the clinic.")
    kept = [candidate(both, "Anna Kessler"), candidate(both, "Peter Kessler")]
    titles, genders = titles_of(kept, [0, 1]), genders_of(kept, [0, 1])
    assert list(choose_by_title(candidate(scan(text), "Kessler"), [0, 1], titles, genders)) == chosen


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("The elder Kessler said so.", [1]),
        ("The younger Kessler said so.", [0]),
        ("Kessler said so.", [0, 1]),
    ],
)
def test_choice_between_father_and_son(text: str, chosen: list[int]) -> None:
    assert list(choose_by_generation(candidate(scan(text), "Kessler"), [0, 1], {0: "jr", 1: "sr"})) == chosen
