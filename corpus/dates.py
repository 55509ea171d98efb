"""Dates as feeds, sitemaps and JSON lines write them: read whole or not at all, the same on every day and in every time zone."""

from __future__ import annotations

import csv
import functools
import re
import unicodedata
from datetime import UTC, date, datetime, timedelta, timezone
from importlib import resources
from zoneinfo import ZoneInfo

# Seconds since 1970 that give a day on which there was a web to publish on, 1989 to 2128; thousandths of them as well.
EARLIEST_SECOND = 600_000_000
LATEST_SECOND = 5_000_000_000
# Years of two digits, as mail has them (RFC 5322, 4.3): 00 to 49 are of this century.
_LAST_SHORT_YEAR = 49
_LONGEST = 100
# The zones that mail names (RFC 822) and those whose short name is of one zone alone in the time zone database, in hours from UTC.
# Of others ("IST", of India, Ireland and Israel) the hour is not known.
_NAMED_ZONES = {
    "z": 0, "gmt": 0, "utc": 0, "ut": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "wet": 0,
    "west": 1, "cet": 1, "cest": 2, "mez": 1, "mesz": 2, "eet": 2, "eest": 3, "msk": 3, "cat": 2, "eat": 3, "sast": 2, "hkt": 8, "jst": 9,
    "kst": 9, "wib": 7, "aest": 10, "aedt": 11, "nzst": 12, "nzdt": 13, "akst": -9, "akdt": -8, "hst": -10,
}  # fmt: skip
# Programs write the first second that they can count where they know no day, and the first day of the calendar.
_NO_DAY = datetime(1970, 1, 1, tzinfo=UTC)
_EARLIEST_YEAR = 1600  # newspapers begin a few years after

_WORD = r"[^\W\d_]{2,14}"
_WEEKDAY = rf"(?:(?P<weekday>{_WORD})(?:-feira)?(?:[.,]+\s*|\s+))?"
_TIME = (
    r"(?:(?:\s*[T,|–-]\s*|\s+)(?:(?:at|um|à|om|kl)\.?\s+)?"
    r"(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?(?:\s*(?P<half>[ap])\.?m\.?)?(?:\s*(?:Uhr|uur))?"
    r"\s*(?P<zone>Z|(?:(?:GMT|UTC)\s*)?[+-]\d{1,2}:?(?:\d{2})?(?:\sUTC)?|[A-Z]{2,5})?(?:\s?\([^()]*\)|\[[\w/+-]*\])?)?"
)
_FORMS = tuple(
    re.compile(form + _TIME, re.IGNORECASE)
    for form in (
        rf"{_WEEKDAY}(?P<year>\d{{4}})(?P<by>[-/.])(?P<month>\d{{1,2}})(?P=by)(?P<day>\d{{1,2}})",
        r"(?P<year>\d{4})\.\s?(?P<month>\d{1,2})\.\s?(?P<day>\d{1,2})\.?",
        r"(?P<year>\d{4})\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]",
        rf"{_WEEKDAY}(?P<one>\d{{1,2}})(?P<by>[-/.])(?P<two>\d{{1,2}})(?P=by)(?P<year>\d{{4}})",
        rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?(?:\s+(?:of|de))?[\s-]*(?P<name>{_WORD})\.?,?(?:\s+del?)?[\s-]*(?P<year>\d{{4}}|\d{{2}})",
        # As C's asctime and the command `date` have it, the time before the year.
        rf"{_WEEKDAY}(?P<name>{_WORD}) (?P<day>\d{{1,2}}) (?P<clock>\d\d:\d\d:\d\d) (?:(?P<clock_zone>[A-Z]{{3}}) )?(?P<year>\d{{4}})",
        rf"{_WEEKDAY}(?P<name>{_WORD})\.?\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,\s*|\s+)(?P<year>\d{{4}})",
    )
)
_DIGITS = re.compile(r"\d{8,14}", re.ASCII)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)T?(?:(\d\d)(\d\d)(\d\d)?)?(Z)?", re.ASCII)


def read_date(text: str, time_zone: str | None) -> str | None:
    """A date in ISO form: with its zone, or without one where neither it nor the outlet has one. None where it is not read whole,
    or where it may be two days ("03/04/2025").

    >>> read_date("Tue, 04 Mar 2025 23:30:00 GMT", "Europe/Malta"), read_date("2025-03-04", None)
    ('2025-03-05T00:30:00+01:00', '2025-03-04')
    >>> read_date("Tuesday, March 4, 2025 - 10:15", None), read_date("yesterday", None)
    ('2025-03-04T10:15:00', None)
    """
    text = " ".join(unicodedata.normalize("NFKC", text).split())
    if not text or len(text) > _LONGEST:
        return None
    try:
        moment = _read_digits(text) or _read_words(text, knows_zone=time_zone is not None)
        if moment is None or moment.year < _EARLIEST_YEAR or moment == _NO_DAY:
            return None
        if not isinstance(moment, datetime):
            return moment.isoformat()
        if time_zone:
            zone = ZoneInfo(time_zone)
            moment = moment.astimezone(zone) if moment.tzinfo else moment.replace(tzinfo=zone)
        return moment.isoformat(timespec="seconds")
    except (ValueError, OverflowError):
        return None


def _read_digits(text: str) -> date | None:
    """Seconds or thousandths since 1970, or a day and time without separators."""
    if _DIGITS.fullmatch(text) and len(text) in (9, 10, 12, 13):
        seconds = int(text) / (1000 if len(text) > 10 else 1)
        return datetime.fromtimestamp(seconds, UTC).replace(microsecond=0) if EARLIEST_SECOND <= seconds <= LATEST_SECOND else None
    found = _COMPACT.fullmatch(text)
    if not found:
        return None
    day = date(int(found[1]), int(found[2]), int(found[3]))
    if not found[4]:
        return day
    return datetime(day.year, day.month, day.day, int(found[4]), int(found[5]), int(found[6] or 0), tzinfo=UTC if found[7] else None)


def _read_words(text: str, *, knows_zone: bool) -> date | None:
    for form in _FORMS:
        if (found := form.fullmatch(text)) and (day := _day_of(found)):
            moment = _moment_of(found, day)
            # A zone that has a name of several is the outlet's where that is known; else of the moment only the day is.
            is_unknown = (named := found["zone"]) and named.isalpha() and named.lower() not in _NAMED_ZONES
            return day if is_unknown and not knows_zone else moment
    return None


def _day_of(found: re.Match[str]) -> date | None:
    parts = found.groupdict()
    if (weekday := parts.get("weekday")) and _fold(weekday) not in _words("weekday"):
        return None
    year = int(parts["year"])
    if len(parts["year"]) == 2:
        year += 2000 if year <= _LAST_SHORT_YEAR else 1900
    if name := parts.get("name"):
        month = _words("month").get(_fold(name))
        return date(year, month, int(parts["day"])) if month else None
    if parts.get("month"):
        return date(year, int(parts["month"]), int(parts["day"]))
    one, two = int(parts["one"]), int(parts["two"])
    # With dots the day comes first; with other marks it may be either, so one of the two must say.
    if parts["by"] == "." or one > 12 or one == two:
        return date(year, two, one)
    return date(year, one, two) if two > 12 else None


def _moment_of(found: re.Match[str], day: date) -> date:
    parts = found.groupdict()
    if clock := parts.get("clock"):
        return datetime.fromisoformat(f"{day.isoformat()}T{clock}").replace(tzinfo=_zone_of(parts["clock_zone"]))
    if parts["hour"] is None:
        return day
    hour, minute, second = int(parts["hour"]), int(parts["minute"]), int(parts["second"] or 0)
    if parts["half"]:
        if not 1 <= hour <= 12:
            raise ValueError("an hour of half a day")
        hour = hour % 12 + (12 if parts["half"].lower() == "p" else 0)
    # The end of a day is the start of the next; a leap second is the one before it.
    is_end = (hour, minute, second) == (24, 0, 0)
    moment = datetime(day.year, day.month, day.day, 0 if is_end else hour, minute, min(second, 59) if second <= 60 else second)
    return (moment + timedelta(days=is_end)).replace(tzinfo=_zone_of(parts["zone"]))


def _zone_of(text: str | None) -> timezone | None:
    named = (text or "").lower()
    if named in _NAMED_ZONES:
        return timezone(timedelta(hours=_NAMED_ZONES[named])) if _NAMED_ZONES[named] else UTC
    offset = re.search(r"([+-])(\d{1,2}):?(\d{2})?(?: utc)?$", named)
    if not offset:
        return None
    minutes = int(offset[2]) * 60 + int(offset[3] or 0)
    return timezone(timedelta(minutes=-minutes if offset[1] == "-" else minutes)) if minutes else UTC


def _fold(word: str) -> str:
    return word.casefold().removesuffix(".")


@functools.cache
def _words(kind: str) -> dict[str, int]:
    """Months or weekdays by their names."""
    text = resources.files("corpus").joinpath("data/calendar_words.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {_fold(word): int(row["number"]) for row in rows if row["kind"] == kind for word in row["words"].split()}
