"""Marked words that are names and no speech."""

from __future__ import annotations

import pytest

from transforms.quotes.spans.marks import find_marked
from transforms.quotes.spans.work_titles import is_title, is_unsaid_name

TITLES = [
    ("He hosts the show “Morning Table” on Velm FM.", True),
    ("They sang “Home Again” and left.", True),
    ("Click the “subscribe” button.", True),
    ("The so-called “rebels” fled.", True),
    ("The deal, “Salt” as it is called, failed.", True),
    ("She said: “Never Again.”", False),
    ("He said the talks were “good for both”.", False),
]


@pytest.mark.parametrize(("text", "expected"), TITLES)
def test_titles(text: str, expected: bool) -> None:
    assert is_title(text, find_marked(text)[0]) is expected


def test_a_comma_within_the_marks_that_is_the_sentences() -> None:
    text = "The rights to “Salt Road,” a thriller, were sold."
    assert is_unsaid_name(text, find_marked(text)[0])
    assert not is_unsaid_name("“No,” came the answer.", find_marked("“No,” came the answer.")[0])
