"""The day and, where a page states time and zone, the moment of publication, with the evidence for it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from htmldate import find_date  # type: ignore[import-untyped,unused-ignore]

from transforms.metadata.dateline import MONTHS

# Bounds for dates found by searching; what a page states outright may lie outside and is flagged.
_EARLIEST = "1990-01-01"
_LATEST = "2049-12-31"
_ISO = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?",
    re.IGNORECASE,
)
_URL_DAY = re.compile(r"(?:^|[/_.-])((?:19|20)\d{2})[/_.-]?(0?[1-9]|1[0-2])[/_.-]?(0[1-9]|[12]\d|3[01]|[1-9](?=\D|$))(?:\D|$)")
_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_FULL_DATE = re.compile(
    rf"\b(?:(?P<m1>{MONTHS})\.?\s(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y1>\d{{4}})|(?P<d2>\d{{1,2}})(?:st|nd|rd|"
    rf"th)?\.?\s(?P<m2>{MONTHS})\.?,?\s(?P<y2>\d{{4}}))\b",
    re.IGNORECASE,
)

# Names of `<meta>` that state the day of publication, the most reliable first.
META_KEYS = (
    "article:published_time", "og:article:published_time", "datepublished", "date.published", "publish-date", "publish_date",
    "publishdate", "published_time", "pubdate", "pub_date", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created",
    "dc.date", "dcterms.date", "date", "article.published", "cxenseparse:recs:publishtime", "cxenseparse:publishtime",
    "article_date_original", "originalpublicationdate", "og:published_time", "rnews:datepublished",
)  # fmt: skip


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
        return None, _day_of_words(text) if text else None
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


def _day_of_words(text: str) -> date | None:
    m = _FULL_DATE.search(text)
    if not m:
        return None
    month = _MONTH_NAMES.index((m["m1"] or m["m2"])[:3].lower()) + 1
    return _safe_date(int(m["y1"] or m["y2"]), month, int(m["d1"] or m["d2"]))


def _safe_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


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
) -> Published:
    """When an HTML page was published.

    The day is htmldate's (https://github.com/adbar/htmldate), the most reliable of what was measured, where the article's own
    JSON-LD, a `<meta>` or the address has it too, or nothing else is stated; JSON-LD and `<meta>` add the time.
    The evidence names the source that states that day.
    """
    stated: list[tuple[str, datetime | None, date | None]] = []
    if node:
        stated.append(("json-ld", *parse_stated(_text(node.get("datePublished")), time_zone)))
    for key in META_KEYS:
        stated.extend(("meta", *parse_stated(value, time_zone)) for value in metas.get(key, ())[:2])
    latest = (fetched_at.date() + timedelta(days=2)).isoformat() if fetched_at else _LATEST
    try:
        found = find_date(tree, original_date=True, extensive_search=True, url=url, min_date=_EARLIEST, max_date=latest)
    except Exception:  # htmldate raises whatever its parsers raise; a page without a date is no failure
        found = None
    day = date.fromisoformat(found) if found else None
    if day is None:
        for evidence, at, on in stated:
            if on is not None:
                return Published(at, on, evidence)
        return Published(None, None, None)
    for evidence, at, on in stated:
        # The same moment may fall on two days: the outlet's own and that of UTC.
        if on == day or (at is not None and at.astimezone(UTC).date() == day):
            return Published(at, on, evidence)
    if url and (m := _URL_DAY.search(url)) and _safe_date(int(m[1]), int(m[2]), int(m[3])) == day:
        return Published(None, day, "url")
    # Found in none of these places, the day belongs to a picture, another article or an update: what is stated is better.
    for evidence, at, on in stated:
        if on is not None and _EARLIEST <= on.isoformat() <= latest:
            return Published(at, on, evidence)
    if (day.month, day.day) == (1, 1):
        return Published(None, None, None)  # htmldate's word for "some day of that year", most often a copyright line
    return Published(None, day, "text")


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return value if isinstance(value, str) else None


def day_of_dateline(day: str, lead: str, whole: str) -> date | None:
    """The day that a dateline without a year means, from evidence in the text, or None.

    Years come from full dates in the text (captions included): the report is no older than the latest of them. Where the
    lead names a weekday, it must fall on the dateline's day or the day before. The first year that fits is taken.
    """
    if full := _day_of_words(day):
        return full
    m = re.search(rf"({MONTHS})\.?\s(\d{{1,2}})|(\d{{1,2}})\.?\s({MONTHS})", day)
    dates = [d for d in (_match_date(f) for f in _FULL_DATE.finditer(whole)) if d and d.year >= 1990]
    if not m or not dates:
        return None
    month, number = _MONTH_NAMES.index((m[1] or m[4])[:3].lower()) + 1, int(m[2] or m[3])
    latest = max(dates)
    named = re.search(r"\b(" + "|".join(_WEEKDAYS) + r")\b", lead.lower())
    for year in (latest.year, latest.year + 1):
        candidate = _safe_date(year, month, number)
        if candidate is None or candidate < latest:
            continue
        if named and (candidate.weekday() - _WEEKDAYS.index(named[1])) % 7 > 1:
            continue
        return candidate
    return None


def _match_date(m: re.Match[str]) -> date | None:
    return _safe_date(int(m["y1"] or m["y2"]), _MONTH_NAMES.index((m["m1"] or m["m2"])[:3].lower()) + 1, int(m["d1"] or m["d2"]))


def is_suspicious(published: Published, fetched_at: datetime | None) -> bool:
    """Whether the day lies before 1990, or more than two days after the page was fetched."""
    if published.on is None:
        return False
    return published.on < date(1990, 1, 1) or (fetched_at is not None and published.on > fetched_at.date() + timedelta(days=2))
