"""What a build costs in a home of a million articles: `python -m tests.bench.tiles HOME 1000000 [MORE]`.

Grouping a million from nothing takes an hour. So 10,000 made-up articles are written and grouped, and these rows and groups are laid
side by side in time, as often as wanted, as tiles: each with ids of its own, on days of its own, and with people, places and
organizations of its own, but for a few countries that all have in common. No tile has anything to do with another: their days are too
far apart for copies and stories, and nobody speaks in two of them. All tables are built and checked of that as ever. Then MORE (1,000)
articles are added, half of whose speakers have spoken before, grouped and published. A home that is there already gets MORE only.

The keys by which names find each other hold in the first tile; those of the others are made up. So what is added names people, places and
organizations of the first tile and new ones, and touches no others.
"""

from __future__ import annotations

import random
import shutil
import sys
import time
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pyarrow as pa

from flows.garbage import look_seldom
from flows.resolve import complete_lake, write_groups
from flows.run.rules import document_rules, grouping_rules
from tests.bench.growth import PER_DAY, PER_SPEAKER, Names, build, fill, publish_groups, step
from transforms.records import MentionType
from warehouse.columns import PACKING
from warehouse.home import Home, lock
from warehouse.lake.chunks import list_chunks
from warehouse.lake.compact import merge_chunks
from warehouse.lake_schemas import ASSIGNMENTS, LABELS, LAKE
from warehouse.runs import name_chunk, name_snapshot, start_run

_TILE = 10_000  # articles of a tile
_DAYS = 63  # from one tile to the next: those of its articles and the 30 of copies, in whole weeks
_TOGETHER = 10  # tiles of a chunk: so large none is merged again
_ROW_GROUP = 10_000
_LETTERS = "abcdefghijklmnoprstuvwxyz"  # without the one that begins a mark
_MARK = "qaaa"  # stands in each name of the tile that the others are made of
_OF_GROUPS = ("entities", "name_keys", "node_labels")  # tables of which all tiles share the rows of what they have in common
# Columns that hold ids; in labels and assignments also the speaker, who is printed text in the lake.
_IDS_OF_LAKE = ("article_id", "mention_id", "quote_id", "content_hash", "input_hash", "place", "source_uri")
_IDS_OF_GROUPS = ("utterance_id", "story_id", "entity_id", "copy_of", "copy_component", "story_component", "component", "principal")
_IDS_OF_SPEAKERS = ("speaker_entity_id", "speaker_from_utterance_entity_id")
_IDS = frozenset((*_IDS_OF_LAKE, *_IDS_OF_GROUPS, *_IDS_OF_SPEAKERS))
_NUMBERS = frozenset(("version", "input_key", "node", "host", "component", "asks", "offers"))


def name_tile(number: int) -> str:
    """What marks the names of a tile: as long as those of any other, so that all offsets hold."""
    letters = []
    for _ in range(3):
        number, last = divmod(number, len(_LETTERS))
        letters.append(_LETTERS[last])
    return _MARK[0] + "".join(reversed(letters))


class TiledNames(Names):
    """Names of the first tile, and behind the last one also new ones."""

    def __init__(self, tiles: int) -> None:
        super().__init__()
        self._tiles = tiles

    def count_days(self, articles: int) -> int:
        """The days to the end of the last tile, and behind it."""
        return (self._tiles - 1) * _DAYS + (articles - (self._tiles - 1) * _TILE) // PER_DAY if articles else 0

    def name_person(self, number: int, chance: random.Random) -> str:
        """Somebody of the first tile for whoever has spoken in any, for the others a name that no tile has."""
        spoken = number <= self._tiles * _TILE // PER_SPEAKER
        return super().name_person(number % (_TILE // PER_SPEAKER + 1), chance) + _MARK if spoken else super().name_person(number, chance)

    def draw(self, chance: random.Random) -> Iterator[tuple[MentionType, str]]:
        """What an article of the first tile names besides its speakers."""
        for type_, name in super().draw(chance):
            first, *rest = name.split(" ")
            yield type_, name if name in _SHARED else " ".join((first + _MARK, *rest))


_SHARED = frozenset(("Norway", "France", "Syria", "Russia", "Chile"))


def lay_tiles(home: Home, chunk: str, groups: Path, tiles: int) -> None:
    """Lays what stands in the only chunk of a home, and its groups, side by side `tiles` times."""
    [first] = list_chunks(home)
    con = duckdb.connect(config={"memory_limit": "2GB", "temp_directory": str(home.path / ".tmp-tiles"), "preserve_insertion_order": False})
    con.execute(f"CREATE TABLE shared AS SELECT entity_id FROM '{groups}/entities.parquet' WHERE name NOT LIKE '%{_MARK}%'")
    con.execute(f"CREATE TABLE shared_nodes AS SELECT node FROM '{groups}/name_keys.parquet' WHERE name NOT LIKE '%{_MARK}%'")
    for start in range(0, tiles, _TOGETHER):
        folder = home.chunks / f"{chunk}-{start:04}"
        folder.mkdir()
        for table, schema in LAKE.items():
            _write(con, first / f"{table}.parquet", folder / f"{table}.parquet", schema, range(start, min(tiles, start + _TOGETHER)))
    shutil.rmtree(first)
    for table, schema in {**ASSIGNMENTS, **LABELS}.items():
        file = groups / f"{table}.parquet"
        _write(con, file, groups / ".tiles", schema, range(tiles), table in _OF_GROUPS)
        (groups / ".tiles").replace(file)
    con.close()


def _write(con: duckdb.DuckDBPyConnection, source: Path, target: Path, schema: pa.Schema, tiles: range, is_shared: bool = False) -> None:
    """Writes the rows of a file for some tiles; those `is_shared` of what tiles have in common once."""
    columns = {f.name: f.type for f in schema}
    parts = []
    for tile in tiles:
        changed = ", ".join(f'{_change(name, kind, tile, columns)} AS "{name}"' for name, kind in columns.items())
        own = next((_SHARES[name] for name in ("entity_id", "node") if is_shared and tile and name in columns), "true")
        parts.append(f"SELECT {changed} FROM '{source}' WHERE {own}")
    packing = f"FORMAT parquet, COMPRESSION {PACKING['compression']}, ROW_GROUP_SIZE {_ROW_GROUP}"
    con.execute(f"COPY ({' UNION ALL '.join(parts)}) TO '{target}' ({packing})")


_SHARES = {"entity_id": "entity_id NOT IN (FROM shared)", "node": "node NOT IN (FROM shared_nodes)"}


def _change(name: str, kind: pa.DataType, tile: int, columns: Mapping[str, pa.DataType]) -> str:
    """A column of a tile, in SQL."""
    if kind == pa.string() and (name in _IDS or (name == "speaker" and "principal" in columns)):
        own = f"left(\"{name}\", -3) || '{tile:03x}'"
        return f'CASE WHEN "{name}" IN (FROM shared) THEN "{name}" ELSE {own} END'
    if not tile:
        return f'"{name}"'
    mark = f"'{_MARK}', '{name_tile(tile)}'"
    if name in _NUMBERS and kind in (pa.int64(), pa.list_(pa.int64())):
        own = f"(hash({{}}, {tile}) >> 1)::BIGINT"
        if kind != pa.int64():
            return f'list_transform("{name}", lambda n: {own.format("n")})'
        keeps = f'"{name}" IN (FROM shared_nodes) OR "{name}" IS NULL' if name in ("node", "host", "component") else "false"
        return f'CASE WHEN {keeps} THEN "{name}" ELSE {own.format(chr(34) + name + chr(34))} END'
    if kind == pa.date32():
        return f'"{name}" + {tile * _DAYS}'
    if kind == pa.string():
        return f'replace("{name}", {mark})'
    return f'list_transform("{name}", lambda n: replace(n, {mark}))' if kind == pa.list_(pa.string()) else f'"{name}"'


def make(path: Path, count: int) -> None:
    """A home of `count` articles in tiles."""
    tiles = max(1, count // _TILE)
    with lock(Home(path)) as home:
        run = start_run(home, "bench tiles", datetime.now(UTC), document_rules(), {}, grouping_rules())
        step("write", lambda: fill(home, run, _TILE, 1, TiledNames(1), is_known=True))
        step("complete", lambda: complete_lake(home))
        step("merge", lambda: merge_chunks(home, list_chunks(home), {}))
        print(step("group", lambda: write_groups(home, run)))
        step("tile", lambda: lay_tiles(home, f"merged-{name_chunk(run, 0)}", home.assignments / name_snapshot(run), tiles))
        publish_groups(home, run, tiles * _TILE)


def main() -> None:
    """Makes the home, and adds some more articles."""
    look_seldom()  # as the command does
    home, count, *more = sys.argv[1:]
    path = Path(home)
    if not (path / "current").exists():
        make(path, int(count))
    build(path, int(more[0]) if more else 1_000, 1_000 + int(time.time()), TiledNames(int(count) // _TILE))


if __name__ == "__main__":
    main()
