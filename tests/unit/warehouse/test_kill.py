"""A run ended at any moment, then the same command again: the same tables as if nothing had happened."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import duckdb

from tests.lakes import PAGE, make_document, run_documents
from tests.tables import read_tables

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
class Connection:  # every statement is a moment too
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
        # In twelve stretches from the first step to the last, at random within each.
        moment = int((attempt + moments.random()) * steps / 12) + 1
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
    assert not list(troubled.rglob(".tmp-*"))
    assert len(list((troubled / "snapshots").iterdir())) <= 2
