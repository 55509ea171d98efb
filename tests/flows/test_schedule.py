"""`onrecord up`: a scheduled run fires by itself and its rows are published."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
import urllib.request
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.flows.conftest import SAMPLES, Command, free_port
from tests.flows.service import NEVER


def ask(port: int, path: str, body: dict[str, Any] | None = None) -> Any:
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/api/{path}", json.dumps(body or {}).encode(), {"content-type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.load(answer)


def test_a_scheduled_run_fires_and_its_rows_are_published(prefect_env: dict[str, str], tmp_path: Path) -> None:
    port, home, log = free_port(), tmp_path / "home", tmp_path / "up.log"
    env = prefect_env | {
        "PREFECT_HOME": str(tmp_path / "prefect"),
        "ONRECORD_PORT": str(port),
        "ONRECORD_BUILD_SCHEDULE": "* * * * *",
        "ONRECORD_COLLECT_SCHEDULE": NEVER,
        "ONRECORD_COMPACT_SCHEDULE": NEVER,
        "ONRECORD_SOURCES": str(SAMPLES),
        "ONRECORD_HOME": str(home),
    }
    with log.open("wb") as told:
        service = Command(env).start("up", stdout=told, stderr=told)
    try:
        until = time.monotonic() + 240
        while not (home / "warehouse.duckdb").exists():
            assert service.poll() is None, log.read_text()
            assert time.monotonic() < until, log.read_text()
            time.sleep(1)
        with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as con:
            stored, seen = con.execute("select (select count(*) from articles), documents_seen from runs").fetchall()[0]
        assert 0 < stored < seen
        runs = _finished_runs(port, until)
        assert any("stored" in r["name"] and r["auto_scheduled"] for r in runs), [(r["name"], r["auto_scheduled"]) for r in runs]
        kept = {a["key"] for a in ask(port, "artifacts/filter")}
        assert {"counts", "rejections", "tables"} <= kept
    finally:
        os.killpg(service.pid, signal.SIGTERM)
        try:
            service.wait(60)
        except subprocess.TimeoutExpired:
            os.killpg(service.pid, signal.SIGKILL)
    # what it started has ended with it
    with pytest.raises(OSError):
        urllib.request.urlopen(f"http://127.0.0.1:{port}/api/health", timeout=5)


def _finished_runs(port: int, until: float) -> list[dict[str, Any]]:
    while True:
        runs = ask(port, "flow_runs/filter", {"flow_runs": {"state": {"type": {"any_": ["COMPLETED"]}}}})
        if runs:
            return list(runs)
        assert time.monotonic() < until
        time.sleep(1)


def test_up_without_sources_says_what_is_missing(onrecord: Command) -> None:
    done = onrecord("up", ONRECORD_SOURCES="")
    assert done.returncode == 1
    assert "ONRECORD_SOURCES" in done.stderr
