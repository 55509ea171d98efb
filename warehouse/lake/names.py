"""The names of each article, read of its mentions and quotes: what the resolution of entities joins."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

_MENTION = ["version", "cluster", "text", "type", "name", "role", "owner", "sport", "signs"]
_VERSION, _CLUSTER, _TEXT, _TYPE, _NAME, _ROLE, _OWNER, _SPORT, _SIGNS = range(len(_MENTION))
_ROWS = 20_000  # rows of a batch, about

Row = tuple[Any, ...]


def read_names(chunk: Path, spell: Callable[[str], str]) -> Iterator[list[Row]]:
    """The rows of `names` of a chunk, many at a time. `spell` gives what spellings share that differ in capitals alone."""
    columns = pq.read_table(chunk / "articles.parquet", columns=["version", "article_id", "outlet", "outlet_domain"], partitioning=None)
    articles = {
        version: (article, domain or outlet) for version, article, outlet, domain in zip(*columns.to_pydict().values(), strict=True)
    }
    organizations: dict[int, set[str]] = defaultdict(set)
    spoken = pq.read_table(chunk / "quotes.parquet", columns=["version", "stands_for"], partitioning=None).to_pydict()
    for version, organization in zip(spoken["version"], spoken["stands_for"], strict=True):
        if organization is not None:
            organizations[version].add(organization)
    rows: list[Row] = []
    for version, found in groupby(_read_mentions(chunk), key=itemgetter(_VERSION)):
        rows += _name_article(version, *articles[version], list(found), organizations.pop(version, ()), spell)
        if len(rows) >= _ROWS:
            yield rows
            rows = []
    for version, alone in organizations.items():  # articles in which nobody is mentioned
        rows += _name_article(version, *articles[version], (), alone, spell)
    yield rows


def _read_mentions(chunk: Path) -> Iterator[Row]:
    """The mentions of a chunk, those of an article together."""
    with pq.ParquetFile(chunk / "mentions.parquet") as file:
        has = [name for name in _MENTION if name in file.schema_arrow.names]
        for batch in file.iter_batches(_ROWS, columns=has):
            nothing = [None] * len(batch)
            yield from zip(*(batch[name].to_pylist() if name in has else nothing for name in _MENTION), strict=True)


def _name_article(
    version: int, article_id: str, outlet: str | None, mentions: Sequence[Row], organizations: Iterable[str], spell: Callable[[str], str]
) -> Iterator[Row]:
    """One row a cluster, in the order of their numbers, and one an organization that a place stands for, whose one form counts 0 times."""
    number = 0
    for cluster, found in groupby(sorted(mentions, key=itemgetter(_CLUSTER)), key=itemgetter(_CLUSTER)):
        rows = list(found)
        name = count_most_used(rows, _NAME)
        forms = sorted(Counter(row[_TEXT] for row in rows).items(), key=lambda form: (-form[1], form[0]))
        texts = [text for text, _ in forms]
        yield (
            version, number, article_id, cluster, None, outlet, count_most_used(rows, _TYPE), name, texts, [n for _, n in forms],
            count_most_used(rows, _ROLE), count_most_used(rows, _OWNER), count_most_used(rows, _SPORT), rows[0][_SIGNS] or [],
            spell(name), sorted({spell(text) for text in (name, *texts)}),
        )  # fmt: skip
        number += 1
    for organization in sorted(organizations):
        spelling = spell(organization)
        yield (
            version, number, article_id, None, organization, outlet, "organization", organization, [organization], [0], None, None, None,
            [], spelling, [spelling],
        )  # fmt: skip
        number += 1


def count_most_used(rows: Iterable[Row], column: int, times: int | None = None) -> Any:
    """The value that most rows have, the first in the alphabet of equals; None where none has one. `times` is the column that says how
    often a row counts."""
    uses: Counter[str] = Counter()
    for row in rows:
        if row[column] is not None:
            uses[row[column]] += 1 if times is None else row[times]
    return min(uses, key=lambda value: (-uses[value], value), default=None)
