"""The runs: a small file each, written when a run starts and again when it ends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from warehouse.home import Home


@dataclass(frozen=True, slots=True)
class Run:
    """One run. `number` counts the runs that finished: one that is ended before shares its number with the next."""

    run_id: str
    number: int
    started_at: datetime
    rules_version: str
    versions: Mapping[str, str]
    finished_at: datetime | None = None
    documents_seen: int = 0
    articles_stored: int = 0
    documents_rejected: int = 0
    documents_skipped: int = 0


def start_run(home: Home, run_id: str, started_at: datetime, rules_version: str, versions: Mapping[str, str]) -> Run:
    """A new run, recorded as unfinished. Call it under the lock, before the first chunk."""
    raise NotImplementedError


def name_chunk(run: Run, sequence: int) -> str:
    """Name of the chunk of one task of a run. The same task tried again writes the same chunk again."""
    return f"{run.number:06d}-{run.run_id[:8]}-{sequence:05d}"


def close_run(home: Home, run: Run, seen: int, skipped: int, finished_at: datetime) -> Run:
    """The run with its counts: `seen` and `skipped` as the caller counted them, stored and rejected as the lake has them.

    It is recorded as finished by `publish`, together with the tables that hold its rows.
    """
    raise NotImplementedError


def read_runs(home: Home) -> list[Run]:
    """All recorded runs, in the order of their numbers."""
    raise NotImplementedError
