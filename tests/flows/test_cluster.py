"""Runs over a Dask cluster: a real scheduler and worker processes on loopback give the tables that a run without it gives."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.flows.conftest import SAMPLES, Command, free_port
from tests.tables import read_tables

ROOT = Path(__file__).parents[2]
SMALL = {"ONRECORD_CHUNK_DOCUMENTS": "4"}


def spawn(*arguments: str) -> subprocess.Popen[bytes]:
    env = os.environ | {"DASK_DISTRIBUTED__WORKER__DAEMON": "False", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "dask", *arguments]
    nothing = subprocess.DEVNULL
    return subprocess.Popen(command, env=env, cwd=ROOT, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True)


def end(process: subprocess.Popen[bytes]) -> None:
    """Ends a process and those that it started."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    process.wait(30)


@contextmanager
def scheduler(port: int) -> Iterator[subprocess.Popen[bytes]]:
    process = spawn("scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard")
    try:
        yield process
    finally:
        end(process)


@contextmanager
def workers(port: int, count: int) -> Iterator[list[subprocess.Popen[bytes]]]:
    options = ("--nthreads", "1", "--host", "127.0.0.1", "--no-dashboard", "--no-nanny")
    processes = [spawn("worker", f"tcp://127.0.0.1:{port}", *options) for _ in range(count)]
    try:
        yield processes
    finally:
        for process in processes:
            end(process)


def count_chunks(home: Path) -> int:
    folder = home / "lake" / "chunks"
    return len([p for p in folder.iterdir() if not p.name.startswith(".")]) if folder.is_dir() else 0


def wait_for_chunks(home: Path, count: int, run: subprocess.Popen[bytes]) -> None:
    for _ in range(2400):
        if count_chunks(home) >= count or run.poll() is not None:
            return
        time.sleep(0.05)


@pytest.fixture(scope="module")
def expected(sample_run: tuple[Path, object]) -> object:
    return read_tables(sample_run[0])


def test_a_worker_that_is_killed_costs_no_document(onrecord: Command, tmp_path: Path, expected: object) -> None:
    port = free_port()
    with scheduler(port), workers(port, 2) as (first, _):
        run = onrecord.start("run", SAMPLES, "--home", tmp_path / "home", "--cluster", f"tcp://127.0.0.1:{port}", env=SMALL)
        wait_for_chunks(tmp_path / "home", 2, run)
        end(first)
        assert run.wait(300) == 0
    assert read_tables(tmp_path / "home") == expected
    assert not list((tmp_path / "home").rglob("staging/*"))


def test_a_scheduler_that_is_killed_ends_the_run_and_the_same_command_goes_on(onrecord: Command, tmp_path: Path, expected: object) -> None:
    home, port = tmp_path / "home", free_port()
    told = tmp_path / "told.txt"
    with scheduler(port) as boss, workers(port, 1), told.open("wb") as errors:
        run = onrecord.start("run", SAMPLES, "--home", home, "--cluster", f"tcp://127.0.0.1:{port}", env=SMALL, stderr=errors)
        wait_for_chunks(home, 2, run)
        end(boss)
        assert run.wait(300) == 1
    assert "the Dask cluster is lost" in told.read_text()
    assert "Traceback" not in told.read_text()
    stored = count_chunks(home)
    assert stored
    with scheduler(port), workers(port, 1):
        done = onrecord("run", SAMPLES, "--home", home, "--cluster", f"tcp://127.0.0.1:{port}", **SMALL)
    assert done.returncode == 0, done.stderr
    assert "done already" in done.stdout
    assert read_tables(home) == expected


def test_a_cluster_of_this_machine(onrecord: Command, tmp_path: Path, expected: object) -> None:
    done = onrecord("run", SAMPLES, "--home", tmp_path / "home", ONRECORD_CLUSTER="auto", **SMALL)
    assert done.returncode == 0, done.stderr
    assert read_tables(tmp_path / "home") == expected


def test_a_cluster_that_does_not_answer_is_told(onrecord: Command, tmp_path: Path) -> None:
    done = onrecord("run", SAMPLES, "--home", tmp_path / "home", "--cluster", f"tcp://127.0.0.1:{free_port()}")
    assert done.returncode == 1
    assert "no Dask scheduler answers" in done.stderr
    assert "Traceback" not in done.stderr
