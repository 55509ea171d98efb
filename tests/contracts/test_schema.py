"""The published tables are the contract: names, columns, types, views, macros, in DuckDB and in Parquet."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path
from typing import get_args

import duckdb
import pyarrow.parquet as pq
import pytest

from tests.lakes import PAGE, make_document, run_documents
from transforms.records import Article, Block, GroupKind, Mention, MentionType, Part, Quote, QuoteKind, Role
from warehouse.columns import describe
from warehouse.home import Home
from warehouse.lake_schemas import ASSIGNMENTS, LAKE
from warehouse.schemas import ALLOWED_VALUES, PUBLISHED, SEARCH
from warehouse.sql import FOLDERS, list_queries, read_header, read_query

# Written out once more, on purpose: users' SQL relies on these names and types.
CONTRACT = {
    "articles": """article_id VARCHAR, source_uri VARCHAR, url VARCHAR, outlet VARCHAR, outlet_domain VARCHAR, title VARCHAR,
        standfirst VARCHAR, authors VARCHAR[], contributors VARCHAR[], agency VARCHAR, dateline_place VARCHAR,
        published_at TIMESTAMP WITH TIME ZONE, published_on DATE, published_from VARCHAR, title_from VARCHAR, authors_from VARCHAR,
        language VARCHAR, body VARCHAR,
        word_count INTEGER, copy_of VARCHAR, story_id VARCHAR, flags VARCHAR[], content_hash VARCHAR,
        fetched_at TIMESTAMP WITH TIME ZONE, processed_at TIMESTAMP WITH TIME ZONE, rules_version VARCHAR, run_id VARCHAR""",
    "blocks": """article_id VARCHAR, ordinal INTEGER, role VARCHAR, text VARCHAR, start_char INTEGER, end_char INTEGER, reason VARCHAR""",
    "mentions": """mention_id VARCHAR, article_id VARCHAR, part VARCHAR, block_ordinal INTEGER, start_char INTEGER, end_char INTEGER,
        text VARCHAR, type VARCHAR, entity_id VARCHAR""",
    "entities": """entity_id VARCHAR, type VARCHAR, name VARCHAR, description VARCHAR, mention_count BIGINT, article_count BIGINT,
        outlet_count BIGINT, first_seen DATE, last_seen DATE, confidence DOUBLE""",
    "aliases": "entity_id VARCHAR, alias VARCHAR, mention_count BIGINT, article_count BIGINT",
    "quotes": """quote_id VARCHAR, article_id VARCHAR, ordinal INTEGER, part VARCHAR, block_ordinal INTEGER, start_char INTEGER,
        end_char INTEGER, text VARCHAR, kind VARCHAR, speaker VARCHAR, speaker_start_char INTEGER, speaker_end_char INTEGER,
        speaker_name VARCHAR, speaker_kind VARCHAR, speaker_entity_id VARCHAR,
        speaker_stands_for_entity_id VARCHAR, speaker_role VARCHAR, cue VARCHAR,
        cue_start_char INTEGER, cue_end_char INTEGER, addressee VARCHAR, occasion VARCHAR, via_entity_id VARCHAR, sentence VARCHAR,
        is_damaged BOOLEAN, confidence DOUBLE, method VARCHAR, contains_quote_id VARCHAR,
        utterance_id VARCHAR, speaker_from_utterance_entity_id VARCHAR, changes VARCHAR""",
    "utterances": """utterance_id VARCHAR, speaker_entity_id VARCHAR, text VARCHAR, quote_count BIGINT, article_count BIGINT,
        outlet_count BIGINT, first_published_on DATE, last_published_on DATE""",
    "stories": """story_id VARCHAR, title VARCHAR, article_count BIGINT, outlet_count BIGINT, first_published_on DATE,
        last_published_on DATE""",
    "redirects": "old_id VARCHAR, new_id VARCHAR, table_name VARCHAR, since TIMESTAMP WITH TIME ZONE",
    "rejections": """source_uri VARCHAR, content_hash VARCHAR, stage VARCHAR, reason VARCHAR, detail VARCHAR, run_id VARCHAR,
        seen_at TIMESTAMP WITH TIME ZONE""",
    "runs": """run_id VARCHAR, started_at TIMESTAMP WITH TIME ZONE, finished_at TIMESTAMP WITH TIME ZONE, documents_seen BIGINT,
        articles_stored BIGINT, documents_rejected BIGINT, documents_skipped BIGINT, rules_version VARCHAR,
        document_rules VARCHAR, grouping_rules VARCHAR, versions MAP(VARCHAR, VARCHAR)""",
}  # fmt: skip
# In the DuckDB file only.
SEARCH_CONTRACT = {
    "search_words": "word VARCHAR, term VARCHAR",
    "search_names": "entity_id VARCHAR, alias VARCHAR, folded VARCHAR, article_id VARCHAR, mention_id VARCHAR",
    "search_presence": "entity_key UBIGINT, article_number INTEGER, mention_count INTEGER, quote_count INTEGER",
    "search_terms": "term_number INTEGER, term VARCHAR",
    "search_articles": "article_number INTEGER, article_id VARCHAR, published_on DATE, outlet VARCHAR, word_count INTEGER",
    "search_article_terms": """term_number INTEGER, article_number INTEGER, title_tf UTINYINT, standfirst_tf UTINYINT, body_tf UTINYINT,
        block_tf UTINYINT""",
    "search_quote_terms": "term_number INTEGER, article_number INTEGER, ordinal INTEGER, tf UTINYINT, word_count UTINYINT",
}
VIEWS = {
    "who_said_what",
    "wordings",
    "provenance",
    "speakers",
    "story_coverage",
    "dropped_blocks",
    "co_mentions",
    "sourcing",
    "alias_examples",
    "repeated_blocks",
    "named_quotes",
    "search_postings",
}
MACROS = {"quotes_by", "articles_about", "search", "search_quotes"}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("schema")
    run_documents(path, [make_document("a.txt", outlet="Gazette"), make_document("b.txt", f"{PAGE} 2026-02-01", outlet="Courier")])
    return path


@pytest.fixture(scope="module")
def con(home: Path):  # type: ignore[no-untyped-def]
    with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as connection:
        connection.execute("SET TimeZone = 'UTC'")
        yield connection


def columns_of(con: duckdb.DuckDBPyConnection, relation: str) -> list[tuple[str, str]]:
    return [(row[0], row[1]) for row in con.execute(f"DESCRIBE {relation}").fetchall()]


@pytest.mark.parametrize("table", CONTRACT | SEARCH_CONTRACT)
def test_duckdb_has_the_columns_of_the_contract(con: duckdb.DuckDBPyConnection, table: str) -> None:
    expected = [tuple(c.split(maxsplit=1)) for c in re.split(r",\s+(?![^(]*\))", (CONTRACT | SEARCH_CONTRACT)[table])]
    assert columns_of(con, table) == expected


def test_there_are_no_other_tables(con: duckdb.DuckDBPyConnection, home: Path) -> None:
    assert {row[0] for row in con.execute("SELECT table_name FROM duckdb_tables()").fetchall()} == set(CONTRACT) | set(SEARCH_CONTRACT)
    assert (set(CONTRACT), set(SEARCH_CONTRACT)) == (set(PUBLISHED), set(SEARCH))
    assert {p.name for p in (home / "tables").iterdir()} == set(CONTRACT)


@pytest.mark.parametrize("table", CONTRACT)
def test_parquet_is_the_same_table(con: duckdb.DuckDBPyConnection, home: Path, table: str) -> None:
    files = f"read_parquet('{home}/tables/{table}/*.parquet')"
    assert columns_of(con, f"SELECT * FROM {files}") == columns_of(con, table)
    # The parts are in the order of their names: the same rows, each as often.
    for one, other in ((files, table), (table, files)):
        assert con.execute(f"SELECT count(*) FROM (FROM {one} EXCEPT ALL FROM {other})").fetchall() == [(0,)]


@pytest.mark.parametrize("table", CONTRACT)
def test_every_column_has_one_line_of_description_in_schema_duckdb_and_parquet(
    con: duckdb.DuckDBPyConnection, home: Path, table: str
) -> None:
    schema = PUBLISHED[table]
    described = {f.name: describe(f) for f in schema}
    assert all(described.values())
    assert not any("\n" in text for text in described.values())
    comments = con.execute("SELECT column_name, comment FROM duckdb_columns() WHERE table_name = ?", [table]).fetchall()
    assert dict(comments) == described
    assert con.execute("SELECT comment FROM duckdb_tables() WHERE table_name = ?", [table]).fetchall() == [(describe(schema),)]
    stored = pq.read_schema(next((home / "tables" / table).glob("*.parquet")))
    assert {f.name: describe(f) for f in stored} == described
    assert describe(stored) == describe(schema)
    assert [f.nullable for f in stored] == [f.nullable for f in schema]


def test_tables_of_the_pipeline_are_described_too() -> None:
    for schema in (*LAKE.values(), *ASSIGNMENTS.values(), *SEARCH.values()):
        assert describe(schema)
        assert all(describe(f) for f in schema)


def test_views_and_macros_of_the_contract(con: duckdb.DuckDBPyConnection) -> None:
    assert {row[0] for row in con.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal").fetchall()} == VIEWS
    macros = {row[0] for row in con.execute("SELECT function_name FROM duckdb_functions() WHERE NOT internal").fetchall()}
    assert macros >= MACROS
    for view in VIEWS:
        con.execute(f"SELECT * FROM {view}").fetchall()
    for macro in MACROS - {"search_quotes"}:
        assert con.execute(f"SELECT * FROM {macro}('Mira Solano')").fetchall()
    assert con.execute("SELECT * FROM search_quotes('border')").fetchall()


def test_views_answer_in_a_file_attached_under_another_name(home: Path) -> None:
    with duckdb.connect() as con:
        con.execute(f"ATTACH '{home}/warehouse.duckdb' AS news (READ_ONLY)")
        assert con.execute("SELECT speaker FROM news.speakers").fetchall()
        con.execute("USE news")
        assert con.execute("SELECT * FROM quotes_by('norvia')").fetchall()


# What the store adds to a record, and what it leaves out of it.
@pytest.mark.parametrize(
    ("record", "table", "added", "left_out"),
    [
        (Article, "articles", {"version", "processed_at", "rules_version", "run_id"}, set()),
        (Block, "blocks", {"version", "article_id"}, set()),
        (Mention, "mentions", {"version", "mention_id", "article_id"}, {"reasons"}),
        (Quote, "quotes", {"version", "quote_id", "article_id"}, {"reasons"}),  # what `explain` prints, not kept
    ],
)
def test_lake_has_the_fields_of_the_records(record: type, table: str, added: set[str], left_out: set[str]) -> None:
    assert set(LAKE[table].names) - added == {f.name for f in fields(record)} - left_out


@pytest.mark.parametrize(
    ("column", "type_"),
    [
        (("blocks", "role"), Role),
        (("mentions", "part"), Part),
        (("mentions", "type"), MentionType),
        (("entities", "type"), MentionType),
        (("quotes", "part"), Part),
        (("quotes", "kind"), QuoteKind),
    ],
)
def test_allowed_values_are_those_of_the_records(column: tuple[str, str], type_: object) -> None:
    assert set(ALLOWED_VALUES[column]) == set(get_args(type_))


def test_a_redirect_is_of_a_group() -> None:
    assert len(ALLOWED_VALUES["redirects", "table_name"]) == len(get_args(GroupKind))


@pytest.mark.parametrize(("folder", "name"), [(f, n) for f in FOLDERS for n in list_queries(f)])
def test_sql_file_holds_one_query_under_a_header(folder: str, name: str) -> None:
    text = read_query(folder, name)
    assert len(read_header(folder, name)) > 10
    assert len(duckdb.extract_statements(text)) == 1
    if folder in ("views", "queries"):
        assert "Grain: " in read_header(folder, name)
    if folder in ("views", "macros"):
        assert re.search(rf"CREATE (VIEW|MACRO) {re.sub('^[0-9]_', '', name)}\b", text)


def test_no_warehouse_column_is_named_twice_for_different_things() -> None:
    # Same quantity, same name, same type: a column that stands in several tables has one type.
    types: dict[str, set[str]] = {}
    for schema in PUBLISHED.values():
        for f in schema:
            types.setdefault(f.name, set()).add(str(f.type))
    assert {name: found for name, found in types.items() if len(found) > 1} == {}


def test_paths_are_those_of_the_contract(tmp_path: Path) -> None:
    home = Home(tmp_path)
    assert [p.relative_to(tmp_path).as_posix() for p in (home.warehouse, home.tables, home.documents)] == [
        "warehouse.duckdb", "tables", "documents",
    ]  # fmt: skip
