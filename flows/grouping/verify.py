"""Whether the groups in service are those that grouping from nothing gives."""

from __future__ import annotations

from flows.grouping.groups import group_all
from flows.grouping.spread import Spread, in_turn
from warehouse.home import Home
from warehouse.lake.grouping import open_grouping

_COMPARED = ("names", "entities", "articles", "stories", "quotes", "utterances")


class GroupsDiffer(RuntimeError):
    """The groups in service, made in increments, are not those that grouping from nothing gives. That is a defect; `onrecord rebuild`
    makes all anew."""


def verify_groups(home: Home, rules: str, spread: Spread = in_turn) -> None:
    """Groups everything from nothing and compares, row by row; changes nothing. Under the lock. `spread` does the work that can be
    handed out.

    Raises `GroupsDiffer`, which names the tables. Where documents have come since the tables in service were made, or these were
    made under other rules than `rules`, there is nothing to compare: the next build makes them anew.
    """
    with open_grouping(home, None) as grouping:
        if grouping.made_under != rules or not grouping.is_published():
            return
        group_all(grouping, grouping.read_corrections(), spread)
        found = {table: n for table in _COMPARED if (n := grouping.count_differences(table))}
    if found:
        told = ", ".join(f"{n:,} rows of {table}" for table, n in found.items())
        raise GroupsDiffer(f"grouping from nothing gives other groups than those in service: {told}")
