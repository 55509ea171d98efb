"""Country words."""

from __future__ import annotations

import pytest

from transforms.countries import adjective_code, capital_code, countries, name_code, people_code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Syria", "SY"),
        ("the Netherlands", "NL"),
        ("U.S.", "US"),
        ("US", "US"),
        ("us", None),
        ("Us", None),
        ("Türkiye", "TR"),
        ("Damascus", None),
    ],
)
def test_names(text: str, code: str | None) -> None:
    assert name_code(text) == code


@pytest.mark.parametrize(("text", "code"), [("Syrian", "SY"), ("Dutch", "NL"), ("Polish", "PL"), ("Syria", None)])
def test_adjectives(text: str, code: str | None) -> None:
    assert adjective_code(text) == code


@pytest.mark.parametrize(
    ("text", "code"), [("Syrians", "SY"), ("Danes", "DK"), ("Poles", "PL"), ("Czechs", "CZ"), ("Iraqis", "IQ"), ("Syrian", None)]
)
def test_people(text: str, code: str | None) -> None:
    assert people_code(text) == code


def test_a_capital_is_not_its_country_but_speaks_for_it() -> None:
    assert (capital_code("Damascus"), name_code("Damascus")) == ("SY", None)
    assert capital_code("Aleppo") is None


def test_codes_are_unique() -> None:
    codes = [c.code for c in countries()]
    assert len(codes) == len(set(codes))
    assert all(c.names for c in countries())
