"""The day and, where a page states time and zone, the moment of publication, with the evidence for it."""

from __future__ import annotations

import functools
import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from htmldate import find_date  # type: ignore[import-untyped,unused-ignore]
from htmldate.extractors import get_external_parser  # type: ignore[import-untyped,unused-ignore]
from lxml import etree

from transforms.calendar import month_languages, months, weekdays
from transforms.metadata.dateline import MONTHS
from transforms.metadata.day import (
    EARLIEST_YEAR,
    LATEST_YEAR,
    latest_year,
    read_both_ways,
    read_day,
    read_days,
    safe_date,
)
from transforms.metadata.day_witnesses import META_KEYS, MOST_AHEAD, Witness, days_on_earth, find_witnesses, weigh
from transforms.metadata.shown_day import ShownLines, find_short_day, find_update_day
from transforms.metadata.stated import Published

_LATEST_DAY = date(LATEST_YEAR, 12, 31)
_WEEK = 7  # days

# A page may be dated in a zone ahead of ours, and prepared before midnight.
_AHEAD = timedelta(days=2)
# A full hour of UTC from this one on is midnight of the next day somewhere east of Greenwich: so programs write a day that they know alone.
_EARLIEST_MIDNIGHT = 12
_FULL_DATE = re.compile(
    rf"\b(?:(?P<m1>{MONTHS})\.?\s(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y1>\d{{4}})|(?P<d2>\d{{1,2}})(?:st|nd|rd|"
    rf"th)?\.?\s(?P<m2>{MONTHS})\.?,?\s(?P<y2>\d{{4}}))\b",
    re.IGNORECASE,
)


def find_published(
    tree: Any,
    node: dict[str, Any] | None,
    metas: dict[str, list[str]],
    url: str | None,
    fetched_at: datetime | None,
    time_zone: str | None = None,
    shown: ShownLines | None = None,
) -> Published:
    """When an HTML page was published; `shown` are the lines around its text in which its day may stand.

    The page's JSON-LD, its `<meta>`, its address and those lines are witnesses with weights: the day with most weight wins, of equals the
    earlier one, which an update does not reach. Where all are silent, a day whose year has two figures, and the day of an update, count;
    else htmldate (https://github.com/adbar/htmldate) searches the page. The evidence names the heaviest witness of that day.
    """
    shown = shown or ShownLines()
    latest = fetched_at.date() + _AHEAD if fetched_at else _LATEST_DAY
    witnesses = find_witnesses(tree, node, metas, url, time_zone, shown)
    fitting = [w for w in witnesses if w.said.on and date(EARLIEST_YEAR, 1, 1) <= w.said.on <= latest]
    if fitting:
        return _on_outlet_day(weigh(fitting), fitting, tree)
    if witnesses:
        return witnesses[0].said
    if day := _day_of_two(metas, tree):
        return Published(None, day, "meta")
    last = latest_year([tree.text_content(), str(fetched_at.year) if fetched_at else ""])
    day = find_short_day(shown, last) or find_update_day(shown) or _search_page(tree, url, latest)
    return Published(None, day, "text" if day else None)


def _search_page(tree: Any, url: str | None, latest: date) -> date | None:
    """The day that htmldate finds in the markup; takes the tree apart."""
    markup = etree.tostring(tree, encoding="unicode") + (url or "")
    _know_languages()
    try:
        earliest = f"{EARLIEST_YEAR}-01-01"
        found = find_date(tree, original_date=True, extensive_search=True, url=url, min_date=earliest, max_date=latest.isoformat())
    except Exception:  # htmldate raises whatever its parsers raise; a page without a date is no failure
        found = None
    day = date.fromisoformat(found) if found else None
    # The first of January is htmldate's word for "some day of that year", most often a copyright line; a year that the page
    # nowhere prints is made of two figures, in the one order of three that it knows.
    return None if day is None or (day.month, day.day) == (1, 1) or str(day.year) not in markup else day


@functools.cache
def _know_languages() -> None:
    """Lets dateparser (https://dateparser.readthedocs.io), to which htmldate turns, try only the languages that we know.

    Of the two hundred that it has it would make the expressions of each at the first line that is no date: seconds of a worker's time.
    """
    get_external_parser().languages = list(month_languages())


def _day_of_two(metas: dict[str, list[str]], tree: Any) -> date | None:
    """The day that `<meta>` states in figures of two readings ("11/01/2023"), where the page prints one of the two without doubt."""
    days = next((d for key in META_KEYS for value in metas.get(key, ())[:2] if (d := read_both_ways(value))), set())
    printed = days & read_days(tree.text_content()) if days else days
    return printed.pop() if len(printed) == 1 else None


def _printed_midnight(found: Published, tree: Any) -> date | None:
    """The day that began at a moment of UTC somewhere east of Greenwich, where the page prints that day and not the one of UTC."""
    at = found.at
    if at is None or at.utcoffset() or at.minute or at.second or at.hour < _EARLIEST_MIDNIGHT:
        return None
    next_day, printed = (at + MOST_AHEAD).date(), read_days(tree.text_content())
    return next_day if next_day in printed and at.date() not in printed else None


def _on_outlet_day(found: Published, witnesses: list[Witness], tree: Any) -> Published:
    """The same moment on the day that the outlet's readers saw, where it is stated in UTC only.

    That day is the one beside the headline, if it is the day before or after and some place on earth had it then; not where an address
    has the day of UTC too. Where none stands there, it may be the next day, printed elsewhere, that began at that moment.
    """
    shown = next((w.said.on for w in witnesses if w.said.evidence == "text"), None) or _printed_midnight(found, tree)
    if found.at is None or found.at.utcoffset() != timedelta(0) or shown is None or shown == found.on:
        return found
    if any(w.said.evidence == "url" and w.said.on != shown for w in witnesses):
        return found
    return replace(found, on=shown) if shown in days_on_earth(found.at) else found


def day_of_dateline(day: str, lead: str, whole: str) -> date | None:
    """The day that a dateline without a year means, from evidence in the text, or None.

    Years come from full dates in the text (captions included): the report is no older than the latest of them. Where the
    lead names a weekday, it must fall on the dateline's day or the day before. The first year that fits is taken.
    """
    if full := read_day(day):
        return full
    m = re.search(rf"({MONTHS})\.?\s(\d{{1,2}})|(\d{{1,2}})\.?\s({MONTHS})", day)
    dates = [d for d in (_match_date(f) for f in _FULL_DATE.finditer(whole)) if d and d.year >= EARLIEST_YEAR]
    if not m or not dates:
        return None
    month, number = months()[(m[1] or m[4]).lower()], int(m[2] or m[3])
    latest = max(dates)
    named = re.search(r"\b(" + "|".join(weekdays()) + r")\b", lead.lower())
    for year in (latest.year, latest.year + 1):
        candidate = safe_date(year, month, number)
        if candidate is None or candidate < latest:
            continue
        if named and (candidate.weekday() - weekdays().index(named[1])) % _WEEK > 1:
            continue
        return candidate
    return None


def _match_date(m: re.Match[str]) -> date | None:
    return safe_date(int(m["y1"] or m["y2"]), months()[(m["m1"] or m["m2"]).lower()], int(m["d1"] or m["d2"]))


def is_suspicious(published: Published, fetched_at: datetime | None) -> bool:
    """Whether the day lies before 1990, or more than two days after the page was fetched."""
    if published.on is None:
        return False
    return published.on < date(EARLIEST_YEAR, 1, 1) or (fetched_at is not None and published.on > fetched_at.date() + _AHEAD)
