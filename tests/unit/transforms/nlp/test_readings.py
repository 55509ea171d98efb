"""What the model is given and gives back: plain values, without the model."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import FrozenInstanceError

import pytest

from transforms.nlp.readings import ModelName, Passage, Reading


def test_a_passage_begins_its_part_unless_said() -> None:
    assert Passage("body", "They left.") == Passage("body", "They left.", 0, None, False)


def test_values_do_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        ModelName(0, 4, "PERSON").label = "ORG"  # type: ignore[misc]


def test_equal_readings_are_equal() -> None:
    text = Passage("body", "They left.")
    assert Reading(text, None, (), ()) == Reading(text, None, (), ())  # type: ignore[arg-type]


def test_nothing_of_the_model_is_imported() -> None:
    code = "import sys, transforms.nlp.readings; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
