"""The published tables as the pages read them: a connection a request, of the snapshot that is in service then, with a time limit."""

from __future__ import annotations

import contextlib
import re
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from flows.browse.kept import ANSWERS, Answer, Kept
from warehouse.connect import HOW_TO_UPDATE, OUTDATED, connect
from warehouse.home import Home
from warehouse.sql import read_query

SECONDS = 20.0  # after which a query is ended: nobody waits longer for a page
MEMORY = "1GB"  # of all queries of the application together
# A query runs in the thread of its request alone: many ask at once anyway, and windows that several threads compute together may end in an
# internal error of DuckDB or never (its issue 25713, seen in 1.5.5), after which the file has to be opened anew.
THREADS = 1
FOLDER = "browse"
FAILED_WITHIN = (duckdb.InternalException, duckdb.FatalException)

Row = dict[str, Any]
_PARAMETER = re.compile(r"\$([a-z_]+)")


class TooSlow(RuntimeError):
    """A query took longer than the time limit."""


class Outdated(RuntimeError):
    """The tables lack a table, a column or a macro that a query asks for: an earlier version of the program built them."""


class Broken(RuntimeError):
    """DuckDB failed within itself, and answers nothing more until the file is opened anew; the next request does that."""


@dataclass(slots=True)
class _Opened:
    """The file of one snapshot, and how many requests read it: closing it would end their queries."""

    file: Path
    con: duckdb.DuckDBPyConnection
    kept: Kept
    readers: int = 0
    is_current: bool = True
    is_broken: bool = False


class Store:
    """Opens a connection for each request. The file of a snapshot stays open while that snapshot is in service: opening it anew takes
    longer than most pages; so do the answers that were asked for last, `answers` of them."""

    def __init__(self, home: Home, seconds: float = SECONDS, answers: int = ANSWERS) -> None:
        self.home = home
        self.seconds = seconds
        self.answers = answers
        self._guard = threading.Condition()
        self._opened: _Opened | None = None

    @contextlib.contextmanager
    def read(self) -> Iterator[Reading]:
        """A connection of its own to the snapshot in service now, ended after the time limit.

        Raises:
            NotPublished: nothing is published in the home.
            TooSlow: the queries took too long together.
            Broken: DuckDB failed within itself.
            Outdated: an earlier version built the tables.
        """
        opened, con = self._connect()
        timer = threading.Timer(self.seconds, con.interrupt)
        timer.daemon = True
        timer.start()
        try:
            yield Reading(con, opened.kept)
        except duckdb.InterruptException as problem:
            raise TooSlow(f"this took longer than {self.seconds:g} seconds and was ended") from problem
        except OUTDATED as problem:
            raise Outdated(HOW_TO_UPDATE) from problem
        except FAILED_WITHIN as problem:
            with self._guard:
                opened.is_broken = True
            raise Broken("the tables had to be opened anew: ask again") from problem
        finally:
            timer.cancel()
            con.close()
            self._leave(opened)

    def close(self) -> None:
        """Closes the file as soon as nothing reads it any more."""
        with self._guard:
            if self._opened:
                self._retire(self._opened)

    def _connect(self) -> tuple[_Opened, duckdb.DuckDBPyConnection]:
        with self._guard:
            if self._opened and self._opened.is_broken:
                # Opened anew before its last reader has left, the file would be the same broken one: DuckDB keeps one a process.
                broken = self._opened
                if not self._guard.wait_for(lambda: not broken.readers, self.seconds):
                    raise TooSlow("the tables have to be opened anew, and something still reads them")
                self._retire(broken)
            if self._opened and self._opened.file != self.home.current.resolve() / self.home.warehouse.name:
                self._retire(self._opened)
            if self._opened is None:
                con = connect(self.home)
                con.execute(f"SET memory_limit = '{MEMORY}'")
                con.execute(f"SET threads = {THREADS}")
                [(file,)] = con.execute("SELECT path FROM duckdb_databases() WHERE path IS NOT NULL").fetchall()
                self._opened = _Opened(Path(file), con, Kept(self.answers))
            opened = self._opened
            opened.readers += 1
        try:
            cursor = opened.con.cursor()
            cursor.execute("SET TimeZone = 'UTC'")
        except BaseException as problem:
            opened.is_broken = opened.is_broken or isinstance(problem, FAILED_WITHIN)
            self._leave(opened)
            if isinstance(problem, FAILED_WITHIN):
                raise Broken("the tables had to be opened anew: ask again") from problem
            raise
        return opened, cursor

    def _leave(self, opened: _Opened) -> None:
        with self._guard:
            opened.readers -= 1
            self._drop(opened)
            self._guard.notify_all()

    def _retire(self, opened: _Opened) -> None:
        opened.is_current = False
        if self._opened is opened:
            self._opened = None
        self._drop(opened)

    @staticmethod
    def _drop(opened: _Opened) -> None:
        if not opened.is_current and not opened.readers:
            opened.con.close()


class Reading:
    """The queries of one request."""

    def __init__(self, con: duckdb.DuckDBPyConnection, kept: Kept) -> None:
        self.con = con
        self.found: object = None  # the search whose finds are put aside
        self._kept = kept
        self._aside = ""  # what is put aside, or is as soon as it is needed
        self._waiting: list[tuple[str, dict[str, object]]] = []

    def answer(self, name: str, values: Mapping[str, object]) -> Answer:
        """What a query of `warehouse/browse` gives for these values; one row more than `limit` is asked for, to tell whether
        there are more. Its rows may be shared with other requests: none changes them."""
        asked = f"{self._aside}{name} {sorted(values.items())}"
        answer = self._kept.get(asked)
        if answer is None:
            answer = self._work_out(name, values)
            self._kept.put(asked, answer)
        return answer

    def put_aside(self, name: str, values: Mapping[str, object]) -> None:
        """Has a query put rows aside for the queries after it, with those of the values that it takes, before the first of them that has to
        be worked out."""
        taken = {p: values[p] for p in parameters_of(read_query(FOLDER, name))}
        self._waiting.append((name, taken))
        self._aside += f"{name} {sorted(taken.items())}; "

    def _work_out(self, name: str, values: Mapping[str, object]) -> Answer:
        for step, taken in self._waiting:
            self.con.execute(read_query(FOLDER, step), taken)
        self._waiting.clear()
        limit = values.get("limit")
        asked = {**values, "limit": limit + 1} if isinstance(limit, int) else dict(values)
        done = self.con.execute(read_query(FOLDER, name), asked)
        rows = done.fetchall()
        more = isinstance(limit, int) and len(rows) > limit
        described = done.description or []
        return Answer(
            [c[0] for c in described], [str(c[1]) for c in described], rows[:limit] if more and isinstance(limit, int) else rows, more
        )

    def rows(self, name: str, **values: object) -> list[Row]:
        """The rows of a query, each by column."""
        answer = self.answer(name, values)
        return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]

    def row(self, name: str, **values: object) -> Row | None:
        """The only row of a query, or None."""
        rows = self.rows(name, **values)
        return rows[0] if rows else None


def parameters_of(query: str) -> list[str]:
    """The parameters of a query, in the order in which they stand there first."""
    return list(dict.fromkeys(_PARAMETER.findall(query)))
