"""Pruning takes away what nobody reads any more, and nothing else."""

from __future__ import annotations

import os
import time
from pathlib import Path

from tests.lakes import PAGE, make_document, run_documents
from tests.tables import read_tables
from warehouse.home import Home
from warehouse.lake.archive import has_bytes, put_bytes
from warehouse.lake.inbox import Inbox
from warehouse.lake.rows import describe_document
from warehouse.prune import Pruned, prune

NEW, OLD = f"{PAGE} The line opened again.", f"{PAGE} The line was closed."


def age(folder: Path, days: float) -> None:
    """Makes everything in a folder look as if written so long ago."""
    moment = time.time() - days * 86400
    for path in [*folder.rglob("*"), folder]:
        os.utime(path, (moment, moment), follow_symlinks=False)


def keep(home: Home, text: str) -> str:
    stored = describe_document(make_document("https://gazette.example/a", text))
    assert stored.content_hash is not None
    put_bytes(home, stored.content_hash, text.encode())
    return stored.content_hash


def test_contents_that_no_place_gives_any_more_go_and_the_tables_stay(tmp_path: Path) -> None:
    home = Home(tmp_path).create()
    superseded, current = keep(home, OLD), keep(home, NEW)
    run_documents(tmp_path, [make_document("https://gazette.example/a", OLD)], "run 1")
    run_documents(tmp_path, [make_document("https://gazette.example/a", NEW)], "run 2")
    before = read_tables(tmp_path)
    age(tmp_path, 1)
    assert prune(home, 30).documents == 1
    assert (has_bytes(home, superseded), has_bytes(home, current)) == (False, True)
    assert read_tables(tmp_path) == before


def test_what_waits_in_the_inbox_stays(tmp_path: Path) -> None:
    home = Home(tmp_path).create()
    waiting = keep(home, NEW)
    Inbox(home).put([describe_document(make_document("https://gazette.example/a", NEW))])
    age(tmp_path, 1)
    assert prune(home, 30).documents == 0
    assert has_bytes(home, waiting)


def test_the_snapshot_in_service_stays_alone(tmp_path: Path) -> None:
    for i in range(3):
        run_documents(tmp_path, [make_document(f"{i}.txt", f"{PAGE} {i}")], f"run {i}")
    home = Home(tmp_path)
    age(tmp_path, 1)
    assert prune(home, 30).snapshots == 1
    assert list(home.snapshots.iterdir()) == [home.current.resolve()]
    assert len(read_tables(tmp_path)["articles"]) == 3


def test_of_the_web_archive_only_old_listings_go(tmp_path: Path) -> None:
    home = Home(tmp_path).create()
    archive = home.web / "archive"
    archive.mkdir()
    for name in ("listings-1", "pages-1"):
        (archive / f"{name}.warc.gz").write_bytes(b"old")
    age(archive, 31)
    (archive / "listings-2.warc.gz").write_bytes(b"new")
    assert prune(home, 30) == Pruned(documents=0, snapshots=0, listings=1, bytes=3)
    assert sorted(file.name for file in archive.iterdir()) == ["listings-2.warc.gz", "pages-1.warc.gz"]


def test_what_was_written_just_now_stays(tmp_path: Path) -> None:
    home = Home(tmp_path).create()
    fresh = keep(home, NEW)
    assert prune(home, 30).documents == 0
    assert has_bytes(home, fresh)
