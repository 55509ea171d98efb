"""A run ended at any moment, then the same command again: the same tables as if nothing had happened."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import duckdb
import pyarrow.parquet as pq

from tests.lakes import PAGE, group_simply, make_document, run_documents, store_documents
from tests.tables import read_tables
from tests.toy_lake import open_current, read_assignments, write_assignments
from warehouse.build import Snapshot, build_snapshot
from warehouse.home import Home, lock
from warehouse.publish import publish
from warehouse.runs import close_run, start_run

ROOT = Path(__file__).parents[3]

# Ends the process, as kill -9 would, before its n-th step that touches a file in the home; -1: never, and tells how many.
RUN = """
import os, sys
sys.path.insert(0, sys.argv[1])
home, moment, documents = sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
from tests.unit.warehouse.test_kill import run_all
steps = 0
def count(event, arguments):
    global steps
    touches = event in ("os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.symlink", "shutil.rmtree", "tempfile.mkstemp")
    touches = touches or event == "open" and len(arguments) > 2 and arguments[2] & (os.O_WRONLY | os.O_RDWR)
    if touches and str(arguments[0]).startswith(home) or event == "duckdb":
        steps += 1
        if steps == moment:
            os._exit(9)
sys.addaudithook(count)
import duckdb
connect = duckdb.connect
class Connection:  # every query is a moment too
    def __init__(self, con): self.con = con
    def __getattr__(self, name): return getattr(self.con, name)
    def execute(self, *arguments):
        sys.audit("duckdb")
        return self.con.execute(*arguments)
duckdb.connect = lambda *arguments, **options: Connection(connect(*arguments, **options))
run_all(home, documents)
print(steps)
"""


def run_all(home: str, documents: int) -> None:
    """One run over that many documents, two of them with one key and different content, some rejected."""
    pages = [make_document(f"{i}.txt", f"{PAGE} {i}" if i % 4 else f"REJECT empty {i}") for i in range(documents)]
    pages += [make_document(f"same-{i}.txt", f"{PAGE} same {i}", "https://example.org/same") for i in range(2)]
    run_documents(Path(home), pages, f"run {random.random()}", gather=4)


def start(home: Path, moment: int, documents: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", RUN, str(ROOT), str(home), str(moment), str(documents)], capture_output=True, text=True, check=False
    )


def test_killed_runs_leave_no_trace_in_the_tables(tmp_path: Path) -> None:
    # Each of the killed runs finds what those before it left; every third brings new documents.
    calm, troubled = tmp_path / "calm", tmp_path / "troubled"
    first = start(calm, -1, 8)
    assert first.returncode == 0, first.stderr
    steps = int(first.stdout)
    moments = random.Random(7)
    for attempt in range(12):
        # In twelve stretches, at random within each. A run that finds documents done takes a quarter less steps than the first.
        moment = int((attempt + moments.random()) * steps * 0.75 / 12) + 1
        ended = start(troubled, moment, 8 + attempt // 3)
        assert ended.returncode in (0, 9), ended.stderr
        assert "Traceback" not in ended.stderr
        if (troubled / "warehouse.duckdb").exists():
            with duckdb.connect(str(troubled / "warehouse.duckdb"), read_only=True) as con:
                assert con.execute("SELECT count(*) > 0 FROM articles").fetchall() == [(True,)]
    for home in (calm, troubled):
        done = start(home, -1, 12)
        assert done.returncode == 0, done.stderr
    assert read_tables(troubled) == read_tables(calm)
    # What was being written into the archive is left for an hour: who collects writes there without the lock.
    assert not [p for p in troubled.rglob(".tmp-*") if p.parent != troubled / "documents"]
    assert len(list((troubled / "snapshots").iterdir())) <= 2


def build_second(path: Path) -> Snapshot:
    """A snapshot of two articles, not yet published, in a home where one article is."""
    run_documents(path, [make_document("0.txt")], "first")
    with lock(Home(path)) as home:
        run = start_run(home, "second", datetime.now(UTC), "rules 1", {})
        seen, skipped = store_documents(home, run, [make_document("0.txt"), make_document("1.txt", f"{PAGE} 1")])
        with open_current(home) as current:
            write_assignments(home, run, group_simply(current, read_assignments(home)))
        return build_snapshot(home, close_run(home, run, seen, skipped, datetime.now(UTC)))


def publish_until(home: Home, snapshot: Snapshot, moment: int) -> bool:
    """Publishes in a process that ends before its n-th step; whether it came to the end."""
    child = os.fork()
    if child == 0:
        steps = count(1)

        def end(event: str, _: object) -> None:
            if event in ("os.rename", "os.remove", "os.rmdir", "os.symlink", "open") and next(steps) == moment:
                os._exit(9)

        sys.addaudithook(end)
        publish(home, snapshot)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_publishing_ended_at_any_step_leaves_the_old_or_the_new_tables_in_service(tmp_path: Path) -> None:
    prepared = tmp_path / "prepared"
    snapshot = build_second(prepared)
    served = []
    for moment in count(1):
        home = Home(tmp_path / str(moment))
        shutil.copytree(prepared, home.path, symlinks=True)
        done = publish_until(home, replace(snapshot, folder=home.snapshots / snapshot.folder.name), moment)
        with duckdb.connect(str(home.warehouse), read_only=True) as con:
            [(articles,)] = con.execute("SELECT count(*) FROM articles").fetchall()
        assert pq.read_table(home.tables / "articles").num_rows == articles
        assert len(read_assignments(home).article_stories) == articles
        served.append(articles)
        if done:
            break
    assert served == sorted(served)
    assert set(served) == {1, 2}
    assert served.count(1) > 10
    # Whatever was left, the next run makes it whole.
    for moment in (served.index(2), served.index(2) + 1, len(served) - 1):
        run_documents(tmp_path / str(moment), [make_document("0.txt"), make_document("1.txt", f"{PAGE} 1")], "third")
        assert len(read_tables(tmp_path / str(moment))["articles"]) == 2
        assert not list((tmp_path / str(moment)).rglob(".tmp-*"))
