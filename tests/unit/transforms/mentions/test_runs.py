"""Runs of capitals: what the model saw drawn out to its run, and what it left out."""

from __future__ import annotations

import pytest

from tests.unit.transforms.mentions.scans import candidate, scan
from transforms.mentions.runs import run_candidates, with_legal_form, with_number
from transforms.records import MentionType


@pytest.mark.parametrize(
    ("text", "seen", "type_", "names"),
    [
        # a part of a name is drawn out
        ("They met Ada Moss Berg.", "Ada Moss", "person", ["Ada Moss Berg"]),
        # but not over a title, a country or an organization's word
        ("They met Mayor Ada Moss.", "Ada Moss", "person", ["Ada Moss"]),
        ("They met Orlo Mayor Ada Moss.", "Ada Moss", "person", ["Orlo", "Ada Moss"]),
        # nor over a part of the year or letters of a seat
        ("They saw Zub Foods Q3 profits fall.", "Zub Foods", "organization", ["Zub Foods"]),
        ("They met Zub Labour MPs there.", "Zub Labour", "organization", ["Zub Labour"]),
        # a ruler's number belongs to it, "I" does not
        ("They met Ada II, who left.", "Ada", "person", ["Ada II"]),
        # nor over the rest of an office
        ("They met Chief of Staff Deskora Tennick.", "Tennick", "person", ["Staff", "Deskora Tennick"]),
        # a faith that is a forename
        ("They met Christian Tennick.", "Christian", "group", ["Christian Tennick"]),
        ("They met Christian Bank.", "Christian", "group", ["Christian"]),
        # a country of several words
        ("They left the Czech Republic.", "Czech", "group", ["Czech Republic"]),
    ],
)
def test_the_whole_run(text: str, seen: str, type_: MentionType, names: list[str]) -> None:
    scanned = scan(text)
    found = [c.text for c in run_candidates(scanned, [candidate(scanned, seen, type_)])]
    assert [n for n in found if n != "They"] == names


@pytest.mark.parametrize(
    ("text", "seen", "name"),
    [
        ("They heard it on Orlo Radio 4 in May.", "Orlo Radio", "Orlo Radio 4"),
        ("They closed Orlo Route 29 in May.", "Orlo Route", "Orlo Route 29"),
        ("They met in Terminal 2 in May.", "Terminal", "Terminal 2"),
        ("They met Orlo 2 times in May.", "Orlo", "Orlo"),
        ("They heard it on Orlo Radio again.", "Orlo Radio", "Orlo Radio"),
    ],
)
def test_the_number_that_belongs_to_a_name(text: str, seen: str, name: str) -> None:
    assert with_number(candidate(scan(text), seen, "organization")).text == name


def test_what_is_drawn_out_counts_half() -> None:
    scanned = scan("We met Ada Moss Berg.")
    assert [c.weight for c in run_candidates(scanned, [candidate(scanned, "Ada Moss", "person")]) if c.type] == [0.5]


@pytest.mark.parametrize(
    ("text", "spans", "names"),
    [
        ("It left the State Duma.", [("State", "organization"), ("Duma", "person")], [("State Duma", "organization")]),
        ("It met Ada Moss.", [("Ada", "person"), ("Moss", "person")], [("Ada Moss", "person")]),
        ("It beat Orlo Tigers.", [("Orlo", "place"), ("Tigers", "group")], [("Orlo Tigers", "organization")]),
        (
            "It told the Daily Mail Berg left.",
            [("Daily Mail", "organization"), ("Berg", "person")],
            [("Daily Mail", "organization"), ("Berg", "person")],
        ),
        ("It beat Orlo Banes.", [("Orlo", "place"), ("Banes", "person")], [("Orlo", "place"), ("Banes", "person")]),
    ],
)
def test_neighbours_of_one_name(text: str, spans: list[tuple[str, MentionType]], names: list[tuple[str, str]]) -> None:
    scanned = scan(text)
    taken = [candidate(scanned, words, type_) for words, type_ in spans]
    assert [(c.text, c.type) for c in run_candidates(scanned, taken) if c.type] == names


def test_a_headline_gives_only_what_the_model_saw() -> None:
    scanned = scan("Harbour Master Ada Moss Quits After Storm", part="title", index=0)
    taken = [candidate(scanned, "Ada Moss", "person")]
    assert list(run_candidates(scanned, taken)) == taken


@pytest.mark.parametrize(("text", "name"), [("Marlow Salt plc fell.", "Marlow Salt plc"), ("Marlow Salt fell.", "Marlow Salt")])
def test_a_form_in_small_letters_belongs_to_a_company(text: str, name: str) -> None:
    assert with_legal_form(candidate(scan(text), "Marlow Salt", "person")).text == name
