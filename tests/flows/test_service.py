"""A service that is killed, in part and as a whole, goes on where it was; one that is told to stop leaves clean tables."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.bench.pages import write_pages
from tests.flows.conftest import Command
from tests.flows.service import Service, ask, is_alive, start_deployment, wait_for, wait_for_end
from tests.tables import read_tables

BUILD = "onrecord/build"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("service")
    write_pages(folder / "pages", 60)
    return folder


@pytest.fixture(scope="module")
def undisturbed(folder: Path, onrecord: Command) -> dict[str, list[tuple[Any, ...]]]:
    """The tables that one quiet run makes of the pages."""
    done = onrecord("run", folder / "pages", "--home", folder / "quiet")
    assert done.returncode == 0, done.stderr
    return read_tables(folder / "quiet")


@pytest.fixture(scope="module")
def service(folder: Path, prefect_env: dict[str, str]) -> Iterator[Service]:
    service = Service(folder, prefect_env | {"ONRECORD_CHUNK_DOCUMENTS": "3"}, str(folder / "pages"))
    service.start()
    yield service
    service.stop()


def start_build(service: Service) -> str:
    """Starts a build and waits until it has stored something new, but not all."""
    before = set(service.home.glob("lake/chunks/*"))
    run = start_deployment(service.api, BUILD)
    wait_for(lambda: set(service.home.glob("lake/chunks/*")) - before, "the first chunk")
    return run


def test_a_killed_worker_is_replaced_and_its_run_holds_nothing(service: Service) -> None:
    run = start_build(service)
    worker, engine = service.child("prefect worker start"), service.child("prefect.engine")
    os.kill(worker, signal.SIGKILL)
    wait_for(lambda: not is_alive(engine), "the run to end with its worker", 60)
    ended = wait_for_end(service.api, run)
    assert (ended["type"], ended["name"]) == ("CRASHED", "Crashed")
    assert not service.home.joinpath("warehouse.duckdb").exists()


def test_after_the_end_of_everything_the_tables_equal_those_of_an_undisturbed_run(
    service: Service, undisturbed: dict[str, list[tuple[Any, ...]]]
) -> None:
    run = start_build(service)
    service.kill()
    service.start()
    assert ask(service.api, f"flow_runs/{run}")["state"]["type"] == "CRASHED"
    assert wait_for_end(service.api, start_deployment(service.api, BUILD))["type"] == "COMPLETED"
    assert read_tables(service.home) == undisturbed
