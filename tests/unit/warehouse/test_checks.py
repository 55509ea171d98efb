"""Every check finds what it is for, and nothing in sound tables."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import pytest

from warehouse.checks import list_scopes
from warehouse.home import Home
from warehouse.schemas import ALLOWED_VALUES
from warehouse.sql import list_queries, read_header, read_query

# Check, and queries that break sound tables so that it must find a row.
SABOTAGE = [
    ("articles_without_blocks", "DELETE FROM blocks"),
    ("block_offsets", "UPDATE blocks SET start_char = start_char + 1 WHERE ordinal = 0"),
    ("block_offsets", "UPDATE blocks SET end_char = NULL WHERE ordinal = 0"),
    ("block_offsets", "UPDATE blocks SET text = 'other' WHERE ordinal = 0"),
    ("block_offsets", "UPDATE articles SET body = body || 'x', title = 'x'; UPDATE blocks SET text = text || 'x' WHERE start_char = 0"),
    ("confidence_range", "UPDATE quotes SET confidence = 1.01 WHERE ordinal = 0"),
    ("confidence_range", "UPDATE quotes SET confidence = 'nan' WHERE ordinal = 0"),
    ("confidence_range", "UPDATE entities SET confidence = -0.01"),
    ("copies_of_copies", "UPDATE articles SET copy_of = article_id WHERE copy_of IS NULL"),
    ("cue_offsets", "UPDATE quotes SET cue_start_char = cue_start_char - 1"),
    ("cue_offsets", "UPDATE quotes SET cue_end_char = NULL"),
    ("cue_offsets", "UPDATE quotes SET part = 'title'"),
    ("dangling_ids", "UPDATE articles SET copy_of = 'nobody' WHERE copy_of IS NOT NULL"),
    ("dangling_ids", "UPDATE articles SET story_id = 'nobody'"),
    ("dangling_ids", "UPDATE articles SET run_id = 'nobody'"),
    ("dangling_ids", "UPDATE rejections SET run_id = 'nobody'"),
    ("dangling_ids", "UPDATE blocks SET article_id = 'nobody'"),
    ("dangling_ids", "UPDATE mentions SET entity_id = 'nobody'"),
    ("dangling_ids", "UPDATE mentions SET article_id = 'nobody'"),
    ("dangling_ids", "UPDATE aliases SET entity_id = 'nobody'"),
    ("dangling_ids", "UPDATE quotes SET article_id = 'nobody'"),
    ("dangling_ids", "UPDATE quotes SET speaker_entity_id = 'nobody'"),
    ("dangling_ids", "UPDATE quotes SET speaker_stands_for_entity_id = 'nobody'"),
    ("dangling_ids", "UPDATE quotes SET via_entity_id = 'nobody'"),
    ("dangling_ids", "UPDATE quotes SET utterance_id = 'nobody'"),
    ("dangling_ids", "UPDATE utterances SET speaker_entity_id = 'nobody'"),
    ("dangling_ids", "INSERT INTO redirects VALUES ('old', 'nobody', 'stories', now())"),
    ("duplicate_ids", "INSERT INTO articles SELECT * FROM articles LIMIT 1"),
    ("duplicate_ids", "INSERT INTO blocks SELECT * FROM blocks LIMIT 1"),
    ("duplicate_ids", "INSERT INTO mentions SELECT * FROM mentions LIMIT 1"),
    ("duplicate_ids", "INSERT INTO entities SELECT * FROM entities LIMIT 1"),
    ("duplicate_ids", "INSERT INTO aliases SELECT * FROM aliases LIMIT 1"),
    ("duplicate_ids", "INSERT INTO quotes SELECT * FROM quotes LIMIT 1"),
    ("duplicate_ids", "UPDATE quotes SET ordinal = 0"),
    ("duplicate_ids", "INSERT INTO utterances SELECT * FROM utterances LIMIT 1"),
    ("duplicate_ids", "INSERT INTO stories SELECT * FROM stories LIMIT 1"),
    ("duplicate_ids", "INSERT INTO redirects SELECT 'old', story_id, 'stories', now() FROM stories LIMIT 2"),
    ("duplicate_ids", "INSERT INTO runs SELECT * FROM runs LIMIT 1"),
    ("entity_counts", "UPDATE entities SET mention_count = mention_count + 1"),
    ("entity_counts", "UPDATE entities SET article_count = article_count + 1"),
    ("entity_counts", "UPDATE aliases SET mention_count = mention_count + 1"),
    ("group_counts", "UPDATE stories SET article_count = article_count + 1"),
    ("group_counts", "UPDATE utterances SET quote_count = quote_count + 1"),
    ("group_counts", "UPDATE utterances SET article_count = article_count + 1"),
    ("group_counts", "UPDATE quotes SET utterance_id = NULL"),
    ("mention_offsets", "UPDATE mentions SET start_char = start_char + 1"),
    ("mention_offsets", "UPDATE mentions SET text = 'x' WHERE part = 'block'"),
    ("mention_offsets", "UPDATE mentions SET block_ordinal = NULL WHERE part = 'block'"),
    ("mention_offsets", "UPDATE mentions SET block_ordinal = 0 WHERE part = 'body'"),
    ("mention_offsets", "UPDATE mentions SET part = 'standfirst' WHERE part = 'body'"),
    ("mentions_across_blocks", "UPDATE mentions SET end_char = end_char + 100 WHERE part = 'body'"),
    ("overlapping_mentions", "INSERT INTO mentions SELECT * REPLACE (start_char + 1 AS start_char) FROM mentions WHERE part = 'body'"),
    ("quote_offsets", "UPDATE quotes SET start_char = start_char - 1"),
    ("quote_offsets", "UPDATE quotes SET end_char = start_char, text = ''"),
    ("quote_offsets", "UPDATE quotes SET start_char = -1"),
    ("redirects_in_a_row", "INSERT INTO redirects SELECT story_id, story_id, 'stories', now() FROM stories"),
    ("redirects_in_a_row", "INSERT INTO redirects SELECT entity_id, 'other', 'entities', now() FROM entities"),
    ("redirects_in_a_row", "INSERT INTO redirects VALUES ('one', 'two', 'utterances', now()), ('two', 'three', 'utterances', now())"),
    ("run_rows", "DELETE FROM rejections"),
    ("run_rows", "UPDATE runs SET articles_stored = articles_stored + 1, documents_skipped = documents_skipped - 1"),
    ("run_sums", "UPDATE runs SET documents_seen = documents_seen + 1"),
    ("speaker_offsets", "UPDATE quotes SET speaker_end_char = speaker_end_char + 1"),
    ("speaker_offsets", "UPDATE quotes SET speaker_start_char = NULL"),
    ("unknown_values", "UPDATE blocks SET role = 'poem'"),
    ("unknown_values", "UPDATE mentions SET part = 'body '"),
    ("unknown_values", "UPDATE mentions SET type = 'animal'"),
    ("unknown_values", "UPDATE entities SET type = 'animal'"),
    ("unknown_values", "UPDATE quotes SET kind = 'whispered'"),
    ("unknown_values", "UPDATE quotes SET part = 'margin'"),
    ("unknown_values", "UPDATE articles SET published_from = 'guess'"),
    ("unknown_values", "UPDATE rejections SET stage = 'later'"),
    ("unknown_values", "INSERT INTO redirects VALUES ('old', 'new', 'people', now())"),
]


@pytest.fixture(scope="module")
def tables(published: Home) -> Iterator[duckdb.DuckDBPyConnection]:
    """A copy of sound tables, which a test breaks within a transaction."""
    with duckdb.connect() as con:
        con.execute(f"ATTACH '{published.warehouse}' AS sound (READ_ONLY)")
        con.execute("COPY FROM DATABASE sound TO memory")
        con.execute("CREATE TABLE allowed_values (table_name VARCHAR, column_name VARCHAR, value VARCHAR)")
        for (table, column), values in ALLOWED_VALUES.items():
            for value in values:
                con.execute("INSERT INTO allowed_values VALUES (?, ?, ?)", [table, column, value])
        con.execute("CREATE TABLE closing_run AS SELECT 'second' AS run_id")
        yield con


@pytest.mark.parametrize("check", list_queries("checks"))
def test_sound_tables_pass(tables: duckdb.DuckDBPyConnection, check: str) -> None:
    assert tables.execute(read_query("checks", check)).fetchall() == []


@pytest.mark.parametrize(("check", "sabotage"), SABOTAGE)
def test_broken_tables_fail(tables: duckdb.DuckDBPyConnection, check: str, sabotage: str) -> None:
    tables.execute("BEGIN")
    try:
        tables.execute(sabotage)
        assert tables.execute(read_query("checks", check)).fetchall()
    finally:
        tables.execute("ROLLBACK")


def test_every_check_is_tested_and_says_what_a_row_is() -> None:
    assert {check for check, _ in SABOTAGE} == set(list_queries("checks"))
    for check in list_queries("checks"):
        assert read_header("checks", check).startswith("A row is "), check


def test_every_enumerated_column_is_checked() -> None:
    query = read_query("checks", "unknown_values")
    for table, column in ALLOWED_VALUES:
        assert f"FROM {table}" in query
        assert f"'{table}', '{column}', {column} " in query or f"'{table}' AS table_name, '{column}' AS column_name, {column} " in query


def test_every_check_says_on_what_it_runs_after_a_patch() -> None:
    for name in list_queries("checks"):
        scopes = list_scopes(name)
        assert scopes and set(scopes) <= {"articles", "groups"}, name
