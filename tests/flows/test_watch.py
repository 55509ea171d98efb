"""What a run leaves in the Prefect UI, and how it ends when an outlet has fallen silent."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from flows.run.rules import document_rules
from flows.watch.show import ARTIFACTS
from tests.flows.conftest import Command
from tests.flows.service import ask
from tests.lakes import make_document, run_documents
from tests.news_site import NewsSite, page

WARNING = "Tide Herald: no article for 3 days"
# Not a run that other tests' deployments have scheduled for some day.
LAST = {"sort": "START_TIME_DESC", "limit": 1, "flow_runs": {"state": {"type": {"any_": ["COMPLETED"]}}}}
# A deployment's run, in this process: the state that it ends in.
_DEPLOYED = """
import sys
from flows.pipeline import pipeline
state = pipeline(sources=[sys.argv[1]], home=sys.argv[2], return_state=True)
print(state.type.value, state.message)
"""


@pytest.fixture
def silent(tmp_path: Path) -> tuple[Path, Path]:
    """A folder of pages that has one more, and a home in which Tide Herald gave an article a day until three days ago."""
    home, pages = tmp_path / "home", tmp_path / "pages"
    for days in (6, 5, 4, 3):
        moment = datetime.now(UTC) - timedelta(days=days, hours=1)
        given = [make_document(f"tide/{days}.txt", f"# Tide {days}\n\nMira Solano came.", outlet="Tide Herald")]
        run_documents(home, given, f"run {days}", rules=document_rules(), moment=moment)
    (pages / "tide").mkdir(parents=True)
    (pages / "tide" / "today.html").write_text("")
    return pages, home


def test_a_silent_outlet_fails_a_scheduled_run_and_only_warns_a_command(silent: tuple[Path, Path], onrecord: Command, server: str) -> None:
    pages, home = silent
    env = onrecord.env | {"PREFECT__RUNTIME__DEPLOYMENT__ID": "11111111-1111-1111-1111-111111111111"}
    command = [sys.executable, "-c", _DEPLOYED, str(pages), str(home)]
    ended = subprocess.run(command, env=env, capture_output=True, text=True, timeout=300, check=True).stdout
    assert ended.startswith(f"FAILED The tables are published, but a limit is crossed: {WARNING}")
    with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as con:
        assert con.execute("select source_uri, reason from rejections").fetchall() == [("tide/today.html", "empty")]

    done = onrecord("run", pages, "--home", home)
    assert done.returncode == 0, done.stderr
    assert f"onrecord: warning: {WARNING}" in done.stderr
    [run] = ask(server, "flow_runs/filter", LAST)
    assert run["name"] == "nothing new · pages · 1 warning"
    told = ask(server, "logs/filter", {"logs": {"flow_run_id": {"any_": [run["id"]]}}})
    assert any(line["level"] == 30 and WARNING in line["message"] for line in told)


def test_a_run_over_the_web_leaves_every_artifact_and_a_line_for_each_chunk(onrecord: Command, server: str, tmp_path: Path) -> None:
    site = NewsSite()
    try:
        told = "“We will reopen the ferry line,” Mira Solano, the mayor of Port Elan, said after the meeting on Monday. " * 3
        address = site.put("127.0.0.1/ferry.html", page("Ferry line reopens", told))
        listed = tmp_path / "pages.urls"
        listed.write_text(f"{address}\n{site.url('127.0.0.1/gone.html')}\n")
        web = {"ONRECORD_PRIVATE_NETWORKS": "127.0.0.0/8", "ONRECORD_HOST_SECONDS": "0"}
        done = onrecord("run", listed, "--home", tmp_path / "home", **web)
        assert done.returncode == 0, done.stderr
    finally:
        site.close()
    [run] = ask(server, "flow_runs/filter", LAST)
    assert run["name"] == "1 stored, 1 rejected · pages.urls"
    kept = {a["key"]: a for a in ask(server, "artifacts/filter", {"artifacts": {"flow_run_id": {"any_": [run["id"]]}}})}
    assert set(kept) == set(ARTIFACTS) - {"tidied"}  # what the nightly cleaning leaves
    assert kept["progress"]["data"] == 100
    assert "[The report](http://127.0.0.1:8600/report)" in kept["report"]["data"]  # its only article has no day
    assert f"onrecord report --home {tmp_path / 'home'} -o" in kept["report"]["data"]
    assert "data:image/svg+xml;base64," in kept["trend"]["data"]
    lines = [line["message"] for line in ask(server, "logs/filter", {"logs": {"flow_run_id": {"any_": [run["id"]]}}})]
    assert any(line.startswith("chunk 1: 1 stored, 1 rejected (1 http_status), ") for line in lines)
    assert sum("Finished in state" in line for line in lines) == 1
