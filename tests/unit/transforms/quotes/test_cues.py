"""The word list of cues, and which sentences are worth a parse."""

from __future__ import annotations

import csv

import pytest

from transforms.quotes.cues import forms_with, plain_forms, read_cues, read_noun_cues, wants_parse
from transforms.word_lists import read_lines, read_set


def test_every_form_leads_to_its_word() -> None:
    cues = read_cues()
    assert {cues[f].word for f in ("says", "said", "saying")} == {"say"}
    assert cues["told"].word == "tell"
    assert len(cues) > 1000 and all(0 < c.weight <= 1 for c in cues.values())
    assert read_noun_cues()["warning"].group == "noun"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The minister said no.", True),
        ("According to the mayor, it rained.", True),
        ("It was a “big success” for her.", True),
        ("She had one answer:", True),  # what follows may be a quote
        ("It rained all day.", False),
        ("", False),
    ],
)
def test_sentences_with_a_mark_or_a_cue_are_worth_a_parse(sentence: str, expected: bool) -> None:
    assert wants_parse(sentence) is expected


def test_the_grammar_of_a_cue_is_its_row() -> None:
    cues = read_cues()
    assert cues["denied"].has_object and cues["complained"].prepositions == ("about", "of")
    assert [cues[w].infinitive for w in ("vowed", "agreed", "urged", "said")] == ["vow", "plan", "order", ""]
    assert [cues[w].addressee for w in ("told", "called", "said")] == ["object", "on", "to"]
    assert "refuses" in cues["declined"].traits and "impression" in cues["looked"].traits and "relays" in cues["reported"].traits


def test_traits_and_plain_forms_are_those_of_the_rows() -> None:
    assert {"urged", "told"} <= forms_with("controls") and "said" not in forms_with("controls")
    assert {"declined", "refuse"} <= forms_with("refuses") and {"quoted", "cited"} <= forms_with("quotable")
    assert plain_forms() == {"said", "says", "told", "wrote", "added", "tweeted"}


@pytest.mark.parametrize("row", ["controlling", "withholding", "quoted"])
def test_what_is_so_of_a_cue_stands_in_its_row_and_in_no_list(row: str) -> None:
    assert read_set("quotes/words.csv", row).isdisjoint(read_cues())


def test_weights_are_shares_and_plain_forms_are_forms() -> None:
    for cue in (*read_cues().values(), *read_noun_cues().values()):
        assert 0 < cue.weight <= 1, cue
    assert plain_forms() <= read_cues().keys()


def test_every_set_of_words_is_in_small_letters_and_said_what_for() -> None:
    sets, meanings, words = zip(*csv.reader(read_lines("quotes/words.csv")), strict=True)
    assert len(set(sets)) == len(sets)
    assert all(meanings) and all(w == w.lower() for w in words)
