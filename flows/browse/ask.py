"""Read-only SQL as it is typed: one query that only reads, its rows, and a picture where a column is a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

import duckdb

from flows.browse.kept import Answer
from flows.browse.pictures import Picture, draw_bars
from flows.browse.store import FAILED_WITHIN, Reading
from warehouse.sql import list_queries, read_header, read_query

ROWS = 500  # shown on the page
LONGEST = 20_000  # code points of a query
_READING = {duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN}
COOKBOOK = "cookbook"


class Refused(ValueError):
    """What was typed is not one query that only reads, or DuckDB cannot run it; the message is for who typed it."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """A query to begin from."""

    title: str
    sql: str


def cookbook() -> list[Recipe]:
    """The queries of `warehouse/cookbook`, each with what it answers."""
    recipes = []
    for name in list_queries(COOKBOOK):
        sql = "\n".join(line for line in read_query(COOKBOOK, name).splitlines() if not line.startswith("--"))
        recipes.append(Recipe(read_header(COOKBOOK, name).split(" Grain:")[0], sql.strip()))
    return recipes


def ask(reading: Reading, query: str, limit: int, offset: int = 0) -> Answer:
    """The rows from `offset` on, at most `limit`.

    Raises:
        Refused: several queries, one that does more than read, or one that DuckDB does not understand.
    """
    if len(query) > LONGEST:
        raise Refused(f"a query has at most {LONGEST:,} characters")
    try:
        queries = duckdb.extract_statements(query)
    except duckdb.Error as problem:
        raise Refused(str(problem)) from problem
    if len(queries) != 1:
        raise Refused("one query at a time")
    if queries[0].type not in _READING:
        raise Refused("only queries that read: SELECT, FROM, WITH, DESCRIBE, SHOW, EXPLAIN")
    try:
        done = reading.con.execute(queries[0])
        described = done.description or []
        while offset > 0 and (skipped := done.fetchmany(min(offset, 10_000))):
            offset -= len(skipped)
        rows = done.fetchmany(limit + 1)
    except (duckdb.InterruptException, duckdb.OutOfMemoryException, *FAILED_WITHIN):
        raise
    except (duckdb.Error, OverflowError, ValueError, UnicodeDecodeError) as problem:
        raise Refused(str(problem)) from problem
    return Answer([c[0] for c in described], [str(c[1]) for c in described], rows[:limit], len(rows) > limit)


def draw_answer(answer: Answer) -> Picture | None:
    """Bars of the first column of numbers over the first column of days, where there are both."""
    day = next((i for i, t in enumerate(answer.types) if t.startswith(("DATE", "TIMESTAMP"))), None)
    number = next(
        (i for i, t in enumerate(answer.types) if t.startswith(("BIGINT", "INTEGER", "HUGEINT", "DOUBLE", "DECIMAL", "SMALLINT"))), None
    )
    if day is None or number is None:
        return None
    sums: dict[date, float] = {}
    for row in answer.rows:
        value, key = row[number], row[day]
        if value is not None and key is not None:
            key = key.date() if isinstance(key, datetime) else key
            sums[key] = sums.get(key, 0) + float(value)
    return draw_bars(list(sums.items()), f"{answer.columns[number]} by {answer.columns[day]}")
