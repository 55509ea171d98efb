"""`onrecord up`: a scheduled run fires by itself and its rows are published."""

from __future__ import annotations

import re
import socket
import urllib.request
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.flows.conftest import SAMPLES, Command
from tests.flows.service import Service, ask, read_text, start_deployment, wait_for, wait_for_end

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
        kept = {a["key"]: a["data"] for a in ask(service.api, "artifacts/filter", {})}
        assert {"counts", "rejections", "tables", "report"} <= set(kept)
        assert "Who said what" in read_text(service.pages)
        [linked] = re.findall(rf"\(({service.pages}/report\?since=\d{{4}}-\d\d-\d\d&until=\d{{4}}-\d\d-\d\d)\)", str(kept["report"]))
        assert "Named for the first time" in read_text(linked)
        weekly = ask(service.api, "deployments/name/onrecord-report/weekly")
        assert [schedule["active"] for schedule in weekly["schedules"]] == [False]
        assert wait_for_end(service.api, start_deployment(service.api, "onrecord-report/weekly"))["type"] == "COMPLETED"
        [report] = (service.home / "reports").iterdir()
        assert report.read_text().startswith("<!doctype html>")
    finally:
        service.stop()
    # what it started has ended with it
    for address in (f"{service.api}/health", service.pages):
        with pytest.raises(OSError):
            urllib.request.urlopen(address, timeout=5)


def test_up_says_that_the_port_of_the_pages_is_taken(onrecord: Command, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = onrecord("up", "--home", tmp_path, ONRECORD_SOURCES=str(tmp_path), ONRECORD_BROWSE_PORT=str(port))
    assert done.returncode == 1
    assert f"port {port} is taken; set ONRECORD_BROWSE_PORT" in done.stderr


def test_up_without_sources_says_what_is_missing(onrecord: Command) -> None:
    done = onrecord("up", ONRECORD_SOURCES="")
    assert done.returncode == 1
    assert "ONRECORD_SOURCES" in done.stderr
