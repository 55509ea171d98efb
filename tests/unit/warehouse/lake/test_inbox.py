"""What was collected waits for a run, which takes it over once."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from tests.lakes import make_document
from transforms.records import Rejection
from warehouse.home import Home
from warehouse.lake.archive import has_bytes, put_bytes
from warehouse.lake.inbox import Inbox, drop_rows
from warehouse.lake.purge import drop_unused_bytes
from warehouse.lake.rows import StoredDocument, describe_document

DOCUMENT = describe_document(
    make_document(
        "https://gazette.example/a",
        url="https://gazette.example/a",
        title="Ferry – “back”",
        authors=("Ada Moss", "Ivo Brandt"),
        fetched_at=datetime(2026, 1, 2, 3, 4, 5, 678, tzinfo=UTC),
    )
)
REJECTION = Rejection("https://gazette.example/b", "https://gazette.example/b", None, "read", "http_status", "the server answered 404")


def read(home: Home) -> list[StoredDocument | Rejection]:
    return [collected for collected, _ in Inbox(home).read()]


def test_what_is_put_comes_back_as_it_was(tmp_path: Path) -> None:
    home = Home(tmp_path).create()
    Inbox(home).put([DOCUMENT, REJECTION], [{"location": "x"}])
    inbox = Inbox(home)
    assert list(inbox.read()) == [(DOCUMENT, 0.5), (REJECTION, 1.0)]
    assert inbox.notes == [{"location": "x"}]


def test_of_a_place_collected_twice_the_later_counts(tmp_path: Path) -> None:
    home = Home(tmp_path).create()
    later = replace(DOCUMENT, facts=replace(DOCUMENT.facts, title="Ferry again"))
    Inbox(home).put([DOCUMENT, REJECTION])
    Inbox(home).put([later])
    assert read(home) == [later, REJECTION]


def test_a_run_clears_what_it_read_whole_and_what_it_added_itself(tmp_path: Path) -> None:
    home = Home(tmp_path).create()
    Inbox(home).put([DOCUMENT])
    run = Inbox(home)
    run.put([REJECTION])
    assert [collected for collected, _ in run.read()] == [DOCUMENT]
    later = replace(DOCUMENT, location="https://gazette.example/c")
    Inbox(home).put([later])
    run.clear()
    assert read(home) == [later]


def test_what_was_not_read_to_the_end_stays(tmp_path: Path) -> None:
    home = Home(tmp_path).create()
    Inbox(home).put([DOCUMENT, REJECTION])
    run = Inbox(home)
    next(run.read())
    run.clear()
    assert read(home) == [DOCUMENT, REJECTION]


def test_what_is_taken_out_leaves_no_word_in_the_inbox(tmp_path: Path) -> None:
    home = Home(tmp_path).create()
    other = replace(DOCUMENT, location="https://gazette.example/c", facts=replace(DOCUMENT.facts, url="https://gazette.example/c"))
    Inbox(home).put([DOCUMENT, other], [{"location": DOCUMENT.location}, {"location": other.location}])
    drop_rows(home, lambda names: DOCUMENT.location in names)
    assert read(home) == [other]
    assert not any(f'"{DOCUMENT.location}"' in file.read_text() for file in home.inbox.iterdir())


def test_the_bytes_of_what_waits_are_needed(tmp_path: Path) -> None:
    home = Home(tmp_path).create()
    assert DOCUMENT.content_hash is not None
    put_bytes(home, DOCUMENT.content_hash, b"page")
    Inbox(home).put([DOCUMENT])
    assert drop_unused_bytes(home) == 0
    assert has_bytes(home, DOCUMENT.content_hash)
    run = Inbox(home)
    list(run.read())
    run.clear()
    assert drop_unused_bytes(home) == 1


def test_files_of_earlier_versions_are_read_which_call_the_location_place(tmp_path: Path) -> None:
    home = Home(tmp_path).create()
    Inbox(home).put([DOCUMENT, REJECTION], [{"location": DOCUMENT.location}])
    for file in home.inbox.iterdir():
        file.write_text(file.read_text(encoding="utf-8").replace('"location"', '"place"'), encoding="utf-8")
    waiting = Inbox(home)
    assert [collected for collected, _ in waiting.read()] == [DOCUMENT, REJECTION]
    assert waiting.notes == [{"location": DOCUMENT.location}]
