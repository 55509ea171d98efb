"""The published Parquet tables, cut into parts so that a publish writes those that changed and links the others.

Articles and what belongs to them, utterances and stories are parted by month (`2026-02`, `undated`), of many rows by day (`2026-02-13`):
old articles that a publish touches stand in any month. Entities and their aliases are parted by the first digit of their id; the others
are one part each, and a table without rows has the part `none`.

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
_MANY = 5_000  # articles, utterances or stories of a month from which on its days are parts of their own
_MONTH = len("2026-02")
_KEYS = {"entities": "entity_id", "aliases": "entity_id", "utterances": "utterance_id", "stories": "story_id"}
# The months of many rows of a table by a day; the part of a row by it.
_LARGE = "SELECT date_trunc('month', {day}) FROM {table} WHERE {day} IS NOT NULL GROUP BY ALL HAVING count(*) >= {many}"
_PART = (
    "CASE WHEN {alias}{day} IS NULL THEN 'undated' WHEN date_trunc('month', {alias}{day}) IN ({large}) "
    "THEN strftime({alias}{day}, '%Y-%m-%d') ELSE strftime({alias}{day}, '%Y-%m') END"
)


def _by_day(table: str, day: str, alias: str = "t.") -> str:
    return _PART.format(alias=alias, day=day, large=_LARGE.format(table=table, day=day, many=_MANY))


def _list_parts() -> dict[str, tuple[str, str, str]]:
    """By table: what tells the part of a row, what is joined for that, and the order of rows in a part."""
    article = f"JOIN (SELECT article_id, {_by_day('articles', 'published_on', '')} AS part FROM articles) AS p USING (article_id)"
    return {
        "articles": (_by_day("articles", "published_on"), "", "article_id"),
        "blocks": ("p.part", article, "article_id, ordinal"),
        "mentions": ("p.part", article, "article_id, t.part, block_ordinal, start_char"),
        "quotes": ("p.part", article, "article_id, ordinal"),
        "entities": ("left(t.entity_id, 1)", "", "entity_id"),
        "aliases": ("left(t.entity_id, 1)", "", "entity_id, mention_count DESC, alias"),
        "utterances": (_by_day("utterances", "first_published_on"), "", "utterance_id"),
        "stories": (_by_day("stories", "first_published_on"), "", "story_id"),
    }


def find_touched_parts(con: duckdb.DuckDBPyConnection) -> dict[str, set[str]]:
    """The parts in which touched rows of articles and groups stand now, by table."""
    found = {}
    for table, (part, join, _) in _list_parts().items():
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
    if (found := _list_parts().get(table)) is None:
        _write_rows(con, f'SELECT \'{table}\' AS "_part", * FROM "{table}"', table, folder)
    else:
        part, join, order = found
        files = {file: name_part(file) for file in sorted(before.glob("*.parquet"))} if before else {}
        cut = _find_cut(con, table, files.values())
        where = f"WHERE list_contains($touched, _part) OR list_contains($cut, left(_part, {_MONTH}))" if before else ""
        query = f'SELECT * FROM (SELECT {part} AS "_part", t.* FROM "{table}" AS t {join}) AS t {where} ORDER BY _part, {order}'
        _write_rows(con, query, table, folder, {"touched": sorted(touched), "cut": sorted(cut)} if before else None)
        for file, name in files.items():
            if name not in {*touched, _NONE} and name[:_MONTH] not in cut:
                link_file(file, folder / file.name)
    if not any(folder.iterdir()):
        pq.write_table(PUBLISHED[table].empty_table(), folder / f"{_NONE}{_UNNAMED}", **PACKING)
    for file in folder.glob(f"*{_UNNAMED}"):
        file.rename(file.with_name(f"{name_part(file)}.{_digest(file)}.parquet"))


def _find_cut(con: duckdb.DuckDBPyConnection, table: str, parts: Collection[str]) -> set[str]:
    """The months that are cut into days now and were not, as the names of the parts show, or the other way round."""
    months = [part for part in parts if part[:_MONTH].count("-")]
    if not months:
        return set()
    of, day = (table, "first_published_on") if table in _KEYS else ("articles", "published_on")
    query = f"SELECT strftime(month, '%Y-%m') FROM ({_LARGE.format(table=of, day=day, many=_MANY)}) AS large (month)"
    large = {month for (month,) in con.execute(query).fetchall()}
    return {part[:_MONTH] for part in months if (part[:_MONTH] in large) != (len(part) > _MONTH)}


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
