"""The day and, where a page states time and zone, the moment of publication, with the evidence for it."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import chain
from typing import Any
from zoneinfo import ZoneInfo

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
    read_short_day,
    safe_date,
)
from transforms.word_lists import read_sequence

_LATEST_DAY = date(LATEST_YEAR, 12, 31)
_WEEK = 7  # days

# How much each witness of the day counts. JSON-LD is made for it; `<meta>` often tells an update; an address keeps the first day; a
# line beside the headline may be of a teaser. Two lesser ones that agree go before a greater one.
_WEIGHTS = {"json-ld": 3.0, "meta": 2.5, "url": 2.0, "text": 1.5}
# A page may be dated in a zone ahead of ours, and prepared before midnight.
_AHEAD = timedelta(days=2)
# Hours from UTC of the places that are furthest behind it and ahead of it.
_MOST_BEHIND = timedelta(hours=12)
_MOST_AHEAD = timedelta(hours=14)
# A full hour of UTC from this one on is midnight of the next day somewhere east of Greenwich: so programs write a day that they know alone.
_EARLIEST_MIDNIGHT = 12
# Elements of microdata (https://schema.org/datePublished) that show the day; `<meta>` is read with the others of its kind.
_MICRODATA = etree.XPath("//*[contains(@itemprop, 'datePublished') and not(self::meta)]")
# The microdata of a reader's comment has a day of its own.
_COMMENT = re.compile(r"comment|kommentar|comentario", re.IGNORECASE)
_ISO = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?",
    re.IGNORECASE,
)
_URL_DAY = re.compile(
    r"(?:^|[/_.-])(?:(?P<y>(?:19|20)\d{2})(?P<s>[/_.-])(?P<m>0?[1-9]|1[0-2])(?P=s)(?P<d>0[1-9]|[12]\d|3[01]|[1-9])(?!\d)|"
    r"(?P<y2>(?:19|20)\d{2})(?P<m2>0[1-9]|1[0-2])(?P<d2>0[1-9]|[12]\d|3[01])(?!\d))"
)
# An address of the web's archive tells when the page was archived.
_ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/\d+\w*/")
_FULL_DATE = re.compile(
    rf"\b(?:(?P<m1>{MONTHS})\.?\s(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y1>\d{{4}})|(?P<d2>\d{{1,2}})(?:st|nd|rd|"
    rf"th)?\.?\s(?P<m2>{MONTHS})\.?,?\s(?P<y2>\d{{4}}))\b",
    re.IGNORECASE,
)

# Names of `<meta>` that state the day of publication, the most reliable first.
META_KEYS = read_sequence("pages/words.csv", "meta of days")


@dataclass(frozen=True, slots=True)
class Published:
    """When a page was published: `at` with its zone where both are stated, the outlet's own day, and the evidence."""

    at: datetime | None
    on: date | None
    evidence: str | None


def parse_stated(text: str | None, time_zone: str | None = None) -> tuple[datetime | None, date | None]:
    """The moment (only with a time and a zone) and the day of a date as machines write it. A time that states no zone is of
    `time_zone`, an IANA name.

    >>> parse_stated("2025-01-29T23:30:00-05:00")[1]
    datetime.date(2025, 1, 29)
    >>> parse_stated("2025-01-29 23:30", "Europe/Malta")[0].isoformat()
    '2025-01-29T23:30:00+01:00'
    """
    m = _ISO.search(text) if text else None
    if not m:
        return None, read_day(text) if text else None
    try:
        day = date(int(m[1]), int(m[2]), int(m[3]))
    except ValueError:
        return None, None
    if not m[4] or not (m[7] or time_zone):
        return None, day
    zone = (m[7] or "").upper()
    sign = "+00:00" if zone in ("Z", "UTC", "GMT") else zone if ":" in zone or not zone else f"{zone[:3]}:{zone[3:] or '00'}"
    try:
        moment = datetime.fromisoformat(f"{day.isoformat()}T{int(m[4]):02}:{m[5]}:{m[6] or '00'}{sign}")
        return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(time_zone or "UTC")), day
    except ValueError:
        return None, day


def to_outlet_time(published: Published, time_zone: str | None) -> Published:
    """The same moment on the day that it was in the outlet's time zone, where both are known.

    >>> to_outlet_time(Published(datetime(2025, 1, 29, 23, 30, tzinfo=UTC), date(2025, 1, 29), "meta"), "Europe/Malta").on
    datetime.date(2025, 1, 30)
    """
    if published.at is None or time_zone is None:
        return published
    return replace(published, on=published.at.astimezone(ZoneInfo(time_zone)).date())


def find_published(
    tree: Any,
    node: dict[str, Any] | None,
    metas: dict[str, list[str]],
    url: str | None,
    fetched_at: datetime | None,
    time_zone: str | None = None,
    shown: Iterable[str] = (),
) -> Published:
    """When an HTML page was published; `shown` are the lines that stand around its headline.

    The page's JSON-LD, its `<meta>`, its address and those lines are witnesses with weights: the day with most weight wins, of equals the
    earlier one, which an update does not reach. Only where all are silent htmldate (https://github.com/adbar/htmldate) searches the page.
    The evidence names the heaviest witness of that day.
    """
    shown = list(shown)
    latest = fetched_at.date() + _AHEAD if fetched_at else _LATEST_DAY
    witnesses = [w for w in _witnesses(tree, node, metas, url, time_zone, shown) if w.on is not None]
    fitting = [w for w in witnesses if w.on and date(EARLIEST_YEAR, 1, 1) <= w.on <= latest]
    if fitting:
        return _on_outlet_day(_weigh(fitting), fitting, tree)
    if witnesses:
        return witnesses[0]
    if day := _day_of_two(metas, tree):
        return Published(None, day, "meta")
    last = latest_year([tree.text_content(), str(fetched_at.year) if fetched_at else ""])
    if day := next((d for line in shown if (d := read_short_day(line, last))), None):
        return Published(None, day, "text")
    markup = etree.tostring(tree, encoding="unicode") + (url or "")
    _know_languages()
    try:
        earliest = f"{EARLIEST_YEAR}-01-01"
        found = find_date(tree, original_date=True, extensive_search=True, url=url, min_date=earliest, max_date=latest.isoformat())
    except Exception:  # htmldate raises whatever its parsers raise; a page without a date is no failure
        found = None
    day = date.fromisoformat(found) if found else None
    if day is None or (day.month, day.day) == (1, 1) or str(day.year) not in markup:
        # The first of January is htmldate's word for "some day of that year", most often a copyright line; a year that the page
        # nowhere prints is made of two figures, in the one order of three that it knows.
        return Published(None, None, None)
    return Published(None, day, "text")


@functools.cache
def _know_languages() -> None:
    """Lets dateparser (https://dateparser.readthedocs.io), to which htmldate turns, try only the languages that we know.

    Of the two hundred that it has it would make the expressions of each at the first line that is no date: seconds of a worker's time.
    """
    get_external_parser().languages = list(month_languages())


def _witnesses(
    tree: Any, node: dict[str, Any] | None, metas: dict[str, list[str]], url: str | None, time_zone: str | None, shown: Iterable[str]
) -> Iterator[Published]:
    """What each witness says, one of a kind: JSON-LD, `<meta>` or else microdata, the address, the lines around the headline."""
    if node:
        yield Published(*parse_stated(_text(node.get("datePublished")), time_zone), "json-ld")
    stated = (parse_stated(value, time_zone) for key in META_KEYS for value in metas.get(key, ())[:2])
    marked = (parse_stated(value, time_zone) for value in _microdata(tree))
    if first := next((s for s in chain(stated, marked) if s[1]), None):
        yield Published(*first, "meta")
    if url and (m := _URL_DAY.search(_ARCHIVED.sub("", url))):
        yield Published(None, safe_date(int(m["y"] or m["y2"]), int(m["m"] or m["m2"]), int(m["d"] or m["d2"])), "url")
    updated = parse_stated(
        _text(node.get("dateModified")) if node else next(iter(metas.get("article:modified_time", ())), None), time_zone
    )[1]
    if day := next((d for d in map(read_day, shown) if d and d != updated and d.year >= EARLIEST_YEAR), None):
        yield Published(None, day, "text")


def _microdata(tree: Any) -> Iterator[str]:
    """The days of publication that elements of the page itself state, but for those of comments."""
    for element in _MICRODATA(tree):
        around = (f"{e.get('class') or ''} {e.get('id') or ''} {e.get('itemtype') or ''}" for e in element.iterancestors())
        if not any(map(_COMMENT.search, around)):
            yield element.get("content") or element.get("datetime") or element.text_content()


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
    next_day, printed = (at + _MOST_AHEAD).date(), read_days(tree.text_content())
    return next_day if next_day in printed and at.date() not in printed else None


def _on_outlet_day(found: Published, witnesses: list[Published], tree: Any) -> Published:
    """The same moment on the day that the outlet's readers saw, where it is stated in UTC only.

    That day is the one beside the headline, if it is the day before or after and some place on earth had it then; not where an address
    has the day of UTC too. Where none stands there, it may be the next day, printed elsewhere, that began at that moment.
    """
    shown = next((w.on for w in witnesses if w.evidence == "text"), None) or _printed_midnight(found, tree)
    if found.at is None or found.at.utcoffset() != timedelta(0) or shown is None or shown == found.on:
        return found
    if any(w.evidence == "url" and w.on != shown for w in witnesses):
        return found
    on_earth = {(found.at - _MOST_BEHIND).date(), (found.at + _MOST_AHEAD).date()}
    return replace(found, on=shown) if shown in on_earth else found


def _weigh(witnesses: list[Published]) -> Published:
    """The witness that most others agree with. The same moment may fall on two days: the outlet's own and that of UTC."""

    def days(w: Published) -> set[date | None]:
        return {w.on, w.at.astimezone(UTC).date() if w.at else w.on}

    def weight(w: Published) -> float:
        return sum(_WEIGHTS[o.evidence or "text"] for o in witnesses if days(o) & days(w))

    heaviest = max(map(weight, witnesses))
    best = [w for w in witnesses if weight(w) == heaviest]
    return min(best, key=lambda w: (w.on or date.max, -_WEIGHTS[w.evidence or "text"]))


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return value if isinstance(value, str) else None


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
