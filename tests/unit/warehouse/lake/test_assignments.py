"""A snapshot's assignments: layers on those of before give what tables written whole give."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from warehouse.lake import assignments
from warehouse.lake.assignments import add_assignments, add_differences, list_layers, write_assignments
from warehouse.lake.chunks import to_table
from warehouse.lake_schemas import ASSIGNMENTS
from warehouse.session import load_table

SCHEMA = ASSIGNMENTS["stories"]
Rows = dict[str, str]
MANY: Rows = {str(n): f"title {n}" for n in range(20)}


@pytest.fixture(autouse=True)
def _merge_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few layers show what many do, in a tenth of the time."""
    monkeypatch.setattr(assignments, "MOST_LAYERS", 3)


@pytest.fixture()
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as con:
        con.execute("ATTACH ':memory:' AS scratch")
        con.execute("USE scratch")
        yield con


def write(con: duckdb.DuckDBPyConnection, path: Path, number: int, rows: Rows) -> Path:
    """The folder of snapshot `number`, written on that of the one before."""
    before, folder = (path / str(n) if n else None for n in (number - 1, number))
    assert folder
    folder.mkdir()
    add_assignments(con, "before_stories", before, "stories", SCHEMA)
    load_table(con, "assigned_stories", to_table(SCHEMA, rows.items()))
    write_assignments(con, folder, "stories", SCHEMA, before)
    return folder


def read(con: duckdb.DuckDBPyConnection, folder: Path) -> Rows:
    add_assignments(con, "found", folder, "stories", SCHEMA)
    return dict(con.execute("FROM found").fetchall())


HISTORIES = {
    "nothing changes": [MANY, MANY],
    "a row comes": [MANY, MANY | {"new": "new"}],
    "a row changes": [MANY, MANY | {"3": "other"}],
    "a row goes": [MANY, {k: v for k, v in MANY.items() if k != "3"}],
    "a row goes and comes again": [MANY, {k: v for k, v in MANY.items() if k != "3"}, MANY],
    "a row changes again and again": [MANY, *(MANY | {"3": f"other {n}"} for n in range(5))],
    "all change": [MANY, dict.fromkeys(MANY, "other"), MANY],
}


@pytest.mark.parametrize("history", HISTORIES.values(), ids=HISTORIES.keys())
def test_layers_hold_what_was_written(con: duckdb.DuckDBPyConnection, tmp_path: Path, history: list[Rows]) -> None:
    for number, rows in enumerate(history, 1):
        assert read(con, write(con, tmp_path, number, rows)) == rows


def test_what_did_not_change_is_the_same_file_and_only_what_did_is_written(con: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    one, two = write(con, tmp_path, 1, MANY), write(con, tmp_path, 2, MANY | {"3": "other", "new": "new"})
    assert (one / "stories.parquet").samefile(two / "stories.parquet")
    [layer] = list_layers(two, "stories").values()
    assert pq.read_table(layer).num_rows == 2


def test_many_layers_become_one_and_a_large_one_the_base(con: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    for number in range(1, assignments.MOST_LAYERS + 2):
        folder = write(con, tmp_path, number, MANY | {"3": f"other {number}"})
    assert len(list_layers(folder, "stories")) == assignments.MOST_LAYERS
    folder = write(con, tmp_path, number + 1, MANY | {"4": "other"})
    assert list(list_layers(folder, "stories")) == [assignments.MOST_LAYERS + 1]
    folder = write(con, tmp_path, number + 2, dict.fromkeys(MANY, "other"))
    assert not list_layers(folder, "stories")


@pytest.mark.parametrize("history", HISTORIES.values(), ids=HISTORIES.keys())
def test_differences_are_those_of_the_rows(con: duckdb.DuckDBPyConnection, tmp_path: Path, history: list[Rows]) -> None:
    for number, rows in enumerate(history, 1):
        write(con, tmp_path, number, rows)
    for before in range(1, len(history)):
        old, now = history[before - 1], history[-1]
        folders = tmp_path / str(before), tmp_path / str(len(history))
        add_assignments(con, "before_stories", folders[0], "stories", SCHEMA)
        con.execute("DROP TABLE IF EXISTS assigned_stories")
        add_assignments(con, "assigned_stories", folders[1], "stories", SCHEMA)
        add_differences(con, *folders, "stories")
        assert set(con.execute("FROM arrived_stories").fetchall()) == now.items() - old.items()
        assert set(con.execute("FROM left_stories").fetchall()) == old.items() - now.items()
        for view in ("arrived_stories", "left_stories", "assigned_stories"):
            con.execute(f"DROP VIEW {view}")
