"""What is done is not done again, and only that."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.lakes import make_document, read_page, with_facts
from transforms.records import Document, Rejection
from warehouse.home import Home
from warehouse.lake.archive import archive_path, get_bytes, put_bytes
from warehouse.lake.manifest import Manifest, read_stale_documents
from warehouse.lake.rows import Outcome, describe_document
from warehouse.lake.write import write_chunk
from warehouse.runs import Run, close_run, name_chunk, record_run, start_run

NOW = datetime(2026, 1, 2, tzinfo=UTC)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path).create()


def store(home: Home, *documents: Document | Rejection, rules: str = "r1", run_id: str = "run") -> Run:
    """A finished run of these documents."""
    run = start_run(home, run_id, NOW, rules, {})
    manifest = Manifest.load(home, rules)
    outcomes = []
    for document in documents:
        stored = manifest.claim(document)
        assert stored is not None
        if isinstance(document, Document):
            put_bytes(home, stored.content_hash or "", document.content)
        outcomes.append(Outcome(stored, document if isinstance(document, Rejection) else read_page(document), NOW))
    write_chunk(home, run, name_chunk(run, 0), outcomes)
    record_run(home, close_run(home, run, len(outcomes), 0, NOW))
    return run


def is_done_in(home: Home, source: Document | Rejection, rules: str = "r1") -> bool:
    """Whether a run under these rules leaves the document as it is."""
    return Manifest.load(home, rules).claim(source) is None


PAGE = make_document("a.txt", "Text of a page", title="As given", authors=("Ann", "Bo"))


@pytest.mark.parametrize(
    ("again", "is_done"),
    [
        (PAGE, True),
        (with_facts(PAGE, fetched_at=NOW), True),  # the same page fetched again
        (replace(PAGE, source_uri="pages/a.txt"), True),  # the same location, spelled from another folder
        (replace(PAGE, content=b"Text of another page"), False),
        (replace(PAGE, location="/pages/b.txt"), False),  # the same bytes elsewhere
        (with_facts(PAGE, title="As given later"), False),
        (with_facts(PAGE, title=None), False),
        (with_facts(PAGE, authors=("Ann Bo",)), False),
        (replace(PAGE, kind="html"), False),
    ],
)
def test_done_is_the_same_place_with_the_same_input(home: Home, again: Document, is_done: bool) -> None:
    store(home, PAGE)
    assert is_done_in(home, again) is is_done


def test_other_rules_ask_for_everything_again(home: Home) -> None:
    store(home, PAGE)
    assert not is_done_in(home, PAGE, "r2")


def test_only_the_latest_content_of_a_place_is_done(home: Home) -> None:
    changed = replace(PAGE, content=b"Text changed")
    store(home, PAGE, run_id="one")
    store(home, changed, run_id="two")
    assert is_done_in(home, changed)
    assert not is_done_in(home, PAGE)


@pytest.mark.parametrize(("reason", "is_done"), [("empty", True), ("no_text", True), ("timeout", False), ("error", False)])
def test_rejected_documents_are_tried_again_only_where_another_try_may_help(home: Home, reason: str, is_done: bool) -> None:
    page = make_document("x.txt", f"REJECT {reason}")
    store(home, page)
    assert is_done_in(home, page) is is_done


def test_what_a_reader_rejects_is_done_too(home: Home) -> None:
    broken = Rejection("x.gz", "/pages/x.gz", None, "read", "undecodable", "no gzip file")
    store(home, broken)
    assert is_done_in(home, broken)


def test_a_place_given_twice_in_one_run_is_claimed_once(home: Home) -> None:
    manifest = Manifest.load(home, "r1")
    assert manifest.claim(PAGE) is not None
    assert manifest.claim(PAGE) is None
    assert manifest.claim(replace(PAGE, content=b"changed meanwhile")) is None


def test_names_that_are_no_unicode_stay_apart(home: Home) -> None:
    first, second = (make_document(f"{byte}.txt", "one text") for byte in ("\udcff", "\udcfe"))
    store(home, first)
    assert is_done_in(home, first)
    assert not is_done_in(home, second)


def test_documents_of_old_rules_come_back_from_the_archive_as_they_were(home: Home) -> None:
    given = with_facts(PAGE, url="https://example.org/a", published_at="2025-01-02", language="en", charset="utf-8", fetched_at=NOW)
    other = make_document("b.txt", "REJECT empty")
    lost = make_document("c.txt", "Text that the archive has lost")
    unread = Rejection("x.gz", "/pages/x.gz", None, "read", "undecodable", "no gzip file")
    store(home, given, other, lost, unread)
    archive_path(home, describe_document(lost).content_hash or "").unlink()
    assert list(read_stale_documents(home, "r1", 1)) == []
    stale = list(read_stale_documents(home, "r2", 1))
    assert [s.with_content(get_bytes(home, s.content_hash or "")) for s in stale] == [given, other]


def test_what_ran_out_of_time_is_tried_again_for_some_runs_without_its_source(home: Home) -> None:
    slow, broken = make_document("slow.txt", "REJECT timeout"), make_document("broken.txt", "REJECT error")
    late = Rejection("https://a.example/", "https://a.example/", None, "read", "timeout", "the server is too slow")
    store(home, slow, broken, make_document("empty.txt", "REJECT empty"), late)
    for _ in range(2):  # in vain
        again = list(read_stale_documents(home, "r1", 1))
        assert [s.source_uri for s in again] == ["broken.txt", "slow.txt"]
        store(home, *(s.with_content(get_bytes(home, s.content_hash or "")) for s in again))
    assert list(read_stale_documents(home, "r1", 2)) == []


def test_new_rules_do_not_make_a_document_newer(home: Home) -> None:
    store(home, PAGE, run_id="one")
    store(home, make_document("b.txt"), run_id="two")
    claimed = Manifest.load(home, "r2").claim(PAGE)
    assert claimed is not None
    assert claimed.arrived == 1
    assert [s.arrived for s in read_stale_documents(home, "r2", 1)] == [1, 2]


def test_a_document_done_anew_keeps_the_moment_when_it_was_fetched_first(home: Home) -> None:
    store(home, with_facts(PAGE, fetched_at=NOW), make_document("b.txt"))
    later = with_facts(PAGE, fetched_at=NOW.replace(year=2027, microsecond=123457))
    claimed = Manifest.load(home, "r2").claim(later)
    assert claimed is not None and claimed.facts.fetched_at == NOW
    changed = Manifest.load(home, "r2").claim(replace(later, content=b"other words"))
    assert changed is not None and changed.facts.fetched_at == later.facts.fetched_at
    never = Manifest.load(home, "r2").claim(with_facts(make_document("b.txt"), fetched_at=NOW))
    assert never is not None and never.facts.fetched_at == NOW


def test_21_bytes_a_document_in_memory(home: Home) -> None:
    store(home, *(make_document(f"{i}.txt", f"Text {i}") for i in range(20)))
    manifest = Manifest.load(home, "r1")
    assert len(manifest) == 20
    assert sum(len(bytes(a)) for a in (manifest._keys, manifest._arrived, manifest._fetched, manifest._done)) == 20 * 21
