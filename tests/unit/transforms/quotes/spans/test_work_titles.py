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
    ("The fair has the theme ‘Ports: Partners for Growth and Trade’.", True),
    ("They met under the theme “We grow what we eat.”", True),
    ("The article “Is the old bridge still safe?” (Jan. 15) errs.", True),  # a headline in small letters
    ("Her op-ed “Why I left the council” was shared.", True),
    ("The article “was never read by anybody,” she said.", False),
    ('Moss, I.; Orlo, P. (2009). "Sorting tubers by salt". Journal of Tubers. 9: 4.', True),  # a list of references
    ('^ "How salt works". Velm Notes. Retrieved 4 May 2018.', True),
    ("Orlo, Ada (2017-06-08). “Growing tubers, quickly”. arXiv.", True),
    ("Re. “Bridge costs the town too much,” Page A8: I disagree.", True),
    ("Moss (2009) said “We grow tubers.”", False),
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
