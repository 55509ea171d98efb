"""The tables of `search()` and `search_quotes()`: which word stands where, kept up article by article; and who is named where, by which
names, for whoever looks an entity up.

What an article adds depends on its own text alone, so that the rows of changed articles can be replaced and all others stay. Rows of one
build are sorted by term, so that a search reads a few blocks of the file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import duckdb
import pyarrow as pa

from warehouse.sql import read_query

Stem = Callable[[str], str]

_CHUNK = 5_000  # articles whose words are counted at a time; bounds what is held in memory
_WORDS = ("search_words", "search_terms", "search_article_terms", "search_quote_terms")  # what search looks words up in
_SORTED = {"search_article_terms": "term_number, article_number", "search_quote_terms": "term_number, article_number, ordinal"}


def index_articles(
    con: duckdb.DuckDBPyConnection, stem: Stem | None, article_ids: Sequence[str] = (), renamed_ids: Sequence[str] = ()
) -> int:
    """Replaces what the search tables hold of these articles by what their rows say now, and adds all that they lack. How many it indexed.
    Of the articles `renamed_ids`, whose words are those that they were, only who is named and quoted is replaced.

    Reads `articles`, `blocks`, `mentions` and `quotes` of the connection; articles that are no longer there leave the search tables in any
    case. `stem` gives the term of a word of `split_words`, so that the forms of one word are found by each other; without it there are no
    words and terms. A term that nothing has any more goes with its words; a form that only a replaced article had stays as long as another
    form of its term is in use.
    """
    if stem is None:
        for table in _WORDS:
            con.execute(f"DELETE FROM {table}")
    elif not _has_terms(con):
        con.execute("DELETE FROM search_articles")  # they were numbered while search was off
        con.execute("DELETE FROM search_presence")
    _choose_ids(con, article_ids, "choose_arriving_ids")
    con.execute(read_query("search", "choose_leaving_articles"))
    for table in ("search_articles", *_SORTED):
        con.execute(f"DELETE FROM {table} WHERE article_number IN (SELECT article_number FROM leaving_articles)")
    [(before,)] = con.execute("SELECT coalesce(max(article_number), 0) FROM search_articles").fetchall()
    con.execute(read_query("search", "add_articles"))
    [(last,)] = con.execute("SELECT coalesce(max(article_number), 0) FROM search_articles").fetchall()
    _choose_ids(con, renamed_ids, "choose_present_articles", {"before": before})
    con.execute(read_query("search", "delete_presence"))
    con.execute(read_query("search", "add_presence"))
    if stem is not None:
        _add_words(con, stem, before, last)
    return int(last - before)


def is_search_as_set(con: duckdb.DuckDBPyConnection, stem: Stem | None) -> bool:
    """Whether the search tables hold terms where there is a `stem` to make them, and none where there is none."""
    return _has_terms(con) == (stem is not None)


def _has_terms(con: duckdb.DuckDBPyConnection) -> bool:
    return bool(con.execute("SELECT 1 FROM search_terms LIMIT 1").fetchall())


def index_names(con: duckdb.DuckDBPyConnection, entity_ids: Sequence[str] = ()) -> None:
    """Replaces the names of these entities by those that their mentions have now, and adds those of entities that have none.

    Reads `entities`, `mentions` and `articles` of the connection; entities that are no longer there lose their names in any case.
    """
    con.register("_ids", pa.table({"entity_id": pa.array(entity_ids, pa.string())}))
    con.execute(read_query("search", "delete_touched_names"))
    con.unregister("_ids")
    con.execute(read_query("search", "add_names"))


def _choose_ids(con: duckdb.DuckDBPyConnection, article_ids: Sequence[str], query: str, values: Mapping[str, object] | None = None) -> None:
    """Runs a query that chooses among these articles, given as `_ids`."""
    con.register("_ids", pa.table({"article_id": pa.array(article_ids, pa.string())}))
    con.execute(read_query("search", query), values)
    con.unregister("_ids")


def _add_words(con: duckdb.DuckDBPyConnection, stem: Stem, before: int, last: int) -> None:
    """Words and terms of the articles numbered after `before`, up to `last`, chunk by chunk."""
    for table in _SORTED:
        con.execute(f"CREATE OR REPLACE TEMP TABLE arriving_{table} AS FROM {table} LIMIT 0")
    if con.execute("SELECT 1 FROM leaving_articles LIMIT 1").fetchall():
        con.execute(read_query("search", "drop_unused_terms"))
        con.execute(read_query("search", "drop_unused_words"))
    for first in range(before + 1, last + 1, _CHUNK):
        _count_chunk(con, stem, first, first + _CHUNK)
    for table, order in _SORTED.items():
        con.execute(f"INSERT INTO {table} SELECT * FROM arriving_{table} ORDER BY {order}")
        con.execute(f"DROP TABLE arriving_{table}")


def _count_chunk(con: duckdb.DuckDBPyConnection, stem: Stem, first: int, beyond: int) -> None:
    con.execute(read_query("search", "choose_texts"), {"first": first, "beyond": beyond})
    con.execute(read_query("search", "count_words"))
    words = [word for (word,) in con.execute(read_query("search", "list_new_words")).fetchall()]
    con.register("new_words", pa.table({"word": pa.array(words, pa.string()), "term": pa.array(map(stem, words), pa.string())}))
    con.execute(read_query("search", "add_terms"))
    con.execute("INSERT INTO search_words SELECT word, term FROM new_words")
    con.unregister("new_words")
    con.execute(read_query("search", "add_article_terms"))
    con.execute(read_query("search", "add_quote_terms"))
