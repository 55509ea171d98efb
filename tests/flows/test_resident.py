"""A run that finds everything loaded by the one before gives the same tables; two of them do not get into one home at once."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from tests.flows.conftest import ONRECORD, SAMPLES
from warehouse.home import Home, lock


@pytest.fixture
def env(prefect_env: dict[str, str], tmp_path: Path) -> Iterator[dict[str, str]]:
    """An environment whose runs leave a server and a resident, which end with the test."""
    with tempfile.TemporaryDirectory() as runtime:  # of a short name, as a socket's file must have
        yield prefect_env | {"PREFECT_HOME": str(tmp_path / "prefect"), "XDG_RUNTIME_DIR": runtime, "ONRECORD_SERVER_SECONDS": "60"}
    (tmp_path / "prefect" / "onrecord-server.json").unlink()


def _start(env: dict[str, str], home: Path) -> subprocess.Popen[str]:
    page = next(SAMPLES.rglob("*.html"))
    return subprocess.Popen(
        [*ONRECORD, "run", str(page), "--home", str(home)],
        env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def _find_doer(command: subprocess.Popen[str]) -> str:
    """The command line of the process that has the command's standard output open beside it, empty where the command ends before."""
    assert command.stdout
    output = os.fstat(command.stdout.fileno()).st_ino
    while command.poll() is None:
        for process in Path("/proc").glob("[0-9]*"):
            try:
                if (process / "fd" / "1").stat().st_ino == output and int(process.name) != command.pid:
                    return (process / "cmdline").read_text()
            except OSError:
                continue
    return ""


def _read(home: Path) -> list[tuple[object, ...]]:
    with duckdb.connect(str(Home(home).warehouse), read_only=True) as tables:
        return tables.execute(
            "select article_id, body, (select list(text order by quote_id) from quotes),"
            " (select list(name order by entity_id) from entities) from articles"
        ).fetchall()


def test_a_run_is_done_by_what_the_one_before_has_left(env: dict[str, str], tmp_path: Path) -> None:
    first = _start(env, tmp_path / "first")
    assert first.wait(300) == 0, first.communicate()
    while not list(Path(env["XDG_RUNTIME_DIR"]).glob("*/*.sock")):
        said = next(Path(env["XDG_RUNTIME_DIR"]).glob("*/resident.log")).read_text()
        assert not said
        time.sleep(0.05)
    second = _start(env, tmp_path / "second")
    assert "flows.service.resident" in _find_doer(second)
    told, warned = second.communicate(timeout=300)
    assert second.returncode == 0, warned
    assert "articles" in told
    assert _read(tmp_path / "second") == _read(tmp_path / "first")
    with lock(Home(tmp_path / "second")):
        third = _start(env, tmp_path / "second")
        _, warned = third.communicate(timeout=300)
    assert third.returncode == 1
    assert "another run" in warned
