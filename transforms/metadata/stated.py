"""Days and moments as machines write them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from transforms.metadata.day import read_day

_ISO = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?",
    re.IGNORECASE,
)


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

    >>> from datetime import UTC
    >>> to_outlet_time(Published(datetime(2025, 1, 29, 23, 30, tzinfo=UTC), date(2025, 1, 29), "meta"), "Europe/Malta").on
    datetime.date(2025, 1, 30)
    """
    if published.at is None or time_zone is None:
        return published
    return replace(published, on=published.at.astimezone(ZoneInfo(time_zone)).date())
