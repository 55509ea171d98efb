"""The published tables as the pages read them: a connection a request, of the snapshot that is in service then, with a time limit."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from warehouse.connect import connect
from warehouse.home import Home
from warehouse.statements import read_statement

SECONDS = 20.0  # after which a query is ended: nobody waits longer for a page
MEMORY = "1GB"  # of all queries of the application together
FOLDER = "browse"

Row = dict[str, Any]


class TooSlow(RuntimeError):
    """A query took longer than the time limit."""


@dataclass(slots=True)
class Answer:
    """Rows of a query by column, and the columns' types as DuckDB calls them; `more` where rows were left out."""

    columns: list[str]
    types: list[str]
    rows: list[tuple[Any, ...]]
    more: bool = False


class Store:
    """Opens a connection for each request. The file of a snapshot stays open while that snapshot is in service: opening it anew takes
    longer than most pages."""

    def __init__(self, home: Home, seconds: float = SECONDS) -> None:
        self.home = home
        self.seconds = seconds
        self._guard = threading.Lock()
        self._open: tuple[Path, duckdb.DuckDBPyConnection] | None = None

    @contextlib.contextmanager
    def read(self) -> Iterator[Reading]:
        """A connection of its own to the snapshot in service now, ended after the time limit.

        Raises:
            NotPublished: nothing is published in the home.
            TooSlow: the queries took too long together.
        """
        con = self._connect()
        timer = threading.Timer(self.seconds, con.interrupt)
        timer.daemon = True
        timer.start()
        try:
            yield Reading(con)
        except duckdb.InterruptException as problem:
            raise TooSlow(f"this took longer than {self.seconds:g} seconds and was ended") from problem
        finally:
            timer.cancel()
            con.close()

    def close(self) -> None:
        """Closes the file; whatever still reads goes on."""
        with self._guard:
            if self._open:
                self._open[1].close()
            self._open = None

    def _connect(self) -> duckdb.DuckDBPyConnection:
        with self._guard:
            if self._open is None or self._open[0] != self.home.current.resolve() / self.home.warehouse.name:
                if self._open:
                    self._open[1].close()
                    self._open = None
                con = connect(self.home)
                con.execute(f"SET memory_limit = '{MEMORY}'")
                [(file,)] = con.execute("SELECT path FROM duckdb_databases() WHERE path IS NOT NULL").fetchall()
                self._open = (Path(file), con)
            cursor = self._open[1].cursor()
        cursor.execute("SET TimeZone = 'UTC'")
        return cursor


class Reading:
    """The queries of one request."""

    def __init__(self, con: duckdb.DuckDBPyConnection) -> None:
        self.con = con

    def answer(self, name: str, values: Mapping[str, object]) -> Answer:
        """What a statement of `warehouse/browse` gives for these values; one row more than `limit` is asked for, to tell whether
        there are more."""
        limit = values.get("limit")
        asked = {**values, "limit": limit + 1} if isinstance(limit, int) else dict(values)
        done = self.con.execute(read_statement(FOLDER, name), asked)
        rows = done.fetchall()
        more = isinstance(limit, int) and len(rows) > limit
        described = done.description or []
        return Answer(
            [c[0] for c in described], [str(c[1]) for c in described], rows[:limit] if more and isinstance(limit, int) else rows, more
        )

    def rows(self, name: str, **values: object) -> list[Row]:
        """The rows of a statement, each by column."""
        answer = self.answer(name, values)
        return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]

    def row(self, name: str, **values: object) -> Row | None:
        """The only row of a statement, or None."""
        rows = self.rows(name, **values)
        return rows[0] if rows else None
