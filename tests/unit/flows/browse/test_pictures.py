"""Bars over time, and where they lead."""

from __future__ import annotations

from datetime import date, timedelta

from flows.browse.pictures import draw_bars

MONDAY = date(2026, 3, 2)


def test_one_day_is_no_picture() -> None:
    assert draw_bars([], "none") is None
    assert draw_bars([(MONDAY, 5)], "one") is None


def test_a_bar_leads_to_the_days_that_it_counts() -> None:
    picture = draw_bars([(MONDAY + timedelta(7), 1), (MONDAY, 2)], "weeks", 7, lambda first, last: f"/search?q={first}+{last}")
    assert picture is not None
    assert [b.address for b in picture.bars] == ["/search?q=2026-03-02+2026-03-08", "/search?q=2026-03-09+2026-03-15"]


def test_without_rows_behind_it_a_bar_leads_nowhere() -> None:
    picture = draw_bars([(MONDAY, 2), (MONDAY + timedelta(1), 1)], "days")
    assert picture is not None
    assert {b.address for b in picture.bars} == {""}


def test_a_stray_early_day_makes_no_needles_of_the_others() -> None:
    picture = draw_bars([(date(1999, 1, 1), 9), (MONDAY, 2), (MONDAY + timedelta(1), 1)], "days")
    assert picture is not None
    assert (len(picture.bars), picture.highest, picture.last) == (2, 2, MONDAY + timedelta(1))
    assert picture.title == "days, earlier ones left out"
