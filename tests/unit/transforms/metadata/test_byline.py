"""Bylines as printed give names, and lines that only begin like one give none."""

from __future__ import annotations

import pytest

from transforms.metadata.byline import clean_name, find_byline, find_contributors, is_author_name, is_office, split_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Text: Anna Orlo", ["Anna Orlo"]),
        ("Interview: Anna Orlo", ["Anna Orlo"]),
        ("Autorin/Autor Anna Orlo", ["Anna Orlo"]),
        ("Eine Kolumne von Anna Orlo", ["Anna Orlo"]),
        ("Analysis by Anna Orlo and Piet Moor", ["Anna Orlo", "Piet Moor"]),
        ("Auteur : Anna Orlo", ["Anna Orlo"]),
        ("By Anna Orlo, Chief Reporter", ["Anna Orlo"]),
        ("By Anna Orlo Tuesday", ["Anna Orlo"]),
        ("Reviewed by Anna Orlo", ["Anna Orlo"]),
        ("Review: Anna Orlo", ["Anna Orlo"]),
        ("Rezension: Anna Orlo", ["Anna Orlo"]),
        ("Review: Pride and Sorrow", []),  # what is reviewed
        ("Report: Harbour Wall", []),
        ("Book review by Anna Orlo", ["Anna Orlo"]),
        ("Eine Rezension von Anna Orlo", ["Anna Orlo"]),
        ("Text: Anna Orlo Fotos: Piet Moor", ["Anna Orlo"]),
        ("Text Anna Orlo", []),  # a label of so common a word needs its colon
        ("Interview: the council met", []),
    ],
)
def test_labels_and_kinds_of_pieces_in_front_of_names(text: str, names: list[str]) -> None:
    assert find_byline(text) == names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By Anna Orlo", ["Anna Orlo"]),
        ("By ANNA ORLO and Piet van Dal", ["ANNA ORLO", "Piet van Dal"]),
        ("Von Anna Orlo, Wien", ["Anna Orlo"]),
        ("By Associated Press", ["Associated Press"]),
        ("Anna Orlo | 05.04.2025 - 12:30", ["Anna Orlo"]),
        ("Anna Orlo • October 3, 2025", ["Anna Orlo"]),
        ("Port Orlo | 40,000 people", []),
        ("By OPN, in News, Harbours · 31 Jan 2025", ["OPN"]),
        ("(责编：安山、皮海)", ["安山", "皮海"]),
        ("By Monday the council had met, she said.", []),
        ("By far the largest town, Orlo is old.", []),
        ("Posted on September 21, 2020 by Anna Orlo", ["Anna Orlo"]),
        ("06.11.2023 13:30 von Olga", ["Olga"]),
        ("Stars (1 / 1) 06.11.2023 13:30 von Olga | 3", ["Olga"]),
        ("Publié le 3 mars 2025 par Anna Orlo", ["Anna Orlo"]),
        ("5. Januar 2016 von Wallfan Ein Kommentar", ["Wallfan"]),
        ("5 January 2016 by Anna Orlo In Harbours", ["Anna Orlo"]),
        ("On 5 January 2016 by Monday evening it rained", []),
        ("---- by Anna Orlo", ["Anna Orlo"]),
    ],
)
def test_byline(text: str, expected: list[str]) -> None:
    assert find_byline(text) == expected


def test_names_are_split() -> None:
    assert split_names("Anna Orlo, Piet Moor and Ida Berg") == ["Anna Orlo", "Piet Moor", "Ida Berg"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orlo Press journalist Anna Dal in Beirut contributed.", ["Anna Dal"]),
        ("Anna Dal in Beirut and Piet Moor in Orlo contributed to this report.", ["Anna Dal", "Piet Moor"]),
        ("Reporting by Anna Dal and Piet Moor; editing by Ida Berg", ["Anna Dal", "Piet Moor", "Ida Berg"]),
    ],
)
def test_contributors(text: str, expected: list[str]) -> None:
    assert find_contributors(text) == expected


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("By Anna Orlo", "Anna Orlo"),
        ("ByAnna Orlo", "Anna Orlo"),
        ("Anna Orlo (anna@post.example)", "Anna Orlo"),
        ("Anna Orlo, Staff Writer", "Anna Orlo"),
        ("Anna Orlo is a mason", "Anna Orlo"),
        ("大橋美良記者", "大橋美良"),
        ("@annaorlo", None),
        ("12", None),
        ("x" * 81, None),
    ],
)
def test_name_without_what_stands_around_it(printed: str, name: str | None) -> None:
    assert clean_name(printed) == name


@pytest.mark.parametrize(
    ("text", "is_name"),
    [
        ("Anna Orlo", True),
        ("Piet van der Dal", True),
        ("Orlo Post", True),
        ("annaorlo", True),  # a login
        ("Read more", False),
        ("the council of orlo", False),
        ("January 29", False),
        ("https://post.example", False),
        ("harbour-post.de", False),
        ("news.harbour.co.uk", False),
        ("anna.orlo", True),  # a login
        ("Artikel von", False),
        ("", False),
    ],
)
def test_what_can_be_an_author_s_name(text: str, is_name: bool) -> None:
    assert is_author_name(text) is is_name


@pytest.mark.parametrize(("text", "office"), [("Chief Reporter", True), ("Reporter", False), ("Anna Reporter", False), ("", False)])
def test_an_office_is_nobody(text: str, office: bool) -> None:
    assert is_office(text) is office


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("Orlo, Anna", ["Anna Orlo"]),
        ("By Orlo, Anna", ["Anna Orlo"]),
        ("Review: Anna Orlo", ["Anna Orlo"]),
        ("Pictures: Piet Moor | Words: Anna Orlo", ["Anna Orlo"]),
        ("Anna Orlo, Piet Moor", ["Anna Orlo", "Piet Moor"]),
        ("Anna Orlo And Piet Moor For The Harbour Post On Sunday", ["Anna Orlo", "Piet Moor"]),
        ("ANNA ORLO AND PIET MOOR FOR HARBOURONLINE", ["ANNA ORLO", "PIET MOOR"]),
        ("Anna Orlo, Chief Reporter For The Tide", ["Anna Orlo"]),
        ("Voices for Harbours", ["Voices for Harbours"]),
        ("Roving Reporter", ["Roving Reporter"]),  # a pen name
        ("Night Editor", ["Night Editor"]),
        ("orlo1987", ["orlo1987"]),  # a login
        ("Anna Orlo 3 May 2026", ["Anna Orlo"]),
    ],
)
def test_names_where_authors_stand(printed: str, names: list[str]) -> None:
    assert split_names(printed) == names
