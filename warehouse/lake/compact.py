"""Small chunks to large ones: four hundred small files are thirty times slower to read than one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from warehouse.columns import PACKING
from warehouse.folders import new_folder
from warehouse.home import Home
from warehouse.lake.chunks import count_documents, list_chunks, name_merged, sweep_replaced, write_replaced
from warehouse.lake_schemas import DERIVED, LAKE
from warehouse.session import open_session
from warehouse.sql import read_query

# Chunks of fewer documents than a tier, and of no fewer than the tier below, are merged once _GATHER of them have gathered, up to ten
# times their size.
# So a document is rewritten at most three times on the way to a chunk of a hundred thousand.
_TIERS = (1_000, 10_000, 100_000)
_GATHER = 16
_ROW_GROUP_BYTES = 32 << 20


def compact(home: Home, gather: int = _GATHER) -> int:
    """Merges small chunks where `gather` of a size have gathered, and rewrites those of which more than half counts no more.

    Superseded rows are dropped on the way. Nothing that users see changes. Call it under the lock, when no task writes.
    Returns how many chunks it merged or rewrote.
    """
    done = 0
    for least, limit in pairwise((0, *_TIERS)):
        counts = {chunk: count_documents(chunk) for chunk in list_chunks(home)}
        # Smaller ones wait for their like: counted here, each few of them would have all that is large written again.
        small = [chunk for chunk, n in counts.items() if least <= n < limit]
        if len(small) >= gather:
            superseded = _find_superseded(home)
            for group in _group_chunks(small, counts, 10 * limit):
                merge_chunks(home, group, superseded)
                done += len(group)
    counts = {chunk: count_documents(chunk) for chunk in list_chunks(home)}
    superseded = _find_superseded(home) if counts else {}
    for chunk, versions in superseded.items():
        if 2 * len(versions) > counts[chunk]:
            merge_chunks(home, [chunk], superseded)
            done += 1
    return done


def _find_superseded(home: Home) -> dict[Path, list[int]]:
    """The versions that count no more, by the chunk they stand in."""
    with open_session(home, current=False, only_documents=True) as con:
        return group_versions(home, con.execute(read_query("queries", "read_superseded_versions")).fetchall())


def group_versions(home: Home, rows: Iterable[tuple[str, int]]) -> dict[Path, list[int]]:
    """Versions by the chunk they stand in; `rows` gives each with its file, as the lake's tables name it."""
    found: dict[Path, list[int]] = {}
    for file, version in rows:
        found.setdefault(home.chunks / Path(file).parent.name, []).append(version)
    return found


def _group_chunks(chunks: Sequence[Path], counts: dict[Path, int], limit: int) -> Iterator[list[Path]]:
    group: list[Path] = []
    documents = 0
    for chunk in chunks:
        if group and documents + counts[chunk] > limit:
            if len(group) > 1:
                yield group
            group, documents = [], 0
        group.append(chunk)
        documents += counts[chunk]
    if len(group) > 1:
        yield group


def merge_chunks(home: Home, chunks: Sequence[Path], superseded: Mapping[Path, Sequence[int]]) -> None:
    """Writes one chunk in place of several (or of one), without the versions that count no more, listed by chunk."""
    with new_folder(home.chunks / name_merged(chunks)) as folder:
        for table, schema in LAKE.items():
            if table in DERIVED and not all((chunk / f"{table}.parquet").exists() for chunk in chunks):
                continue  # it is made for all of them at once
            with pq.ParquetWriter(folder / f"{table}.parquet", schema, **PACKING) as writer:
                for rows in _gather_rows(chunks, table, schema, superseded):
                    writer.write_table(rows)
        write_replaced(folder, chunks)
    sweep_replaced(home)


def _gather_rows(chunks: Sequence[Path], table: str, schema: pa.Schema, superseded: Mapping[Path, Sequence[int]]) -> Iterator[pa.Table]:
    """The rows that stay, in tables large enough for a row group, whatever the size of the chunks."""
    waiting: list[pa.Table] = []
    size = 0
    for chunk in chunks:
        if not (chunk / f"{table}.parquet").exists():
            continue
        dropped = pa.array(superseded.get(chunk, []), pa.int64())
        with pq.ParquetFile(chunk / f"{table}.parquet") as file:
            for i in range(file.num_row_groups):
                rows = _conform(file.read_row_group(i), schema)
                waiting.append(rows.filter(pc.invert(pc.is_in(rows["version"], value_set=dropped))))
                size += waiting[-1].nbytes
                if size > _ROW_GROUP_BYTES:
                    yield pa.concat_tables(waiting)
                    waiting, size = [], 0
    if waiting:
        yield pa.concat_tables(waiting)


def _conform(rows: pa.Table, schema: pa.Schema) -> pa.Table:
    """The rows with the columns of the schema; what another version of the program did not write is null."""
    for f in schema:
        if f.name not in rows.column_names:
            rows = rows.append_column(f, pa.nulls(len(rows), f.type))
    return rows.select(schema.names).cast(schema)
