"""The session in which a run groups: what is new since the snapshot in service, and tables of who belongs to whom now.

Only what a run touches is read into memory; the rest stays in tables that DuckDB keeps, on disk where they are large.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

import duckdb
import pyarrow as pa

from transforms.identity import group_id
from transforms.records import ArticleFeatures, GroupKind, Redirect, SpokenQuote
from warehouse.folders import link_file, new_folder
from warehouse.home import Home
from warehouse.lake.assignments import CORRECTIONS, TABLES, add_assignments, find_published_folder, write_assignments
from warehouse.lake.chunks import to_table
from warehouse.lake_schemas import ASSIGNMENTS, LABELS, LAKE
from warehouse.runs import Run, name_snapshot
from warehouse.session import ARTICLES_DIGEST, add_parquet, digest_articles, load_table, open_session
from warehouse.sql import read_query

DECIDED_COPIES = pa.schema([("article_id", pa.string()), ("copy_of", pa.string()), ("copy_component", pa.string())])
STORIES_OF_ARTICLES = pa.schema([("article_id", pa.string()), ("story_id", pa.string()), ("story_component", pa.string())])
DECIDED_STORIES = pa.schema([("story_id", pa.string()), ("title", pa.string())])
_KEYS = pa.list_(pa.uint64())
QUOTE_SIGNS = pa.schema([("quote_id", pa.string()), ("is_recalled", pa.bool_()), ("far_keys", _KEYS), ("passage_keys", _KEYS)])
UTTERANCES_OF_QUOTES = pa.schema(
    [
        ("quote_id", pa.string()),
        ("utterance_id", pa.string()),
        ("speaker", pa.string()),
        ("changes", pa.string()),
        ("component", pa.string()),
    ]
)
DECIDED_REDIRECTS = pa.schema([("old_id", pa.string()), ("new_id", pa.string()), ("table_name", pa.string())])
_ID = pa.schema([("id", pa.string())])
_ARTICLE_ID = pa.schema([("article_id", pa.string())])
_QUOTE_ID = pa.schema([("quote_id", pa.string())])
_NODE = pa.schema([("node", pa.int64())])
_NAME = pa.schema([("name", pa.string())])

_BATCH = 5_000  # rows fetched at a time
_RULES = "grouping_rules"  # file of the assignments: under which rules they were made
_COLUMNS = "labels.digest"  # file of the assignments: which columns the labels have
# A new group takes its id from its earliest member, and the next one where that is another's. More than one group that was once
# the earliest member's and has moved on is hardly ever met.
_ATTEMPTS = 4

# Queries for the keys of large tables whose rows may have changed: the grouping knows them without comparing all.
_CHANGED = {
    "names": "find_changed_names",
    "entities": "find_changed_entities",
    "articles": "find_changed_articles",
    "stories": "find_changed_stories",
    "article_labels": "find_changed_articles",
    "article_keys": "find_changed_article_keys",
    "name_keys": "find_changed_name_keys",
    "quotes": "find_changed_quotes",
    "utterances": "find_changed_utterances",
    "quote_labels": "find_changed_quotes",
    "name_labels": "find_changed_name_labels",
    "node_labels": "find_changed_node_labels",
}

Row = tuple[Any, ...]


class _Members(Protocol):
    @property
    def members(self) -> tuple[str, ...]: ...


class Grouping:
    """What a run groups. Tables of the session: `placed_articles` (every article that stands, with what it belongs to), and those of
    `ASSIGNMENTS` and `LABELS`, as `before_…` of the snapshot in service, and as `assigned_…` of the one to come once they are decided."""

    def __init__(self, con: duckdb.DuckDBPyConnection, home: Home, rules: str | None) -> None:
        self._con, self._home = con, home
        self._rules = rules or ""
        self._has_forgotten = False
        self._knows_repeats: bool | None = None  # None: not asked yet
        self._before = find_published_folder(home)
        told = self._before / _RULES if self._before else None
        # Under other rules everything is touched: nothing has a label.
        self.made_under = told.read_text(encoding="utf-8") if told and told.exists() else None  # the rules of the snapshot in service
        self.goes_on = rules is not None and self.made_under == rules and self._has_columns()
        con.execute("USE scratch")
        for table, schema in (*ASSIGNMENTS.items(), *LABELS.items()):
            add_assignments(con, f"before_{table}", self._before if self.goes_on or table in ASSIGNMENTS else None, table, schema)
        for name, schema in (
            ("decided_copies", DECIDED_COPIES),
            ("decided_stories", DECIDED_STORIES),
            ("decided_redirects", DECIDED_REDIRECTS),
            ("stories_of_articles", STORIES_OF_ARTICLES),
            ("fresh_quote_signs", QUOTE_SIGNS),
            ("utterances_of_quotes", UTTERANCES_OF_QUOTES),
            ("decided_utterances", ASSIGNMENTS["utterances"]),
            ("forgotten_names", _NAME),
        ):
            self.load(name, schema, ())
        self.run("place_articles")
        self.run("list_left_versions")
        self.run("list_unlabelled_versions", all=False)
        self.run("list_ids_of_before")

    def _has_columns(self) -> bool:
        """Whether the labels of the snapshot in service have the columns that they have today."""
        told = self._before / _COLUMNS if self._before else None
        return bool(told and told.exists() and told.read_text(encoding="utf-8") == _digest_labels())

    def is_published(self) -> bool:
        """Whether the snapshot in service was made of these very articles: then its assignments hold as they are."""
        digest = self._home.current / ARTICLES_DIGEST
        return digest.exists() and digest.read_text(encoding="utf-8") == digest_articles(self._con)

    def read_corrections(self) -> str:
        """The user's corrections that the snapshot in service was made with."""
        file = self._before / CORRECTIONS if self._before else None
        return file.read_text(encoding="utf-8") if file and file.exists() else ""

    def read_rows(self, query: str, at_once: int = _BATCH, **values: object) -> Iterator[Row]:
        """The rows of one of the queries, `at_once` in memory."""
        with self._con.cursor() as cursor:
            cursor.execute("USE scratch")
            cursor.execute(read_query("queries", query), values)
            while rows := cursor.fetchmany(at_once):
                yield from rows

    def ask(self, query: str, **values: object) -> list[Row]:
        """All rows of one of the queries."""
        return self._con.execute(read_query("queries", query), values).fetchall()

    def run(self, query: str, **values: object) -> None:
        """Runs one of the queries that changes tables of the session."""
        self._con.execute(read_query("queries", query), values)

    def load(self, name: str, schema: pa.Schema, rows: Iterable[Sequence[object]]) -> None:
        """Makes a table of the session of rows."""
        load_table(self._con, name, to_table(schema, rows))

    def add_rows(self, name: str, schema: pa.Schema, rows: Iterable[Sequence[object]]) -> None:
        """Adds rows to a table of the session."""
        self._con.register("_arriving", to_table(schema, rows))
        self._con.execute(f'INSERT INTO scratch.main."{name}" SELECT * FROM _arriving')
        self._con.unregister("_arriving")

    def count(self, table: str) -> int:
        """Rows of a table of the session."""
        [(rows,)] = self._con.execute(f'SELECT count(*) FROM "{table}"').fetchall()
        return int(rows)

    def count_fresh(self) -> int:
        """Articles that are new, or not as they were in the snapshot in service."""
        [(rows,)] = self._con.execute("SELECT count(*) FROM placed_articles WHERE NOT is_kept").fetchall()
        return int(rows)

    def count_differences(self, table: str) -> int:
        """Rows of the assignments that only those of before have, or only those of now."""
        before, now = f'FROM "before_{table}"', f'SELECT {", ".join(ASSIGNMENTS[table].names)} FROM "assigned_{table}"'
        [(rows,)] = self._con.execute(f"SELECT count(*) FROM (({before} EXCEPT {now}) UNION ALL ({now} EXCEPT {before}))").fetchall()
        return int(rows)

    def choose(self, article_ids: Iterable[str]) -> None:
        """Has the queries on chosen articles mean these."""
        self.load("chosen_articles", _ARTICLE_ID, ((i,) for i in article_ids))

    def find_keys(self, article_ids: Iterable[str]) -> dict[str, str]:
        """The component that each of some articles is linked by."""
        self.load("asked_ids", _ID, ((i,) for i in article_ids))
        return dict(self.ask("find_keys"))

    def read_features(self, query: str, **values: object) -> Iterator[ArticleFeatures]:
        """The features that one of the queries gives, a batch of rows at a time in memory."""
        for row in self.read_rows(query, _BATCH, **values):
            values_of_row: list[Any] = [tuple(v) if isinstance(v, list) else v for v in row]
            yield ArticleFeatures(*values_of_row)

    def read_quotes_of_chosen(self) -> list[SpokenQuote]:
        """The quotes of the chosen articles, with the speakers that the assigned names tell; scare quotes left out."""
        return [SpokenQuote(*row) for row in self.ask("read_quotes_of_articles")]

    def fits_in_one(self, table: str, size: int) -> bool:
        """Whether everything of a table is fresh, and no more than `size` rows: then what is linked need not be found first."""
        [(rows, fresh)] = self._con.execute(f'SELECT count(*), count(*) FILTER (WHERE is_fresh) FROM "{table}"').fetchall()
        return bool(rows == fresh and rows <= size)

    def choose_quotes(self, quote_ids: Iterable[str]) -> None:
        """Has the queries on chosen quotes mean these."""
        self.load("chosen_quotes", _QUOTE_ID, ((i,) for i in quote_ids))

    def read_quotes_by(self, query: str) -> list[SpokenQuote]:
        """The quotes that one of the queries gives."""
        return [SpokenQuote(*row) for row in self.ask(query)]

    def read_fresh_quotes(self, size: int) -> Iterator[list[SpokenQuote]]:
        """The fresh quotes, `size` at a time."""
        fresh = [i for (i,) in self.ask("list_fresh_quotes")]
        for start in range(0, len(fresh), size):
            self.choose_quotes(fresh[start : start + size])
            yield self.read_quotes_by("read_chosen_quotes")

    def find_quote_keys(self, quote_ids: Iterable[str]) -> dict[str, str]:
        """The component that each of some quotes is linked by."""
        self.load("asked_ids", _ID, ((i,) for i in quote_ids))
        return dict(self.ask("find_quote_keys"))

    def find_repeats(self, article_ids: Iterable[str]) -> None:
        """Has `repeats` hold the passages that some articles have in common with others. Where most quotes are fresh, those of all are
        found once."""
        if self._knows_repeats:
            return
        if self._knows_repeats is None:
            [(fresh, rows)] = self._con.execute("SELECT count(*) FILTER (WHERE is_fresh), count(*) FROM sited_quotes").fetchall()
            self._knows_repeats = 2 * fresh > rows
        if self._knows_repeats:
            self._con.execute("CREATE OR REPLACE TABLE scratch.main.asked_ids AS SELECT DISTINCT article_id AS id FROM sited_quotes")
        else:
            self.load("asked_ids", _ID, ((i,) for i in set(article_ids)))
        self.run("find_repeats")

    def read_repeats(self, article_ids: Iterable[str]) -> dict[str, frozenset[str]]:
        """For each of some articles the passages that it has in common with another one; without those that have none."""
        asked = set(article_ids)
        self.find_repeats(asked)
        self.load("asked_ids", _ID, ((i,) for i in asked))
        return {article: frozenset(passages) for article, passages in self.ask("read_repeats")}

    def choose_nodes(self, nodes: Iterable[int]) -> None:
        """Has the queries on chosen names mean these."""
        self.load("chosen_nodes", _NODE, ((n,) for n in nodes))

    def add_arriving_names(self) -> None:
        """Makes the names of the chunks that hold some without labels readable as `lake_names_of_arriving`."""
        chunks = [self._home.chunks / Path(file).parent.name for (file,) in self.ask("find_arriving_files")]
        add_parquet(self._con, "lake_names_of_arriving", [chunk / "names.parquet" for chunk in chunks], LAKE["names"])

    def forget_nodes(self) -> None:
        """Has all names be touched: what they were joined by counts no more."""
        self._has_forgotten = True
        self.run("list_unlabelled_versions", all=True)
        for table in ("name_labels", "node_labels"):
            add_parquet(self._con, f"before_{table}", [], LABELS[table])

    def find_taken(self, kind: GroupKind, groups: Sequence[_Members], before: Mapping[str, str]) -> tuple[dict[str, str], set[str]]:
        """For `carry_ids`: the redirects that led to the ids of before, and the ids that other groups have."""
        own = set(before.values())
        self.load("asked_ids", _ID, ((i,) for i in own))
        leading: dict[str, str] = dict(self.ask("find_redirects_to", table_name=TABLES[kind]))
        wanted = {group_id(kind, m, attempt) for g in groups for m in g.members[:1] for attempt in range(_ATTEMPTS)}
        self.load("asked_ids", _ID, ((i,) for i in wanted - own))
        return leading, {i for (i,) in self.ask("find_used_ids", table_name=TABLES[kind])}

    def add_redirects(self, redirects: Iterable[Redirect]) -> None:
        """Adds redirects that were decided now."""
        self.add_rows("decided_redirects", DECIDED_REDIRECTS, ((r.old_id, r.new_id, TABLES[r.kind]) for r in redirects))

    def write(self, run: Run, corrections: str) -> None:
        """Writes the assignments of the run from the tables `assigned_…`, all or nothing; what an earlier try left is replaced."""
        self.run("assign_redirects", since=run.started_at)
        with new_folder(self._home.assignments / name_snapshot(run)) as folder:
            before = self._before if self.goes_on and not self._has_forgotten and not self.is_smaller() else None
            for table, schema in (*ASSIGNMENTS.items(), *LABELS.items()):
                changed = read_query("queries", _CHANGED[table]) if table in _CHANGED else None
                write_assignments(self._con, folder, table, schema, before, changed)
            (folder / CORRECTIONS).write_text(corrections, encoding="utf-8")
            (folder / _RULES).write_text(self._rules, encoding="utf-8")
            (folder / _COLUMNS).write_text(_digest_labels(), encoding="utf-8")

    def is_smaller(self) -> bool:
        """Whether an article has left: then all is written anew, and nothing of it is kept."""
        return bool(self.ask("find_left_articles"))

    def keep(self, run: Run) -> None:
        """Has the assignments of the run be those of the snapshot in service."""
        if self._before is None:
            raise FileNotFoundError(f"nothing is published in {self._home.path}")
        if self._before.name == name_snapshot(run):
            return
        with new_folder(self._home.assignments / name_snapshot(run)) as folder:
            for file in sorted(self._before.iterdir()):
                link_file(file, folder / file.name)


def _digest_labels() -> str:
    digest = hashlib.blake2b(digest_size=8)
    for table, schema in LABELS.items():
        digest.update(f"{table} {schema.to_string(show_schema_metadata=False, show_field_metadata=False)}".encode())
    return digest.hexdigest()


@contextmanager
def open_grouping(home: Home, rules: str | None) -> Iterator[Grouping]:
    """The grouping of a home, for the length of a `with`. Call it under the lock, after the last chunk of the run.

    `rules` is the version of the rules for grouping: under others than those of the snapshot in service, all is grouped anew, and
    with None in any case.
    """
    with open_session(home) as con:
        yield Grouping(con, home, rules)
