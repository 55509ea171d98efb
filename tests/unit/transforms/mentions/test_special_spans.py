"""Spans that rules see better than the model."""

from __future__ import annotations

import pytest

from tests.unit.transforms.mentions.scans import scan
from transforms.mentions.special_spans import special_spans


def _spans(text: str, *labels: tuple[str, str], is_opening: bool = False) -> list[tuple[str, str | None]]:
    return [(c.text, c.type) for c in special_spans(scan(text, *labels), is_opening)]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("ORLO (AP) — The mayor left.", [("ORLO", "place")]),
        ("ORLO, Tunisia, May 3 (EFE) - The mayor left.", [("ORLO", "place"), ("Tunisia", "place")]),
        ("The mayor of ORLO left.", []),
    ],
)
def test_dateline(text: str, spans: list[tuple[str, str]]) -> None:
    assert _spans(text, is_opening=True) == spans


def test_a_dateline_stands_only_in_an_opening() -> None:
    assert _spans("ORLO (AP) — The mayor left.") == []


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("They met in Harrow, PA, again.", ("PA", "place")),
        ("They left Doctors Without Borders.", ("Doctors Without Borders", "organization")),
        ("They asked the Tunisian foreign ministry again.", ("Tunisian foreign ministry", "organization")),
        ("They asked Tunisia’s parliament again.", ("Tunisia’s parliament", "organization")),
        ("They asked the culture ministry again.", ("culture ministry", "organization")),
        # what is named after a city
        ("In 2016, Boston magazine ran it.", ("Boston magazine", "organization")),
        ("They told WXB 4 New York again.", ("WXB 4 New York", "organization")),
        ("They asked the Boston Fed again.", ("Boston Fed", "organization")),
        ("They left the Arlo regime.", ("Arlo regime", "organization")),
        ("They left the Arlo family.", ("Arlo family", "group")),
        ("They left St. Orlo's Hospital.", ("St. Orlo's Hospital", "organization")),
    ],
)
def test_spans(text: str, span: tuple[str, str]) -> None:
    assert span in _spans(text)


@pytest.mark.parametrize(
    "text",
    [
        "They asked the parliament.",
        "They left the Tunisian regime.",
        "They met in Harrow, UP.",
        "THEY LEFT THE ARLO REGIME AGAIN",
        "She runs a Boston magazine.",
        "NYK 5 Boston 3",
    ],
)
def test_no_spans(text: str) -> None:
    assert _spans(text) == []


@pytest.mark.parametrize(
    ("text", "label", "spans"),
    [
        ("They met Ada “Salt” Moss.", "Ada", [("Ada “Salt” Moss", "person")]),
        ("They met Ada Jane (A.J.) Moss.", "Ada Jane", [("Ada Jane (A.J.) Moss", "person")]),
        ("They met Ada Moss (Tunisia) Orlo.", "Ada Moss", []),
    ],
)
def test_a_nickname_stands_within_a_name(text: str, label: str, spans: list[tuple[str, str]]) -> None:
    assert _spans(text, (label, "PERSON")) == spans
