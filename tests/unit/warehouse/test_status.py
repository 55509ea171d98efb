"""What `onrecord status` tells of a home, and that a home may be moved and copied."""

from __future__ import annotations

import json
import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.lakes import PAGE, make_document, run_documents
from tests.tables import read_tables
from warehouse.connect import connect
from warehouse.home import Home
from warehouse.lake.inbox import Inbox
from warehouse.lake.rows import describe_document
from warehouse.status import measure, read_status


def test_an_empty_home_holds_nothing(tmp_path: Path) -> None:
    status = read_status(Home(tmp_path / "nowhere"))
    assert status.newest is None
    assert status.age(datetime.now(UTC)) is None
    assert (status.rows, status.waiting_documents, status.chunks) == ({}, 0, 0)
    assert not any(status.kind_bytes.values())


def test_rows_sizes_and_the_newest_build(tmp_path: Path) -> None:
    moment = datetime(2026, 5, 1, tzinfo=UTC)
    run = run_documents(tmp_path, [make_document("a.txt"), make_document("b.txt", "REJECT empty")], moment=moment)
    status = read_status(Home(tmp_path))
    assert status.newest and status.newest.run_id == run.run_id
    assert status.age(moment + timedelta(hours=2)) == 7200
    assert (status.rows["articles"], status.rows["rejections"], status.rows["runs"]) == (1, 1, 1)
    assert all(status.table_bytes.values())
    assert status.kind_bytes["documents"] and status.kind_bytes["lake"] and status.kind_bytes["published DuckDB file"]


def test_what_waits_in_the_inbox_is_told(tmp_path: Path) -> None:
    home = Home(tmp_path).create()
    Inbox(home).put([describe_document(make_document("a.txt")), describe_document(make_document("b.txt", "# Other"))])
    assert (read_status(home).waiting_batches, read_status(home).waiting_documents) == (1, 2)


def test_a_file_of_two_names_counts_once(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 100)
    os.link(tmp_path / "a", tmp_path / "b")
    assert measure(tmp_path) == 100


def test_a_home_may_be_moved_and_goes_on(tmp_path: Path) -> None:
    document = make_document("a.txt")
    run_documents(tmp_path / "old", [document])
    before = read_tables(tmp_path / "old")
    shutil.move(tmp_path / "old", tmp_path / "new")
    with connect(Home(tmp_path / "new")) as con:
        assert con.execute("SELECT count(*) FROM articles").fetchall() == [(1,)]
    again = run_documents(tmp_path / "new", [document], "second")
    assert (again.documents_skipped, again.articles_stored) == (1, 0)
    assert read_tables(tmp_path / "new") == before


def test_no_file_of_a_home_names_its_folder(tmp_path: Path) -> None:
    home = tmp_path / "a-name-that-stands-nowhere-else"
    run_documents(home, [make_document("a.txt"), make_document("b.txt", PAGE + "\n\nMore.")])
    run_documents(home, [make_document("a.txt", PAGE + "\n\nChanged.")], "second")
    for file in home.rglob("*"):
        if file.is_symlink():
            assert not file.readlink().is_absolute()
        elif file.is_file():
            assert home.name.encode() not in file.read_bytes(), file


def test_status_as_json_has_the_same_values(tmp_path: Path) -> None:
    from io import StringIO

    from flows.cli.status import write_status
    from flows.settings import Settings

    run_documents(tmp_path, [make_document("a.txt")])
    told = StringIO()
    write_status(Settings(home=tmp_path), told, as_json=True)
    found = json.loads(told.getvalue())
    assert found["rows"]["articles"] == 1
    assert found["inbox"] == {"batches": 0, "documents": 0}
    assert found["newest_build"]["age_seconds"] < 3600
    shown = StringIO()
    write_status(Settings(home=tmp_path), shown, as_json=False)
    assert "newest build 0 minutes ago" in shown.getvalue()
