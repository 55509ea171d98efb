"""The published Parquet tables, cut into parts so that a publish writes those that changed and links the others.

Articles and what belongs to them, utterances and stories are parted by month (`2026-02`, `undated`), entities and their aliases by the
first digit of their id; the others are one part each, and a table without rows has the part `none`.

The file of a part is named after its content, too (`2026-02.9c1185a5c5e9fc54.parquet`): who lists a table in one snapshot and opens what
was listed in the next one, as `tables/articles/*.parquet` does across a publish, finds the rows that were listed or no file, and never
some months as they were and others as they are.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from itertools import groupby
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from warehouse.columns import PACKING
from warehouse.folders import link_file
from warehouse.schemas import PUBLISHED

_BATCH = 10_000  # rows of a row group
_NONE = "none"
_UNNAMED = ".unnamed"  # ends the name of a file that is being written
_DIGEST = 8  # bytes: two contents of one part are told apart, of which a home sees some thousands
_MONTH = "coalesce(strftime({}, '%Y-%m'), 'undated')"
_OF_ARTICLE = f"JOIN (SELECT article_id, {_MONTH.format('published_on')} AS part FROM articles) AS p USING (article_id)"
# By table: what tells the part of a row, what is joined for that, and the order of rows in a part.
_PARTS: dict[str, tuple[str, str, str]] = {
    "articles": (_MONTH.format("t.published_on"), "", "article_id"),
    "blocks": ("p.part", _OF_ARTICLE, "article_id, ordinal"),
    "mentions": ("p.part", _OF_ARTICLE, "article_id, t.part, block_ordinal, start_char"),
    "quotes": ("p.part", _OF_ARTICLE, "article_id, ordinal"),
    "entities": ("left(t.entity_id, 1)", "", "entity_id"),
    "aliases": ("left(t.entity_id, 1)", "", "entity_id, mention_count DESC, alias"),
    "utterances": (_MONTH.format("t.first_published_on"), "", "utterance_id"),
    "stories": (_MONTH.format("t.first_published_on"), "", "story_id"),
}
_KEYS = {"entities": "entity_id", "aliases": "entity_id", "utterances": "utterance_id", "stories": "story_id"}


def find_touched_parts(con: duckdb.DuckDBPyConnection) -> dict[str, set[str]]:
    """The parts in which touched rows of articles and groups stand now, by table."""
    found = {}
    for table, (part, join, _) in _PARTS.items():
        key = _KEYS.get(table)
        rows_of_articles = f"t.article_id IN (SELECT article_id FROM touched_rows WHERE table_name = '{table}')"
        touched = f"t.{key} IN (SELECT id FROM touched_groups)" if key else rows_of_articles
        rows = con.execute(f"SELECT DISTINCT {part} FROM warehouse.main.{table} AS t {join} WHERE {touched}").fetchall()
        found[table] = {name for (name,) in rows}
    return found


def export_table(
    con: duckdb.DuckDBPyConnection, table: str, folder: Path, before: Path | None = None, touched: Collection[str] = ()
) -> None:
    """Writes a table as parts, with the descriptions of its schema.

    With `before`, the folder of its parts in another snapshot, the parts that are not `touched` are links to what stands there.
    """
    folder.mkdir(parents=True)
    if table not in _PARTS:
        _write_rows(con, f'SELECT \'{table}\' AS "_part", * FROM "{table}"', table, folder)
    else:
        part, join, order = _PARTS[table]
        where = "WHERE list_contains($touched, _part)" if before else ""
        query = f'SELECT * FROM (SELECT {part} AS "_part", t.* FROM "{table}" AS t {join}) AS t {where} ORDER BY _part, {order}'
        _write_rows(con, query, table, folder, {"touched": sorted(touched)} if before else None)
        for file in sorted(before.glob("*.parquet")) if before else []:
            if name_part(file) not in {*touched, _NONE}:
                link_file(file, folder / file.name)
    if not any(folder.iterdir()):
        pq.write_table(PUBLISHED[table].empty_table(), folder / f"{_NONE}{_UNNAMED}", **PACKING)
    for file in folder.glob(f"*{_UNNAMED}"):
        file.rename(file.with_name(f"{name_part(file)}.{_digest(file)}.parquet"))


def name_part(file: Path) -> str:
    """The part of a table whose rows a file holds: `2026-02`."""
    return file.name.partition(".")[0]


def _digest(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, lambda: hashlib.blake2b(digest_size=_DIGEST)).hexdigest()


def _write_rows(con: duckdb.DuckDBPyConnection, query: str, table: str, folder: Path, values: dict[str, Any] | None = None) -> None:
    """Writes the rows of a query, which come part by part, to one file a part."""
    schema = PUBLISHED[table]
    writer: pq.ParquetWriter | None = None
    name = ""
    try:
        for batch in con.execute(query, values).to_arrow_reader(_BATCH) if values else con.sql(query).to_arrow_reader(_BATCH):
            rows = pa.table({f.name: batch[f.name] for f in schema}).cast(schema)
            start = 0
            for part, run in groupby(batch["_part"].to_pylist()):
                length = len(list(run))
                if part != name:
                    if writer:
                        writer.close()
                    name, writer = part, pq.ParquetWriter(folder / f"{part}{_UNNAMED}", schema, **PACKING)
                assert writer is not None
                writer.write_table(rows.slice(start, length))
                start += length
    finally:
        if writer:
            writer.close()
