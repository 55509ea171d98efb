"""Deletes snapshots, parts and files that nothing points to, so that a home which is left running does not grow without end."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from warehouse.folders import is_older
from warehouse.home import Home
from warehouse.lake.archive import list_entries
from warehouse.lake.inbox import list_waiting
from warehouse.session import open_session
from warehouse.sql import read_query

# What is younger may belong to somebody who works without the lock: a reader who has just looked up which snapshot counts.
_HOUR = 3600.0
_DAY = 24 * _HOUR


@dataclass(frozen=True, slots=True)
class Pruned:
    """What was removed: how many of each, and the bytes that this freed."""

    documents: int
    snapshots: int
    listings: int
    bytes: int


def prune(home: Home, listing_days: float) -> Pruned:
    """Removes the bytes of documents that no location gives any more, snapshots out of service, and fetched feeds, sitemaps and
    robots.txt after `listing_days`. What stays suffices to build everything anew; fetched pages stay in any case.

    Call it under both locks of the home, after `compact`.
    """
    documents = _find_unused(home)
    in_service = home.current.resolve()
    snapshots = [s for s in home.snapshots.iterdir() if s != in_service and is_older(s, _HOUR)]
    listings = [file for file in home.web_archive.glob("listings-*.warc.gz") if is_older(file, listing_days * _DAY)]
    freed = _remove([*documents, *listings, *snapshots])
    return Pruned(len(documents), len(snapshots), len(listings), freed)


def _find_unused(home: Home) -> list[Path]:
    """Entries of the archive that neither the latest outcome of a location nor the inbox refers to."""
    with open_session(home, current=False, only_documents=True) as con:
        used = {digest for (digest,) in con.execute(read_query("queries", "read_used_contents")).fetchall()}
    used |= list_waiting(home)
    return [entry for entry in list_entries(home) if entry.stem not in used and is_older(entry, _HOUR)]


def _remove(paths: Iterable[Path]) -> int:
    freed = 0
    for path in paths:
        files = [f for f in path.rglob("*") if f.is_file()] if path.is_dir() else [path]
        freed += sum(f.stat().st_size for f in files)
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
    return freed
