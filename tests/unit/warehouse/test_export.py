"""The published tables as one SQLite file."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from warehouse.connect import connect
from warehouse.export import export_sqlite
from warehouse.home import Home
from warehouse.schemas import PUBLISHED


def test_every_table_and_row_is_in_the_file(published: Home, tmp_path: Path) -> None:
    target = tmp_path / "news.sqlite"
    target.write_text("something else")
    with connect(published) as con:
        counts = export_sqlite(con, target)
        expected = {table: con.execute(f'SELECT count(*) FROM "{table}"').fetchall()[0][0] for table in PUBLISHED}
        [(title, day)] = con.execute("SELECT title, published_on FROM articles ORDER BY article_id LIMIT 1").fetchall()
    assert counts == expected
    with closing(sqlite3.connect(target)) as file:
        assert {t: file.execute(f'SELECT count(*) FROM "{t}"').fetchone()[0] for t in PUBLISHED} == expected
        row = file.execute("SELECT title, published_on, authors, flags FROM articles ORDER BY article_id LIMIT 1").fetchone()
        assert row[:2] == (title, day.isoformat())
        assert json.loads(row[2]) == []
    assert [p.name for p in tmp_path.iterdir()] == ["news.sqlite"]
