"""Who belongs to whom, in small tables of their own: one folder a snapshot, each table a base and layers of what changed since.

A layer holds keys, and the rows that these have now: it takes the place of all rows below that have one of them. A snapshot links the
files of the one before and adds a layer, so that it writes what changed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from warehouse.columns import PACKING
from warehouse.folders import link_file
from warehouse.home import Home
from warehouse.lake_schemas import ASSIGNMENTS, LABELS
from warehouse.session import add_parquet, load_table

TABLES: dict[str, str] = {"entity": "entities", "utterance": "utterances", "story": "stories"}
CORRECTIONS = "corrections.tsv"  # file of the user's corrections that the entities were resolved with
# By table: the column whose values a layer replaces. A table without one is written whole.
KEYS: Mapping[str, str] = {
    "names": "article_id",
    "entities": "entity_id",
    "quotes": "quote_id",
    "utterances": "utterance_id",
    "articles": "article_id",
    "stories": "story_id",
    "article_labels": "article_id",
    "quote_labels": "quote_id",
    "article_keys": "article_id",
    "name_keys": "name",
    "name_labels": "version",
    "node_labels": "node",
}
# Layers of a table before they become one, which is read faster.
MOST_LAYERS = 8
# Share of the rows of the base that a layer has at most: with more, the table is written whole.
MOST_SHARE = 0.5
_LAYER = ".layer-"  # between table and number in the name of its file


def find_published_folder(home: Home) -> Path | None:
    """Folder of the assignments of the snapshot in service."""
    return home.assignments / home.current.resolve().name.partition(".")[0] if home.current.exists() else None


def add_assignments(con: duckdb.DuckDBPyConnection, name: str, folder: Path | None, table: str, schema: pa.Schema) -> None:
    """Makes a table of assignments readable as `name`; empty where the folder has none."""
    base = folder / f"{table}.parquet" if folder else None
    layers = list_layers(folder, table) if folder else {}
    if not layers:
        add_parquet(con, name, [base] if base and base.exists() else [], schema)
        return
    assert base is not None
    _load_keys(con, f"{name}_keys", layers, table)
    rows = []
    for number, file in {0: base, **layers}.items():
        add_parquet(con, f"{name}_{number}", [file], schema)
        rows.append(f"SELECT r.* FROM {name}_{number} AS r ANTI JOIN {name}_keys AS k ON k.key = r.{KEYS[table]} AND k.layer > {number}")
    con.execute(f"DROP VIEW IF EXISTS {name}")
    con.execute(f"CREATE VIEW {name} AS {' UNION ALL '.join(rows)}")


def add_differences(con: duckdb.DuckDBPyConnection, before: Path, now: Path, table: str) -> None:
    """Makes the rows of `assigned_…` that `before_…` lacks readable as `arrived_…`, and the other way round as `left_…`.

    `before` and `now` are the folders that these were made of: rows that both have of the same files are not compared.
    """
    where = ""
    if table in KEYS and _is_same(now / f"{table}.parquet", before / f"{table}.parquet"):
        own, others = list_layers(now, table), list_layers(before, table)
        differing = [file for n, file in own.items() if not (n in others and _is_same(file, others[n]))]
        differing += [file for n, file in others.items() if not (n in own and _is_same(file, own[n]))]
        _load_keys(con, f"differing_{table}", dict(enumerate(differing)), table)
        where = f"SEMI JOIN differing_{table} AS k ON k.key = r.{KEYS[table]}"
    for name, one, other in (("arrived", "assigned", "before"), ("left", "before", "assigned")):
        query = f"(SELECT r.* FROM {one}_{table} AS r {where}) EXCEPT (SELECT r.* FROM {other}_{table} AS r {where})"
        con.execute(f"CREATE VIEW {name}_{table} AS {query}")


def write_assignments(
    con: duckdb.DuckDBPyConnection, folder: Path, table: str, schema: pa.Schema, before: Path | None, changed: str | None = None
) -> None:
    """Writes the rows of `assigned_…` into a folder: a layer on those of `before_…`, read from the folder `before`, or without one, or
    where a layer would be large, whole.

    `changed` is a query for the keys (`key`) of which any row may differ; without it all rows are compared.
    """
    base = before / f"{table}.parquet" if before and table in KEYS else None
    columns = ", ".join(f'"{name}"' for name in schema.names)
    if base is None or not base.exists():
        _write(con, f"SELECT {columns} FROM assigned_{table} ORDER BY ALL", folder / f"{table}.parquet")
        return
    key, layers = KEYS[table], list_layers(base.parent, table)
    one, other = (f"SELECT {columns} FROM {name}_{table}" for name in ("before", "assigned"))
    differing = f"SELECT DISTINCT {key} AS key FROM (({one} EXCEPT {other}) UNION ALL ({other} EXCEPT {one}))"
    merged = layers if len(layers) >= MOST_LAYERS else {}
    also = f" UNION SELECT key FROM before_{table}_keys" if merged else ""
    con.execute(f"CREATE OR REPLACE TEMP TABLE changed_keys AS {changed or differing}{also}")
    rows = f"FROM assigned_{table} AS r SEMI JOIN changed_keys AS k ON k.key = r.{key}"
    if _count(con, rows) > MOST_SHARE * pq.read_metadata(base).num_rows:
        _write(con, f"SELECT {columns} FROM assigned_{table} ORDER BY {key}", folder / f"{table}.parquet")
        return
    for file in (base, *(f for layer in layers.values() if not merged for f in (layer, _name_keys(layer)))):
        link_file(file, folder / file.name)
    if _count(con, "FROM changed_keys"):
        layer = folder / f"{table}{_LAYER}{max(layers, default=0) + 1}.parquet"
        _write(con, f"SELECT {columns} {rows} ORDER BY {key}", layer)
        _write(con, "SELECT key FROM changed_keys ORDER BY key", _name_keys(layer))


def list_layers(folder: Path, table: str) -> dict[int, Path]:
    """The layers of a table by number, the first one first."""
    found = ((re.fullmatch(rf"{table}{re.escape(_LAYER)}(\d+)", file.stem), file) for file in folder.glob(f"{table}{_LAYER}*.parquet"))
    return dict(sorted((int(match[1]), file) for match, file in found if match))


def _name_keys(layer: Path) -> Path:
    return layer.with_name(f"{layer.stem}.keys.parquet")


def _load_keys(con: duckdb.DuckDBPyConnection, name: str, layers: Mapping[int, Path], table: str) -> None:
    """Makes a table of the keys of layers, each with the last layer that has it."""
    schema = pa.schema([pa.field("key", {**ASSIGNMENTS, **LABELS}[table].field(KEYS[table]).type)])
    found = []
    for number, file in layers.items():
        add_parquet(con, f"{name}_of_{number}", [_name_keys(file)], schema)
        found.append(f"SELECT key, {number} AS layer FROM {name}_of_{number}")
    if not found:
        load_table(con, name, schema.empty_table())
        return
    con.execute(f"CREATE OR REPLACE TABLE {name} AS SELECT key, max(layer) AS layer FROM ({' UNION ALL '.join(found)}) GROUP BY key")


def _is_same(file: Path, other: Path) -> bool:
    return file.exists() and other.exists() and file.samefile(other)


def _count(con: duckdb.DuckDBPyConnection, rows: str) -> int:
    [(count,)] = con.execute(f"SELECT count(*) {rows}").fetchall()
    return int(count)


def _write(con: duckdb.DuckDBPyConnection, query: str, file: Path) -> None:
    con.sql(query).write_parquet(str(file), compression=PACKING["compression"])
