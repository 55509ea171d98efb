"""Which limits scheduled runs have failed for: kept in the home, so that each is told once for as long as it is crossed."""

from __future__ import annotations

import json

from flows.watch.limits import Crossing, Key, Verdict
from warehouse.folders import replace_text
from warehouse.home import Home

_FILE = "told.json"


def tell_crossings(home: Home, verdict: Verdict, failing: frozenset[str]) -> list[Crossing]:
    """The crossings of `failing` limits that are to be told now; they are remembered as told.

    One that a run could judge and that is crossed no more is forgotten, and is told again when it is crossed again.
    """
    told = _read(home)
    crossed = {c.key: c for c in verdict.crossings if c.limit in failing}
    now_told = {key for key in told if key not in verdict.judged} | crossed.keys()
    if now_told != told:
        replace_text(home.path / _FILE, json.dumps(sorted(now_told), ensure_ascii=False, indent=1) + "\n")
    return [crossing for key, crossing in crossed.items() if key not in told]


def _read(home: Home) -> set[Key]:
    try:
        return {(str(limit), str(subject)) for limit, subject in json.loads((home.path / _FILE).read_text(encoding="utf-8"))}
    except (OSError, ValueError, TypeError):  # none yet, or damaged: at worst something is told again
        return set()
