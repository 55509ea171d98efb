"""Words of names."""

from __future__ import annotations

import pytest

from transforms.names.forms import core_words, cut_possessive, name_words, plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đorđe Lukić", "dorde lukic"),
        ("O’Farrell", "o'farrell"),  # curly apostrophe
        ("Zoe\u0308", "zoe"),  # decomposed diacritic
        ("Лобаков", "lobakov"),
    ],
)
def test_plain_letters(text: str, expected: str) -> None:
    assert plain(text) == expected


@pytest.mark.parametrize(("text", "expected"), [("Orlo’s", "Orlo"), ("Orlo's", "Orlo"), ("the Banes'", "the Banes"), ("Moss", "Moss")])
def test_possessive_is_cut(text: str, expected: str) -> None:
    assert cut_possessive(text) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ada Tennick", ("ada", "tennick")),
        ("Prince Salman bin Turki", ("salman", "turki")),  # a title and a particle
        ("Sen. Ada Tennick Jr.", ("ada", "tennick")),  # a suffix tells nothing of the words
        ("Abdel Fattah al-Hadrani", ("abdelfattah", "hadrani")),  # a servant's name is one name
        ("Jean-Pierre Valnoux", ("jean", "pierre", "valnoux")),
        ("al", ("al",)),  # nothing but a particle stays
    ],
)
def test_core_words_of_people(name: str, expected: tuple[str, ...]) -> None:
    assert core_words(name) == expected


def test_words_of_any_text_do_not_fail() -> None:
    for text in ("", "’s", "…", "42", "\udcff", "النص"):
        assert isinstance(name_words(text), tuple)
