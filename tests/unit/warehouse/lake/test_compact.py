"""Small chunks become large ones, and nobody sees a difference."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from flows.resolve import complete_lake
from tests.lakes import PAGE, make_document, store_documents
from tests.unit.warehouse.lake.test_manifest import NOW, store
from warehouse.home import Home
from warehouse.lake.chunks import list_chunks, sweep, write_replaced
from warehouse.lake.compact import compact
from warehouse.lake_schemas import LAKE
from warehouse.runs import name_chunk, start_run
from warehouse.session import open_session


def read_current(home: Home) -> list[list[tuple[object, ...]]]:
    """All current rows of the lake."""
    with open_session(home) as con:
        query = "SELECT t.* FROM lake_{} AS t JOIN current_documents AS d USING (version) ORDER BY ALL"
        return [
            con.execute(query.format(table).replace("t.*", "t.* EXCLUDE (filename)" if table == "documents" else "t.*")).fetchall()
            for table in LAKE
        ]


def forget(rows: list[tuple[object, ...]]) -> list[list[object]]:
    """The rows without what the columns dropped may hold: the role, and sentences."""
    return sorted(([v for v in row if v is not None and v != "minister" and " said " not in str(v)] for row in rows), key=repr)


def fill(home: Home, count: int) -> None:
    run = start_run(home, "run", NOW, "r1", {})
    store_documents(home, run, [make_document(f"{i}.txt", f"{PAGE} {i}") for i in range(count)], 1, "r1")
    complete_lake(home)


def test_merged_chunks_hold_the_same_rows(tmp_path: Path) -> None:
    home = Home(tmp_path).create()
    fill(home, 5)
    before = read_current(home)
    assert compact(home, gather=6) == 0
    assert compact(home, gather=5) == 5
    assert len(list(home.chunks.iterdir())) == 1
    assert read_current(home) == before
    [chunk] = list_chunks(home)
    for table, schema in LAKE.items():
        assert pq.read_schema(chunk / f"{table}.parquet").equals(schema)
        assert pq.read_metadata(chunk / f"{table}.parquet").num_row_groups == 1


def test_what_one_chunk_lacks_is_made_anew_for_all_that_are_merged(tmp_path: Path) -> None:
    home = Home(tmp_path).create()
    fill(home, 3)
    before = read_current(home)
    for table in ("features", "names"):
        (list_chunks(home)[1] / f"{table}.parquet").unlink()
    assert compact(home, gather=3) == 3
    complete_lake(home)
    assert read_current(home) == before


def test_superseded_rows_are_dropped_even_from_a_chunk_that_is_not_merged(tmp_path: Path) -> None:
    home = Home(tmp_path).create()
    store(home, *(make_document(f"{i}.txt", f"old {i}") for i in range(3)), run_id="one")
    store(home, *(make_document(f"{i}.txt", f"new {i}") for i in range(2)), run_id="two")
    before = read_current(home)
    assert compact(home) == 1
    assert read_current(home) == before
    assert sorted(pq.read_metadata(c / "articles.parquet").num_rows for c in list_chunks(home)) == [1, 2]
    assert compact(home) == 0


def test_chunks_that_a_merged_one_replaces_do_not_count_before_they_are_removed(tmp_path: Path) -> None:
    # A process killed between the two steps leaves both.
    home = Home(tmp_path).create()
    fill(home, 3)
    before = read_current(home)
    kept = {c: c.with_name(f"{c.name}.kept") for c in list_chunks(home)}
    for chunk, copy in kept.items():
        copy.mkdir()
        for file in chunk.iterdir():
            (copy / file.name).write_bytes(file.read_bytes())
    names = list(kept)
    for copy in kept.values():
        copy.rename(tmp_path / copy.name)
    compact(home, gather=3)
    [merged] = list_chunks(home)
    for chunk, copy in kept.items():
        (tmp_path / copy.name).rename(chunk)
    write_replaced(merged, names)
    assert list_chunks(home) == [merged]
    assert read_current(home) == before
    sweep(home)
    assert list(home.chunks.iterdir()) == [merged]
    assert read_current(home) == before


def test_names_of_merged_chunks_are_never_used_twice(tmp_path: Path) -> None:
    home = Home(tmp_path).create()
    seen: set[str] = set()
    for i in range(6):
        run = start_run(home, f"run {i}", NOW, "r1", {})
        store_documents(home, run, [make_document(f"{i}-{k}.txt", f"{PAGE} {i} {k}") for k in range(2)], 1, "r1")
        compact(home, gather=2)
        [chunk] = list_chunks(home)
        assert chunk.name not in seen
        seen.add(chunk.name)
        assert name_chunk(run, 0) not in seen


def test_chunks_of_another_version_of_the_program_are_read_and_merged(tmp_path: Path) -> None:
    # An update may add columns and drop others; what the rules of before stored is still there.
    home = Home(tmp_path).create()
    fill(home, 4)
    before = read_current(home)[1:]
    for chunk in list_chunks(home)[::2]:
        for table, column in (("articles", "agency"), ("quotes", "sentence"), ("mentions", "role")):
            rows = pq.read_table(chunk / f"{table}.parquet").drop_columns(column)
            pq.write_table(rows.append_column("forgotten", pa.nulls(len(rows), pa.string())), chunk / f"{table}.parquet")
    after = read_current(home)[1:]
    assert after != before
    assert [[len(row) for row in rows] for rows in after] == [[len(row) for row in rows] for rows in before]
    assert [forget(rows) for rows in after] == [forget(rows) for rows in before]
    assert compact(home, gather=4) == 4
    assert read_current(home)[1:] == after


def test_small_chunks_are_no_reason_to_write_large_ones_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("warehouse.lake.compact._TIERS", (2, 10))
    home = Home(tmp_path).create()
    merged = []
    for number in range(1, 10):
        run = start_run(home, f"run {number}", NOW, "r1", {})
        store_documents(home, run, [make_document(f"{number}.txt", f"{PAGE} {number}")], 1, "r1")
        complete_lake(home)
        merged.append(compact(home, gather=3))
    assert merged == [0, 0, 3, 0, 0, 3, 0, 0, 6]  # three of one document, and at last three of three
