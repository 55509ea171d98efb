"""Days as pages print them: read whole or not at all, in the languages most met, whatever day today is."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from transforms.calendar import months
from transforms.word_lists import any_of

_MONTHS = 12  # a greater number is a day
_CENTURY = 2000  # to which a year of two figures belongs

# Years before these make no day of a page of news; a number of two figures is no year.
EARLIEST_YEAR = 1990
LATEST_YEAR = 2049
_NUMBER = r"(?<![\d./-])"
_END = r"(?![\d])(?![./-]\d)"
_YEAR_FIRST = re.compile(rf"{_NUMBER}(?P<y>(?:19|20)\d\d)\s?(?P<s>[./年-])\s?(?P<m>\d{{1,2}})\s?[./月-]\s?(?P<d>\d{{1,2}})日?{_END}")
_COMPACT = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\d)")
_YEAR_LAST = re.compile(rf"{_NUMBER}(?P<a>\d{{1,2}})\s?(?P<s>[./-])\s?(?P<b>\d{{1,2}})\s?(?P=s)\s?(?P<y>(?:19|20)\d\d){_END}")

_SHORT = re.compile(rf"{_NUMBER}(?P<a>\d\d?)(?P<s>[./-])(?P<b>\d\d?)(?P=s)(?P<c>\d\d?){_END}")
_FOUR_FIGURES = re.compile(r"(?<!\w)(?:19|20)\d\d(?!\w)")


@functools.cache
def _named() -> re.Pattern[str]:
    names = any_of(months())
    return re.compile(
        rf"\b(?:(?P<m1>{names})\.?\s(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:,|\sde)?\s?(?P<y1>(?:19|20)\d\d)|"
        rf"(?P<d2>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?(?:\s|-)(?:de\s|of\s)?(?P<m2>{names})\.?,?(?:\s|-)(?:de\s|del\s)?(?P<y2>(?:19|20)\d\d))\b",
        re.IGNORECASE,
    )


@functools.cache
def _named_short() -> re.Pattern[str]:
    """ "14 Gennaio 20", "3-May-’21": nothing behind the year that would make it a number of something."""
    return re.compile(rf"(?<!\w)(\d{{1,2}})\.?[\s-]({any_of(months())})\.?[\s-][’']?(\d\d)(?=\s*(?:$|[^\w\s:.,’']))", re.IGNORECASE)


def safe_date(year: int, month: int, day: int) -> date | None:
    """The day of the calendar, None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_day(text: str) -> date | None:
    """The first day that a text states in full, None where it states none or leaves room for doubt.

    In figures the year has four; of day and month one must be over twelve, both be equal, or dots stand between them, which puts the day
    first. Names of months count in eleven languages.

    >>> read_day("Tuesday, March 4, 2025 - 10:15"), read_day("2016/6/29"), read_day("3 de marzo de 2025")
    (datetime.date(2025, 3, 4), datetime.date(2016, 6, 29), datetime.date(2025, 3, 3))
    >>> read_day("20.05.31"), read_day("03/04/2025"), read_day("25.6.2018")
    (None, None, datetime.date(2018, 6, 25))
    """
    if m := _named().search(text):
        return safe_date(int(m["y1"] or m["y2"]), months()[(m["m1"] or m["m2"]).lower()], int(m["d1"] or m["d2"]))
    if m := _YEAR_FIRST.search(text) or _COMPACT.search(text):
        return safe_date(int(m["y"]), int(m["m"]), int(m["d"]))
    if m := _YEAR_LAST.search(text):
        a, b, year = int(m["a"]), int(m["b"]), int(m["y"])
        if m["s"] == "." or a > _MONTHS or a == b:
            return safe_date(year, b, a)
        return safe_date(year, a, b) if b > _MONTHS else None
    return None


def read_days(text: str) -> set[date]:
    """All days that a text states in full and without doubt.

    >>> sorted(read_days("Made 01.11.2023, changed on 3 November 2023, see 11/01/2023"))
    [datetime.date(2023, 11, 1), datetime.date(2023, 11, 3)]
    """
    return {day.on for day in find_days(text)}


class DaySpan(NamedTuple):
    """A day and where a text states it."""

    start: int
    end: int
    on: date


def find_days(text: str) -> list[DaySpan]:
    """All days that a text states in full and without doubt, in its order.

    >>> [span.on.day for span in find_days("Made 01.11.2023, changed on 3 November 2023")]
    [1, 3]
    """
    matches = (m for form in (_named(), _YEAR_FIRST, _YEAR_LAST) for m in form.finditer(text))
    return sorted(DaySpan(*m.span(), day) for m in matches if (day := read_day(m[0])))


def read_both_ways(text: str) -> set[date]:
    """The two days that figures may mean of which neither is over twelve, month or day first; none where one is.

    >>> sorted(read_both_ways("11/01/2023 12:43:42")), read_both_ways("11/21/2023")
    ([datetime.date(2023, 1, 11), datetime.date(2023, 11, 1)], set())
    """
    m = _YEAR_LAST.search(text)
    if not m or m["s"] == "." or read_day(text):
        return set()
    a, b, year = int(m["a"]), int(m["b"]), int(m["y"])
    return {day for day in (safe_date(year, a, b), safe_date(year, b, a)) if day}


def read_short_day(text: str, latest_year: int | None) -> date | None:
    """The first day whose year has two figures, None where it may be two days.

    Such a day is of this century, in an order that some country has: day, month, year; year, month, day; with strokes the month first
    too. No page is older than itself: a year after `latest_year`, the last that the page prints in four figures, is none. Of the
    orders left, dots put the day first.

    >>> read_short_day("31.05.24", 2026), read_short_day("20.05.31", 2026), read_short_day("05/06/24", 2026)
    (datetime.date(2024, 5, 31), datetime.date(2020, 5, 31), None)
    """
    if not latest_year:
        return None
    if m := _named_short().search(text):
        named = safe_date(_CENTURY + int(m[3]), months()[m[2].lower()], int(m[1]))
        return named if named and named.year <= latest_year else None
    m = _SHORT.search(text)
    if not m:
        return None
    a, b, c = m["a"], m["b"], m["c"]
    orders = [(c, b, a), (a, b, c), *([(c, a, b)] if m["s"] == "/" else [])]
    days = [safe_date(_CENTURY + int(y), int(month), int(d)) for y, month, d in orders if len(y) == 2]
    fit = list(dict.fromkeys(d for d in days if d and d.year <= latest_year))
    return fit[0] if len(fit) == 1 or (fit and m["s"] == ".") else None


def latest_year(texts: Iterable[str]) -> int | None:
    """The last year that texts print in four figures, of those that news has."""
    years = [int(y) for text in texts for y in _FOUR_FIGURES.findall(text)]
    return max((y for y in years if EARLIEST_YEAR <= y <= LATEST_YEAR), default=None)
