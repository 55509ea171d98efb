"""What was collected from the web and is in no table yet: descriptions of documents, whose bytes the archive holds.

Batches are files, each there whole or not at all, so that whoever collects and whoever builds need not wait for one another.
"""

from __future__ import annotations

import json
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, fields
from datetime import datetime
from pathlib import Path
from typing import Any

from transforms.records import Rejection, SourceFacts
from warehouse.folders import TEMPORARY, replace_text
from warehouse.home import Home
from warehouse.lake.rows import StoredDocument

Collected = StoredDocument | Rejection


class Inbox:
    """The collected documents of a home, as one run deals with them: it adds some, or reads what waits; when all of these stand in
    the tables, it removes them."""

    def __init__(self, home: Home) -> None:
        self.notes: list[dict[str, Any]] = []
        self._home = home
        self._taken: list[Path] = []

    def put(self, batch: Sequence[Collected], notes: Sequence[dict[str, Any]] = ()) -> None:
        """Adds documents, and what else the next build is to be told, which are on disk when it returns. They count as taken by
        this run."""
        if batch or notes:
            path = self._home.inbox / f"{time.time_ns():020d}-{uuid.uuid4().hex[:8]}.jsonl"
            lines = [*map(_write_line, batch), *(json.dumps({"note": note}) + "\n" for note in notes)]
            replace_text(path, "".join(lines))
            self._taken.append(path)

    def read(self) -> Iterator[tuple[Collected, float]]:
        """The documents that wait, of each location the one collected last, with the share (0–1) that is read with it.

        What this run has added is not among them, nor what another adds meanwhile. They count as taken when all are read; what
        came with them stands in `notes` then.
        """
        files = sorted(set(list_batches(self._home)) - set(self._taken))
        last: dict[str, Collected] = {}
        for file in files:
            for row in read_batch(file):
                if isinstance(row, dict):
                    self.notes.append(row)
                else:
                    last[row.location] = row
        for number, collected in enumerate(last.values(), 1):
            yield collected, number / len(last)
        self._taken += files

    def clear(self) -> None:
        """Removes what was taken. To be called when it stands in the tables."""
        for file in self._taken:
            file.unlink(missing_ok=True)
        self._taken.clear()


def list_batches(home: Home) -> list[Path]:
    """The files of the inbox, in the order in which they came."""
    return sorted(file for file in home.inbox.glob("*.jsonl") if not file.name.startswith(TEMPORARY))


def read_batch(file: Path) -> Iterator[Collected | dict[str, Any]]:
    """The documents of one file, in their order, and the notes behind them."""
    for line in file.read_text(encoding="utf-8").splitlines():
        yield _read_line(line)


def read_waiting(home: Home) -> Iterator[StoredDocument]:
    """The documents of all files, in their order."""
    for file in list_batches(home):
        yield from (row for row in read_batch(file) if isinstance(row, StoredDocument))


def list_waiting(home: Home) -> set[str]:
    """The hashes of the contents that the inbox refers to."""
    return {row.content_hash for row in read_waiting(home) if row.content_hash}


def drop_rows(home: Home, is_dropped: Callable[[Sequence[str]], bool]) -> None:
    """Takes out what is told by its names (location, address, content hash), the notes on it included. When nobody else uses the inbox."""
    for file in list_batches(home):
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for line in lines if not is_dropped(_list_names(_read_line(line)))]
        if len(kept) < len(lines):
            replace_text(file, "".join(kept))


def _list_names(row: Collected | dict[str, Any]) -> list[str]:
    if isinstance(row, dict):
        names = [row.get("location")]
    else:
        names = [row.location, row.content_hash, row.facts.url if isinstance(row, StoredDocument) else None]
    return [name for name in names if name]


def _write_line(collected: Collected) -> str:
    row = asdict(collected)
    return json.dumps(row | row.pop("facts", {}), default=datetime.isoformat) + "\n"


def _read_line(line: str) -> Collected | dict[str, Any]:
    row: dict[str, Any] = json.loads(line)
    if "note" in row:
        return _name_location(row["note"])
    row = _name_location(row)
    if "reason" in row:
        return Rejection(**row)
    said = {fact.name: row.pop(fact.name) for fact in fields(SourceFacts)}
    said["authors"] = tuple(said["authors"])
    said["fetched_at"] = said["fetched_at"] and datetime.fromisoformat(said["fetched_at"])
    return StoredDocument(**row, facts=SourceFacts(**said))


def _name_location(row: dict[str, Any]) -> dict[str, Any]:
    """The row with its `location`, which files of earlier versions call `place`."""
    return {"location" if name == "place" else name: value for name, value in row.items()}
