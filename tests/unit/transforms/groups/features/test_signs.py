"""What a report states: weekdays of its lead, the latest year it names."""

from __future__ import annotations

import pytest

from transforms.groups.features.signs import find_signs


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
