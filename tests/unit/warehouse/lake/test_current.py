"""Which rows count, and what toy groupings read of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.lakes import PAGE, make_document, with_facts
from tests.toy_lake import open_current
from tests.unit.warehouse.lake.test_manifest import store
from transforms.records import Document
from warehouse.home import Home
from warehouse.session import open_session


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path).create()


def read_winners(home: Home) -> dict[str, str | None]:
    """Of every location that counts: what gives the article instead of it, None where it does itself."""
    with open_session(home) as con:
        rows = con.execute("SELECT source_uri, is_article, coalesce(winner_uri, reason) FROM current_documents").fetchall()
    return {uri: None if is_article else why for uri, is_article, why in rows}


URL = "https://example.org/talks"
A, B, C = (make_document(name, url=URL) for name in ("a.txt", "b.txt", "c.txt"))


def fetched(document: Document, day: int) -> Document:
    return with_facts(document, fetched_at=datetime(2026, 1, day, tzinfo=UTC))


def changed(document: Document, text: str = "Changed") -> Document:
    return replace(document, content=text.encode())


@pytest.mark.parametrize(
    ("runs", "winner"),
    [
        # The same content: the smallest source_uri, whatever the order and the runs.
        ([[B, A]], "a.txt"),
        ([[B], [A]], "a.txt"),
        ([[A], [B]], "a.txt"),
        # Other content: the later run, then the smallest source_uri.
        ([[A], [changed(B)]], "b.txt"),
        ([[B], [changed(A)]], "a.txt"),
        ([[A, changed(B)]], "a.txt"),
        ([[changed(B), A]], "a.txt"),
        # Fetched later counts more than the run; without a time counts least.
        ([[fetched(A, 2)], [fetched(changed(B), 1)]], "a.txt"),
        ([[fetched(A, 1)], [changed(B)]], "a.txt"),
        ([[A], [fetched(changed(B), 1)]], "b.txt"),
        # A content that comes again is new again.
        ([[A], [changed(B)], [C]], "a.txt"),
        # What stands at a location is its latest content.
        ([[A], [changed(B)], [changed(B, "REJECT empty")]], "a.txt"),
        ([[A, B], [changed(A)]], "a.txt"),
    ],
)
def test_one_document_of_an_article_stands_and_the_others_are_duplicates(home: Home, runs: list[list[Document]], winner: str) -> None:
    for i, documents in enumerate(runs):
        store(home, *documents, run_id=f"run {i}")
    found = read_winners(home)
    assert found.pop(winner) is None
    assert set(found.values()) <= {winner, "empty"}


def test_new_rules_keep_the_order_of_arrival(home: Home) -> None:
    store(home, A, run_id="one")
    store(home, changed(B), run_id="two")
    store(home, A, changed(B), run_id="three", rules="r2")
    assert read_winners(home) == {"a.txt": "b.txt", "b.txt": None}


def test_rejection_of_a_place_vanishes_with_its_next_content(home: Home) -> None:
    store(home, make_document("a.txt", "REJECT empty"), run_id="one")
    store(home, make_document("a.txt"), run_id="two")
    assert read_winners(home) == {"a.txt": None}


def test_names_of_an_article(home: Home) -> None:
    store(home, make_document("a.txt", PAGE + "\n\nOn 2026-01-02 Mira Solano left."))
    with open_current(home) as current:
        names = {n.name: n for n in current.read_document_names()}
    solano = names["Mira Solano"]
    assert (solano.type, solano.role, solano.published_on) == ("person", "minister", date(2026, 1, 2))
    assert solano.forms == (("Mira Solano", 2),)
    assert names["Bero Tamm"].forms == (("Bero Tamm", 2),)  # once in the body, once in the caption
    assert solano.companions == ("Bero Tamm", "Norvia", "Port Élan")
    assert solano.key.startswith(f"{solano.article_id}:")
    government = names["Norvian government"]
    assert government.key == f"{solano.article_id}:stands_for:Norvian government"
    assert (government.type, government.forms) == ("organization", (("Norvian government", 0),))


def test_articles_come_by_day_and_then_by_id(home: Home) -> None:
    texts = ["Norvia waits", "Norvia waits, 2026-03-01", "Mira Solano met Bero Tamm on 2026-02-01, then Mira Solano left"]
    store(home, *(make_document(f"{i}.txt", text) for i, text in enumerate(texts)))
    with open_current(home) as current:
        assert [a.published_on for a in current.read_story_articles()] == [date(2026, 2, 1), date(2026, 3, 1), None]


def test_quotes_have_the_speaker_or_the_body_it_stands_for(home: Home) -> None:
    store(home, make_document("a.txt"))
    with open_current(home) as current:
        names = {n.key: n.name for n in current.read_document_names()}
        [article] = current.read_story_articles()
        first, second = current.read_spoken_quotes(names, {article.article_id: "story"})
    assert (first.speaker, second.speaker) == ("Mira Solano", "Norvian government")
    assert first.story_id == "story"
    assert first.text == "we will keep talking — as long as it takes"
    assert first.position == article.body.index(first.text) / len(article.body)
    assert second.position > first.position


def test_streams_may_be_read_side_by_side(home: Home) -> None:
    store(home, *(make_document(f"{i}.txt", f"{PAGE} {i}") for i in range(4)))
    with open_current(home) as current:
        pairs = list(zip(current.read_story_articles(), current.read_document_names(), strict=False))
    assert len(pairs) == 4


def test_empty_lake_has_no_rows(home: Home) -> None:
    with open_current(home) as current:
        assert not list(current.read_document_names())
        assert not list(current.read_story_articles())
        assert not list(current.read_spoken_quotes({}))


@pytest.mark.parametrize("name", ["it's [all] a *pattern*?", "name=value", "späße"])
def test_home_may_have_any_name(tmp_path: Path, name: str) -> None:
    home = Home(tmp_path / name).create()
    store(home, make_document("a.txt"))
    with open_current(home) as current:
        assert len(list(current.read_story_articles())) == 1
