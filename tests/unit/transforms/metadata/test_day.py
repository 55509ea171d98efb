"""Days are read whole or not at all."""

from __future__ import annotations

from datetime import date

import pytest

from transforms.metadata.day import DaySpan, find_days, latest_year, read_both_ways, read_day, read_days, read_short_day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2016/6/29", date(2016, 6, 29)),
        ("Tuesday, March 4, 2025 - 10:15", date(2025, 3, 4)),
        ("Sept. 24, 2025", date(2025, 9, 24)),
        ("24th of September 2025", date(2025, 9, 24)),
        ("05/25/2020", date(2020, 5, 25)),  # no month is the 25th
        ("25/05/2020", date(2020, 5, 25)),
        ("25. Juni 2018", date(2018, 6, 25)),
        ("3 de marzo de 2025", date(2025, 3, 3)),
        ("le 1er août 2024", date(2024, 8, 1)),
        ("4 Mart 2025", date(2025, 3, 4)),
        ("2025年3月4日", date(2025, 3, 4)),
        ("20250304T101500", date(2025, 3, 4)),
        ("04.03.2025", date(2025, 3, 4)),  # dots put the day first
        ("04/03/2025", None),  # March or April
        ("20.05.31", None),  # a year of two figures
        ("31 February 2025", None),
        ("1741095000", None),  # seconds since 1970
        ("1.2.2025.4", None),  # a version
        ("in March 2025", None),
        ("", None),
    ],
)
def test_day(text: str, day: date | None) -> None:
    assert read_day(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("31.05.24, 10:26 Uhr", date(2024, 5, 31)),
        ("20.05.31", date(2020, 5, 31)),  # no page is of 2031 that was made in 2026
        ("24-05-31", date(2024, 5, 31)),
        ("05/31/24", date(2024, 5, 31)),
        ("31/05/24", date(2024, 5, 31)),
        ("05/06/24", None),  # May or June
        ("28.02.29", None),
        ("12.05.24", date(2024, 5, 12)),  # dots put the day first
        ("version 1.2.3.4", None),
        ("( Orlo Bay, 14 gennaio 20 )", date(2020, 1, 14)),
        ("3-May-’21", date(2021, 5, 3)),
        ("14 January 29", None),
        ("14 January 20 people came", None),
        ("14 January 20:15", None),
    ],
)
def test_day_of_a_year_of_two_figures(text: str, day: date | None) -> None:
    assert read_short_day(text, 2026) == day
    assert read_short_day(text, None) is None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("04/03/2025 10:15", {date(2025, 3, 4), date(2025, 4, 3)}),
        ("4-3-2025", {date(2025, 3, 4), date(2025, 4, 3)}),
        ("04.03.2025", set()),  # dots put the day first
        ("25/03/2025", set()),
        ("4/4/2025", set()),
        ("soon", set()),
    ],
)
def test_figures_that_may_be_of_two_days(text: str, days: set[date]) -> None:
    assert read_both_ways(text) == days


def test_all_days_of_a_text() -> None:
    text = "Made on 4 March 2025, changed 05.03.2025 and 2025-03-06; see 04/07/2025 and 31 February 2025."
    assert read_days(text) == {date(2025, 3, 4), date(2025, 3, 5), date(2025, 3, 6)}


def test_days_stand_in_the_order_of_the_text() -> None:
    assert find_days("On 05.03.2025 or 4 March 2025") == [DaySpan(3, 13, date(2025, 3, 5)), DaySpan(17, 29, date(2025, 3, 4))]


def test_the_last_year_that_a_page_prints() -> None:
    assert latest_year(["© 2019–2026 The Orlo Post", "room 2031a, no. 20261"]) == 2026
    assert latest_year(["in the year 1871"]) is None
