"""Numbers, sizes and lengths of time in words."""

from __future__ import annotations

from datetime import timedelta

_KILO = 1024  # bytes


def spell_count(count: int, noun: str, nouns: str = "") -> str:
    """So many of something; `nouns` is the plural where it does not end in s alone.

    >>> spell_count(1, "run"), spell_count(2000, "run"), spell_count(0, "address", "addresses")
    ('1 run', '2,000 runs', '0 addresses')
    """
    return f"{count:,} {noun if count == 1 else nouns or noun + 's'}"


def spell_time(time: timedelta) -> str:
    """A length of time in its two largest units.

    >>> spell_time(timedelta(days=2, hours=4, minutes=5)), spell_time(timedelta(minutes=1)), spell_time(timedelta())
    ('2 days 4 hours', '1 minute', '0 minutes')
    """
    minutes = int(time.total_seconds() // 60)
    units = [("day", minutes // 1440), ("hour", minutes // 60 % 24), ("minute", minutes % 60)]
    shown = [spell_count(n, unit) for unit, n in units if n][:2]
    return " ".join(shown) or "0 minutes"


def spell_bytes(count: int) -> str:
    """A size in the largest unit of which it has one, to three figures.

    >>> spell_bytes(0), spell_bytes(999), spell_bytes(1536), spell_bytes(25_000_000), spell_bytes(3 << 40)
    ('0 B', '999 B', '1.5 KB', '23.8 MB', '3,072 GB')
    """
    size, unit = float(count), "B"
    for larger in ("KB", "MB", "GB"):
        if size < _KILO:
            break
        size, unit = size / _KILO, larger
    return f"{size:,.0f} {unit}" if unit == "B" or size >= 100 else f"{size:.3g} {unit}"
