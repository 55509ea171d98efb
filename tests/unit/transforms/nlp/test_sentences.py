"""Sentences by punctuation."""

from __future__ import annotations

import pytest

from transforms.nlp.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. Nobody came.", ["It rained.", "Nobody came."]),
        ("Gen. Aro and Marco A. Oda met in St. Ives.", ["Gen. Aro and Marco A. Oda met in St. Ives."]),
        ("The door was open, said Fr. Anselm Orlo and Insp. Ruth Amo.", ["The door was open, said Fr. Anselm Orlo and Insp. Ruth Amo."]),
        ("“Stop!” He left.", ["“Stop!”", "He left."]),
        ("Prices rose 3.5 percent. 40 firms closed.", ["Prices rose 3.5 percent.", "40 firms closed."]),
        ("  spaced   ", ["spaced"]),
        ("   ", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in split_sentences(text)] == expected
