"""The chunks of the lake: which there are, and which of them count.

A chunk is a folder with one Parquet file a table. A merged chunk names in `replaces.json` the chunks whose rows it holds:
from the moment it appears these count no more, wherever the process ends.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from warehouse.columns import PACKING
from warehouse.folders import TEMPORARY, remove_leftovers
from warehouse.home import Home

_REPLACES = "replaces.json"
_MERGED = "merged-"


def to_table(schema: pa.Schema, rows: Iterable[Iterable[object]]) -> pa.Table:
    """The Arrow table of rows whose values stand in the order of the schema's columns."""
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    return pa.table([pa.array(c, f.type) for c, f in zip(columns, schema, strict=True)], schema=schema)


def write_tables(folder: Path, tables: Mapping[str, pa.Table]) -> None:
    """Writes one Parquet file a table."""
    for name, table in tables.items():
        pq.write_table(table, folder / f"{name}.parquet", **PACKING)


def list_chunks(home: Home) -> list[Path]:
    """The chunks that count, by name."""
    chunks = {p.name: p for p in home.chunks.iterdir() if not p.name.startswith(TEMPORARY)} if home.chunks.is_dir() else {}
    replaced = {name for chunk in chunks.values() for name in _read_replaced(chunk)}
    return [chunks[name] for name in sorted(chunks.keys() - replaced)]


def count_documents(chunk: Path) -> int:
    """Rows of a chunk's `documents`, from the footer of the file."""
    return int(pq.read_metadata(chunk / "documents.parquet").num_rows)


def name_merged(chunks: Sequence[Path]) -> str:
    """Name of the chunk that takes the place of these: no name of a task's chunk, nor of another merge."""
    name = max(c.name.removeprefix(_MERGED) for c in chunks)
    if len(chunks) > 1:
        return f"{_MERGED}{name}-{len(chunks)}"
    # Rewritten alone, and maybe often: a counter, or the name would grow too long for a file.
    base, _, times = name.partition("~")
    return f"{_MERGED}{base}~{int(times or 0) + 1}"


def write_replaced(folder: Path, chunks: Sequence[Path]) -> None:
    """Says in a merged chunk which chunks it takes the place of."""
    (folder / _REPLACES).write_text(json.dumps(sorted(c.name for c in chunks)), encoding="utf-8")


def sweep(home: Home) -> None:
    """Removes what killed runs left: half-written chunks and files, chunks merged already, snapshots never published.

    Call it under the lock, at the start of a run.
    """
    for folder in (home.path, home.chunks, home.assignments, home.runs, home.snapshots):
        remove_leftovers(folder)
    for folder in (home.documents, home.inbox):  # who collects writes there without the lock
        remove_leftovers(folder, older_than=3600)
    shutil.rmtree(home.staging, ignore_errors=True)
    sweep_replaced(home)


def sweep_replaced(home: Home) -> None:
    """Removes the chunks whose rows a merged chunk holds."""
    for chunk in sorted(home.chunks.iterdir()):
        if names := _read_replaced(chunk):
            for name in names:
                shutil.rmtree(home.chunks / name, ignore_errors=True)
            (chunk / _REPLACES).unlink()  # the names are free again


def _read_replaced(chunk: Path) -> list[str]:
    if not chunk.name.startswith(_MERGED):
        return []
    try:
        return [str(name) for name in json.loads((chunk / _REPLACES).read_text(encoding="utf-8"))]
    except FileNotFoundError:
        return []
