"""What a home holds, how new its tables are, and what waits to be built into them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from warehouse.connect import NotPublished, connect
from warehouse.home import Home
from warehouse.lake.chunks import list_chunks
from warehouse.lake.inbox import list_batches, list_waiting
from warehouse.runs import Run, read_runs
from warehouse.schemas import PUBLISHED


@dataclass(frozen=True, slots=True)
class Status:
    """A home as it is now. `rows` and `table_bytes` are by table, `kind_bytes` by what the files are for; a file with several names
    counts once. `newest` is the latest run whose tables were published, None where there is none."""

    newest: Run | None
    rows: Mapping[str, int]
    waiting_batches: int
    waiting_documents: int
    chunks: int
    table_bytes: Mapping[str, int]
    kind_bytes: Mapping[str, int]

    def age(self, now: datetime) -> float | None:
        """Seconds since the newest tables were made; None where nothing is published."""
        return (now - self.newest.finished_at).total_seconds() if self.newest and self.newest.finished_at else None


def read_status(home: Home) -> Status:
    """The status of a home; it takes no lock and changes nothing. One that is not there holds nothing."""
    finished = [run for run in read_runs(home) if run.finished_at] if home.runs.is_dir() else []
    in_service = home.current.resolve()
    tables = {table: measure(in_service / "tables" / table) for table in PUBLISHED}
    kinds = {
        "published DuckDB file": measure(in_service / home.warehouse.name),
        "published Parquet tables": sum(tables.values()),
        "documents": measure(home.documents),
        "lake": measure(home.path / "lake"),
        "fetched from the web": measure(home.web),
        "inbox": measure(home.inbox),
    }
    kinds["other snapshots"] = measure(home.snapshots) - measure(in_service) if home.current.exists() else measure(home.snapshots)
    return Status(
        newest=finished[-1] if finished else None,
        rows=_count_rows(home),
        waiting_batches=len(list_batches(home)),
        waiting_documents=len(list_waiting(home)),
        chunks=len(list_chunks(home)),
        table_bytes=tables,
        kind_bytes=kinds,
    )


def _count_rows(home: Home) -> dict[str, int]:
    try:
        with connect(home) as con:
            return {table: int(con.execute(f'SELECT count(*) FROM "{table}"').fetchall()[0][0]) for table in PUBLISHED}
    except NotPublished:
        return {}


def measure(path: Path) -> int:
    """Bytes of a file, or of all files below a folder; one with several names counts once, and what vanishes meanwhile not at all."""
    seen: dict[tuple[int, int], int] = {}
    files = [path] if path.is_file() else [Path(folder, name) for folder, _, names in os.walk(path) for name in names]
    for file in files:
        try:
            entry = file.lstat()
        except FileNotFoundError:
            continue
        seen[entry.st_dev, entry.st_ino] = entry.st_size
    return sum(seen.values())
