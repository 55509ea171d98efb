"""Lake and assignments to a snapshot: the tables that users read, built privately and checked."""

from __future__ import annotations

import shutil
import uuid
from dataclasses import asdict, dataclass
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from warehouse.folders import TEMPORARY
from warehouse.home import Home
from warehouse.runs import Run, name_snapshot, read_runs
from warehouse.schemas import ALLOWED_VALUES, ASSIGNMENTS, PACKING, PUBLISHED
from warehouse.session import ARTICLES_DIGEST, MEMORY, add_parquet, create_table, digest_articles, load_table, open_session
from warehouse.statements import list_statements, read_header, read_statement

FILE = "warehouse.duckdb"  # the name that `Home.warehouse` links to
# Later tables count the rows of earlier ones.
_ORDER = ("articles", "blocks", "mentions", "quotes", "entities", "aliases", "utterances", "stories", "redirects", "rejections", "runs")
_EXAMPLES = 5  # rows that a failed check shows
_BATCH = 10_000


class ChecksFailed(RuntimeError):
    """A check returned rows: the tables are wrong and are not published. The message names the check and the first rows."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Tables built and checked, not yet published. `counts` are rows by table."""

    snapshot_id: str
    folder: Path
    run: Run
    counts: dict[str, int]


def build_snapshot(home: Home, run: Run, memory: str = MEMORY) -> Snapshot:
    """Builds and checks the snapshot of a run that `close_run` gave, from the lake and the assignments of that run.

    `memory` bounds DuckDB ("2GB"); what does not fit goes to disk beside the snapshot.

    Raises:
        ChecksFailed: nothing is published, what was published before stays in service.
    """
    snapshot_id = name_snapshot(run)
    folder = home.snapshots / f"{TEMPORARY}{snapshot_id}-{uuid.uuid4().hex[:8]}"
    folder.mkdir(parents=True)
    try:
        with open_session(home, folder / FILE, memory) as con:
            _add_assignments(con, home.assignments / snapshot_id)
            load_table(con, "recorded_runs", _list_runs(home, run))
            _create_all(con)
            for table in _ORDER:
                _fill_table(con, table)
            _check(con, run)
            counts = {table: _export_table(con, table, folder / "tables" / table) for table in _ORDER}
            (folder / ARTICLES_DIGEST).write_text(digest_articles(con), encoding="utf-8")
            con.execute(f"CHECKPOINT {Path(FILE).stem}")
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return Snapshot(snapshot_id, folder, run, counts)


def _add_assignments(con: duckdb.DuckDBPyConnection, folder: Path) -> None:
    if not folder.is_dir():
        raise FileNotFoundError(f"no assignments of this run: {folder}")
    con.execute("USE scratch")
    for table, schema in ASSIGNMENTS.items():
        add_parquet(con, f"assigned_{table}", [folder / f"{table}.parquet"], schema)
    con.execute(f"SET search_path = '{Path(FILE).stem}.main,scratch.main'")


def _list_runs(home: Home, run: Run) -> pa.Table:
    """The rows of `runs` as recorded, with this run as it will be recorded when it is published."""
    runs = [r for r in read_runs(home) if r.run_id != run.run_id] + [run]
    schema = PUBLISHED["runs"]
    rows = [asdict(r) | {"document_rules": r.rules_version, "versions": sorted(r.versions.items())} for r in runs]
    # Counts of unfinished runs come from the lake.
    return pa.table({f.name: pa.array([row[f.name] for row in rows], f.type) for f in schema})


def _create_all(con: duckdb.DuckDBPyConnection) -> None:
    """Tables with their comments, views and macros, in one transaction: each of its own would wait for the disk.

    Macros numbered 1 read no table and come before the views, which may use them; the others read views.
    """
    con.execute("BEGIN")
    for table in _ORDER:
        create_table(con, table, PUBLISHED[table])
    macros = list_statements("macros")
    plain = [m for m in macros if m.startswith("1_")]
    for kind, names in (("macros", plain), ("views", list_statements("views")), ("macros", [m for m in macros if m not in plain])):
        for name in names:
            con.execute(read_statement(kind, name))
    con.execute("COMMIT")


def _fill_table(con: duckdb.DuckDBPyConnection, table: str) -> None:
    try:
        con.execute(read_statement("queries", f"fill_{table}"))
    except duckdb.ConstraintException as problem:  # a value missing that the schema requires
        raise ChecksFailed(f"{table}: {problem}") from problem


def _check(con: duckdb.DuckDBPyConnection, run: Run) -> None:
    allowed = [(table, column, value) for (table, column), values in ALLOWED_VALUES.items() for value in values]
    load_table(con, "allowed_values", pa.table([pa.array(c) for c in zip(*allowed, strict=True)], ["table_name", "column_name", "value"]))
    load_table(con, "closing_run", pa.table({"run_id": [run.run_id]}))
    failures = []
    for name in list_statements("checks"):
        found = con.execute(f"SELECT * FROM ({read_statement('checks', name)}\n) LIMIT {_EXAMPLES}")
        columns = [c[0] for c in found.description or ()]
        if rows := found.fetchall():
            shown = "\n".join("  " + ", ".join(f"{c}={v!r}" for c, v in zip(columns, row, strict=True)) for row in rows)
            failures.append(f"check {name} failed. {read_header('checks', name)}\n{shown}")
    if failures:
        raise ChecksFailed("\n".join(failures))


def _export_table(con: duckdb.DuckDBPyConnection, table: str, folder: Path) -> int:
    """Writes a table as Parquet with the descriptions of its schema. How many rows it has."""
    folder.mkdir(parents=True)
    schema, count = PUBLISHED[table], 0
    with pq.ParquetWriter(folder / f"{table}.parquet", schema, **PACKING) as writer:
        for batch in con.sql(f'SELECT * FROM "{table}"').to_arrow_reader(_BATCH):
            writer.write_batch(batch.cast(schema))
            count += batch.num_rows
    return count
