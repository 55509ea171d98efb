"""Whether marked words are a sentence, or words in the outlet's own."""

from __future__ import annotations

import pytest

from transforms.quotes.spans.marks import find_marked
from transforms.quotes.spans.quote_kinds import find_kinds

KINDS = [
    ("“We will go home,” she said.", ["direct"]),
    ("She called it “a shame”.", ["mixed"]),
    ("“If it rains,” she said, “we stay.”", ["direct", "direct"]),  # a tag interrupts a sentence
    ("“No,” she said.", ["direct"]),  # one word with a comma
    ("She said “Never Again” twice.", ["mixed"]),
    ("She said: “We will go", ["direct"]),  # never closed
    ("It was sold to the “Anglo-Tarsian Union,” which paid.", ["mixed"]),  # an article makes it part of the sentence
    ("Votes for “More Bread,” she said, doubled.", ["mixed"]),
    ("She replied, “It is dear. The lamp cost too much” but smiled.", ["direct"]),  # two sentences
    ("She praised “Dr. Moss” twice.", ["mixed"]),  # a stop that ends none
    ("She filmed “Salt vs. Pepper” there.", ["mixed"]),
    ("She sold the “No. 5 St. Orlo” lamp.", ["mixed"]),
]


@pytest.mark.parametrize(("text", "expected"), KINDS)
def test_kinds(text: str, expected: list[str]) -> None:
    marked = find_marked(text)
    assert list(find_kinds(text, marked, [False] * len(marked), "body")) == expected


def test_a_title_is_nobodys_words_and_a_headline_quotes_words_only() -> None:
    text = "“We will go home,” says Orlo"
    assert find_kinds(text, find_marked(text), [True], "body") == ("scare",)
    assert find_kinds(text, find_marked(text), [False], "title") == ("mixed",)
