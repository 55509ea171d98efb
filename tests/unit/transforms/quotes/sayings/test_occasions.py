"""The occasion on which something was said."""

from __future__ import annotations

import pytest

from transforms.quotes.sayings.occasions import find_occasion

OCCASIONS = [
    ("She said no in a statement.", "in a statement"),
    ("In a March interview with Orlo Radio, she said no.", "In a March interview with Orlo Radio"),
    ("She said no in the rain.", None),
]


@pytest.mark.parametrize(("text", "expected"), OCCASIONS)
def test_occasions(text: str, expected: str | None) -> None:
    assert find_occasion(text, 0, len(text), text.index("said")) == expected


def test_what_stands_far_behind_the_cue_is_part_of_what_is_said() -> None:
    text = "She said that he had lied to them all in an interview."
    assert find_occasion(text, 0, len(text), 4, latest=20) is None
