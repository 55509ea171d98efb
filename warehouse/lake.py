"""The lake: rows as the tasks wrote them, in chunks that appear whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable

from warehouse.home import Home
from warehouse.rows import Outcome
from warehouse.runs import Run


def write_chunk(home: Home, run: Run, name: str, outcomes: Iterable[Outcome]) -> None:
    """Writes the outcomes of one task as one chunk (`name` from `name_chunk`), all or none, whatever ends the process.

    May be called from any process or thread of the run. An article whose annotation breaks the contract (offsets that do
    not slice back, overlapping mentions ...) becomes a rejection with the reason `error`.
    """
    raise NotImplementedError


def sweep(home: Home) -> None:
    """Removes what killed runs left: half-written chunks, chunks merged already, snapshots never published. Under the lock."""
    raise NotImplementedError


def compact(home: Home) -> None:
    """Merges small chunks and drops superseded rows, where enough have gathered to be worth it. Under the lock."""
    raise NotImplementedError
