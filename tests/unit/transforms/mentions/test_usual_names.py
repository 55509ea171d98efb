"""The form to call a name by."""

from __future__ import annotations

from collections import Counter

import pytest

from transforms.mentions.usual_names import fullest_name
from transforms.records import MentionType


@pytest.mark.parametrize(
    ("forms", "type_", "name"),
    [
        ({"Moss": 9, "Ada Moss": 1}, "person", "Ada Moss"),
        ({"A. Moss": 3, "Ada Moss": 1}, "person", "Ada Moss"),
        ({"ADA MOSS": 3, "Ada Moss": 1}, "person", "Ada Moss"),
        ({"ADA MOSS": 3}, "person", "ADA MOSS"),
        ({"Orlo": 1, "Greater Orlo": 2}, "place", "Greater Orlo"),
        ({"PA": 5, "Pennsylvania": 1}, "place", "Pennsylvania"),
        # an organization that is hardly ever called more fully
        ({"Orlo": 50, "Orlo Inc": 1}, "organization", "Orlo"),
        ({"Orlo": 5, "Orlo Inc": 1}, "organization", "Orlo Inc"),
        ({"The Orlo Times": 2, "Times": 1}, "organization", "The Orlo Times"),
        ({"Republican": 9, "Republicans": 2}, "group", "Republicans"),
        # a branch is not its name
        ({"Orlo Bank": 5, "Orlo Bank TV": 1}, "organization", "Orlo Bank"),
    ],
)
def test_the_fullest_usual_form(forms: dict[str, int], type_: MentionType, name: str) -> None:
    assert fullest_name(Counter(forms), type_) == name
