"""Numbers, sizes and lengths of time in words."""

from __future__ import annotations

from datetime import timedelta

_KILO = 1024  # bytes


def format_count(count: int, noun: str, nouns: str = "") -> str:
    """Format a number of things; `nouns` is the plural where it does not end in s alone.

    >>> format_count(1, "run"), format_count(2000, "run"), format_count(0, "address", "addresses")
    ('1 run', '2,000 runs', '0 addresses')
    """
    return f"{count:,} {noun if count == 1 else nouns or noun + 's'}"


def format_time(time: timedelta) -> str:
    """Format a length of time in its two largest units.

    >>> format_time(timedelta(days=2, hours=4, minutes=5)), format_time(timedelta(minutes=1)), format_time(timedelta())
    ('2 days 4 hours', '1 minute', '0 minutes')
    """
    minutes = int(time.total_seconds() // 60)
    units = [("day", minutes // 1440), ("hour", minutes // 60 % 24), ("minute", minutes % 60)]
    shown = [format_count(n, unit) for unit, n in units if n][:2]
    return " ".join(shown) or "0 minutes"


def format_bytes(count: int) -> str:
    """Format a size in bytes in the largest unit of which it has one, to three figures.

    >>> format_bytes(0), format_bytes(999), format_bytes(1536), format_bytes(25_000_000), format_bytes(3 << 40)
    ('0 B', '999 B', '1.5 KB', '23.8 MB', '3,072 GB')
    """
    size, unit = float(count), "B"
    for larger in ("KB", "MB", "GB"):
        if size < _KILO:
            break
        size, unit = size / _KILO, larger
    return f"{size:,.0f} {unit}" if unit == "B" or size >= 100 else f"{size:.3g} {unit}"
