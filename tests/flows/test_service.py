"""A service that is killed, in part and as a whole, goes on where it was; one that is told to stop leaves clean tables; nobody who reads
the tables notices."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.bench.pages import write_pages
from tests.flows.conftest import Command
from tests.flows.service import NEVER, Service, ask, descendants, is_alive, start_deployment, switch_on, wait_for, wait_for_end
from tests.tables import read_tables

BUILD = "onrecord/build"
WEEKLY = "deployments/name/onrecord-report/weekly"
FIRST = 6  # documents of the build before all else
MORE = 15  # documents that come before each build that is ended
BUILDS_ENDED = 3
SMALL = {"ONRECORD_CHUNK_DOCUMENTS": "3"}  # a build has many moments at which to end it


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("service")
    write_pages(folder / "all", FIRST + BUILDS_ENDED * MORE, size=0)
    bring_pages(folder, FIRST)
    return folder


def bring_pages(folder: Path, count: int) -> None:
    """Puts more of the pages where the service reads them."""
    place = folder / "pages"
    place.mkdir(exist_ok=True)
    here = len(list(place.iterdir()))
    for page in sorted((folder / "all").iterdir())[here : here + count]:
        shutil.copy(page, place)


@pytest.fixture(scope="module")
def undisturbed(folder: Path, onrecord: Command) -> dict[str, list[tuple[Any, ...]]]:
    """The tables that one quiet run makes of the pages."""
    done = onrecord("run", folder / "all", "--home", folder / "quiet")
    assert done.returncode == 0, done.stderr
    return read_tables(folder / "quiet")


@pytest.fixture(scope="module")
def dead(folder: Path, onrecord: Command) -> Iterator[tuple[dict[str, str], str, datetime]]:
    """A Prefect server elsewhere, with a run that was killed together with its worker, and when. The other tests go on meanwhile."""
    env = onrecord.env | SMALL | {"ONRECORD_HOME": str(folder / "elsewhere"), "ONRECORD_SOURCES": str(folder / "all")}
    never = {f"ONRECORD_{name}_SCHEDULE": NEVER for name in ("COLLECT", "BUILD", "COMPACT")}
    done = Command(env | never)("deploy")
    assert done.returncode == 0, done.stderr
    with _work(env) as worker:
        run = start_deployment(env["PREFECT_API_URL"], BUILD)
        wait_for(lambda: list(folder.glob("elsewhere/lake/chunks/*")), "the first chunk")
        for pid in (worker.pid, *descendants(worker.pid)):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
    yield env, run, datetime.now(UTC)


def _work(env: dict[str, str]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "prefect", "worker", "start", "--pool", "onrecord"]
    return subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)


@pytest.fixture(scope="module")
def service(folder: Path, prefect_env: dict[str, str], dead: object) -> Iterator[Service]:
    """A service whose tables hold a few documents."""
    service = Service(folder, prefect_env | SMALL, str(folder / "pages"))
    service.start()
    assert wait_for_end(service.api, start_deployment(service.api, BUILD, limit=FIRST))["type"] == "COMPLETED"
    yield service
    service.stop()


@pytest.fixture(scope="module")
def reader(service: Service) -> Iterator[subprocess.Popen[str]]:
    """Somebody who asks the tables all the while."""
    reader = subprocess.Popen([sys.executable, "-c", _READER, str(service.home)], stdout=subprocess.PIPE, text=True)
    yield reader
    reader.kill()
    reader.wait()


@contextmanager
def unfinished_build(service: Service, folder: Path) -> Iterator[str]:
    """A build of more documents that has stored some of them, and whose workers are stopped until the end of the block: it cannot come
    to its end, however fast it is."""
    bring_pages(folder, MORE)
    before = set(service.home.glob("lake/chunks/*"))
    run = start_deployment(service.api, BUILD)
    wait_for(lambda: set(service.home.glob("lake/chunks/*")) - before, "the first chunk")
    workers = descendants(service.child("multiprocessing.forkserver"))
    for pid in workers:
        os.kill(pid, signal.SIGSTOP)
    yield run
    for pid in workers:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGCONT)


def test_a_killed_worker_is_replaced_and_its_run_holds_nothing(service: Service, folder: Path, reader: object) -> None:
    with unfinished_build(service, folder) as run:
        worker, engine = service.child("prefect worker start"), service.child("prefect.engine")
        os.kill(worker, signal.SIGKILL)
        wait_for(lambda: not is_alive(engine), "the run to end with its worker", 60)
    assert wait_for_end(service.api, run)["type"] == "CRASHED"
    assert len(read_tables(service.home)["articles"]) == FIRST


def test_a_cancelled_run_stops_and_leaves_the_tables_as_they_were(service: Service, folder: Path, reader: object) -> None:
    before = read_tables(service.home)
    with unfinished_build(service, folder) as run:
        engine = service.child("prefect.engine")
        ask(service.api, f"flow_runs/{run}/set_state", {"state": {"type": "CANCELLING"}})
        assert wait_for_end(service.api, run)["type"] == "CANCELLED"
        wait_for(lambda: not is_alive(engine), "the cancelled run to end")
    assert read_tables(service.home) == before


def test_after_the_end_of_everything_the_tables_equal_those_of_an_undisturbed_run(
    service: Service, folder: Path, reader: subprocess.Popen[str], undisturbed: dict[str, list[tuple[Any, ...]]]
) -> None:
    weekly = ask(service.api, WEEKLY)
    [schedule] = weekly["schedules"]
    assert not schedule["active"]
    switch_on(service.api, f"deployments/{weekly['id']}/schedules/{schedule['id']}")
    with unfinished_build(service, folder) as run:
        service.kill()
    service.start()
    assert [schedule["active"] for schedule in ask(service.api, WEEKLY)["schedules"]] == [True]  # as somebody left it
    assert ask(service.api, f"flow_runs/{run}")["state"]["type"] == "CRASHED"
    assert wait_for_end(service.api, start_deployment(service.api, BUILD))["type"] == "COMPLETED"
    assert read_tables(service.home) == undisturbed
    (service.home / "stop").touch()
    told = json.loads(reader.communicate(timeout=120)[0])
    assert told["errors"] == []
    assert told["articles"] == [FIRST, len(undisturbed["articles"])]


def test_a_run_that_died_elsewhere_is_marked_crashed_within_two_minutes_and_the_next_one_works(
    dead: tuple[dict[str, str], str, datetime], folder: Path, undisturbed: dict[str, list[tuple[Any, ...]]]
) -> None:
    env, run, killed_at = dead
    ended = wait_for_end(env["PREFECT_API_URL"], run)
    assert ended["type"] == "CRASHED"
    assert datetime.fromisoformat(ended["timestamp"]) - killed_at < timedelta(minutes=2)
    with _work(env) as worker:
        try:
            assert wait_for_end(env["PREFECT_API_URL"], start_deployment(env["PREFECT_API_URL"], BUILD))["type"] == "COMPLETED"
        finally:
            worker.kill()  # asked to end, it may wait for ever just after a run
    assert read_tables(folder / "elsewhere") == undisturbed


_READER = """
import json, pathlib, sys, time, duckdb
home = pathlib.Path(sys.argv[1]); errors = []; articles = []
while not (home / "stop").exists():
    try:
        with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as con:
            n, loose = con.execute(
                "select (select count(*) from articles), (select count(*) from quotes anti join articles using (article_id))").fetchone()
        assert loose == 0
        if n not in articles: articles.append(n)
    except Exception as e: errors.append(repr(e))
    time.sleep(0.2)
print(json.dumps({"errors": errors[:3], "articles": articles}))
"""
