"""What earlier readings know of each address, so that a server is asked only for what is new."""

from __future__ import annotations

import sqlite3
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.web.records import Kind

_SCHEMA = """
CREATE TABLE IF NOT EXISTS addresses (
    place TEXT PRIMARY KEY, final TEXT NOT NULL, kind TEXT NOT NULL, etag TEXT NOT NULL, last_modified TEXT NOT NULL,
    stamp TEXT, asked_at REAL NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS hosts (host TEXT PRIMARY KEY, rest_until REAL NOT NULL) WITHOUT ROWID;
"""
_COLUMNS = "place, final, kind, etag, last_modified, stamp, asked_at"


@dataclass(frozen=True, slots=True)
class Seen:
    """A location that was fetched: the address that answered, its validators, what its listing said, and when it was last asked
    (seconds since 1970)."""

    location: str
    final: str
    kind: Kind
    etag: str
    last_modified: str
    stamp: str | None
    asked_at: float

    def conditions(self) -> dict[str, dict[str, str]]:
        """The headers that ask for the page only where it has changed, by the address they are for."""
        headers = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {self.final: {name: value for name, value in headers.items() if value}}


class State:
    """A small SQLite file; without a path, nothing is known and nothing kept.

    What is noted counts within this object at once, and in the file only after `commit`, all of it or nothing. Threads may
    share it. A damaged file is put aside under the name `….damaged`, and everything is asked for again.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None
        self._noted: dict[str, Seen] = {}
        self._resting: dict[str, float] = {}
        self._lock = threading.RLock()

    def find(self, location: str) -> Seen | None:
        """What is known of a location."""
        with self._lock:
            if location in self._noted:
                return self._noted[location]
            rows = self._query(f"SELECT {_COLUMNS} FROM addresses WHERE place = ?", location)
        return Seen(*rows[0]) if rows else None

    def note(self, seen: Seen) -> None:
        with self._lock:
            self._noted[seen.location] = seen

    def rest(self, hosts: dict[str, float]) -> None:
        """Note hosts that are not to be asked for some time, in seconds."""
        with self._lock:
            self._resting.update({host: time.time() + seconds for host, seconds in hosts.items()})

    def resting(self) -> dict[str, float]:
        """The hosts that are not to be asked yet, with the seconds left."""
        now = time.time()
        with self._lock:
            known = dict(self._query("SELECT host, rest_until FROM hosts WHERE rest_until > ?", now)) | self._resting
        return {host: until - now for host, until in known.items() if until > now}

    def commit(self) -> None:
        """Writes what was noted. To be called when everything that was read is stored: what is known here is not read again."""
        if self._path is None:
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._lock:
            con = self._open(self._path)
            with con:
                noted = [(s.location, s.final, s.kind, s.etag, s.last_modified, s.stamp, s.asked_at) for s in self._noted.values()]
                con.executemany(f"INSERT OR REPLACE INTO addresses ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)", noted)
                con.execute("DELETE FROM hosts WHERE rest_until <= ?", (time.time(),))
                con.executemany("INSERT OR REPLACE INTO hosts (host, rest_until) VALUES (?, ?)", sorted(self._resting.items()))
            self._noted.clear()
            self._resting.clear()
            self.close()

    def close(self) -> None:
        """Closes the file; what was noted stays, and is written by the next `commit`."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _query(self, query: str, value: object) -> list[tuple[Any, ...]]:
        if self._path is None or not self._path.exists():
            return []
        return self._open(self._path).execute(query, (value,)).fetchall()

    def _open(self, path: Path) -> sqlite3.Connection:
        if self._connection is None:
            try:
                self._connection = _connect(path)
            except sqlite3.OperationalError as error:
                if "lock" in str(error) or not path.exists():
                    raise
                self._connection = _put_aside(path)
            except sqlite3.DatabaseError:
                self._connection = _put_aside(path)
        return self._connection


def _connect(path: Path) -> sqlite3.Connection:
    # One at a time uses it, which the lock sees to.
    con = sqlite3.connect(path, timeout=30, check_same_thread=False)
    try:
        con.executescript(_SCHEMA)
        con.execute(f"SELECT {_COLUMNS} FROM addresses LIMIT 1").fetchall()
        con.execute("SELECT host, rest_until FROM hosts LIMIT 1").fetchall()
    except sqlite3.Error:
        con.close()
        raise
    return con


def _put_aside(path: Path) -> sqlite3.Connection:
    path.replace(path.with_name(path.name + ".damaged"))
    return _connect(path)
