"""Lake and assignments to a snapshot: the tables that users read, built privately and checked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from warehouse.home import Home
from warehouse.runs import Run


class ChecksFailed(RuntimeError):
    """A check returned rows: the tables are wrong and are not published. The message names the check and the first rows."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Tables built and checked, not yet published. `counts` are rows by table."""

    snapshot_id: str
    folder: Path
    run: Run
    counts: dict[str, int]


def name_snapshot(run: Run) -> str:
    """Name of the snapshot (and of the assignments) that a run makes."""
    return f"{run.number:06d}-{run.run_id[:8]}"


def build_snapshot(home: Home, run: Run, memory: str | None = None) -> Snapshot:
    """Builds and checks the snapshot of a closed run, from the lake and the assignments written under `name_snapshot(run)`.

    `memory` bounds DuckDB ("2GB"); what does not fit goes to disk beside the snapshot.

    Raises:
        ChecksFailed: nothing is published, what was published before stays in service.
    """
    raise NotImplementedError
