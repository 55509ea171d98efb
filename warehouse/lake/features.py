"""Features and names for the chunks of the lake that have none: those written before there were any, and new ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import astuple
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from transforms.records import ArticleFeatures, StoryArticle
from warehouse.columns import PACKING
from warehouse.folders import TEMPORARY, sync
from warehouse.home import Home
from warehouse.lake.chunks import list_chunks, to_table
from warehouse.lake.names import read_names
from warehouse.lake_schemas import LAKE

_BATCH = 1_000
_READ = ["version", "article_id", "published_on", "title", "body", "standfirst"]


def complete_features(home: Home, read: Callable[[StoryArticle], ArticleFeatures]) -> int:
    """Gives every chunk that has none the features that `read` makes of its articles. How many chunks that were.

    Call it under the lock. It may be ended at any point: the file of a chunk appears whole or not at all.
    """
    return _complete(home, "features", lambda chunk: _read_features(chunk, read))


def complete_names(home: Home, spell: Callable[[str], str]) -> int:
    """Gives every chunk that has none the names of its articles, as `read_names` does. How many chunks that were. Under the lock."""
    return _complete(home, "names", lambda chunk: (to_table(LAKE["names"], rows) for rows in read_names(chunk, spell)))


def _complete(home: Home, table: str, read: Callable[[Path], Iterable[pa.Table]]) -> int:
    chunks = [chunk for chunk in list_chunks(home) if not (chunk / f"{table}.parquet").exists()]
    for chunk in chunks:
        file = chunk / f"{table}.parquet"
        temporary = chunk / f"{TEMPORARY}{file.name}"
        with pq.ParquetWriter(temporary, LAKE[table], **PACKING) as writer:
            for rows in read(chunk):
                writer.write_table(rows)
        sync(temporary)
        temporary.replace(file)
        sync(chunk)
    return len(chunks)


def _read_features(chunk: Path, read: Callable[[StoryArticle], ArticleFeatures]) -> Iterator[pa.Table]:
    with pq.ParquetFile(chunk / "articles.parquet") as file:
        for batch in file.iter_batches(_BATCH, columns=_READ):
            columns = [batch[name].to_pylist() for name in _READ]
            rows = [(version, *astuple(read(StoryArticle(*article)))) for version, *article in zip(*columns, strict=True)]
            yield to_table(LAKE["features"], rows)
