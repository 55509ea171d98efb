"""What a word tells by itself."""

from __future__ import annotations

import pytest

from transforms.groups.utterances.word_facts import read_word


@pytest.mark.parametrize(("word", "figure"), [("forty", "40"), ("40", "40"), ("one", "1"), ("once", None), ("lantern", None)])
def test_numbers_have_figures(word: str, figure: str | None) -> None:
    assert read_word(word).figure == figure


@pytest.mark.parametrize(("word", "content"), [("lanterns", True), ("the", False), ("it's", False), ("orlo's", True)])
def test_stop_words_have_no_content(word: str, content: bool) -> None:
    assert read_word(word).content is content


@pytest.mark.parametrize(("word", "denies"), [("not", True), ("wouldn't", True), ("knot", False)])
def test_negations_deny(word: str, denies: bool) -> None:
    assert read_word(word).denies is denies


def test_words_of_one_meaning_have_one() -> None:
    assert read_word("purchased").meaning == read_word("bought").meaning != read_word("bridge").meaning


def test_a_word_that_has_an_opposite_is_a_turn() -> None:
    assert read_word("rise").turn == read_word("rise").stem and read_word("bridge").turn is None
