"""What search() and search_quotes() find, and that replacing the rows of some articles gives what indexing all gives."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import pytest

from tests.lakes import make_document, run_documents
from transforms.groups.words.stems import stem
from warehouse.connect import connect
from warehouse.home import Home
from warehouse.search_index import index_articles, index_names

PAGES = {
    "harbour.txt": "# Harbour talks end in Ostrava\n\nMira Solano said “the border stays open for every ship”. The talks were long.",
    "border.txt": "# Ferry line\n\nThe border, open since May, was talked about by Béla Kőszegi. It stays as it is.",
    "café.txt": "# Café owners protest\n\nThe U.S. envoy met O'Brien. Bero Tamm said “we protested at the border”."
    "\n\ncaption: A lighthouse at dusk",
    "tokyo.txt": "# 東京の地震\n\n東京で地震がありました。被害はない。",
    "moscow.txt": "# Переговоры о границе\n\nПосол сказал, что граница открыта.",
    "hostile.txt": "# <script>alert(1)</script> %_'\"\n\nDROP TABLE articles; -- \\ ‮reversed‬ words",
}
EARLIEST_MENTIONS = """
    SELECT m.entity_id, trim(regexp_replace(m.text, '\\s+', ' ', 'g')) AS alias, m.article_id, m.mention_id
    FROM mentions AS m
    JOIN entities USING (entity_id)
    JOIN articles AS a USING (article_id)
    QUALIFY row_number() OVER (
        PARTITION BY m.entity_id, alias ORDER BY a.published_on NULLS LAST, m.article_id, m.part, m.block_ordinal, m.start_char
    ) = 1
    ORDER BY ALL"""


@pytest.fixture(scope="module")
def con(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    path = tmp_path_factory.mktemp("search")
    run_documents(path, [make_document(name, text) for name, text in PAGES.items()])
    with connect(Home(path)) as connection:
        yield connection


def found(con: duckdb.DuckDBPyConnection, query: str | None) -> list[str]:
    return [uri for (uri,) in con.execute("SELECT source_uri FROM search(?)", [query]).fetchall()]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("harbour", ["harbour.txt"]),
        ("HARBOURS", ["harbour.txt"]),  # case and endings do not count
        ("talk", ["harbour.txt", "border.txt"]),  # the title weighs more than the text
        ("cafe", ["café.txt"]),
        ("café protesters", ["café.txt"]),  # a form that stands nowhere
        ("café meteor", []),  # every word is wanted
        ("protesting café", ["café.txt"]),
        ("lighthouse", ["café.txt"]),  # a caption
        ("US envoy", ["café.txt"]),
        ("U.S. envoy", ["café.txt"]),
        ("o’brien", ["café.txt"]),
        ("Koszegi", ["border.txt"]),
        ("border open", ["border.txt", "harbour.txt"]),
        ('"border stays open"', ["harbour.txt"]),
        ("“border stays open”", ["harbour.txt"]),
        ('"the border open"', ["border.txt"]),  # punctuation does not part a phrase
        ("border -ferry", ["café.txt", "harbour.txt"]),
        ('border -"stays open"', ["border.txt", "café.txt"]),
        ("地震", ["tokyo.txt"]),
        ("震地", []),  # in another order they are no word
        ("граница", ["moscow.txt"]),
        ("<script>alert(1)</script>", ["hostile.txt"]),
        ("' OR 1=1 --", []),
        ("drop table", ["hostile.txt"]),
        ("", []),
        (None, []),
        ("-border", []),  # nothing is asked for
        ('"', []),
        ("- -- a", []),
        ("nowhere border", []),
    ],
)
def test_search_finds(con: duckdb.DuckDBPyConnection, query: str | None, expected: list[str]) -> None:
    assert sorted(found(con, query)) == sorted(expected)


def test_a_word_of_the_title_comes_first(con: duckdb.DuckDBPyConnection) -> None:
    assert found(con, "talk")[0] == "harbour.txt"


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ("border", ["we protested at the border", "the border stays open for every ship"]),
        ("protest borders", ["we protested at the border"]),
        ('"stays open"', ["the border stays open for every ship"]),
        ("border -protest", ["the border stays open for every ship"]),
        ('border -"stays open"', ["we protested at the border"]),
        ("harbour", []),
        ("", []),
    ],
)
def test_search_quotes_finds(con: duckdb.DuckDBPyConnection, query: str, texts: list[str]) -> None:
    assert sorted(t for (t,) in con.execute("SELECT text FROM search_quotes(?)", [query]).fetchall()) == sorted(texts)


def test_postings_show_words_and_ids(con: duckdb.DuckDBPyConnection) -> None:
    rows = con.execute(
        "SELECT field, tf FROM search_postings JOIN articles USING (article_id) WHERE term = ? AND source_uri = 'harbour.txt' ORDER BY 1",
        [stem("talks")],
    ).fetchall()
    assert rows == [("body", 1), ("title", 1)]


def test_a_file_attached_under_another_name_is_searched(con: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    run_documents(tmp_path, [make_document("harbour.txt", PAGES["harbour.txt"])])
    with duckdb.connect() as other:
        other.execute(f"ATTACH '{tmp_path}/warehouse.duckdb' AS news (READ_ONLY)")
        other.execute("USE news")
        assert other.execute("SELECT source_uri FROM search('harbour')").fetchall() == [("harbour.txt",)]


def test_without_a_stemmer_the_tables_are_empty_and_search_finds_nothing(copied: duckdb.DuckDBPyConnection) -> None:
    assert index_articles(copied, None) == 0
    assert copied.execute("SELECT * FROM search('talks')").fetchall() == []
    assert copied.execute("SELECT * FROM search_quotes('talks')").fetchall() == []
    assert index_articles(copied, stem) == 4  # switched on again
    assert copied.execute("SELECT * FROM search_quotes('talking')").fetchall()


def read_postings(con: duckdb.DuckDBPyConnection) -> list[tuple[object, ...]]:
    return con.execute("SELECT * FROM search_postings ORDER BY ALL").fetchall()


def test_changed_added_and_removed_articles_leave_what_indexing_all_leaves(copied: duckdb.DuckDBPyConnection) -> None:
    ids = [i for (i,) in copied.execute("SELECT article_id FROM articles ORDER BY 1").fetchall()]
    copied.execute("UPDATE articles SET body = 'quite another text' WHERE article_id = ?", [ids[0]])
    copied.execute("DELETE FROM articles WHERE article_id = ?", [ids[1]])
    copied.execute(
        "INSERT INTO articles SELECT * REPLACE ('new' AS article_id, ? AS published_on) FROM articles LIMIT 1", [date(2026, 5, 1)]
    )
    assert index_articles(copied, stem, [ids[0], "new"]) == 2
    patched = read_postings(copied)
    assert {i for _, i, *_ in patched} == {*ids, "new"} - {ids[1]}
    assert copied.execute("SELECT article_id FROM search('quite another')").fetchall() != []
    index_articles(copied, stem, [*ids, "new"])
    assert read_postings(copied) == patched


def read_looked_up(con: duckdb.DuckDBPyConnection) -> list[list[tuple[object, ...]]]:
    presence = """SELECT entity_of(entity_key) AS entity_id, * EXCLUDE (entity_key, article_number)
        FROM search_presence JOIN search_articles USING (article_number) ORDER BY ALL"""
    return [con.execute(query).fetchall() for query in ("SELECT * FROM search_names ORDER BY ALL", presence)]


def test_names_and_presence_say_what_the_tables_say(published: Home) -> None:
    with duckdb.connect(str(published.warehouse), read_only=True) as con:
        assert (
            con.execute(
                "SELECT entity_id, alias, article_id, mention_id FROM search_names WHERE mention_id IS NOT NULL ORDER BY ALL"
            ).fetchall()
            == con.execute(EARLIEST_MENTIONS).fetchall()
        )
        assert con.execute(
            "SELECT entity_of(entity_key), sum(mention_count), count(*) FROM search_presence WHERE mention_count > 0 GROUP BY 1 ORDER BY 1"
        ).fetchall() == (
            con.execute("SELECT entity_id, mention_count, article_count FROM entities WHERE mention_count > 0 ORDER BY 1").fetchall()
        )
        assert con.execute("SELECT sum(quote_count) FROM search_presence").fetchall() == (
            con.execute("SELECT count(speaker_entity_id) FROM quotes WHERE kind <> 'scare'").fetchall()
        )


@pytest.mark.parametrize("entity_id", ["04bf7057d57738e6", "0000000000000000", "ffffffffffffffff", "8000000000000001"])
def test_the_number_of_an_entity_leads_back_to_its_id(con: duckdb.DuckDBPyConnection, entity_id: str) -> None:
    assert con.execute("SELECT entity_of(entity_key(?))", [entity_id]).fetchall() == [(entity_id,)]


@pytest.mark.parametrize("text", ["Mara Lindqvist", "", "04bf7057d57738e6a", "'", "-1"])
def test_what_is_no_id_has_no_number(con: duckdb.DuckDBPyConnection, text: str) -> None:
    assert con.execute("SELECT entity_key(?)", [text]).fetchall() == [(None,)]


def test_names_of_touched_and_gone_entities_leave_what_indexing_all_leaves(copied: duckdb.DuckDBPyConnection) -> None:
    ids = [i for (i,) in copied.execute("SELECT entity_id FROM entities ORDER BY 1").fetchall()]
    copied.execute("DELETE FROM entities WHERE entity_id = ?", [ids[0]])
    copied.execute("DELETE FROM mentions WHERE entity_id = ?", [ids[0]])
    copied.execute("UPDATE mentions SET text = 'Élan  Other' WHERE entity_id = ?", [ids[1]])
    copied.execute("UPDATE entities SET name = 'Name of nowhere' WHERE entity_id = ?", [ids[1]])
    index_names(copied, [ids[1]])
    index_articles(copied, stem, [i for (i,) in copied.execute("SELECT article_id FROM articles").fetchall()])
    patched = read_looked_up(copied)
    assert copied.execute(
        "SELECT alias, folded, mention_id IS NULL FROM search_names WHERE entity_id = ? ORDER BY 1", [ids[1]]
    ).fetchall() == [
        ("Name of nowhere", "name of nowhere", True),
        ("Élan Other", "elan other", False),
    ]
    index_names(copied, ids)
    index_articles(copied, None)
    assert read_looked_up(copied) == patched


def test_of_an_article_whose_names_changed_alone_only_who_is_named_is_told_anew(copied: duckdb.DuckDBPyConnection) -> None:
    [(article, one)] = copied.execute(
        "SELECT article_id, entity_id FROM mentions WHERE entity_id IS NOT NULL ORDER BY ALL LIMIT 1"
    ).fetchall()
    words = read_postings(copied)
    copied.execute("UPDATE mentions SET entity_id = 'feedfacefeedface' WHERE article_id = ? AND entity_id = ?", [article, one])
    copied.execute("UPDATE articles SET body = 'not read again' WHERE article_id = ?", [article])
    assert index_articles(copied, stem, [], [article]) == 0
    assert read_postings(copied) == words
    patched = read_looked_up(copied)[1]
    assert "feedfacefeedface" in {entity for entity, *_ in patched}
    index_articles(copied, stem, [article])
    assert read_looked_up(copied)[1] == patched


def test_a_term_that_nothing_has_any_more_goes(copied: duckdb.DuckDBPyConnection) -> None:
    copied.execute("DELETE FROM articles")
    assert index_articles(copied, stem, []) == 0
    assert copied.execute("SELECT * FROM search_words").fetchall() == []
