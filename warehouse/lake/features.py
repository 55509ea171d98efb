"""Features for the chunks of the lake that were written before there were any."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import astuple
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from transforms.records import ArticleFeatures, StoryArticle
from warehouse.folders import TEMPORARY, sync
from warehouse.home import Home
from warehouse.lake.chunks import list_chunks, to_table
from warehouse.schemas import LAKE, PACKING

_FILE = "features.parquet"
_BATCH = 1_000
_READ = ["version", "article_id", "published_on", "title", "body", "standfirst"]


def complete_features(home: Home, read: Callable[[StoryArticle], ArticleFeatures]) -> int:
    """Gives every chunk that has none the features that `read` makes of its articles. How many chunks that were.

    Call it under the lock. It may be ended at any point: the file of a chunk appears whole or not at all.
    """
    chunks = [chunk for chunk in list_chunks(home) if not (chunk / _FILE).exists()]
    for chunk in chunks:
        temporary = chunk / f"{TEMPORARY}{_FILE}"
        with pq.ParquetWriter(temporary, LAKE["features"], **PACKING) as writer:
            for table in _read_features(chunk, read):
                writer.write_table(table)
        sync(temporary)
        temporary.replace(chunk / _FILE)
        sync(chunk)
    return len(chunks)


def _read_features(chunk: Path, read: Callable[[StoryArticle], ArticleFeatures]) -> Iterator[pa.Table]:
    with pq.ParquetFile(chunk / "articles.parquet") as file:
        for batch in file.iter_batches(_BATCH, columns=_READ):
            columns = [batch[name].to_pylist() for name in _READ]
            rows = [(version, *astuple(read(StoryArticle(*article)))) for version, *article in zip(*columns, strict=True)]
            yield to_table(LAKE["features"], rows)
