"""The published tables hang on the documents alone: not on their order, batches or runs, nor on compaction."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.lakes import make_document, run_documents, store_documents
from tests.tables import read_tables
from transforms.records import Document
from warehouse.home import Home
from warehouse.lake.compact import compact
from warehouse.runs import record_run, start_run
from warehouse.session import open_session

NOW = datetime(2026, 1, 2, tzinfo=UTC)
TEXTS = (
    "# Talks\n\nMira Solano said “yes” on 2026-02-01.",
    "# Talks\n\nMira Solano said “yes” on 2026-02-02. Bero Tamm left.",
    "# Border\n\nNorvia said “the border stays open” — 👩‍👩‍👧 Élan Port cheered.\n\ncaption: Bero Tamm",
    "No title, and nobody 2026-01-01.",
    "REJECT empty",
    "REJECT no_text",
)
SLOW = settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
QUICK = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])

# Documents of one key have one content each, so that no run of them is "the later one": locations and keys repeat, contents too.


def _document(location: int, text: int, has_url: bool) -> Document:
    url = f"https://example.org/{text}" if has_url else None
    return make_document(f"{location}.txt", TEXTS[text], url, outlet=f"Outlet {text % 2}")


documents = st.lists(
    st.builds(_document, st.integers(0, 9), st.integers(0, len(TEXTS) - 1), st.booleans()), max_size=10, unique_by=lambda d: d.location
)


@st.composite
def arrivals(draw: st.DrawFn) -> tuple[list[Document], list[list[Document]]]:
    """Documents, and the same in another order, spread over up to five runs, some given again."""
    given_ = draw(documents)
    runs: list[list[Document]] = [[] for _ in range(draw(st.integers(1, 5)))]
    for document in draw(st.permutations(given_)):
        for run in draw(st.sets(st.integers(0, len(runs) - 1), min_size=1)):
            runs[run].append(document)
    return given_, runs


def read_current(home: Home) -> list[tuple[object, ...]]:
    """Which article each location gives, or why none."""
    with open_session(home) as con:
        return con.execute(
            "SELECT d.source_uri, d.article_id, d.is_article, d.reason, d.winner_uri, a.title, a.body, a.source_uri, a.outlet "
            "FROM current_documents AS d LEFT JOIN lake_articles AS a USING (version) ORDER BY ALL"
        ).fetchall()


def store_runs(folder: str, runs: list[list[Document]], chunk_size: int, gather: int, rules: str = "rules 1") -> Home:
    home = Home(Path(folder)).create()
    for i, documents in enumerate(runs):
        run = start_run(home, f"run {rules} {i}", NOW, rules, {})
        store_documents(home, run, documents, chunk_size, rules)
        record_run(home, replace(run, finished_at=NOW))
        compact(home, gather)
    return home


@QUICK
@given(arrivals(), st.integers(1, 5), st.integers(2, 20))
def test_what_counts_does_not_hang_on_order_batches_runs_and_compaction(
    arrived: tuple[list[Document], list[list[Document]]], chunk_size: int, gather: int
) -> None:
    at_once, runs = arrived
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        expected = read_current(store_runs(one, [at_once], 100, 100))
        assert read_current(store_runs(other, runs, chunk_size, gather)) == expected


@SLOW
@given(arrivals(), st.integers(1, 5), st.integers(2, 20))
def test_published_tables_are_the_same_at_once_and_in_parts(
    arrived: tuple[list[Document], list[list[Document]]], chunk_size: int, gather: int
) -> None:
    at_once, runs = arrived
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        run_documents(Path(one), at_once, chunk_size=100)
        for i, documents in enumerate(runs):
            run_documents(Path(other), documents, f"run {i}", chunk_size, gather=gather)
        assert read_tables(Path(other)) == read_tables(Path(one))


@QUICK
@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, len(TEXTS) - 1)), max_size=5), st.integers(1, 5), st.integers(2, 20))
def test_last_content_of_a_place_is_all_that_counts(versions: list[tuple[int, int]], chunk_size: int, gather: int) -> None:
    last = dict(versions)
    changing = [[make_document(f"{location}.txt", TEXTS[text])] for location, text in versions]
    final = [make_document(f"{location}.txt", TEXTS[text]) for location, text in last.items()]
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        expected = read_current(store_runs(one, [final], 100, 100))
        assert read_current(store_runs(other, changing, chunk_size, gather)) == expected


@QUICK
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=4), st.integers(2, 20))
def test_new_rules_change_nothing_that_they_do_not_decide(versions: list[tuple[int, int]], gather: int) -> None:
    # All of one key: which content is the latest must survive being done again all at once.
    url = "https://example.org/one"
    runs = [[make_document(f"{location}.txt", TEXTS[text], url)] for location, text in versions]
    last = {run[0].location: run[0] for run in runs}
    with tempfile.TemporaryDirectory() as folder:
        home = store_runs(folder, runs, 1, gather)
        before = read_current(home)
        store_runs(folder, [[replace(d) for d in last.values()]], 2, gather, rules="rules 2")
        assert read_current(home) == before
