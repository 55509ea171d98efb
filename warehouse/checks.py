"""The checks that every publish runs: of all tables, or of what a patch changed and what that points to."""

from __future__ import annotations

import re

import duckdb
import pyarrow as pa

from warehouse.schemas import ALLOWED_VALUES
from warehouse.session import load_table
from warehouse.sql import list_queries, read_header, read_query

_EXAMPLES = 5  # rows that a failed check shows
_SCOPE = re.compile(r"^-- Scope: (.+)$", re.MULTILINE)
# What a check of a patch sees of each table: the rows whose column holds an id of the scope's.
_SEEN = {
    "articles": {
        "articles": "article_id", "blocks": "article_id", "mentions": "article_id", "quotes": "article_id", "entities": "entity_id",
        "aliases": "entity_id", "utterances": "utterance_id", "stories": "story_id", "redirects": "new_id",
    },
    "groups": {
        "articles": "story_id", "mentions": "entity_id", "quotes": "utterance_id", "entities": "entity_id", "aliases": "entity_id",
        "utterances": "utterance_id", "stories": "story_id", "redirects": "new_id", "blocks": "article_id",
    },
}  # fmt: skip
# What a check of articles reads is small and read often: it is copied. A large group has many rows, of which few columns are read.
_KINDS = {"articles": "TABLE", "groups": "VIEW"}
_KEPT_IN = {"article_id": "articles", "entity_id": "entities", "utterance_id": "utterances", "story_id": "stories"}


class ChecksFailed(RuntimeError):
    """A check returned rows: the tables are wrong and are not published. The message names the check and the first rows."""


def check_all(con: duckdb.DuckDBPyConnection, run_id: str) -> None:
    """Runs every check on whole tables. `run_id` is the run that makes them. Raises `ChecksFailed`."""
    _load_what_checks_read(con, run_id)
    _raise_failures([f for name in list_queries("checks") if (f := _find_failure(con, "checks", name))])


def check_patch(con: duckdb.DuckDBPyConnection, run_id: str) -> None:
    """Runs every check on what a patch changed: the touched articles and what they point to, and the touched groups with all their
    members. Raises `ChecksFailed`.

    So a check sees, of each scope that it names, whole articles or whole groups, and finds there what it would find in whole tables.
    """
    _load_what_checks_read(con, run_id)
    failures = [_find_failure(con, "queries", "find_left_behind")]
    for scope, columns in _SEEN.items():
        con.execute(f"CREATE TABLE scratch.main.scope_{scope} AS {read_query('queries', f'find_scope_{scope}')}")
        con.execute(f"CREATE SCHEMA scratch.{scope}")
        for table, column in columns.items():
            con.execute(
                f"CREATE {_KINDS[scope]} scratch.{scope}.{table} AS FROM warehouse.main.{table} WHERE {_choose_rows(scope, column)}"
            )
        con.execute(f"SET search_path = 'scratch.{scope},warehouse.main,scratch.main'")
        failures += [_find_failure(con, "checks", name) for name in list_queries("checks") if scope in list_scopes(name)]
        con.execute("SET search_path = 'warehouse.main,scratch.main'")
        con.execute(f"DROP SCHEMA scratch.{scope} CASCADE")  # or it stays in memory until all is published
    _raise_failures([f for f in failures if f])


def _choose_rows(scope: str, column: str) -> str:
    """The condition on rows that a scope holds."""
    chosen = f"scratch.main.scope_{scope}"
    if column == "new_id":
        return f"(table_name, new_id) IN (SELECT (table_name, id) FROM {chosen})"
    return f"{column} IN (SELECT id FROM {chosen} WHERE table_name = '{_KEPT_IN[column]}')"


def list_scopes(check: str) -> list[str]:
    """On what a check runs after a patch: "articles", "groups", or both. Its header says so."""
    found = _SCOPE.search(read_query("checks", check))
    return re.split(r",\s*", found[1]) if found else []


def _load_what_checks_read(con: duckdb.DuckDBPyConnection, run_id: str) -> None:
    allowed = [(table, column, value) for (table, column), values in ALLOWED_VALUES.items() for value in values]
    load_table(con, "allowed_values", pa.table([pa.array(c) for c in zip(*allowed, strict=True)], ["table_name", "column_name", "value"]))
    load_table(con, "closing_run", pa.table({"run_id": [run_id]}))


def _find_failure(con: duckdb.DuckDBPyConnection, folder: str, name: str) -> str | None:
    found = con.execute(f"SELECT * FROM ({read_query(folder, name)}\n) LIMIT {_EXAMPLES}")
    columns = [c[0] for c in found.description or ()]
    rows = found.fetchall()
    shown = "\n".join("  " + ", ".join(f"{c}={v!r}" for c, v in zip(columns, row, strict=True)) for row in rows)
    return f"check {name} failed. {read_header(folder, name)}\n{shown}" if rows else None


def _raise_failures(failures: list[str]) -> None:
    if failures:
        raise ChecksFailed("\n".join(failures))
