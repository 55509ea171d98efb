"""The SQL files: one query each, with a header that says what it is for."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import duckdb

SCOPE = "-- Scope:"  # line of a check's header: on what it runs after a patch
FOLDERS = ("views", "macros", "checks", "queries", "search", "browse", "cookbook")


@functools.cache
def read_query(folder: str, name: str) -> str:
    """The text of one SQL file, header included."""
    return files("warehouse").joinpath(folder, f"{name}.sql").read_text(encoding="utf-8")


def ask_rows(con: duckdb.DuckDBPyConnection, query: str, values: Mapping[str, object]) -> list[dict[str, Any]]:
    """The rows that one of the queries gives for these values of its parameters, each by column."""
    answer = con.execute(read_query("queries", query), values)
    columns = [column[0] for column in answer.description or ()]
    return [dict(zip(columns, row, strict=True)) for row in answer.fetchall()]


def list_queries(folder: str) -> list[str]:
    """Names of the SQL files of a folder. Where one builds on another, a number in front gives the order."""
    return sorted(Path(f.name).stem for f in files("warehouse").joinpath(folder).iterdir() if f.name.endswith(".sql"))


def read_header(folder: str, name: str) -> str:
    """The comment at the top of an SQL file, as one paragraph."""
    lines = []
    for line in read_query(folder, name).splitlines():
        if not line.startswith("--"):
            break
        if not line.startswith(SCOPE):
            lines.append(line.removeprefix("--").strip())
    return " ".join(lines)
