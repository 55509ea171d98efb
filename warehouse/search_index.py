"""The tables of `search()` and `search_quotes()`: which word stands where, kept up article by article.

What an article adds depends on its own text alone, so that the rows of changed articles can be replaced and all others stay. Rows of one
build are sorted by term, so that a search reads a few blocks of the file.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import duckdb
import pyarrow as pa

from warehouse.schemas import SEARCH
from warehouse.sql import read_query

Stem = Callable[[str], str]

_CHUNK = 5_000  # articles whose words are counted at a time; bounds what is held in memory
_SORTED = {"search_article_terms": "term_number, article_number", "search_quote_terms": "term_number, article_number, ordinal"}


def index_articles(con: duckdb.DuckDBPyConnection, stem: Stem | None, article_ids: Sequence[str] = ()) -> int:
    """Replaces what the search tables hold of these articles by what their rows say now, and adds all that they lack. How many it indexed.

    Reads `articles`, `blocks` and `quotes` of the connection; articles that are no longer there leave the search tables in any case.
    `stem` gives the term of a word of `split_words`, so that the forms of one word are found by each other; without it the tables are
    emptied. A term that nothing has any more goes with its words; a form that only a replaced article had stays as long as another form
    of its term is in use.
    """
    if stem is None:
        for table in SEARCH:
            con.execute(f"DELETE FROM {table}")
        return 0
    con.register("_ids", pa.table({"article_id": pa.array(article_ids, pa.string())}))
    con.execute(read_query("search", "choose_arriving_ids"))
    con.unregister("_ids")
    con.execute(read_query("search", "choose_leaving_articles"))
    for table in ("search_articles", *_SORTED):
        con.execute(f"DELETE FROM {table} WHERE article_number IN (SELECT article_number FROM leaving_articles)")
    [(before,)] = con.execute("SELECT coalesce(max(article_number), 0) FROM search_articles").fetchall()
    con.execute(read_query("search", "add_articles"))
    [(last,)] = con.execute("SELECT coalesce(max(article_number), 0) FROM search_articles").fetchall()
    for table in _SORTED:
        con.execute(f"CREATE OR REPLACE TEMP TABLE arriving_{table} AS FROM {table} LIMIT 0")
    con.execute(read_query("search", "drop_unused_terms"))
    con.execute(read_query("search", "drop_unused_words"))
    for first in range(before + 1, last + 1, _CHUNK):
        _count_chunk(con, stem, first, first + _CHUNK)
    for table, order in _SORTED.items():
        con.execute(f"INSERT INTO {table} SELECT * FROM arriving_{table} ORDER BY {order}")
        con.execute(f"DROP TABLE arriving_{table}")
    return int(last - before)


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
