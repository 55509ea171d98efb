"""What is glued to the front of a name comes off; names that begin with words keep them."""

from __future__ import annotations

import pytest

from tests.unit.transforms.mentions.scans import candidate, scan
from transforms.mentions.openers import cut_openers
from transforms.records import MentionType


@pytest.mark.parametrize(
    ("text", "glued", "left"),
    [
        ("Replied Lorna Marsh, to laughter.", "Replied Lorna Marsh", "Lorna Marsh"),
        ("Goalie Milan Svarc stopped two.", "Goalie Milan Svarc", "Milan Svarc"),
        ("Ousted Orlovia went on.", "Ousted Orlovia", "Orlovia"),
        ("Tigers DL Larry Okoro watched.", "Tigers DL Larry Okoro", "Larry Okoro"),
        ("Dane Larry Okoro won.", "Dane Larry Okoro", "Larry Okoro"),
        ("They saw Swede Lorna Marsh again.", "Swede Lorna Marsh", "Lorna Marsh"),
        ("Finn Marsh came.", "Finn Marsh", "Finn Marsh"),
        ("In June NCT asked again.", "June NCT", "NCT"),
        ("Last May ORLO asked again.", "May ORLO", "ORLO"),
        ("They met June Marsh.", "June Marsh", "June Marsh"),
        ("Will Marsh came.", "Will Marsh", "Will Marsh"),
        ("Northern Orlovia voted.", "Northern Orlovia", "Northern Orlovia"),
        ("They met General Salt there.", "General Salt", "General Salt"),
        ("Neighbour Callum Orme watched.", "Neighbour Callum Orme", "Callum Orme"),
        ("Judge Lorna Marsh KC agreed.", "Lorna Marsh KC", "Lorna Marsh"),
        ("Dr Priya Okoro OBE FRS came.", "Priya Okoro OBE FRS", "Priya Okoro"),
        ("They asked Milan Svarc MP again.", "Milan Svarc MP", "Milan Svarc"),
        ("They met Marsh KC there.", "Marsh KC", "Marsh KC"),
    ],
)
def test_cut(text: str, glued: str, left: str) -> None:
    assert [c.text for c in cut_openers([candidate(scan(text), glued, "person")])] == [left]


def test_a_word_comes_off_before_a_name_that_stands_alone_elsewhere() -> None:
    first, second = scan("Maybe Orlovia likes it."), scan("He wrote to Orlovia again.")
    found = cut_openers([candidate(first, "Maybe Orlovia", "person"), candidate(second, "Orlovia", "organization")])
    assert [c.text for c in found] == ["Orlovia", "Orlovia"]


def test_a_name_that_stands_so_within_a_sentence_keeps_its_words() -> None:
    first, second = scan("General Salt rose."), scan("Shares of General Salt rose, and Salt fell.")
    found = cut_openers([candidate(first, "General Salt"), candidate(second, "General Salt")])
    assert [c.text for c in found] == ["General Salt", "General Salt"]


@pytest.mark.parametrize(
    ("text", "glued", "type_", "left"),
    [
        ("The firm closed it on X. Workers were told nothing.", "X. Workers", "organization", []),
        ("He put it on X. Reporters asked for more.", "X. Reporters", "organization", []),
        ("They met J. Moss there.", "J. Moss", "organization", ["J. Moss"]),
        ("They met J. Waters there.", "J. Waters", "person", ["J. Waters"]),
    ],
)
def test_a_letter_that_ends_a_sentence_is_no_initial(text: str, glued: str, type_: MentionType, left: list[str]) -> None:
    assert [c.text for c in cut_openers([candidate(scan(text), glued, type_)])] == left


@pytest.mark.parametrize(
    ("text", "name", "left", "type_"),
    [
        ("Det Con Lorna Marsh said so.", "Det Con Lorna Marsh", "Lorna Marsh", "person"),
        ("Garda Sinead Orlo said so.", "Garda Sinead Orlo", "Sinead Orlo", "person"),
        ("They asked Wing Commander Callum Orme.", "Wing Commander Callum Orme", "Callum Orme", "person"),
        ("They asked Deputy Mayor Priya Okoro.", "Deputy Mayor Priya Okoro", "Priya Okoro", "person"),
        ("They asked the Lady Lorna Foundation.", "Lady Lorna Foundation", "Lady Lorna Foundation", "organization"),
        ("He works for General Marsh Motors.", "General Marsh Motors", "General Marsh Motors", "organization"),
        ("They saw Sporting Orlo KC win.", "Sporting Orlo KC", "Sporting Orlo KC", "organization"),
        ("They saw Victoria Highlanders KC win.", "Victoria Highlanders KC", "Victoria Highlanders KC", "organization"),
    ],
)
def test_who_has_a_rank_in_front_is_a_person_whatever_the_model_says(text: str, name: str, left: str, type_: MentionType) -> None:
    (found,) = cut_openers([candidate(scan(text), name, "organization")])
    assert (found.text, found.type) == (left, type_)
