"""Who belongs to whom, in small tables of their own: one folder a snapshot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, get_args

import pyarrow as pa
import pyarrow.parquet as pq

from transforms.records import GroupKind, Redirect
from warehouse.folders import new_folder
from warehouse.home import Home
from warehouse.lake.chunks import to_table, write_tables
from warehouse.runs import Run, name_snapshot
from warehouse.schemas import ASSIGNMENTS

TABLES: dict[str, str] = {"entity": "entities", "utterance": "utterances", "story": "stories"}
_KINDS: dict[str, GroupKind] = {TABLES[kind]: kind for kind in get_args(GroupKind)}

CORRECTIONS = "corrections.tsv"
_STANDS_FOR = "stands_for:"


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


def find_published_folder(home: Home) -> Path | None:
    """Folder of the assignments of the snapshot in service."""
    return home.assignments / home.current.resolve().name.partition(".")[0] if home.current.exists() else None


def _read_corrections(home: Home) -> str:
    folder = find_published_folder(home)
    return (folder / CORRECTIONS).read_text(encoding="utf-8") if folder and (folder / CORRECTIONS).exists() else ""


def _read_rows(home: Home, table: str) -> list[tuple[Any, ...]]:
    folder = find_published_folder(home)
    if folder is None or not (file := folder / f"{table}.parquet").exists():
        return []
    columns = pq.read_table(file, schema=ASSIGNMENTS[table], partitioning=None).to_pydict().values()
    return list(zip(*columns, strict=True))
