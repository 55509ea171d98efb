"""Months and weekdays by their names."""

from __future__ import annotations

import pytest

from transforms.calendar import month_beginnings, month_languages, month_names, months, short_month_names, weekdays


@pytest.mark.parametrize(("word", "number"), [("january", 1), ("sept", 9), ("may", 5), ("märz", 3), ("december", 12)])
def test_a_month_has_its_number_in_every_language(word: str, number: int) -> None:
    assert months()[word] == number


def test_english_names_stand_in_the_order_of_the_year() -> None:
    assert (len(month_names()), month_names()[0], month_names()[-1]) == (12, "january", "december")
    assert [months()[name] for name in month_names()] == list(range(1, 13))
    assert month_beginnings() == tuple(name[:3] for name in month_names())


def test_may_has_no_short_name_and_september_two() -> None:
    assert {months()[name] for name in short_month_names()} == set(range(1, 13)) - {5}
    assert [name for name in short_month_names() if months()[name] == 9] == ["sept", "sep"]


def test_the_week_begins_on_monday() -> None:
    assert (weekdays()[0], weekdays()[-1], len(weekdays())) == ("monday", "sunday", 7)


def test_languages_are_told_once_english_first() -> None:
    assert month_languages()[0] == "en"
    assert len(month_languages()) == len(set(month_languages()))
