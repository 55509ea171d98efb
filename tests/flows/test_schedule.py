"""`onrecord up`: a scheduled run fires by itself and its rows are published."""

from __future__ import annotations

import urllib.request
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.flows.conftest import SAMPLES, Command
from tests.flows.service import Service, ask, wait_for

COMPLETED = {"flow_runs": {"state": {"type": {"any_": ["COMPLETED"]}}}}


def test_a_scheduled_run_fires_and_its_rows_are_published(prefect_env: dict[str, str], tmp_path: Path) -> None:
    service = Service(tmp_path, prefect_env, str(SAMPLES), schedule="* * * * *")
    try:
        service.start()
        published = service.home / "warehouse.duckdb"
        wait_for(lambda: service.is_told("") and published.exists(), "the tables")
        with duckdb.connect(str(published), read_only=True) as con:
            stored, seen = con.execute("select (select count(*) from articles), documents_seen from runs").fetchall()[0]
        assert 0 < stored < seen
        runs: list[dict[str, Any]] = wait_for(lambda: ask(service.api, "flow_runs/filter", COMPLETED), "the run's end")
        assert any("stored" in r["name"] and r["auto_scheduled"] for r in runs), [(r["name"], r["auto_scheduled"]) for r in runs]
        kept = {a["key"] for a in ask(service.api, "artifacts/filter", {})}
        assert {"counts", "rejections", "tables"} <= kept
    finally:
        service.stop()
    # what it started has ended with it
    with pytest.raises(OSError):
        urllib.request.urlopen(f"{service.api}/health", timeout=5)


def test_up_without_sources_says_what_is_missing(onrecord: Command) -> None:
    done = onrecord("up", ONRECORD_SOURCES="")
    assert done.returncode == 1
    assert "ONRECORD_SOURCES" in done.stderr
