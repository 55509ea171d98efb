"""Strings are cleaned, counted and compared alike in any script."""

from __future__ import annotations

import pytest

from transforms.text import bare_key, clean_line, clean_text, count_words, ends_sentence, is_prose


def test_clean_text_composes_letters_and_drops_what_no_table_should_hold() -> None:
    assert clean_text("cafe\u0301\x00\r\nbar\u200b\ufeff") == "café\nbar"
    assert clean_line("  one\n two\u00a0three ") == "one two three"


@pytest.mark.parametrize(("text", "words"), [("Prices rose 3.5 percent", 4), ("気象庁は13日", 4), ("", 0), ("l’eau de mer", 3)])
def test_words_are_counted(text: str, words: int) -> None:
    assert count_words(text) == words


@pytest.mark.parametrize(
    ("text", "ends"), [("It met.", True), ("“It met.”", True), ("It met. (AP)", True), ("東京で。", True), ("It met", False)]
)
def test_ends_of_sentences(text: str, ends: bool) -> None:
    assert ends_sentence(text) is ends


def test_prose_is_a_sentence_or_a_long_paragraph() -> None:
    assert is_prose("The council of Port Orlo met on Monday evening.")
    assert not is_prose("More from Port Orlo")
    assert is_prose("word " * 30)


def test_keys_ignore_case_space_and_signs() -> None:
    assert bare_key("“Port-Orlo”, 3") == bare_key("PORT ORLO 3") == "portorlo3"
