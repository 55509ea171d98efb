"""`onrecord backfill`: part by part, and after `kill -9` on from where it was."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from pathlib import Path

import duckdb

from tests.flows.conftest import SAMPLES, Command
from tests.flows.service import wait_for
from tests.tables import read_tables


def test_a_killed_backfill_goes_on_with_the_part_at_which_it_was(onrecord: Command, tmp_path: Path) -> None:
    archive, home = tmp_path / "archive", tmp_path / "home"
    days = ["2026-01-03", "2026-01-04", "2026-01-05"]
    for number, page in enumerate(sorted(SAMPLES.glob("[!b]*/*.html"))[:9]):
        (archive / days[number % 3]).mkdir(parents=True, exist_ok=True)
        shutil.copy(page, archive / days[number % 3] / f"{number}.html")
    killed = onrecord.start("backfill", archive, "--home", home, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wait_for(lambda: list(home.glob("lake/parts/*.json")), "the first part")
    os.killpg(killed.pid, signal.SIGKILL)
    killed.wait()
    with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as con:
        assert con.execute("SELECT count(*) FROM runs").fetchall() == [(1,)]

    again = onrecord("backfill", archive, "--home", home)
    assert again.returncode == 0, again.stderr
    assert again.stdout.count("done before") == 1
    assert all(day in again.stdout for day in days)
    with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as con:
        # no part was seen twice; the run that was killed has a row without documents, if it had begun
        assert con.execute("SELECT sum(documents_seen) FROM runs").fetchall() == [(len(list(archive.rglob("*.html"))),)]
    assert onrecord("run", archive, "--home", tmp_path / "one").returncode == 0
    assert read_tables(home) == read_tables(tmp_path / "one")


def test_a_backfill_of_days_that_no_file_names_says_so(onrecord: Command, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("A note.")
    done = onrecord("backfill", tmp_path / "page.txt", "--since", "2026-01-03", "--home", tmp_path / "home")
    assert (done.returncode, done.stdout) == (0, "")
    assert "names one of these days" in done.stderr


def test_a_backfill_of_a_web_address_is_wrong_usage(onrecord: Command, tmp_path: Path) -> None:
    done = onrecord("backfill", "https://gazette.example/feed.xml", "--home", tmp_path)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
