"""Numbers as geometry: what the templates draw as SVG."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

# Of the drawing, in its own units; it scales with the page.
WIDTH = 600.0
HEIGHT = 90.0
_MOST_BARS = 400


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its position and size in the drawing, and what it says when pointed at."""

    x: float
    y: float
    width: float
    height: float
    day: date
    label: str
    address: str  # of the rows that it counts; empty where there is none


@dataclass(frozen=True, slots=True)
class Picture:
    """Bars over time, with what stands beneath: the first day, the last, and the highest number."""

    bars: list[Bar]
    first: date
    last: date
    highest: float
    title: str


def draw_bars(
    points: Sequence[tuple[date, float]], title: str, step: int = 1, address: Callable[[date, date], str] | None = None
) -> Picture | None:
    """Bars for days `step` apart, those without a number left empty; None where there are fewer than two to compare. `address` says where
    the rows of a bar are, from its first day to its last.

    >>> [(b.x, b.height) for b in draw_bars([(date(2026, 3, 1), 2), (date(2026, 3, 3), 4)], "two days").bars]
    [(0.0, 45.0), (400.0, 90.0)]
    """
    points = sorted((d, n) for d, n in points if n is not None and n >= 0)
    if len(points) < 2:
        return None
    first, last = points[0][0], points[-1][0]
    steps = (last - first).days // step + 1
    if steps > _MOST_BARS:  # a stray early day must not make needles of all others
        first = last - timedelta(days=step * (_MOST_BARS - 1))
        points, steps = [(d, n) for d, n in points if d >= first], _MOST_BARS
        title += ", earlier ones left out"
    highest = max((n for _, n in points), default=0) or 1
    width = WIDTH / max(steps, 3)
    bars = [
        Bar(
            round((d - first).days // step * width, 2),
            round(HEIGHT - HEIGHT * n / highest, 2),
            round(max(width * 0.82, 1), 2),
            round(HEIGHT * n / highest, 2),
            d,
            f"{d:%-d %B %Y}: {n:g}",
            address(d, d + timedelta(days=step - 1)) if address else "",
        )
        for d, n in points
    ]
    return Picture(bars, first, last, highest, title)
