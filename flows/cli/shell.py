"""SQL for people: one query to a chosen format, or a prompt with history and completion."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING

import duckdb

from flows.cli.output import fits_table, write_csv, write_json, write_records, write_table
from warehouse.connect import connect
from warehouse.home import Home

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMATS = ("table", "csv", "json", "jsonl", "parquet")
_BATCH = 2048  # rows fetched at a time, so that a large answer streams
_HELP = """\
SQL ends with a semicolon. .tables lists the tables and views, .schema NAME its columns, .help this, .quit (or Ctrl-D) leaves.
Try: select * from speakers limit 10;"""


def write_answer(con: duckdb.DuckDBPyConnection, query: str, form: str, to: IO[str]) -> None:
    """Runs the query and writes its rows. Raises `duckdb.Error` as DuckDB words it."""
    answer = con.execute(query)
    columns = [d[0] for d in answer.description or ()]
    rows = _rows(answer)
    if form == "csv":
        write_csv(columns, rows, to)
    elif form in ("json", "jsonl"):
        write_json(columns, rows, to, lines=form == "jsonl")
    elif fits_table(columns, to):
        write_table(columns, rows, to)
    else:
        write_records(columns, rows, to)


def write_parquet(con: duckdb.DuckDBPyConnection, query: str, path: Path) -> None:
    """Runs the query and writes its rows as one Parquet file, put in place whole."""
    import pyarrow.parquet as pq

    from warehouse.columns import PACKING

    reader = con.execute(query).to_arrow_reader(100_000)
    private = path.with_name(f".{path.name}.tmp")
    with pq.ParquetWriter(private, reader.schema, **PACKING) as writer:
        for batch in reader:
            writer.write_batch(batch)
    private.replace(path)


def _rows(answer: duckdb.DuckDBPyConnection) -> Iterator[tuple[object, ...]]:
    while batch := answer.fetchmany(_BATCH):
        yield from batch


def prompt(home: Home) -> None:
    """Reads queries until the end of input; each sees the tables as they are published when it runs."""
    from prompt_toolkit import PromptSession
    from prompt_toolkit.completion import WordCompleter
    from prompt_toolkit.history import FileHistory

    print(_HELP)
    with connect(home) as con:
        names = sorted({x for r in con.execute("select table_name, column_name from information_schema.columns").fetchall() for x in r})
    session: PromptSession[str] = PromptSession(
        history=FileHistory(str(home.path / ".sql_history")),
        completer=WordCompleter([*names, "select", "from", "where", "order by", "limit"]),
    )
    pending = ""
    while True:
        try:
            line = session.prompt("…> " if pending else "onrecord> ")
        except KeyboardInterrupt:
            pending = ""
            continue
        except EOFError:
            return
        if not pending and line.strip() in (".quit", ".exit", "quit", "exit"):
            return
        query = _dot_command(line.strip()) if not pending and line.strip().startswith(".") else f"{pending}\n{line}".strip()
        if not query:
            continue
        if not query.endswith(";"):
            pending = query
            continue
        pending = ""
        try:
            with connect(home) as con:
                write_answer(con, query, "table", sys.stdout)
        except duckdb.Error as e:
            print(e, file=sys.stderr)


def _dot_command(line: str) -> str:
    if line == ".tables":
        return "select table_name as name, table_type as type from information_schema.tables order by 1;"
    if line.startswith(".schema "):
        name = line.removeprefix(".schema ").strip().replace("'", "''")
        return f"select column_name, data_type, comment from duckdb_columns() where table_name = '{name}' order by column_index;"
    print(_HELP)
    return ""
