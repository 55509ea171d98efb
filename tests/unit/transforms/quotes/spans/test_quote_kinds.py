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
    ("“It rained…” Orlo said softly, “until noon.”", ["direct", "direct"]),  # broken off, and gone on with
    ("“The roof,” says Orlo, who saw all of it from the back of her boat, “had gone.”", ["direct", "direct"]),  # a long tag
    ("“The roof,” a word that nobody had used in all the years of the old house, “the tiles.”", ["direct", "mixed"]),  # no tag
    ("“We won,” Orlo wrote. “@benmoss and my mum cried.”", ["direct", "direct"]),  # a sentence of its own without a capital
    ("“We want to thank them all for it” says Orlo.", ["direct"]),  # a tag without a comma
    ("She left. “We want to thank them all for it” wrote Orlo.", ["direct"]),
    ("Her “We want to thank them all for it” says much.", ["mixed"]),
    ("A “No Visitors!” plate hung there.", ["mixed"]),  # the noun behind the marks is the outlet's
    ("She had a “Who are you?” look.", ["mixed"]),
    ("To the “Who are you?” Orlo gave no answer.", ["mixed"]),
    ("With a “Well done!” she left.", ["direct"]),
    ("With an “Enough!” said to nobody, she left.", ["direct"]),
    ("The tones are “Ding,” “Dong!” and even “Knock Wood” there.", ["mixed", "mixed", "mixed"]),  # a list
    ("The tones are “ding,” “Boom!” or “Knock!” there.", ["mixed", "mixed", "mixed"]),
]


@pytest.mark.parametrize(("text", "expected"), KINDS)
def test_kinds(text: str, expected: list[str]) -> None:
    marked = find_marked(text)
    assert list(find_kinds(text, marked, [False] * len(marked), "body")) == expected


def test_a_title_is_nobodys_words_and_a_headline_quotes_words_only() -> None:
    text = "“We will go home,” says Orlo"
    assert find_kinds(text, find_marked(text), [True], "body") == ("scare",)
    assert find_kinds(text, find_marked(text), [False], "title") == ("mixed",)


VERBLESS = [
    ("She offered them “Bread with a human face,” and left.", "mixed"),  # the sentence leads into a phrase
    ("Orlo is running on “Clean Water for All.”", "mixed"),
    ("They named it “A new hope for Orlo,” and left.", "mixed"),
    ("Orlo said “Good morning to all,” and left.", "direct"),
    ("Orlo, smiling, “Good morning to all,” and left.", "direct"),
    ("“Ten thousand crowns,” she said.", "direct"),
]


@pytest.mark.parametrize(("text", "expected"), VERBLESS)
def test_words_without_a_verb_that_the_outlets_sentence_leads_into(text: str, expected: str) -> None:
    assert find_kinds(text, find_marked(text), [False], "body", [True]) == (expected,)
