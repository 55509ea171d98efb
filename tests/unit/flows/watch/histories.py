"""Runs in a row, made up: one a day, each with the same outlet rows unless told otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from flows.watch.history import ArrivalRow, History, OutletRow, RunRow

NOON = datetime(2031, 5, 8, 12, tzinfo=UTC)  # the last run starts


def outlet_row(run: int, outlet: str = "The Harbour Gazette", **counts: Any) -> OutletRow:
    usual = {"articles": 30, "rejected": 1, "main_reason": None, "untitled": 0, "undated": 3, "unsigned": 6, "quotes": 60, "unspoken": 6}
    return OutletRow(f"run {run}", outlet, **usual | counts)


def history(outlets: Sequence[OutletRow], arrivals: Sequence[ArrivalRow] = (), runs: int = 4, **last: Any) -> History:
    """Runs 1 to `runs`, a day apart, the last one at NOON with the counts of `last`."""
    usual = {"documents_seen": 40, "articles_stored": 30, "documents_rejected": 1, "documents_skipped": 9}
    usual |= {"entities_named": 100, "entities_new": 20}
    rows = [RunRow(f"run {i}", NOON - timedelta(days=runs - i), **usual | (last if i == runs else {})) for i in range(1, runs + 1)]
    return History(tuple(rows), tuple(outlets), tuple(arrivals), {}, (), ())


def arrival(hours_ago: float, longest_gap_hours: float = 6, **values: Any) -> ArrivalRow:
    """An outlet that gave articles at forty moments, the last of them `hours_ago` hours before NOON."""
    usual = {"outlet": "The Harbour Gazette", "sites": ("gazette.example",), "articles": 90, "moments": 40}
    return ArrivalRow(**usual | values, last_at=NOON - timedelta(hours=hours_ago), longest_gap=longest_gap_hours * 3600)
