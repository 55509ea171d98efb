"""What a report states: figures and weekdays of its lead, the latest year it names."""

from __future__ import annotations

import pytest

from transforms.groups.features.signs import find_signs


@pytest.mark.parametrize(
    ("lead", "figures"),
    [
        ("The ferry had 212 aboard, 14 of them crew.", {"212", "14"}),
        ("A quake of 4.6 shook Almora at 2:09 in the night.", {"4.6", "2:09"}),
        ("Damage of $1,250,000.", {"1250000"}),
        ("A crew of 7 on the A320 and Route66.", set()),
    ],
)
def test_figures(lead: str, figures: set[str]) -> None:
    assert set(find_signs(lead, lead).figures) == figures


@pytest.mark.parametrize(
    ("lead", "weekdays"),
    [("Aground on Tuesday, afloat on FRIDAY", ("fri", "tues")), ("Aground last night", ()), ("A sunny Sundayish", ("sun",))],
)
def test_weekdays(lead: str, weekdays: tuple[str, ...]) -> None:
    assert find_signs(lead, lead).weekdays == weekdays


@pytest.mark.parametrize(
    ("whole", "years"),
    [("Built in 1998, sold in 2029, for 2100 people.", (2029,)), ("No year at all", ()), ("In 1204 and 1949", ())],
)
def test_the_latest_year(whole: str, years: tuple[int, ...]) -> None:
    assert find_signs("", whole).years == years
