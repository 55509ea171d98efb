"""Lake and assignments to a snapshot: the tables that users read, built privately and checked."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from warehouse.checks import ChecksFailed, check_all, check_patch
from warehouse.folders import TEMPORARY, link_file
from warehouse.home import Home
from warehouse.lake.assignments import add_assignments
from warehouse.lake_schemas import ASSIGNMENTS, LAKE
from warehouse.parts import export_table, find_touched_parts
from warehouse.patch import (
    LAYOUT,
    MADE_OF,
    OF_ARTICLES,
    add_before,
    copy_file,
    delete_touched_articles,
    delete_touched_groups,
    digest_layout,
    find_base,
)
from warehouse.repeat import LAKE_DIGEST, digest_lake, is_repeat, link_tables
from warehouse.runs import Run, name_snapshot, read_runs
from warehouse.schemas import PUBLISHED, SEARCH
from warehouse.search_index import Stem, index_articles, index_names, is_search_as_set
from warehouse.session import ARTICLES_DIGEST, MEMORY, add_parquet, create_table, digest_articles, load_table, open_file, open_session
from warehouse.sql import list_queries, read_query

FILE = "warehouse.duckdb"  # the name that `Home.warehouse` links to
# Articles that a patch touches at most for DuckDB to do with less memory: it would fill more with what it has read of the file once, and
# is no faster for that.
_FEW = 5_000
_LESS_MEMORY = "320MB"
# Later tables count the rows of earlier ones.
_OF_GROUPS = ("entities", "aliases", "utterances", "stories", "redirects", "rejections", "runs")
_ORDER = (*OF_ARTICLES, *_OF_GROUPS)

__all__ = ["FILE", "ChecksFailed", "Snapshot", "build_snapshot"]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Tables built and checked, not yet published. `counts` are rows by table."""

    snapshot_id: str
    folder: Path
    run: Run
    counts: dict[str, int]


def build_snapshot(home: Home, run: Run, memory: str | None = None, *, from_nothing: bool = False, stem: Stem | None = None) -> Snapshot:
    """Builds and checks the snapshot of a run that `close_run` gave, from the lake and the assignments of that run.

    Where the snapshot in service can be patched, only what differs from it is made and checked; `from_nothing` makes and checks all.
    `memory` bounds DuckDB ("2GB"; None: what is enough); what does not fit goes to disk beside the snapshot. `stem` gives the term of a
    word for `search()`; without it the search tables are empty.

    Raises:
        ChecksFailed: nothing is published, what was published before stays in service.
    """
    snapshot_id = name_snapshot(run)
    assignments = home.assignments / snapshot_id
    folder = home.snapshots / f"{TEMPORARY}{snapshot_id}-{uuid.uuid4().hex[:8]}"
    base = None if from_nothing else find_base(home)
    if not assignments.is_dir():
        raise FileNotFoundError(f"no assignments of this run: {assignments}")
    lake = digest_lake(home)
    folder.mkdir(parents=True)
    try:
        if base:
            copy_file(base / FILE, folder / FILE)
            if is_repeat(home, base, lake, assignments) and (counts := _repeat_snapshot(home, base, folder, run, stem, memory or MEMORY)):
                return Snapshot(snapshot_id, folder, run, counts)
        with open_session(home, folder / FILE, memory or MEMORY) as con:
            _add_assignments(con, assignments)
            load_table(con, "recorded_runs", _list_runs(home, run))
            if base:
                _patch_tables(con, home, base, folder / "tables", run, may_limit=memory is None)
            else:
                _make_tables(con, folder / "tables", run)
            index_articles(con, stem, _list_touched(con, "blocks"), _list_touched(con, "mentions", "quotes"))
            groups = con.execute("SELECT id FROM touched_groups WHERE table_name = 'entities'").fetchall()
            index_names(con, [key for (key,) in groups])
            counts = _count_rows(con)
            con.sql("SELECT article_id, version FROM current_documents WHERE is_article").write_parquet(str(folder / MADE_OF))
            (folder / ARTICLES_DIGEST).write_text(digest_articles(con), encoding="utf-8")
            (folder / LAYOUT).write_text(digest_layout(), encoding="utf-8")
            (folder / LAKE_DIGEST).write_text(lake, encoding="utf-8")
            con.execute(f"CHECKPOINT {Path(FILE).stem}")
    except BaseException as error:
        shutil.rmtree(folder, ignore_errors=True)
        if isinstance(error, duckdb.OutOfMemoryException) and base and memory is None:  # few articles, of months that hold many
            return build_snapshot(home, run, MEMORY, stem=stem)
        raise
    return Snapshot(snapshot_id, folder, run, counts)


def _repeat_snapshot(home: Home, base: Path, folder: Path, run: Run, stem: Stem | None, memory: str) -> dict[str, int]:
    """Adds to the copy of the file of `base` the runs that it lacks, of which the lake has nothing, and links its tables; gives the rows
    by table. Nothing, and nothing is done, where the run stands in it already or does not add up, which is for the checks to tell, or
    where search was turned on or off."""
    if run.articles_stored or run.documents_rejected or run.documents_seen != run.documents_skipped:
        return {}
    with open_file(home, folder / FILE, memory) as con:
        if not is_search_as_set(con, stem):
            return {}
        load_table(con, "recorded_runs", _list_runs(home, run))
        con.execute("DELETE FROM recorded_runs WHERE run_id IN (SELECT run_id FROM runs)")
        if not con.execute("SELECT 1 FROM recorded_runs WHERE run_id = ?", [run.run_id]).fetchall():
            return {}
        con.execute("CREATE VIEW scratch.main.current_documents AS SELECT NULL::VARCHAR AS run_id, NULL::BOOLEAN AS is_article LIMIT 0")
        _fill_tables(con, ["runs"])
        export_table(con, "runs", folder / "tables" / "runs")
        counts = _count_rows(con)
        con.execute(f"CHECKPOINT {Path(FILE).stem}")
    link_tables(base / "tables", folder / "tables", "runs")
    for name in (MADE_OF, ARTICLES_DIGEST, LAYOUT, LAKE_DIGEST):
        link_file(base / name, folder / name)
    return counts


def _count_rows(con: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """Rows by table."""
    return {table: int(con.execute(f'SELECT count(*) FROM "{table}"').fetchall()[0][0]) for table in _ORDER}


def _make_tables(con: duckdb.DuckDBPyConnection, tables: Path, run: Run) -> None:
    """Makes, checks and writes every table from nothing."""
    _create_all(con)
    _create_touched_groups(con)
    for query in ("find_all_rows", "list_touched_articles", "find_touched_versions"):
        con.execute(read_query("queries", query))
    con.execute(read_query("queries", "find_all_groups"))
    _fill_tables(con, _ORDER)
    check_all(con, run.run_id)
    for table in _ORDER:
        export_table(con, table, tables / table)


def _patch_tables(con: duckdb.DuckDBPyConnection, home: Home, base: Path, tables: Path, run: Run, *, may_limit: bool) -> None:
    """Replaces, checks and writes what differs from the snapshot `base`, of whose file the session holds a copy. `may_limit`: with less
    memory, where that is enough."""
    add_before(con, home, base, home.assignments / name_snapshot(run))
    _use_both(con)
    _create_touched_groups(con)
    for query in ("find_touched_rows", "list_touched_articles", "find_touched_versions"):
        con.execute(read_query("queries", query))
    if may_limit and not con.execute(f"FROM touched_articles OFFSET {_FEW} LIMIT 1").fetchall():
        con.execute(f"SET memory_limit = '{_LESS_MEMORY}'")
    _narrow_lake(con, home)
    con.execute(read_query("queries", "add_changed_groups"))
    con.execute(read_query("queries", "add_groups_of_articles"))
    parts = find_touched_parts(con)
    con.execute("BEGIN")
    delete_touched_articles(con)
    _fill_tables(con, OF_ARTICLES)
    con.execute("COMMIT")
    con.execute(read_query("queries", "add_groups_of_articles"))
    for table, more in find_touched_parts(con).items():  # groups that are known only now
        parts[table] |= more
    con.execute("BEGIN")
    delete_touched_groups(con)
    _fill_tables(con, _OF_GROUPS)
    con.execute("COMMIT")
    check_patch(con, run.run_id)
    for table, more in find_touched_parts(con).items():
        parts[table] |= more
    for table in _ORDER:
        export_table(con, table, tables / table, base / "tables" / table, parts.get(table, ()))


def _list_touched(con: duckdb.DuckDBPyConnection, *tables: str) -> list[str]:
    """The articles whose rows of one of these tables change."""
    query = "SELECT DISTINCT article_id FROM touched_rows WHERE list_contains(?, table_name)"
    return [key for (key,) in con.execute(query, [list(tables)]).fetchall()]


def _create_touched_groups(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("CREATE TABLE scratch.main.touched_groups (table_name VARCHAR, id VARCHAR)")


def _narrow_lake(con: duckdb.DuckDBPyConnection, home: Home) -> None:
    """Has the lake's tables give the chunks alone in which touched rows stand: the others hold nothing for them."""
    con.execute("USE scratch")
    for table in OF_ARTICLES:
        query = "SELECT DISTINCT filename FROM touched_versions WHERE table_name = ? ORDER BY filename"
        chunks = [home.chunks / Path(file).parent.name for (file,) in con.execute(query, [table]).fetchall()]
        add_parquet(con, f"lake_{table}", [chunk / f"{table}.parquet" for chunk in chunks], LAKE[table])
    _use_both(con)


def _use_both(con: duckdb.DuckDBPyConnection) -> None:
    con.execute(f"SET search_path = '{Path(FILE).stem}.main,scratch.main'")


def _add_assignments(con: duckdb.DuckDBPyConnection, folder: Path) -> None:
    con.execute("USE scratch")
    for table, schema in ASSIGNMENTS.items():
        add_assignments(con, f"assigned_{table}", folder, table, schema)
    _use_both(con)


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
    for table, schema in SEARCH.items():
        create_table(con, table, schema)
    macros = list_queries("macros")
    plain = [m for m in macros if m.startswith("1_")]
    for kind, names in (("macros", plain), ("views", list_queries("views")), ("macros", [m for m in macros if m not in plain])):
        for name in names:
            con.execute(read_query(kind, name))
    con.execute("COMMIT")


def _fill_tables(con: duckdb.DuckDBPyConnection, tables: Sequence[str]) -> None:
    for table in tables:
        try:
            con.execute(read_query("queries", f"fill_{table}"))
        except duckdb.ConstraintException as problem:  # a value missing that the schema requires
            raise ChecksFailed(f"{table}: {problem}") from problem
