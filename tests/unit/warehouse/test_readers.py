"""Readers are never locked out and never see half a load, while runs publish."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from tests.lakes import PAGE, make_document, run_documents

PATCHES = int(os.environ.get("ONRECORD_TEST_PATCHES", "7"))  # 50 for a long run
# Asks as a stranger would: by the path, a connection a query; and by the Parquet files, whose folder is looked up once a question
# (`resolve`), and also without that, when a publish in between may take the files away. Until the file `stop` appears.
READ = """
import json, sys
from pathlib import Path
import duckdb
import pyarrow.parquet as pq
home = Path(sys.argv[1])
seen, problems, asked = [], [], 0
while not (home / "stop").exists():
    try:
        with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as con:
            [row] = con.execute(
                "SELECT (SELECT count(*) FROM articles), (SELECT count(DISTINCT article_id) FROM mentions), "
                "(SELECT sum(articles_stored) FROM runs)"
            ).fetchall()
        rows = pq.read_table((home / "tables").resolve() / "articles").num_rows
        try:
            listed = pq.read_table(home / "tables" / "articles").num_rows
        except FileNotFoundError:
            listed = rows
        asked += 1
        if len(set(map(int, row))) != 1:
            problems.append(f"half a load: {row}")
        if not seen or seen[-1] != row[0]:
            seen.append(row[0])
        if not row[0] <= rows <= listed:
            problems.append(f"{rows} and {listed} rows in Parquet after {row[0]} in DuckDB")
    except Exception as problem:
        problems.append(repr(problem))
print(json.dumps({"seen": seen, "problems": problems[:5], "asked": asked}))
"""


def test_readers_see_one_load_after_the_other_and_no_error(tmp_path: Path) -> None:
    run_documents(tmp_path, [make_document("0.txt")], "run 0")
    reader = subprocess.Popen([sys.executable, "-c", READ, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    try:
        for i in range(1, PATCHES + 1):
            run_documents(tmp_path, [make_document(f"{i}.txt", f"{PAGE} {i}")], f"run {i}")
            time.sleep(0.05)
        (tmp_path / "stop").touch()
        told, _ = reader.communicate(timeout=60 + PATCHES)
    finally:
        reader.kill()
    found = json.loads(told)
    assert found["problems"] == []
    assert found["seen"] == sorted(found["seen"])
    assert found["seen"][-1] <= PATCHES + 1
    assert len(found["seen"]) > 2
    assert found["asked"] > PATCHES
