"""What the views and macros answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import duckdb
import pytest

from warehouse.connect import connect
from warehouse.home import Home
from warehouse.sql import list_queries, read_header, read_query


@pytest.fixture(scope="module")
def con(published: Home) -> Iterator[duckdb.DuckDBPyConnection]:
    with connect(published) as connection:
        yield connection


def test_who_said_what_has_a_row_a_quote_newest_first(con: duckdb.DuckDBPyConnection) -> None:
    rows = con.execute("SELECT published_on, outlet, speaker, stands_for, text FROM who_said_what").fetchall()
    assert con.execute("SELECT count(*) FROM quotes").fetchall() == [(len(rows),)]
    assert [r[0] for r in rows] == sorted((r[0] for r in rows), reverse=True)
    assert (date(2026, 2, 1), "Gazette", "Norvia", "Norvian government", "the border stays open") in rows


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("Mira Solano", 4),
        ("mira SOLANO", 4),
        ("Míra Solano", 4),
        ("  mira-solano ", 4),
        ("Bero Tamm", 1),  # quoted under another spelling, which the toy grouping keeps apart
        ("Norvia", 2),
        ("norvian government", 2),  # never mentioned, only spoken for
        ("nobody", 0),
        ("", 0),
    ],
)
def test_quotes_by_any_spelling(con: duckdb.DuckDBPyConnection, name: str, texts: int) -> None:
    assert len(con.execute("SELECT text FROM quotes_by(?)", [name]).fetchall()) == texts


def test_quotes_by_id_and_by_an_id_that_was_published_once(con: duckdb.DuckDBPyConnection) -> None:
    [(entity,)] = con.execute("SELECT entity_id FROM entities WHERE name = 'Mira Solano'").fetchall()
    assert len(con.execute("SELECT * FROM quotes_by(?)", [entity]).fetchall()) == 4


def test_redirected_ids_lead_to_their_entity(copied: duckdb.DuckDBPyConnection) -> None:
    copied.execute("INSERT INTO redirects SELECT 'old id', entity_id, 'entities', now() FROM entities WHERE name = 'Norvia'")
    assert len(copied.execute("SELECT * FROM quotes_by('old id')").fetchall()) == 2
    assert len(copied.execute("SELECT * FROM articles_about('old id')").fetchall()) == 2


def test_articles_about(con: duckdb.DuckDBPyConnection) -> None:
    rows = con.execute("SELECT outlet, mention_count, called FROM articles_about('bero tamm')").fetchall()
    assert sorted(rows) == [
        ("Courier", 1, ["Bero Tamm"]),
        ("Courier", 1, ["Béro Tamm"]),
        ("Gazette", 2, ["Bero Tamm"]),
        ("Gazette", 2, ["Bero Tamm"]),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("al-Kader Bey", "Al Kader Bey"),
        ("O’Neil", "oneil"),
        ("Karaʿa", "Karaa"),
        ("Élan", "E\u0301lan"),
        ("Пётр", "ПЕТР"),
        ("U.N.", "u n"),
    ],
)
def test_names_that_are_compared_as_one(con: duckdb.DuckDBPyConnection, one: str, other: str) -> None:
    [(a, b)] = con.execute("SELECT fold_name(?), fold_name(?)", [one, other]).fetchall()
    assert a == b != ""


def test_wordings_stand_side_by_side(con: duckdb.DuckDBPyConnection) -> None:
    rows = con.execute("SELECT outlet, is_fullest, is_in_copy FROM wordings WHERE text LIKE 'we will keep talking%'").fetchall()
    assert sorted(rows) == [("Courier", True, False), ("Gazette", True, False), ("Gazette", True, True)]


# Reports of one utterance, as (article, outlet, agency, day, copy_of, text), and what the view says of each: (got_by, from_outlet).
TRAVELS = [
    ("a", "Courier", None, 1, None, "We will open the old bridge again", "first", None),
    ("b", "Gazette", None, 1, None, "We will open the old bridge again.", "same words", "Courier"),
    ("c", "Herald", "NWA", 2, None, "The old bridge is going to be opened again", "agency", None),
    ("d", "Ledger", "NWA", 2, None, "The old bridge will be opened", "agency", "Herald"),
    ("f", "Sound", None, 3, None, "open the old bridge", "part", "Courier"),
    ("e", "Post", "NWA", 3, "c", "The old bridge is going to be opened again", "copy", "Herald"),
    ("g", "Times", None, None, None, "They mean to open that bridge again", "other words", "Courier"),
]
TABLES = """
    CREATE TABLE articles (article_id VARCHAR, outlet VARCHAR, agency VARCHAR, published_on DATE, copy_of VARCHAR,
        published_at TIMESTAMPTZ, outlet_domain VARCHAR, url VARCHAR, source_uri VARCHAR);
    CREATE TABLE quotes (quote_id VARCHAR, article_id VARCHAR, ordinal INTEGER, text VARCHAR, kind VARCHAR, utterance_id VARCHAR);
    CREATE TABLE utterances AS SELECT 'u' AS utterance_id, 'open the bridge' AS text, NULL::VARCHAR AS speaker_entity_id;
    CREATE TABLE entities (entity_id VARCHAR, name VARCHAR)"""


# An agency's own report stands before what others have from it on the same day.
WIRED = [
    ("b", "NWA", "NWA", 1, "a", "We will open the old bridge again", "first", None),
    ("a", "Courier", "NWA", 1, None, "We will open the old bridge again", "agency", "NWA"),
]


@pytest.mark.parametrize("travels", [TRAVELS, WIRED])
def test_provenance_says_whence_each_report_has_its_statement(travels: list[tuple[Any, ...]]) -> None:
    with duckdb.connect() as con:
        con.execute(TABLES)
        for article, outlet, agency, day, copy_of, text, *_ in travels:
            row = [article, outlet, agency, date(2031, 1, day) if day else None, copy_of]
            con.execute("INSERT INTO articles VALUES (?, ?, ?, ?, ?, NULL, NULL, NULL, NULL)", row)
            con.execute("INSERT INTO quotes VALUES (?, ?, 1, ?, 'direct', 'u')", [article, article, text])
        con.execute("INSERT INTO quotes VALUES ('x', 'a', 2, 'told by one alone', 'direct', 'alone')")
        con.execute(read_query("views", "provenance"))
        found = con.execute("SELECT article_id, got_by, from_outlet FROM provenance").fetchall()
    assert found == [(article, got_by, source) for article, *_, got_by, source in travels]


def test_speakers(con: duckdb.DuckDBPyConnection) -> None:
    rows = con.execute(
        "SELECT speaker, quote_count, utterance_count, outlet_count, first_quoted_on, last_quoted_on FROM speakers"
    ).fetchall()
    assert rows[0] == ("Mira Solano", 4, 2, 2, date(2026, 2, 1), date(2026, 2, 3))
    assert {r[0] for r in rows} == {"Mira Solano", "Norvia", "Béro Tamm"}


def test_story_coverage_says_who_quoted_whom(con: duckdb.DuckDBPyConnection) -> None:
    rows = con.execute("SELECT outlet, quote_count, speakers, is_copy FROM story_coverage WHERE story = 'Talks resume'").fetchall()
    assert sorted(rows) == [("Gazette", 2, ["Mira Solano", "Norvia"], False), ("Gazette", 2, ["Mira Solano", "Norvia"], True)]
    assert con.execute("SELECT bool_and(quoted_share BETWEEN 0 AND 1) FROM story_coverage").fetchall() == [(True,)]


def test_dropped_blocks(con: duckdb.DuckDBPyConnection) -> None:
    rows = con.execute("SELECT DISTINCT role, reason, text FROM dropped_blocks").fetchall()
    assert rows == [("caption", "toy", "Bero Tamm in a file photo")]


def test_repeated_blocks_leave_copies_out(con: duckdb.DuckDBPyConnection) -> None:
    # Each outlet has the line about its letter, but the Gazette's second article is a copy of its first.
    assert con.execute("SELECT outlet FROM repeated_blocks").fetchall() == []


def test_co_mentions_have_each_pair_once(con: duckdb.DuckDBPyConnection) -> None:
    rows = con.execute("SELECT entity, other_entity, article_count FROM co_mentions").fetchall()
    pairs = [frozenset(r[:2]) for r in rows]
    assert len(pairs) == len(set(pairs))
    assert (3,) in {r[2:] for r in rows if {"Mira Solano", "Bero Tamm"} == set(r[:2])}


@pytest.mark.parametrize("name", [q for q in list_queries("queries") if q.startswith("answer_")])
def test_answers_have_rows_and_a_heading(con: duckdb.DuckDBPyConnection, name: str) -> None:
    rows = con.execute(read_query("queries", name)).fetchall()
    assert rows or name == "answer_2_wordings"  # the toy grouping joins equal wordings only
    assert read_header("queries", name)


def test_every_alias_has_a_sentence_that_holds_it(con: duckdb.DuckDBPyConnection) -> None:
    rows = con.execute("SELECT alias, example FROM alias_examples").fetchall()
    assert con.execute("SELECT count(*) FROM aliases").fetchall() == [(len(rows),)]
    assert all(alias in example and "\n" not in example for alias, example in rows)
