"""The published tables in another format: one SQLite file, for programs that read nothing else."""

from __future__ import annotations

import json
import sqlite3
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb

from warehouse.schemas import PUBLISHED

_BATCH = 5_000
_TYPES = {"BIGINT": "INTEGER", "INTEGER": "INTEGER", "BOOLEAN": "INTEGER", "DOUBLE": "REAL"}
_INDEXED = ("article_id", "entity_id", "speaker_entity_id", "utterance_id", "story_id")


def export_sqlite(con: duckdb.DuckDBPyConnection, target: Path) -> dict[str, int]:
    """Writes every published table into a new SQLite file, whole or not at all; how many rows each has.

    Lists and maps become JSON, days and moments ISO 8601, yes and no 1 and 0. Ids that tables share are indexed. What stood at `target`
    is replaced.
    """
    temporary = target.with_name(f".{target.name}.part")
    temporary.unlink(missing_ok=True)
    counts = {}
    file = sqlite3.connect(temporary)
    try:
        for table in PUBLISHED:
            counts[table] = _copy_table(con, file, table)
        file.commit()
        file.execute("ANALYZE")
    except BaseException:
        file.close()
        temporary.unlink(missing_ok=True)
        raise
    file.close()
    temporary.replace(target)
    return counts


def _copy_table(con: duckdb.DuckDBPyConnection, file: sqlite3.Connection, table: str) -> int:
    columns = [(name, kind) for name, kind, *_ in con.execute(f'DESCRIBE "{table}"').fetchall()]
    listed = ", ".join(f'"{name}" {_TYPES.get(kind, "TEXT")}' for name, kind in columns)
    file.execute(f'CREATE TABLE "{table}" ({listed})')
    rows, count = con.execute(f'SELECT * FROM "{table}"'), 0
    marks = ", ".join("?" * len(columns))
    while batch := rows.fetchmany(_BATCH):
        file.executemany(f'INSERT INTO "{table}" VALUES ({marks})', [tuple(map(_plain, row)) for row in batch])
        count += len(batch)
    for name, _ in columns:
        if name in _INDEXED:
            file.execute(f'CREATE INDEX "{table}_{name}" ON "{table}" ("{name}")')
    return count


def _plain(value: Any) -> Any:
    if isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False, default=str)
    return value.isoformat() if isinstance(value, (date, datetime)) else value
