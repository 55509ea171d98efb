"""Tables built, checked and put in service together."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from tests.lakes import PAGE, group_simply, make_document, run_documents, store_documents
from tests.tables import read_tables
from tests.toy_lake import Assignments, open_current, read_assignments, write_assignments
from transforms.groups.words.stems import stem
from warehouse import build
from warehouse.build import ChecksFailed, build_snapshot
from warehouse.connect import connect
from warehouse.home import Home, lock
from warehouse.lake.grouping import open_grouping
from warehouse.parts import name_part
from warehouse.patch import LAYOUT, find_base
from warehouse.publish import publish
from warehouse.runs import Run, close_run, read_runs, start_run

NOW = datetime(2026, 1, 2, tzinfo=UTC)


def ask(home: Path, query: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as con:
        return con.execute(query).fetchall()


def test_published_home_has_file_and_tables_and_nothing_half_done(tmp_path: Path) -> None:
    run = run_documents(tmp_path, [make_document("a.txt"), make_document("b.txt", "REJECT empty")])
    assert (run.documents_seen, run.articles_stored, run.documents_rejected, run.documents_skipped) == (2, 1, 1, 0)
    assert ask(tmp_path, "SELECT count(*) FROM articles") == [(1,)]
    assert pq.read_table(tmp_path / "tables" / "articles").num_rows == 1
    assert not list(tmp_path.rglob(".tmp-*"))
    assert not list(tmp_path.rglob("*.wal"))


def test_home_may_be_moved(tmp_path: Path) -> None:
    run_documents(tmp_path / "here", [make_document("a.txt")])
    (tmp_path / "here").rename(tmp_path / "there")
    assert ask(tmp_path / "there", "SELECT count(*) FROM articles") == [(1,)]
    assert pq.read_table(tmp_path / "there" / "tables" / "articles").num_rows == 1


def test_last_two_snapshots_are_kept_with_their_assignments(tmp_path: Path) -> None:
    for i in range(4):
        run_documents(tmp_path, [make_document(f"{i}.txt", f"{PAGE} {i}")], f"run {i}")
    home = Home(tmp_path)
    kept = sorted(p.name for p in home.snapshots.iterdir())
    assert [name[:6] for name in kept] == ["000003", "000004"]
    assert sorted(p.name for p in home.assignments.iterdir()) == kept
    assert home.current.resolve().name == kept[-1]
    assert ask(tmp_path, "SELECT count(*) FROM articles") == [(4,)]


def test_reader_keeps_the_snapshot_that_it_opened(tmp_path: Path) -> None:
    run_documents(tmp_path, [make_document("0.txt")])
    with connect(Home(tmp_path)) as con:
        for i in range(1, 4):
            run_documents(tmp_path, [make_document(f"{i}.txt", f"{PAGE} {i}")], f"run {i}")
        assert con.execute("SELECT count(*) FROM articles").fetchall() == [(1,)]
        with connect(Home(tmp_path)) as other:
            assert other.execute("SELECT count(*) FROM articles").fetchall() == [(4,)]


def test_second_run_does_nothing_again(tmp_path: Path) -> None:
    documents = [make_document("a.txt"), make_document("b.txt", "REJECT empty")]
    run_documents(tmp_path, documents, "first")
    before = read_tables(tmp_path)
    run = run_documents(tmp_path, documents, "second")
    assert (run.documents_seen, run.documents_skipped, run.articles_stored, run.documents_rejected) == (2, 2, 0, 0)
    assert read_tables(tmp_path) == before
    assert ask(tmp_path, "SELECT run_id FROM runs ORDER BY started_at") == [("first",), ("second",)]


def test_duplicates_count_as_rejected(tmp_path: Path) -> None:
    url = "https://example.org/talks"
    run = run_documents(tmp_path, [make_document("b.txt", url=url), make_document("a.txt", url=url)])
    assert (run.documents_seen, run.articles_stored, run.documents_rejected) == (2, 1, 1)
    found = ask(tmp_path, "SELECT source_uri, stage, reason, detail FROM rejections")
    assert found == [("b.txt", "read", "duplicate", "the same article as a.txt")]


def test_run_that_was_ended_counts_what_it_left_and_shares_its_number(tmp_path: Path) -> None:
    with lock(Home(tmp_path)) as home:
        ended = start_run(home, "ended", NOW, "rules 1", {})
        store_documents(home, ended, [make_document("a.txt"), make_document("b.txt", "REJECT empty")])
    run = run_documents(tmp_path, [make_document(f"{name}.txt", PAGE if name == "a" else f"REJECT empty {name}") for name in "abc"], "next")
    assert run.number == ended.number
    counts = "documents_seen, articles_stored, documents_rejected, documents_skipped"
    rows = ask(tmp_path, f"SELECT run_id, finished_at IS NULL, {counts} FROM runs ORDER BY run_id")
    assert rows == [("ended", True, 1, 1, 0, 0), ("next", False, 3, 0, 2, 1)]
    assert [r.run_id for r in read_runs(Home(tmp_path)) if r.finished_at is None] == ["ended"]


def break_assignments(home: Home, run_id: str, **changes: object) -> Assignments:
    """Assignments of a new document that are wrong in one thing, and the failure of the build."""
    run = start_run(home, run_id, NOW, "rules 1", {})
    seen, skipped = store_documents(home, run, [make_document("new.txt", PAGE + " New.")])
    with open_current(home) as current:
        right = group_simply(current, read_assignments(home))
    write_assignments(home, run, replace(right, **changes))  # type: ignore[arg-type]
    run = close_run(home, run, seen, skipped, NOW)
    with pytest.raises(ChecksFailed) as failure:
        build_snapshot(home, run)
    return replace(right, redirects=[str(failure.value)])  # type: ignore[list-item]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"stories": ()}, "check dangling_ids failed. A row is an id that leads to no row"),
        ({"entities": ()}, "column_name='mentions.entity_id'"),
        ({"name_entities": {}}, "mentions"),  # a value missing that the schema requires
        ({"copies": {"x": "y"}, "utterances": ()}, "column_name='quotes.utterance_id'"),
    ],
)
def test_failed_check_names_the_rows_and_leaves_the_old_tables_in_service(tmp_path: Path, changes: dict[str, object], message: str) -> None:
    run_documents(tmp_path, [make_document("a.txt")], "good")
    before = ask(tmp_path, "SELECT * FROM articles")
    with lock(Home(tmp_path)) as home:
        failure = break_assignments(home, "bad", **changes).redirects[0]
    assert message in str(failure)
    assert ask(tmp_path, "SELECT * FROM articles") == before
    assert len(list(Home(tmp_path).snapshots.iterdir())) == 1
    run = run_documents(tmp_path, [make_document("a.txt"), make_document("new.txt", PAGE + " New.")], "better")
    assert (run.documents_skipped, run.number) == (2, 2)
    assert ask(tmp_path, "SELECT count(*) FROM articles") == [(2,)]


def test_same_run_may_publish_twice(tmp_path: Path) -> None:
    run = run_documents(tmp_path, [make_document("a.txt")])
    with lock(Home(tmp_path)) as home:
        publish(home, build_snapshot(home, run))
        publish(home, build_snapshot(home, run))
        assert read_assignments(home).entities
    assert ask(tmp_path, "SELECT count(*) FROM articles") == [(1,)]


def test_build_stays_within_the_memory_given(tmp_path: Path) -> None:
    run = run_documents(tmp_path, [make_document(f"{i}.txt", f"{PAGE} {i}") for i in range(20)], chunk_size=20)
    with lock(Home(tmp_path)) as home:
        assert build_snapshot(home, run, memory="64MB").counts["articles"] == 20


def test_a_patch_that_needs_more_memory_than_most_is_made_with_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run_documents(tmp_path, [make_document("a.txt")])
    limited: list[bool] = []
    patch = build._patch_tables
    monkeypatch.setattr(build, "_patch_tables", lambda *a, may_limit: (limited.append(may_limit), patch(*a, may_limit=may_limit)))
    monkeypatch.setattr(build, "_LESS_MEMORY", "1kB")
    run_documents(tmp_path, [make_document("b.txt", PAGE + " More.")], "later")
    assert (ask(tmp_path, "SELECT count(*) FROM articles"), limited) == ([(2,)], [True, False])


def test_assignments_come_back_as_written(tmp_path: Path) -> None:
    assert not read_assignments(Home(tmp_path)).name_entities
    run_documents(tmp_path, [make_document("a.txt")])
    home = Home(tmp_path)
    with open_grouping(home, None) as grouping:
        assert grouping.is_published()
    with open_current(home) as current:
        again = group_simply(current, read_assignments(home))
    found = read_assignments(home)
    assert dict(found.name_entities) == dict(again.name_entities)
    assert any(":stands_for:Norvian government" in key for key in found.name_entities)
    assert sorted(found.entities) == sorted(again.entities)
    assert dict(found.quote_utterances) == dict(again.quote_utterances)
    assert sorted(found.stories) == sorted(again.stories)


def test_snapshot_in_service_is_known_to_be_of_other_articles(tmp_path: Path) -> None:
    # A run that was ended after its last chunk leaves articles that no assignment knows.
    run_documents(tmp_path, [make_document("a.txt")])
    with lock(Home(tmp_path)) as home:
        store_documents(home, start_run(home, "ended", NOW, "rules 1", {}), [make_document("b.txt", PAGE + " More.")])
        with open_grouping(home, None) as grouping:
            assert not grouping.is_published()


def test_redirect_keeps_its_day(tmp_path: Path) -> None:
    # Two stories with one title become one when the title of the second changes.
    first, second = make_document("a.txt", "# One\n\nText a."), make_document("b.txt", "# Two\n\nText b.", url="https://example.org/b")
    run_documents(tmp_path, [first, second], "one")
    joined = replace(second, content=b"# One\n\nText b.")
    run_documents(tmp_path, [first, joined], "two")
    [(old, new, since)] = ask(tmp_path, "SELECT old_id, new_id, since FROM redirects WHERE table_name = 'stories'")
    assert ask(tmp_path, "SELECT story_id FROM stories") == [(new,)]
    assert old != new
    run_documents(tmp_path, [first, joined], "three")
    assert ask(tmp_path, "SELECT old_id, new_id, since FROM redirects WHERE table_name = 'stories'") == [(old, new, since)]


def list_parts(home: Path, table: str) -> dict[str, int]:
    """The parts of a table in service, with what tells the files apart."""
    return {name_part(file): file.stat().st_ino for file in (home / "tables" / table).glob("*.parquet")}


def test_parts_that_did_not_change_are_the_same_files(tmp_path: Path) -> None:
    pages = [make_document(f"{m}.txt", f"# Day {m}\n\nMira Solano said “yes {m}” on 2026-0{m}-03.") for m in (1, 2, 3)]
    run_documents(tmp_path, pages, "first")
    before = {table: list_parts(tmp_path, table) for table in ("articles", "blocks", "quotes", "stories")}
    run_documents(tmp_path, [*pages, make_document("more.txt", "# More\n\nBero Tamm said “no” on 2026-03-09.")], "second")
    for table, parts in before.items():
        now = list_parts(tmp_path, table)
        assert {part for part in parts if parts[part] == now.get(part)} == {"2026-01", "2026-02"}, table
        assert now.keys() == {"2026-01", "2026-02", "2026-03"}
    assert pq.read_table(tmp_path / "tables" / "articles").num_rows == 4


def test_a_name_that_was_listed_never_opens_other_rows(tmp_path: Path) -> None:
    # Who lists the parts before a publish and opens them after it must not mix the two.
    pages = [make_document(f"{m}.txt", f"# Day {m}\n\nMira Solano said “yes {m}” on 2026-0{m}-03.") for m in (1, 2, 3)]
    run_documents(tmp_path, pages, "first")
    tables = tmp_path / "tables"
    listed = {file.relative_to(tables): file.read_bytes() for file in tables.glob("*/*.parquet")}
    run_documents(tmp_path, [*pages, make_document("more.txt", "# More\n\nBero Tamm said “no” on 2026-03-09.")], "second")
    opened = {name: (tables / name).read_bytes() for name in listed if (tables / name).exists()}
    assert opened.items() <= listed.items()
    gone = {name.as_posix().partition(".")[0] for name in listed.keys() - opened.keys()}
    assert {"articles/2026-03", "blocks/2026-03", "runs/runs"} <= gone
    assert not {"articles/2026-01", "articles/2026-02"} & gone


def test_parts_hold_the_rows_of_the_file(tmp_path: Path) -> None:
    pages = [make_document(f"{i}.txt", f"{PAGE} {i}\n\nOn 2026-0{i + 1}-01.") for i in range(3)] + [make_document("undated.txt")]
    for n in range(1, 5):
        run_documents(tmp_path, pages[:n], f"run {n}")
        with duckdb.connect(str(tmp_path / "warehouse.duckdb"), read_only=True) as con:
            for table in ("articles", "blocks", "mentions", "quotes", "entities", "aliases", "utterances", "stories", "rejections", "runs"):
                files = f"read_parquet('{tmp_path}/tables/{table}/*.parquet')"
                for one, other in ((table, files), (files, table)):
                    assert con.execute(f"SELECT count(*) FROM (FROM {one} EXCEPT ALL FROM {other})").fetchall() == [(0,)], table


def test_a_table_without_rows_has_a_file_with_its_columns(tmp_path: Path) -> None:
    run_documents(tmp_path, [make_document("a.txt", "REJECT empty")], "first")
    assert list_parts(tmp_path, "quotes").keys() == {"none"}
    assert pq.read_table(tmp_path / "tables" / "quotes").column_names
    run_documents(tmp_path, [make_document("a.txt")], "second")
    assert list_parts(tmp_path, "quotes").keys() == {"undated"}


def test_a_patch_of_changes_gives_what_a_build_from_nothing_gives(tmp_path: Path) -> None:
    pages = [make_document(f"{i}.txt", f"{PAGE} {i}\n\nOn 2026-0{i % 3 + 1}-01.") for i in range(6)]
    run_documents(tmp_path, pages, "first")
    changed = [replace(pages[0], content=b"# Other\n\nBero Tamm said \xe2\x80\x9cno\xe2\x80\x9d."), make_document("1.txt", "REJECT empty")]
    run = run_documents(tmp_path, changed, "second")
    patched = read_tables(tmp_path)
    with lock(Home(tmp_path)) as home:
        publish(home, build_snapshot(home, run, from_nothing=True, stem=stem))
    assert read_tables(tmp_path) == patched


def test_tables_of_another_layout_are_made_from_nothing(tmp_path: Path) -> None:
    run_documents(tmp_path, [make_document("a.txt")], "first")
    home = Home(tmp_path)
    assert find_base(home)
    (home.current.resolve() / LAYOUT).write_text("other")
    assert find_base(home) is None
    run_documents(tmp_path, [make_document("a.txt"), make_document("b.txt", "# B\n\nBero Tamm left.")], "second")
    assert ask(tmp_path, "SELECT count(*) FROM articles") == [(2,)]


def keep_groups(home: Home, run: Run) -> None:
    with open_grouping(home, "rules") as grouping:
        grouping.keep(run)


def test_run_that_changed_nothing_links_the_tables_and_adds_its_row(tmp_path: Path) -> None:
    documents = [make_document("a.txt"), make_document("b.txt", "REJECT empty")]
    run_documents(tmp_path, documents, "first")
    before, tables = (tmp_path / "current").resolve(), read_tables(tmp_path)
    with lock(Home(tmp_path)) as home:
        start_run(home, "ended", NOW, "rules 1", {})
    run_documents(tmp_path, documents, "second", group=keep_groups)
    after = (tmp_path / "current").resolve()
    assert read_tables(tmp_path) == tables
    assert ask(tmp_path, "SELECT run_id, documents_skipped FROM runs ORDER BY run_id") == [("ended", 0), ("first", 0), ("second", 2)]
    same = {
        file.parent.name: file.samefile(before / file.relative_to(after)) for file in after.glob("tables/*/*") if file.parent.name != "runs"
    }
    assert len(same) == 10 and all(same.values())
    assert pq.read_table(after / "tables" / "runs").num_rows == 3
    run_documents(tmp_path, [*documents, make_document("c.txt", f"{PAGE} More.")], "third")
    assert ask(tmp_path, "SELECT count(*) FROM articles") == [(2,)]
    assert len(list(Home(tmp_path).snapshots.iterdir())) == 2


def test_run_that_changed_nothing_and_does_not_add_up_fails_its_checks(tmp_path: Path) -> None:
    run_documents(tmp_path, [make_document("a.txt")], "first")
    with lock(Home(tmp_path)) as home:
        run = start_run(home, "second", NOW, "rules 1", {})
        keep_groups(home, run)
        with pytest.raises(ChecksFailed, match="run_sums"):
            build_snapshot(home, close_run(home, run, 2, 1, NOW))


def test_search_turned_off_and_on_holds_for_a_run_that_changed_nothing(tmp_path: Path) -> None:
    run_documents(tmp_path, [make_document("a.txt")], "first")
    words = "SELECT term FROM search_terms ORDER BY term"
    before = ask(tmp_path, words)
    assert before
    for number, terms in enumerate((None, stem)):
        with lock(Home(tmp_path)) as home:
            run = start_run(home, f"run {number}", NOW, "rules 1", {})
            keep_groups(home, run)
            publish(home, build_snapshot(home, close_run(home, run, 1, 1, NOW), stem=terms))
        assert ask(tmp_path, words) == (before if terms else [])
