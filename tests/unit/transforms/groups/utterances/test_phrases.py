"""Contractions, phrases and figures are written out alike, whatever the outlet prints."""

from __future__ import annotations

import pytest

from transforms.groups.utterances.phrases import spell_out


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("We can't wait a fortnight", "We cannot wait two weeks".replace("two", "2")),
        ("No one came", "Nobody came"),
        ("two in five boats", "40 per cent boats"),
        ("40% of boats", "40 percent of boats"),
        ("$90m", "90 million dollars"),
        ("€1.5 billion", "1.5bn euros"),
        ("thirty-one people", "31 people"),
        ("1,250 boats", "1250 boats"),
        ("four decades", "40 years"),
        ("90 litres daily", "90 litres a day"),
        ("200 miles", "about 320 kilometres"),
        ("40,000 feet", "about twelve kilometers"),
        ("1,000 feet an hour", "about 300 metres an hour"),
        ("thirty cubic metres of dye", "30,000 litres of dye"),
        ("2 tonnes of rice", "2,000 kilos of rice"),
        ("They did it for nothing", "They did it free of charge"),
        ("no more than a plank", "only a plank"),
        ("100 acres", "about 40 hectares"),
        ("a quarter of the boats", "25% of the boats"),
        ("two fifths of the boats", "40% of the boats"),
        ("a drop of one fifth", "a drop of 20 per cent"),
        ("no fewer than forty boats", "at least forty boats"),
        ("They waited no less than a year", "They waited at least a year"),
        ("home not later than Monday", "home by Monday"),
    ],
)
def test_one_meaning_has_one_form(text: str, other: str) -> None:
    assert spell_out(text) == spell_out(other)


@pytest.mark.parametrize(
    "text", ["twenty boats, thirty sails", "a 5k run", "no one-way street", "five o'clock", "miles and miles", "a foot"]
)
def test_what_is_no_phrase_is_kept(text: str) -> None:
    assert spell_out(text)
    assert spell_out("twenty thirty") == ["twenty", "thirty"]


def test_nothing_gives_nothing() -> None:
    assert spell_out("") == []
