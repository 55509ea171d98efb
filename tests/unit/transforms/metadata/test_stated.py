"""Days and moments as machines write them: a moment only with a time and a zone."""

from __future__ import annotations

from datetime import UTC, date

import pytest

from transforms.metadata.stated import Published, parse_stated, to_outlet_time


@pytest.mark.parametrize(
    ("text", "at", "on"),
    [
        ("2025-01-29T23:30:00-05:00", "2025-01-30T04:30:00+00:00", date(2025, 1, 29)),
        ("2025-01-29T10:00Z", "2025-01-29T10:00:00+00:00", date(2025, 1, 29)),
        ("2025-01-29T10:00:00+0300", "2025-01-29T07:00:00+00:00", date(2025, 1, 29)),
        ("2025-01-29 10:00", None, date(2025, 1, 29)),  # no zone, no moment
        ("January 29, 2025", None, date(2025, 1, 29)),
        ("WEDNESDAY 29 JANUARY 2025", None, date(2025, 1, 29)),
        ("By Ada Tennick | Jan. 29th, 2025", None, date(2025, 1, 29)),
        ("2025-13-45", None, None),
        ("", None, None),
    ],
)
def test_stated_dates(text: str, at: str | None, on: date | None) -> None:
    found_at, found_on = parse_stated(text)
    assert (found_at.astimezone(UTC).isoformat() if found_at else None, found_on) == (at, on)


@pytest.mark.parametrize(
    ("text", "at", "on"),
    [
        ("2025-01-29 23:30", "2025-01-29T22:30:00+00:00", date(2025, 1, 29)),  # the time that readers there saw
        ("2025-07-29T23:30:00", "2025-07-29T21:30:00+00:00", date(2025, 7, 29)),  # in summer
        ("2025-01-29T23:30:00Z", "2025-01-29T23:30:00+00:00", date(2025, 1, 30)),  # it was tomorrow already
        ("2025-01-29", None, date(2025, 1, 29)),
    ],
)
def test_time_zone_of_the_outlet_settles_moment_and_day(text: str, at: str | None, on: date) -> None:
    found = to_outlet_time(Published(*parse_stated(text, "Europe/Malta"), "meta"), "Europe/Malta")
    assert (found.at.astimezone(UTC).isoformat() if found.at else None, found.on) == (at, on)
