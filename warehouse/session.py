"""DuckDB sessions over the lake: where they may put what does not fit in memory, and the lake as tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pyarrow as pa

from warehouse.columns import describe
from warehouse.folders import TEMPORARY
from warehouse.home import Home
from warehouse.lake.chunks import list_chunks
from warehouse.lake_schemas import LAKE
from warehouse.sql import read_query

MEMORY = "1GB"  # what DuckDB may keep in memory, however large the lake; fifteen thousand articles build in 256MB
# Rows that DuckDB keeps together in a file, with the least and greatest value of each column: looking an article up by its id reads one
# such group. Of DuckDB's own, 122,880 rows, each is a seventh of the quotes of 100,000 articles; a file of these is 8 % larger.
ROW_GROUP = 16_384
ARTICLES_DIGEST = "articles.digest"  # file of a snapshot: which articles it was made of

_TYPES = {
    pa.string(): "VARCHAR",
    pa.list_(pa.string()): "VARCHAR[]",
    pa.list_(pa.int32()): "INTEGER[]",
    pa.list_(pa.int64()): "BIGINT[]",
    pa.list_(pa.uint64()): "UBIGINT[]",
    pa.map_(pa.string(), pa.string()): "MAP(VARCHAR, VARCHAR)",
    pa.binary(): "BLOB",
    pa.uint8(): "UTINYINT",
    pa.uint64(): "UBIGINT",
    pa.int32(): "INTEGER",
    pa.int64(): "BIGINT",
    pa.float64(): "DOUBLE",
    pa.bool_(): "BOOLEAN",
    pa.date32(): "DATE",
    pa.timestamp("us", tz="UTC"): "TIMESTAMP WITH TIME ZONE",
}


@contextmanager
def open_session(
    home: Home, database: Path | None = None, memory: str = MEMORY, *, current: bool = True, only_documents: bool = False
) -> Iterator[duckdb.DuckDBPyConnection]:
    """A session with the lake as `lake_documents`, `lake_articles` …, its documents with which is the latest of its location as
    `ranked_documents`, and, if wanted, what counts of it as `current_documents`. With `only_documents` the other tables of the lake are
    not there: a session takes half the time then.

    These stand in a catalog `scratch` in memory; with a `database`, what is created goes to that file. `memory` bounds what
    DuckDB keeps in memory ("2GB"); what does not fit goes to a temporary folder in the home.
    """
    with _open_scratch(home, database, memory) as con:
        chunks = list_chunks(home)
        for table, schema in [("documents", LAKE["documents"])] if only_documents else LAKE.items():
            # A chunk of before there were features has none.
            files = [file for chunk in chunks if (file := chunk / f"{table}.parquet").exists()]
            add_parquet(con, f"lake_{table}", files, schema, filename=table == "documents")
        con.execute(read_query("queries", "rank_documents"))
        if current:
            con.execute(read_query("queries", "choose_current_documents"))
        if database:
            con.execute(f"SET search_path = '{database.stem}.main,scratch.main'")
        yield con


@contextmanager
def open_file(home: Home, database: Path, memory: str = MEMORY) -> Iterator[duckdb.DuckDBPyConnection]:
    """A session like that of `open_session` with a `database`, but without the lake."""
    with _open_scratch(home, database, memory) as con:
        con.execute(f"SET search_path = '{database.stem}.main,scratch.main'")
        yield con


@contextmanager
def _open_scratch(home: Home, database: Path | None, memory: str) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to a file of tables, if there is one, and to a catalog `scratch` in memory, which is in use."""
    config: dict[str, str | bool | int | float | list[str]] = {
        "temp_directory": str(home.snapshots / f"{TEMPORARY}spill"),
        "memory_limit": memory,
        "autoinstall_known_extensions": "false",  # all that is used is built in; nothing is ever downloaded
    }
    con = duckdb.connect(config=config)
    try:
        con.execute("SET TimeZone = 'UTC'")
        if database:
            attach(con, database)
        con.execute("ATTACH ':memory:' AS scratch")
        con.execute("USE scratch")
        yield con
    finally:
        con.close()


def attach(con: duckdb.DuckDBPyConnection, database: Path) -> None:
    """Opens a file of tables for writing, under its name without the ending. Opened in another way, its rows would be put together into
    groups of DuckDB's own size as soon as it is written."""
    con.execute(f"ATTACH {quote_literal(str(database))} AS {database.stem} (ROW_GROUP_SIZE {ROW_GROUP})")


def digest_articles(con: duckdb.DuckDBPyConnection) -> str:
    """What tells one set of current articles from another, content and rules included."""
    [(digest,)] = con.execute(read_query("queries", "digest_articles")).fetchall()
    return str(digest)


def create_table(con: duckdb.DuckDBPyConnection, name: str, schema: pa.Schema) -> None:
    """Creates an empty table with the columns of a schema, and its comments."""
    con.execute(_create_table(name, schema))
    con.execute(f'COMMENT ON TABLE "{name}" IS {quote_literal(describe(schema))}')
    for f in schema:
        con.execute(f'COMMENT ON COLUMN "{name}"."{f.name}" IS {quote_literal(describe(f))}')


def load_table(con: duckdb.DuckDBPyConnection, name: str, table: pa.Table) -> None:
    """Copies an Arrow table into the session."""
    con.register("_arriving", table)
    con.execute(f'CREATE OR REPLACE TABLE scratch.main."{name}" AS SELECT * FROM _arriving')
    con.unregister("_arriving")


def quote_literal(text: str) -> str:
    """A text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"


def add_parquet(con: duckdb.DuckDBPyConnection, name: str, files: Sequence[Path], schema: pa.Schema, *, filename: bool = False) -> None:
    """Makes Parquet files readable as `name`, with the columns of the schema.

    A column that a file lacks, since another version of the program wrote it, is null in its rows. What was readable as `name`
    before is so no more.
    """
    con.execute(f"DROP VIEW IF EXISTS {name}")
    typed = [f'NULL::{_TYPES[f.type]} AS "{f.name}"' for f in schema] + ["NULL::VARCHAR AS filename"] * filename
    nothing = f"(SELECT {', '.join(typed)} LIMIT 0)"
    if not files:
        con.execute(f"CREATE VIEW {name} AS FROM {nothing}")
        return
    # A path is a pattern to DuckDB: what it would expand is put in brackets.
    paths = ", ".join(quote_literal("".join(f"[{c}]" if c in "*?[" else c for c in str(f))) for f in files)
    options = f"hive_partitioning = false, union_by_name = true, filename = {str(filename).lower()}"
    columns = ", ".join(f'"{c}"' for c in [*schema.names, *(["filename"] if filename else [])])
    rows = f"FROM {nothing} UNION ALL BY NAME FROM read_parquet([{paths}], {options})"
    con.execute(f"CREATE VIEW {name} AS SELECT {columns} FROM ({rows})")


def _create_table(name: str, schema: pa.Schema) -> str:
    columns = [f'"{f.name}" {_TYPES[f.type]}{"" if f.nullable else " NOT NULL"}' for f in schema]
    return f'CREATE TABLE "{name}" ({", ".join(columns)})'
