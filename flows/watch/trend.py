"""The week's trend as a picture: SVG, so that a page without network shows it."""

from __future__ import annotations

import base64
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from flows.watch.history import TREND_DAYS, History, RunRow
from flows.watch.limits import SHARES, count_share

_COLUMNS = 4  # panels in a row
_WIDTH = 240  # pixels of a panel
_HEIGHT = 170
_BARS = 70  # pixels of its highest bar
_EARLIER = "#9db4d3"
_NOW = "#1f5fbf"
_MEAN = "#c2410c"
_TEXT = "#1f2937"
_QUIET = "#6b7280"


@dataclass(frozen=True, slots=True)
class Panel:
    """One measure over the days up to a run: a value a day (None for a day without), the run's own, and the week's mean.

    Counts of a day hold the run's; shares are shown beside it.
    """

    title: str
    days: tuple[float | None, ...]
    run: float | None
    mean: float | None
    is_share: bool


def draw_trend(history: History) -> str:
    """The picture of a run among the runs of the week before it."""
    return _draw(make_panels(history), _days(history))


def to_address(svg: str) -> str:
    """The picture as an address that holds it whole."""
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"


def make_panels(history: History) -> list[Panel]:
    """What is shown, measure by measure."""
    quotes: Counter[str] = Counter()
    for row in history.outlets:
        quotes[row.run_id] += row.quotes
    return [
        _count_panel("articles stored", history, lambda run: run.articles_stored),
        _share_panel("rejections", history),
        _share_panel("titles", history),
        _share_panel("dates", history),
        _share_panel("authors", history),
        _count_panel("quotes", history, lambda run: quotes[run.run_id]),
        _share_panel("speakers", history),
        _share_panel("entities", history),
    ]


def _count_panel(title: str, history: History, count: Callable[[RunRow], int]) -> Panel:
    by_day = [[count(run) for run in runs] for runs in _by_day(history)]
    earlier = [count(run) for run in history.runs[:-1]]
    mean = sum(earlier) / len(earlier) if earlier else None
    return Panel(title, tuple(float(sum(counts)) if counts else None for counts in by_day), float(count(history.run)), mean, False)


def _share_panel(limit: str, history: History) -> Panel:
    def measure(runs: Sequence[RunRow]) -> float | None:
        ids = {run.run_id for run in runs}
        found = count_share(limit, runs, [row for row in history.outlets if row.run_id in ids])
        return found.value if found.whole else None

    by_day = tuple(measure(runs) for runs in _by_day(history))
    return Panel(SHARES[limit], by_day, measure([history.run]), measure(history.runs[:-1]), True)


def _by_day(history: History) -> list[list[RunRow]]:
    return [[run for run in history.runs if run.started_at.date() == day] for day in _days(history)]


def _days(history: History) -> list[date]:
    """The week before the run, and the run's own day."""
    today: date = history.run.started_at.date()
    return [today - timedelta(days=n) for n in range(TREND_DAYS, -1, -1)]


def _draw(panels: Sequence[Panel], days: Sequence[date]) -> str:
    rows = -(-len(panels) // _COLUMNS)
    width, height = _COLUMNS * _WIDTH, rows * _HEIGHT + 24
    shapes = [f'<rect width="{width}" height="{height}" rx="8" fill="#ffffff"/>']
    for i, panel in enumerate(panels):
        shapes.append(f'<g transform="translate({i % _COLUMNS * _WIDTH + 16} {i // _COLUMNS * _HEIGHT + 12})">')
        shapes += _draw_panel(panel, days)
        shapes.append("</g>")
    keys = ((_EARLIER, "a day"), (_NOW, "this run"), (_MEAN, "mean of the week's earlier runs"))
    x = 16.0
    for colour, meaning in keys:
        shapes.append(f'<rect x="{x:g}" y="{height - 22}" width="10" height="{2 if colour == _MEAN else 10}" fill="{colour}"/>')
        shapes.append(_write(x + 15, height - 13, meaning, 11, _QUIET))
        x += 45 + 6 * len(meaning)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'font-family="Inter, Helvetica, Arial, sans-serif">{"".join(shapes)}</svg>'
    )


def _draw_panel(panel: Panel, days: Sequence[date]) -> list[str]:
    slots = len(days) + (1.5 if panel.is_share else 0)
    slot = (_WIDTH - 32) / slots
    bottom = 52 + _BARS
    # A share of a few percent must not look like all.
    highest = max([v for v in (*panel.days, panel.run, panel.mean) if v is not None] + [0.1 if panel.is_share else 1.0])
    y_mean = bottom - _BARS * (panel.mean or 0) / highest
    shapes = [_write(0, 12, panel.title, 12, _TEXT, weight="600"), _write(0, 36, _spell(panel.run, panel.is_share), 20, _NOW, weight="600")]
    mean = "no earlier runs" if panel.mean is None else f"{'mean' if panel.is_share else 'mean a run'} {_spell(panel.mean, panel.is_share)}"
    shapes.append(_write(_WIDTH - 32, 36, mean, 11, _QUIET, anchor="end"))
    for i, (day, value) in enumerate(zip(days, panel.days, strict=True)):
        shapes += _draw_bar(i * slot, slot, bottom, (value or 0) / highest, _EARLIER)
        shapes.append(_write((i + 0.5) * slot, bottom + 14, f"{day:%a}"[:2], 9, _QUIET, anchor="middle"))
    if panel.is_share:
        shapes += _draw_bar((len(days) + 0.5) * slot, slot, bottom, (panel.run or 0) / highest, _NOW)
        shapes.append(_write((len(days) + 1) * slot, bottom + 14, "run", 9, _NOW, anchor="middle"))
    else:  # the run's part of the day
        shapes += _draw_bar((len(days) - 1) * slot, slot, bottom, (panel.run or 0) / highest, _NOW)
    shapes.append(f'<rect x="0" y="{bottom}" width="{_WIDTH - 32}" height="1" fill="{_QUIET}"/>')
    if panel.mean is not None and panel.is_share:  # a run's mean says nothing beside the counts of days
        shapes.append(f'<path d="M0 {y_mean:.1f}H{_WIDTH - 32}" stroke="{_MEAN}" stroke-width="1.5" stroke-dasharray="4 3"/>')
    return shapes


def _draw_bar(x: float, slot: float, bottom: float, share: float, colour: str) -> list[str]:
    height = _BARS * min(share, 1.0)
    if not height:
        return []
    return [f'<rect x="{x + 2:.1f}" y="{bottom - height:.1f}" width="{slot - 4:.1f}" height="{height:.1f}" fill="{colour}"/>']


def _write(x: float, y: float, text: str, size: int, colour: str, anchor: str = "start", weight: str = "400") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" font-weight="{weight}" fill="{colour}" text-anchor="{anchor}">{text}</text>'


def _spell(value: float | None, is_share: bool) -> str:
    if value is None:
        return "–"
    return f"{value:.0%}" if is_share else f"{value:,.0f}" if value >= 10 or value == int(value) else f"{value:.1f}"
