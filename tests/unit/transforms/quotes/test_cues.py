"""The word list of cues, and which sentences are worth a parse."""

from __future__ import annotations

import pytest

from transforms.quotes.cues import read_cues, read_noun_cues, wants_parse


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
