"""The comparison of two homes tells what differs."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.same import compare_homes


def _home(folder: Path, **columns: list[object]) -> Path:
    table = folder / "tables" / "stories"
    table.mkdir(parents=True)
    pq.write_table(pa.table(columns), table / "part.parquet")
    return folder


def test_homes_that_differ_in_run_columns_alone_are_equal(tmp_path: Path) -> None:
    old = _home(tmp_path / "old", story_id=["a", "b"], run_id=["1", "1"])
    new = _home(tmp_path / "new", story_id=["b", "a"], run_id=["2", "2"])
    assert compare_homes(old, new) == {"stories": []}


@pytest.mark.parametrize(
    ("columns", "but", "told"),
    [
        ({"story_id": ["a"], "title": ["x"]}, [], ["- ('b', 'y')"]),  # a row less
        ({"story_id": ["a", "b"], "title": ["x", "z"]}, [], ["- ('b', 'y')", "+ ('b', 'z')"]),  # a value changed
        ({"story_id": ["a", "b"], "title": ["x", "z"]}, ["stories.title"], []),  # … in a column that may differ
        ({"story_id": ["a", "b"]}, [], ["- column title"]),  # a column less
    ],
)
def test_tells_what_differs(tmp_path: Path, columns: dict[str, list[object]], but: list[str], told: list[str]) -> None:
    old = _home(tmp_path / "old", story_id=["a", "b"], title=["x", "y"])
    assert compare_homes(old, _home(tmp_path / "new", **columns), frozenset(but)) == {"stories": told}
