"""The word list of cues, and which sentences are worth a parse."""

from __future__ import annotations

from typing import get_args

import pytest

from transforms.quotes.cues import CueGroup, Infinitive, Trait, read_cues, read_noun_cues, wants_parse
from transforms.word_lists import read_rows


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


def test_the_file_holds_to_its_columns() -> None:
    for row in read_rows("quotes/cues.csv"):
        assert row["group"] in get_args(CueGroup), row
        assert row["infinitive"] in get_args(Infinitive), row
        assert set(row["traits"].split()) <= set(get_args(Trait)), row
        assert row["object"] in ("", "yes") and 0 < float(row["weight"]) <= 1, row


def test_every_set_of_words_is_in_small_letters_and_said_what_for() -> None:
    rows = read_rows("quotes/words.csv")
    assert len({r["set"] for r in rows}) == len(rows)
    assert all(r["what"] and r["words"] == r["words"].lower() for r in rows)
