"""Words of one meaning, opposites, figures and contractions do not contradict each other."""

from __future__ import annotations

from transforms.groups.words.meanings import contractions, number_words, opposites, synonyms
from transforms.groups.words.stems import stem


def test_the_first_word_stands_for_its_set() -> None:
    assert all(synonyms().get(head) == head for head in synonyms().values())
    assert synonyms()[stem("carrier")] == stem("airline")


def test_opposites_hold_both_ways_and_are_no_synonyms() -> None:
    assert all(one in opposites()[other] for one, others in opposites().items() for other in others)
    assert not [(a, b) for a, others in opposites().items() for b in others if a in synonyms() and synonyms()[a] == synonyms().get(b)]


def test_number_words_have_figures() -> None:
    assert (number_words()["one"], number_words()["forty"]) == ("1", "40")


def test_contractions_are_written_out() -> None:
    assert contractions()["we're"] == ("we", "are")
    assert all(short != " ".join(full) for short, full in contractions().items())
