"""One run at a time writes to a home."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from warehouse.home import Home, HomeBusy, lock

HOLD = """
import sys, time
from pathlib import Path
from warehouse.home import Home, lock
with lock(Home(Path(sys.argv[1]))):
    print("held", flush=True)
    time.sleep(60)
"""


def hold_in_other_process(home: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(home)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_lock_makes_the_folders(tmp_path: Path) -> None:
    with lock(Home(tmp_path / "new" / "home")) as home:
        assert home.chunks.is_dir()
        assert home.documents.is_dir()


def test_second_run_in_this_process_is_refused_and_the_first_keeps_the_lock(tmp_path: Path) -> None:
    with lock(Home(tmp_path)):
        for _ in range(2):
            with pytest.raises(HomeBusy, match=str(os.getpid())), lock(Home(tmp_path)):
                pass
    with lock(Home(tmp_path)):
        pass


def test_run_in_another_process_is_named_and_a_killed_one_leaves_no_lock(tmp_path: Path) -> None:
    process = hold_in_other_process(tmp_path)
    try:
        with pytest.raises(HomeBusy, match=f"process {process.pid}"), lock(Home(tmp_path)):
            pass
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        with lock(Home(tmp_path)):
            pass
    finally:
        process.kill()
        process.communicate()


def test_processes_that_a_run_forks_do_not_hold_its_lock(tmp_path: Path) -> None:
    # A worker that outlives a killed run must not block the next one.
    script = (
        "import os, sys, time; from pathlib import Path; from warehouse.home import Home, lock\n"
        "with lock(Home(Path(sys.argv[1]))):\n"
        "    worker = os.fork()\n"
        "    if worker == 0: time.sleep(60)\n"
        "    print(worker, flush=True); os._exit(9)"
    )
    process = subprocess.Popen([sys.executable, "-c", script, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    worker = int(process.stdout.readline())
    process.stdout.close()
    process.wait()
    try:
        with lock(Home(tmp_path)):
            pass
    finally:
        os.kill(worker, signal.SIGKILL)
