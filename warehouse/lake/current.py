"""The rows that count now, as resolve reads them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import groupby
from operator import itemgetter
from typing import Any

import duckdb

from transforms.records import DocumentName, SpokenQuote, StoryArticle
from warehouse.home import Home
from warehouse.lake.assignments import join_key, split_articles, split_names
from warehouse.lake.names import count_most_used
from warehouse.session import ARTICLES_DIGEST, digest_articles, load_table, open_session
from warehouse.statements import read_statement

_BATCH = 5_000  # rows fetched at a time
_USES = 11  # column of `read_document_names` with the number of mentions

Row = tuple[Any, ...]


class Current:
    """The current rows of a lake. Each `read_` gives its rows in the order of (published_on nulls last, article_id, place)."""

    def __init__(self, con: duckdb.DuckDBPyConnection, home: Home) -> None:
        self._con, self._home = con, home

    def is_published(self) -> bool:
        """Whether the snapshot in service was made of these very articles: then its assignments hold as they are."""
        digest = self._home.current / ARTICLES_DIGEST
        return digest.exists() and digest.read_text(encoding="utf-8") == digest_articles(self._con)

    def read_document_names(self) -> Iterator[DocumentName]:
        """One a cluster of each article, and one a body that a place stands for.

        Keys: "article_id:cluster"; "article_id:stands_for:NAME", an organization whose one form counts 0 times.
        """
        for _, rows in groupby(self._read("read_document_names"), key=itemgetter(0)):
            yield from _name_document([list(r) for _, r in groupby(rows, key=itemgetter(2, 3))])

    def read_story_articles(self) -> Iterator[StoryArticle]:
        """One an article."""
        for article_id, published_on, title, standfirst, body in self._read("read_story_articles"):
            yield StoryArticle(article_id, published_on, title, body, standfirst)

    def read_spoken_quotes(
        self, name_entities: Mapping[str, str], article_stories: Mapping[str, str] | None = None
    ) -> Iterator[SpokenQuote]:
        """One a quote, scare quotes left out: nobody said them. `story_id` is filled from `article_stories`, else None."""
        load_table(self._con, "assigned_names", split_names(name_entities))
        load_table(self._con, "assigned_articles", split_articles(article_stories or {}, {}))
        for row in self._read("read_spoken_quotes"):
            yield SpokenQuote(*row)

    def _read(self, statement: str) -> Iterator[Row]:
        with self._con.cursor() as cursor:
            cursor.execute("USE scratch")
            cursor.execute(read_statement("queries", statement))
            while rows := cursor.fetchmany(_BATCH):
                yield from rows


@contextmanager
def open_current(home: Home) -> Iterator[Current]:
    """The current rows, for the length of a `with`. Call it under the lock, after the last chunk of the run."""
    with open_session(home) as con:
        yield Current(con, home)


def _name_document(clusters: list[list[Row]]) -> Iterator[DocumentName]:
    """The names of one article, from the rows of each cluster."""
    names = [count_most_used(rows, 6, _USES) for rows in clusters]
    every = sorted({n for n, rows in zip(names, clusters, strict=True) if rows[0][2] is not None})
    for name, rows in zip(names, clusters, strict=True):
        article_id, published_on, cluster, stands_for = rows[0][:4]
        forms: Counter[str] = Counter()
        for row in rows:
            forms[row[4]] += row[_USES]
        yield DocumentName(
            key=join_key(article_id, cluster, stands_for),
            article_id=article_id,
            published_on=published_on,
            type=count_most_used(rows, 5, _USES),
            name=name,
            forms=tuple(sorted(forms.items(), key=lambda form: (-form[1], form[0]))),
            role=count_most_used(rows, 7, _USES),
            companions=tuple(n for n in every if n != name),
            outlet=rows[0][_USES + 1],
            owner=count_most_used(rows, 8, _USES),
            sport=count_most_used(rows, 9, _USES),
            signs=tuple(rows[0][10] or ()),
        )
