"""Nouns that may be the subject of a verb of saying."""

from __future__ import annotations

import pytest

from tests.parses import parse
from transforms.quotes.sayings.speaking_nouns import can_speak, is_speaker

SPEAKERS = [
    "NN mayor",
    "NNS residents",
    "NNS federalists",
    "NN co-author",
    "NN ministry",
    "NNS surveys",
    "NN Moss",
    "NNP Orlo",
    "PRP she",
    "CD one",
]
THINGS = ["NN orientation", "NNS fumes", "NN thermometer", "NN disparity", "NN stuff", "NN list", "NNS checklists", "NN twist", "CD 2017"]


@pytest.mark.parametrize("word", SPEAKERS)
def test_people_organizations_and_papers_speak(word: str) -> None:
    tag, text = word.split()
    assert can_speak(parse(f"{text}/{tag}/nsubj/0")[0])


@pytest.mark.parametrize("word", THINGS)
def test_things_and_plans_do_not(word: str) -> None:
    tag, text = word.split()
    assert not can_speak(parse(f"{text}/{tag}/nsubj/0")[0])


def test_a_plural_is_read_with_its_singular() -> None:
    assert is_speaker("secretaries") and is_speaker("coaches") and not is_speaker("kettles")
