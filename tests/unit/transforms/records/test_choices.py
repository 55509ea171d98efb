"""The words that a column may hold."""

from __future__ import annotations

from typing import get_args

import pytest

from transforms.records import choices

_CHOICES = {name: get_args(value) for name, value in vars(choices).items() if get_args(value)}


@pytest.mark.parametrize("name", _CHOICES)
def test_each_word_stands_once(name: str) -> None:
    assert len(set(_CHOICES[name])) == len(_CHOICES[name]) > 1


def test_a_speaker_of_each_type_has_a_kind() -> None:
    assert {"named_person", "body", "place"} <= set(_CHOICES["SpeakerKind"])
