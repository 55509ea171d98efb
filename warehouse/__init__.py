"""Where tables go: documents kept, the Parquet lake, the DuckDB build, its SQL.

A run, under `lock(home)`: `sweep`, `start_run`, `Manifest.load`; for each document that the manifest lets
it `claim`:
`put_bytes`; for each task: `write_chunk`; then `compact`, `open_current` for what resolve reads, `write_assignments`,
`close_run`, `build_snapshot`, `publish`. Readers: `connect`.
"""

from warehouse.archive import CorruptEntry, get_bytes, has_bytes, put_bytes
from warehouse.assignments import Assignments, EntityRow, StoryRow, UtteranceRow, read_assignments, write_assignments
from warehouse.build import ChecksFailed, Snapshot, build_snapshot
from warehouse.chunks import sweep
from warehouse.compact import compact
from warehouse.connect import NotPublished, connect
from warehouse.current import Current, open_current
from warehouse.home import Home, HomeBusy, lock
from warehouse.lake import write_chunk
from warehouse.manifest import Manifest, read_stale_documents
from warehouse.publish import publish
from warehouse.rows import Outcome, StoredDocument, describe_document
from warehouse.runs import Run, close_run, name_chunk, name_snapshot, read_runs, start_run

__all__ = [
    "Assignments",
    "ChecksFailed",
    "CorruptEntry",
    "Current",
    "EntityRow",
    "Home",
    "HomeBusy",
    "Manifest",
    "NotPublished",
    "Outcome",
    "Run",
    "Snapshot",
    "StoredDocument",
    "StoryRow",
    "UtteranceRow",
    "build_snapshot",
    "close_run",
    "compact",
    "connect",
    "describe_document",
    "get_bytes",
    "has_bytes",
    "lock",
    "name_chunk",
    "name_snapshot",
    "open_current",
    "publish",
    "put_bytes",
    "read_assignments",
    "read_runs",
    "read_stale_documents",
    "start_run",
    "sweep",
    "write_assignments",
    "write_chunk",
]
