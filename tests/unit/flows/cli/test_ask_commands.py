"""What the commands that ask the published tables say where these are of an earlier version."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
import typer

from flows.cli import ask_commands
from tests.lakes import make_document, run_documents


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose tables lack a column, and a macro, that the commands ask for."""
    path = tmp_path_factory.mktemp("old")
    run_documents(path, [make_document("a.txt", "# Ferry\n\nMira Solano said “the ferry is early” on 2026-02-03.")])
    with duckdb.connect(str(path / "warehouse.duckdb")) as con:
        for (table,) in con.execute("SELECT table_name FROM duckdb_tables() WHERE table_name IN ('entities', 'quotes')").fetchall():
            con.execute(f"ALTER TABLE {table} RENAME TO earlier_{table}")
    return path


@pytest.mark.parametrize(
    "ask",
    [
        lambda home: ask_commands.entity("Mira Solano", home),
        lambda home: ask_commands.doubtful(home),
        lambda home: ask_commands.wordings("ferry", home),
        lambda home: ask_commands.export("sqlite", home / "news.sqlite", home),
    ],
    ids=["entity", "doubtful", "wordings", "export"],
)
def test_tables_of_an_earlier_version_are_told(old: Path, capsys: pytest.CaptureFixture[str], ask: Callable[[Path], None]) -> None:
    with pytest.raises(typer.Exit) as ended:
        ask(old)
    assert ended.value.exit_code == 1
    assert "onrecord rebuild" in capsys.readouterr().err
