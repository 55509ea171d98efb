"""What people would type, with the articles that answer it: each is among the first three of `search()`."""

from __future__ import annotations

import csv
import functools
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest

from tests.golden.sample_run import sample_document, sample_paths
from transforms.groups.words.stems import stem
from transforms.pages.extract import extract_article
from transforms.records import Rejection
from warehouse.schemas import PUBLISHED, SEARCH
from warehouse.search_index import index_articles
from warehouse.session import create_table
from warehouse.sql import list_queries, read_query

GOLD = Path(__file__).parent / "gold" / "search"
FIRST = 3  # places within which an answer must stand: what is seen without scrolling


def read_table(name: str) -> list[dict[str, str]]:
    """The rows of a table of the gold, its comments left out."""
    lines = [line for line in (GOLD / name).read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@functools.cache
def searched() -> duckdb.DuckDBPyConnection:
    """The gold's pages and the samples, indexed as a publish does it; extracted without a model."""
    rows = [{"article_id": r["page"], "title": r["title"], "body": r["text"]} for r in read_table("pages.tsv")]
    for path in sample_paths():
        done = extract_article(sample_document(path))
        if not isinstance(done, Rejection):
            rows.append({"article_id": f"{path.parent.name}/{path.name}", "title": done.article.title, "body": done.article.body})
    con = duckdb.connect()
    for name, schema in {**PUBLISHED, **SEARCH}.items():
        create_table(con, name, schema)
    macros = list_queries("macros")
    early = [m for m in macros if m.startswith("1_")]
    views = [("views", v) for v in list_queries("views")]
    for folder, name in [("macros", m) for m in early] + views + [("macros", m) for m in macros if m not in early]:
        con.execute(read_query(folder, name))
    con.register("_pages", pa.Table.from_pylist(rows))
    con.execute(
        """INSERT INTO articles BY NAME
           SELECT *, article_id AS source_uri, len(string_split(body, ' ')) AS word_count, [] AS authors, [] AS contributors, [] AS flags,
               article_id AS content_hash, now() AS processed_at, '' AS rules_version, '' AS run_id FROM _pages"""
    )
    index_articles(con, stem)
    return con


QUERIES = read_table("queries.tsv")


@pytest.mark.parametrize("row", QUERIES, ids=[row["query"] for row in QUERIES])
def test_what_answers_a_search_is_among_its_first(row: dict[str, str]) -> None:
    found = [key for (key,) in searched().execute("SELECT article_id FROM search(?)", [row["query"]]).fetchall()]
    assert set(row["pages"].split(";")) <= set(found[:FIRST]), found


def test_there_are_forty_searches() -> None:
    assert len(QUERIES) >= 40
