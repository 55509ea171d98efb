"""Reading what is published, and nothing else."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from warehouse.connect import NotPublished, connect
from warehouse.home import Home


def test_nothing_published_is_said_clearly(tmp_path: Path) -> None:
    with pytest.raises(NotPublished, match="nothing is published in"):
        connect(Home(tmp_path / "none"))


@pytest.mark.parametrize(
    "query",
    [
        "DELETE FROM articles",
        "CREATE TABLE t (a INTEGER)",
        "DROP VIEW speakers",
        "COPY articles TO '{folder}/out.csv'",
        "ATTACH '{folder}/other.duckdb'",
        "SELECT * FROM read_csv('/etc/hostname')",
        "SET enable_external_access = true",
        "INSTALL httpfs",
    ],
)
def test_reader_can_change_nothing_and_read_nothing_else(published: Home, tmp_path: Path, query: str) -> None:
    with connect(published) as con, pytest.raises(duckdb.Error):
        con.execute(query.format(folder=tmp_path))
    assert not list(tmp_path.iterdir())


def test_times_are_shown_in_utc(published: Home) -> None:
    with connect(published) as con:
        assert con.execute("SELECT count(*) FROM runs WHERE CAST(started_at AS VARCHAR) NOT LIKE '%+00'").fetchall() == [(0,)]


def test_reader_leaves_nothing_beside_the_file(published: Home) -> None:
    before = sorted(published.current.resolve().iterdir())
    with connect(published) as con:
        con.execute("SELECT * FROM who_said_what ORDER BY text").fetchall()
    assert sorted(published.current.resolve().iterdir()) == before
