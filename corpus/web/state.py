"""What earlier readings know of each address, so that a server is asked only for what is new."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

_SCHEMA = """
CREATE TABLE IF NOT EXISTS addresses (
    place TEXT PRIMARY KEY, final TEXT NOT NULL, kind TEXT NOT NULL, etag TEXT NOT NULL, last_modified TEXT NOT NULL,
    stamp TEXT, asked_at REAL NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS hosts (host TEXT PRIMARY KEY, rest_until REAL NOT NULL) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Seen:
    """A place that was fetched: the address that answered, its validators, what its listing said, and when it was last asked
    (seconds since 1970)."""

    place: str
    final: str
    kind: str
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
        self._noted: dict[str, Seen] = {}
        self._resting: dict[str, float] = {}
        self._lock = threading.Lock()
        if path is not None and path.exists():
            try:
                with self._open() as con:
                    con.execute("SELECT count(*) FROM hosts").fetchone()
            except sqlite3.DatabaseError:
                path.replace(path.with_name(path.name + ".damaged"))

    def find(self, place: str) -> Seen | None:
        """What is known of a place."""
        with self._lock:
            if place in self._noted:
                return self._noted[place]
            if self._path is None or not self._path.exists():
                return None
            with self._open() as con:
                row = con.execute("SELECT * FROM addresses WHERE place = ?", (place,)).fetchone()
        return Seen(*row) if row else None

    def note(self, seen: Seen) -> None:
        with self._lock:
            self._noted[seen.place] = seen

    def rest(self, hosts: dict[str, float]) -> None:
        """Notes hosts that are not to be asked for so many seconds."""
        with self._lock:
            self._resting.update({host: time.time() + seconds for host, seconds in hosts.items()})

    def resting(self) -> dict[str, float]:
        """The hosts that are not to be asked yet, with the seconds left."""
        if self._path is None or not self._path.exists():
            return {}
        now = time.time()
        with self._lock, self._open() as con:
            return {host: until - now for host, until in con.execute("SELECT host, rest_until FROM hosts WHERE rest_until > ?", (now,))}

    def commit(self) -> None:
        """Writes what was noted. To be called when everything that was read is stored: what is known here is not read again."""
        if self._path is None:
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._lock, self._open() as con, con:
            con.executemany(
                "INSERT OR REPLACE INTO addresses VALUES (?, ?, ?, ?, ?, ?, ?)",
                [(s.place, s.final, s.kind, s.etag, s.last_modified, s.stamp, s.asked_at) for s in self._noted.values()],
            )
            con.execute("DELETE FROM hosts WHERE rest_until <= ?", (time.time(),))
            con.executemany("INSERT OR REPLACE INTO hosts VALUES (?, ?)", sorted(self._resting.items()))
        self._noted.clear()
        self._resting.clear()

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        assert self._path is not None
        with closing(sqlite3.connect(self._path, timeout=30)) as con:
            con.executescript(_SCHEMA)
            yield con
