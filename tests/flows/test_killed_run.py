"""A run that is killed, at any moment, and the run after it."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.bench.pages import write_pages
from tests.flows.conftest import Command
from tests.tables import read_tables


@pytest.fixture(scope="module")
def undisturbed(installed: Command, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, list[tuple[object, ...]]], float]:
    """Pages, the tables that a quiet run makes of them, and how long it takes."""
    folder = tmp_path_factory.mktemp("kill")
    write_pages(folder / "pages", 30, size=0)
    started = time.monotonic()
    assert installed("run", folder / "pages", "--home", folder / "home").returncode == 0
    return folder / "pages", read_tables(folder / "home"), time.monotonic() - started


@pytest.mark.parametrize("moment", [round(0.04 + i * 0.085, 3) for i in range(12)])
def test_a_run_killed_at_any_moment_leaves_nothing_behind(
    moment: float, onrecord: Command, undisturbed: tuple[Path, dict[str, list[tuple[object, ...]]], float], tmp_path: Path
) -> None:
    pages, expected, seconds = undisturbed
    run = onrecord.start(
        "run", pages, "--home", tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={"ONRECORD_CHUNK_DOCUMENTS": "4"}
    )
    time.sleep(seconds * (moment + random.uniform(0, 0.08)))
    os.killpg(run.pid, signal.SIGKILL)
    run.wait()
    again = onrecord("run", pages, "--home", tmp_path)
    assert again.returncode == 0, again.stderr
    assert read_tables(tmp_path) == expected
