"""Assignments and rows of the lake as plain values, for toy groupings and for tests that break them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple, get_args

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from transforms.records import DocumentName, GroupKind, Redirect, SpokenQuote, StoryArticle
from warehouse.folders import new_folder
from warehouse.home import Home
from warehouse.lake.assignments import CORRECTIONS, TABLES, find_published_folder
from warehouse.lake.chunks import to_table, write_tables
from warehouse.lake.names import count_most_used
from warehouse.lake_schemas import ASSIGNMENTS
from warehouse.runs import Run, name_snapshot
from warehouse.session import load_table, open_session

_KINDS: dict[str, GroupKind] = {TABLES[kind]: kind for kind in get_args(GroupKind)}
_STANDS_FOR = "stands_for:"
_BATCH = 5_000  # rows fetched at a time
_USES = 11  # column of `read_document_names` with the number of mentions
_QUERIES = {
    "read_document_names": """
-- The names of each article, for the resolution of entities. Grain: one row a spelling of a cluster of an article, and one
-- a body that a place stands for (cluster null, count 0).
WITH spellings AS (
    SELECT version, article_id, cluster, NULL AS stands_for, text, type, name, role, owner, sport, signs, count(*) AS uses
    FROM lake_mentions
    GROUP BY ALL
    UNION ALL
    SELECT DISTINCT version, article_id, NULL, stands_for, stands_for, 'organization', stands_for, NULL, NULL, NULL, NULL, 0
    FROM lake_quotes
    WHERE stands_for IS NOT NULL
)
SELECT
    s.article_id, a.published_on, s.cluster, s.stands_for, s.text, s.type, s.name, s.role, s.owner, s.sport, s.signs, s.uses,
    coalesce(a.outlet_domain, a.outlet)
FROM spellings AS s
JOIN current_documents AS d ON d.version = s.version AND d.is_article
JOIN lake_articles AS a ON a.version = s.version
ORDER BY a.published_on NULLS LAST, s.article_id, s.cluster NULLS LAST, s.stands_for, s.text, s.type, s.name, s.role
""",
    "read_story_articles": """
-- Articles for the grouping into copies and stories. Grain: one row an article.
SELECT a.article_id, a.published_on, a.title, a.standfirst, a.body
FROM lake_articles AS a
JOIN current_documents AS d ON d.version = a.version AND d.is_article
ORDER BY a.published_on NULLS LAST, a.article_id
""",
    "read_spoken_quotes": """
-- Quotes for the grouping into utterances and stories. Grain: one row a quote that somebody is said to have said.
-- speaker: what the speaker stands for where that is known, else the speaker. position: 0 to 1, in the body.
WITH articles AS (
    SELECT a.version, a.article_id, a.published_on, greatest(length(a.body), 1) AS body_length
    FROM lake_articles AS a
    JOIN current_documents AS d ON d.version = a.version AND d.is_article
)
SELECT
    q.quote_id,
    q.article_id,
    q.ordinal,
    a.published_on,
    s.story_id,
    q.kind,
    q.text,
    coalesce(body.entity_id, speaker.entity_id) AS speaker,
    CASE WHEN q.part = 'body' THEN q.start_char / a.body_length ELSE 0.0 END AS position,
    coalesce(q.speaker_name, q.speaker) AS speaker_name,
    q.speaker_role,
    q.sentence
FROM lake_quotes AS q
JOIN articles AS a ON a.version = q.version
LEFT JOIN assigned_articles AS s ON s.article_id = q.article_id
LEFT JOIN assigned_names AS speaker ON speaker.article_id = q.article_id AND speaker.cluster = q.speaker_cluster
LEFT JOIN assigned_names AS body ON body.article_id = q.article_id AND body.stands_for = q.stands_for
WHERE q.kind <> 'scare'
ORDER BY a.published_on NULLS LAST, q.article_id, q.ordinal, q.quote_id
""",
}

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
            ASSIGNMENTS["quotes"], ((q, u, assignments.quote_changes.get(q)) for q, u in assignments.quote_utterances.items())
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
        quote_utterances={quote: utterance for quote, utterance, _ in _read_rows(home, "quotes")},
        quote_changes={quote: changes for quote, _, changes in _read_rows(home, "quotes") if changes is not None},
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
    """The key of a `DocumentName`: a cluster of an article or, where that is None, a body that a place in it stands for."""
    return f"{article_id}:{cluster}" if cluster is not None else f"{article_id}:{_STANDS_FOR}{stands_for}"


def _split_key(key: str) -> tuple[str, int | None, str | None]:
    article, _, rest = key.partition(":")
    return (article, None, rest.removeprefix(_STANDS_FOR)) if rest.startswith(_STANDS_FOR) else (article, int(rest), None)


def _read_corrections(home: Home) -> str:
    folder = find_published_folder(home)
    return (folder / CORRECTIONS).read_text(encoding="utf-8") if folder and (folder / CORRECTIONS).exists() else ""


def _read_rows(home: Home, table: str) -> list[tuple[Any, ...]]:
    folder = find_published_folder(home)
    if folder is None or not (file := folder / f"{table}.parquet").exists():
        return []
    columns = pq.read_table(file, schema=ASSIGNMENTS[table], partitioning=None).to_pydict().values()
    return list(zip(*columns, strict=True))


class Current:
    """The current rows of a lake. Each `read_` gives its rows in the order of (published_on nulls last, article_id, place)."""

    def __init__(self, con: duckdb.DuckDBPyConnection) -> None:
        self._con = con

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

    def _read(self, query: str) -> Iterator[Row]:
        with self._con.cursor() as cursor:
            cursor.execute("USE scratch")
            cursor.execute(_QUERIES[query])
            while rows := cursor.fetchmany(_BATCH):
                yield from rows


@contextmanager
def open_current(home: Home) -> Iterator[Current]:
    """The current rows, for the length of a `with`. Call it under the lock, after the last chunk of the run."""
    with open_session(home) as con:
        yield Current(con)


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
