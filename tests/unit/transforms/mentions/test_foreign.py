"""Names in languages that the model does not know: only certain ones."""

from __future__ import annotations

from tests.unit.transforms.mentions.scans import scan
from transforms.mentions.foreign import foreign_candidates


def test_forenames_cities_and_countries_are_certain() -> None:
    text = scan("Der Antrag von Händlern, wie die Juristin Karla Brandner in Hamburg sagte, betrifft Portugal und die UNESCO.")
    assert [(c.text, c.type) for c in foreign_candidates(text)] == [
        ("Karla Brandner", "person"),
        ("Hamburg", "place"),
        ("Portugal", "place"),
        ("UNESCO", "organization"),
    ]


def test_nouns_with_capitals_are_none() -> None:
    assert not list(foreign_candidates(scan("Die Gefahr von Missbrauch und die Zahl von Sternen.")))
