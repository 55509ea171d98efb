"""Assignments and rows of the lake as plain values, for toy groupings and for tests that break them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple, get_args

import duckdb
import pyarrow as pa

from flows.grouping.document_names import read_member
from transforms.mentions.kinds.votes import surface_key
from transforms.records import DocumentName, GroupKind, Redirect, SpokenQuote, StoryArticle
from warehouse.folders import new_folder
from warehouse.home import Home
from warehouse.lake.assignments import CORRECTIONS, TABLES, add_assignments, find_published_folder
from warehouse.lake.chunks import to_table, write_tables
from warehouse.lake.features import complete_names
from warehouse.lake.grouping import Grouping
from warehouse.lake_schemas import ASSIGNMENTS
from warehouse.runs import Run, name_snapshot
from warehouse.session import load_table, open_session

_KINDS: dict[str, GroupKind] = {TABLES[kind]: kind for kind in get_args(GroupKind)}
_STANDS_FOR = "stands_for:"
_BATCH = 5_000  # rows fetched at a time
# The names of each article as the lake has them, with those beside each. Grain: one row a name.
_NAMES = """
SELECT
    n.type, n.article_id || ':' || coalesce(n.cluster::VARCHAR, 'stands_for:' || n.stands_for) AS key,
    n.article_id, a.published_on, n.name, n.forms, n.counts, n.role, n.owner, n.sport, n.signs,
    (
        SELECT list(DISTINCT c.name ORDER BY c.name)
        FROM lake_names AS c
        WHERE c.version = n.version AND c.cluster IS NOT NULL AND c.name <> n.name
    ) AS companions
FROM lake_names AS n
JOIN placed_articles AS a ON a.version = n.version
ORDER BY a.published_on NULLS LAST, n.article_id, n.cluster NULLS LAST, n.stands_for
"""
# Articles for the grouping into copies and stories. Grain: one row an article.
_ARTICLES = """
SELECT a.article_id, a.published_on, a.title, a.body, a.standfirst
FROM lake_articles AS a
JOIN placed_articles AS p ON p.version = a.version
ORDER BY a.published_on NULLS LAST, a.article_id
"""

Row = tuple[Any, ...]


class EntityRow(NamedTuple):
    """An entity as resolve names it. `type` is a `MentionType`, `confidence` how sure it is that all its names are one."""

    entity_id: str
    type: str
    name: str
    description: str | None
    confidence: float


class UtteranceRow(NamedTuple):
    """An utterance with its fullest wording."""

    utterance_id: str
    speaker_entity_id: str | None
    text: str


class StoryRow(NamedTuple):
    """A story with its most central headline."""

    story_id: str
    title: str | None


@dataclass(frozen=True, slots=True)
class Assignments:
    """What resolve decided about the whole corpus."""

    name_entities: Mapping[str, str] = field(default_factory=dict)  # key of a DocumentName to entity_id
    entities: Sequence[EntityRow] = ()
    quote_utterances: Mapping[str, str] = field(default_factory=dict)  # quote_id to utterance_id
    quote_changes: Mapping[str, str] = field(
        default_factory=dict
    )  # quote_id to its words beside the fullest, as `mark_wordings` gives them
    utterances: Sequence[UtteranceRow] = ()
    article_stories: Mapping[str, str] = field(default_factory=dict)  # article_id to story_id
    stories: Sequence[StoryRow] = ()
    copies: Mapping[str, str] = field(default_factory=dict)  # article_id to the article_id that it copies
    redirects: Sequence[Redirect] = ()  # all that are in force
    corrections: str = ""  # the user's corrections that the entities were resolved with


def write_assignments(home: Home, run: Run, assignments: Assignments) -> None:
    """Writes what the run decided, all or nothing; what an earlier try of the same run left is replaced.

    A redirect that is published already keeps its `since`; a new one has the start of the run.
    """
    since = {(table, old): at for old, _, table, at in _read_rows(home, "redirects")}
    redirects = [(r.old_id, r.new_id, TABLES[r.kind], since.get((TABLES[r.kind], r.old_id), run.started_at)) for r in assignments.redirects]
    tables = {
        "names": split_names(assignments.name_entities),
        "entities": to_table(ASSIGNMENTS["entities"], assignments.entities),
        "quotes": to_table(
            ASSIGNMENTS["quotes"], ((q, u, None, assignments.quote_changes.get(q)) for q, u in assignments.quote_utterances.items())
        ),
        "utterances": to_table(ASSIGNMENTS["utterances"], assignments.utterances),
        "articles": split_articles(assignments.article_stories, assignments.copies),
        "stories": to_table(ASSIGNMENTS["stories"], assignments.stories),
        "redirects": to_table(ASSIGNMENTS["redirects"], redirects),
    }
    with new_folder(home.assignments / name_snapshot(run)) as folder:
        write_tables(folder, tables)
        (folder / CORRECTIONS).write_text(assignments.corrections, encoding="utf-8")


def read_assignments(home: Home) -> Assignments:
    """The assignments of the published snapshot, which ids are kept by; empty where nothing is published yet."""
    return Assignments(
        name_entities={
            join_key(article, cluster, stands_for): entity for article, cluster, stands_for, entity in _read_rows(home, "names")
        },
        entities=[EntityRow(*row) for row in _read_rows(home, "entities")],
        quote_utterances={quote: utterance for quote, utterance, *_ in _read_rows(home, "quotes")},
        quote_changes={quote: changes for quote, *_, changes in _read_rows(home, "quotes") if changes is not None},
        utterances=[UtteranceRow(*row) for row in _read_rows(home, "utterances")],
        article_stories={article: story for article, story, _ in _read_rows(home, "articles") if story is not None},
        stories=[StoryRow(*row) for row in _read_rows(home, "stories")],
        copies={article: original for article, _, original in _read_rows(home, "articles") if original is not None},
        redirects=[Redirect(_KINDS[table], old, new) for old, new, table, _ in _read_rows(home, "redirects")],
        corrections=_read_corrections(home),
    )


def split_names(name_entities: Mapping[str, str]) -> pa.Table:
    """The table `names`, from keys of `DocumentName`."""
    return to_table(ASSIGNMENTS["names"], ((*_split_key(key), entity) for key, entity in name_entities.items()))


def split_articles(article_stories: Mapping[str, str], copies: Mapping[str, str]) -> pa.Table:
    """The table `articles`: one row an article that has a story or copies another."""
    keys = sorted(article_stories.keys() | copies.keys())
    return to_table(ASSIGNMENTS["articles"], ((key, article_stories.get(key), copies.get(key)) for key in keys))


def join_key(article_id: str, cluster: int | None, stands_for: str | None) -> str:
    """The key of a `DocumentName`: a cluster of an article or, where that is None, an organization that a place in it stands for."""
    return f"{article_id}:{cluster}" if cluster is not None else f"{article_id}:{_STANDS_FOR}{stands_for}"


def _split_key(key: str) -> tuple[str, int | None, str | None]:
    article, _, rest = key.partition(":")
    return (article, None, rest.removeprefix(_STANDS_FOR)) if rest.startswith(_STANDS_FOR) else (article, int(rest), None)


def _read_corrections(home: Home) -> str:
    folder = find_published_folder(home)
    return (folder / CORRECTIONS).read_text(encoding="utf-8") if folder and (folder / CORRECTIONS).exists() else ""


def _read_rows(home: Home, table: str) -> list[tuple[Any, ...]]:
    with open_session(home, current=False) as con:
        add_assignments(con, "assigned", find_published_folder(home), table, ASSIGNMENTS[table])
        return con.execute("FROM assigned").fetchall()


class Current:
    """The current rows of a lake. Each `read_` gives its rows in the order of (published_on nulls last, article_id, position)."""

    def __init__(self, con: duckdb.DuckDBPyConnection, home: Home) -> None:
        self._con, self._grouping = con, Grouping(con, home, None)

    def read_document_names(self) -> Iterator[DocumentName]:
        """One a cluster of each article, and one an organization that a place stands for.

        Keys: "article_id:cluster"; "article_id:stands_for:NAME", an organization whose one form counts 0 times.
        """
        for row in self._read(_NAMES):
            yield read_member(*row)

    def read_story_articles(self) -> Iterator[StoryArticle]:
        """One an article."""
        for row in self._read(_ARTICLES):
            yield StoryArticle(*row)

    def read_spoken_quotes(
        self, name_entities: Mapping[str, str], article_stories: Mapping[str, str] | None = None
    ) -> Iterator[SpokenQuote]:
        """One a quote, scare quotes left out: nobody said them. `story_id` is filled from `article_stories`, else None."""
        load_table(self._con, "assigned_names", split_names(name_entities))
        self._grouping.choose(a.article_id for a in self.read_story_articles())
        for quote in self._grouping.read_quotes_of_chosen():
            yield replace(quote, story_id=(article_stories or {}).get(quote.article_id))

    def _read(self, query: str) -> Iterator[Row]:
        with self._con.cursor() as cursor:
            cursor.execute("USE scratch")
            cursor.execute(query)
            while rows := cursor.fetchmany(_BATCH):
                yield from rows


@contextmanager
def open_current(home: Home) -> Iterator[Current]:
    """The current rows, for the length of a `with`. Call it under the lock, after the last chunk of the run."""
    complete_names(home, surface_key)
    with open_session(home) as con:
        yield Current(con, home)
