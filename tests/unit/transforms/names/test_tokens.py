"""Words of a passage as names need them."""

from __future__ import annotations

import pytest

from transforms.names.tokens import is_name_word, letter_case, tokenise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orlo’s J.R. Moss", ["Orlo", "’s", "J.R.", "Moss"]),
        ("St. Orlo", ["St.", "Orlo"]),
        ("Leeds-based", ["Leeds", "-", "based"]),
        ("ex-Orlo", ["ex", "-", "Orlo"]),
        ("Russia-Syria ties", ["Russia", "-", "Syria", "ties"]),  # countries part
        ("Jean-Pierre al-Hadrani", ["Jean-Pierre", "al-Hadrani"]),  # names do not
        ("O’Farrell", ["O’Farrell"]),
        ("Han Seo-jun", ["Han", "Seo-jun"]),  # two syllables of one Korean name
        ("Tarsia-led", ["Tarsia", "-", "led"]),
        ("Air Leeds-run", ["Air", "Leeds", "-", "run"]),
        ("the U.S.-led", ["the", "U.S.", "-", "led"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    tokens = tokenise(text)
    assert [t.text for t in tokens] == expected
    assert all(text[t.start : t.end] == t.text for t in tokens)


@pytest.mark.parametrize(
    ("word", "expected"), [("Moss", True), ("al-Sharqa", True), ("d’Arlo", True), ("moss", False), ("re-Run", False), ("7", False)]
)
def test_name_words(word: str, expected: bool) -> None:
    assert is_name_word(word) is expected


@pytest.mark.parametrize(
    ("text", "is_title", "expected"),
    [
        ("Moss Says Mine Will Close After Strike", True, "title"),
        ("Moss Says Mine Will Close After Strike.", False, "sentence"),  # a sentence ends so
        ("MINE CLOSES AFTER LONG STRIKE", True, "capitals"),
        ("Moss says the mine will close", True, "sentence"),
        ("1. Ada Moss (Norway) 12.3 2. Zoë Lind (Sweden) 12.5", False, "sentence"),  # a table, not a headline
        ("", False, "sentence"),
    ],
)
def test_letter_case(text: str, is_title: bool, expected: str) -> None:
    assert letter_case(tokenise(text), is_title) == expected
