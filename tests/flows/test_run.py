"""`onrecord run`, end to end, as users run it."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import duckdb

from tests.bench.pages import write_pages
from tests.flows.conftest import SAMPLES, Command
from tests.tables import read_tables


def query(home: Path, sql: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as con:
        return con.execute(sql).fetchall()


def test_samples_give_articles_and_the_broken_ones_rejections(sample_run: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    home, done = sample_run
    pages = [p for p in SAMPLES.rglob("*.*") if p.suffix in {".html", ".txt"}]
    broken = [p for p in pages if p.parent.name == "broken"]
    ((seen, stored, rejected),) = query(home, "select documents_seen, articles_stored, documents_rejected from runs")
    assert (seen, stored, rejected) == (len(pages), len(pages) - len(broken), len(broken))
    assert "stored" in done.stdout
    assert "Traceback" not in done.stderr


def test_a_second_run_skips_everything_and_changes_no_table(onrecord: Command, sample_home: Path) -> None:
    before = read_tables(sample_home)
    done = onrecord("run", SAMPLES, "--home", sample_home)
    assert done.returncode == 0, done.stderr
    assert query(sample_home, "select documents_skipped = documents_seen from runs order by started_at desc limit 1") == [(True,)]
    assert read_tables(sample_home) == before


def test_five_runs_give_the_tables_of_one(onrecord: Command, sample_run: tuple[Path, object], tmp_path: Path) -> None:
    folders = sorted(p for p in SAMPLES.iterdir() if p.is_dir())
    random.Random(5).shuffle(folders)
    for folder in folders:
        # the same places as in the one run, so that source_uri is the same too
        listed = tmp_path / "part" / folder.name
        shutil.copytree(folder, listed)
        assert onrecord("run", tmp_path / "part", "--home", tmp_path / "home", "--workers", 1).returncode == 0
    assert read_tables(tmp_path / "home") == read_tables(sample_run[0])


def test_the_installed_command_gives_the_same_tables_in_other_batches(
    installed: Command, sample_run: tuple[Path, object], tmp_path: Path
) -> None:
    done = installed("run", SAMPLES, "--home", tmp_path, "--workers", 3, ONRECORD_CHUNK_DOCUMENTS="2", PYTHONHASHSEED="77")
    assert done.returncode == 0, done.stderr
    assert read_tables(tmp_path) == read_tables(sample_run[0])


def test_a_changed_file_replaces_its_rows(onrecord: Command, tmp_path: Path) -> None:
    page = tmp_path / "in" / "page.txt"
    page.parent.mkdir()
    page.write_text("Mill reopens\n\nThe mill will open again in May, Petra Oslund said. “We kept every loom,” she said on Monday.\n" * 2)
    assert onrecord("run", page.parent, "--home", tmp_path / "home").returncode == 0
    page.write_text("Mill closes\n\nThe mill will not open again, Petra Oslund said. “We sold every loom,” she said on Friday.\n" * 2)
    assert onrecord("run", page.parent, "--home", tmp_path / "home").returncode == 0
    ((body,),) = query(tmp_path / "home", "select body from articles")
    assert "sold every loom" in str(body)


def test_new_rules_redo_everything_without_the_sources(onrecord: Command, tmp_path: Path) -> None:
    shutil.copytree(SAMPLES, tmp_path / "in")
    assert onrecord("run", tmp_path / "in", "--home", tmp_path / "home").returncode == 0
    before = read_tables(tmp_path / "home")
    shutil.rmtree(tmp_path / "in")
    done = onrecord("rebuild", "--home", tmp_path / "home")
    assert done.returncode == 0, done.stderr
    stored = query(tmp_path / "home", "select articles_stored from runs order by started_at desc limit 1")
    assert stored == query(tmp_path / "home", "select count(*) from articles")
    assert read_tables(tmp_path / "home") == before


def test_a_rebuild_for_a_rules_version_does_only_what_is_not_done_under_it(onrecord: Command, sample_home: Path) -> None:
    other = onrecord("rebuild", "--rules", "0.0.0+none", "--home", sample_home)
    assert other.returncode == 1
    assert "installed here" in other.stderr
    ((installed,),) = query(sample_home, "select distinct rules_version from articles")
    done = onrecord("rebuild", "--rules", installed, "--home", sample_home)
    assert done.returncode == 0, done.stderr
    assert query(sample_home, "select documents_seen from runs order by started_at desc limit 1") == [(0,)]


def test_corrections_win_over_the_rules_and_survive_the_next_run(onrecord: Command, sample_home: Path) -> None:
    ((name,),) = query(sample_home, "select name from entities where type = 'person' order by mention_count desc, name limit 1")
    (sample_home / "corrections.tsv").write_text(f"name\t{name}\tZelda Quillfeather\n")
    for _ in range(2):
        assert onrecord("run", SAMPLES, "--home", sample_home).returncode == 0
        assert query(sample_home, f"select count(*) from entities where name in ('{name}', 'Zelda Quillfeather')") == [(1,)]
    (sample_home / "corrections.tsv").unlink()
    assert onrecord("run", SAMPLES, "--home", sample_home).returncode == 0
    assert query(sample_home, f"select count(*) from entities where name = '{name}'") == [(1,)]


def test_corrections_that_contradict_themselves_stop_the_run_and_change_nothing(onrecord: Command, sample_home: Path) -> None:
    before = read_tables(sample_home)
    (sample_home / "corrections.tsv").write_text("same\tAda Moss\tAda Byrne\ndifferent\tAda Moss\tAda Byrne\n")
    done = onrecord("run", SAMPLES, "--home", sample_home)
    assert done.returncode == 1
    assert "line 2" in done.stderr
    assert "Traceback" not in done.stderr
    assert read_tables(sample_home) == before


def test_limit_bounds_the_documents_done(onrecord: Command, tmp_path: Path) -> None:
    assert onrecord("run", SAMPLES, "--home", tmp_path, "--limit", 3).returncode == 0
    assert query(tmp_path, "select documents_seen from runs") == [(3,)]


def test_a_missing_source_is_wrong_usage(onrecord: Command, tmp_path: Path) -> None:
    done = onrecord("run", tmp_path / "nowhere", "--home", tmp_path)
    assert done.returncode == 2
    assert "nowhere" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unreachable_prefect_server_is_a_clear_failure(installed: Command, tmp_path: Path) -> None:
    done = installed("run", SAMPLES, "--home", tmp_path, PREFECT_API_URL="http://127.0.0.1:9/api")
    assert done.returncode == 1
    assert "http://127.0.0.1:9/api" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_second_run_at_the_same_time_stops_with_a_clear_message(onrecord: Command, tmp_path: Path) -> None:
    write_pages(tmp_path / "pages", 60)
    first = onrecord.start("run", tmp_path / "pages", "--home", tmp_path / "home", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(lambda: list((tmp_path / "home" / "lake" / "runs").glob("*")))
        second = onrecord("run", tmp_path / "pages", "--home", tmp_path / "home")
    finally:
        first.wait(120)
    assert second.returncode == 1
    assert "in use by another run" in second.stderr
    assert first.returncode == 0


def test_a_page_that_keeps_the_parser_busy_is_a_timeout_and_costs_only_itself(onrecord: Command, tmp_path: Path) -> None:
    shutil.copytree(SAMPLES / "meridian-post", tmp_path / "in")
    done = onrecord("run", tmp_path / "in", "--home", tmp_path / "home", ONRECORD_DOCUMENT_SECONDS="0.001")
    assert done.returncode == 0, done.stderr
    assert query(tmp_path / "home", "select distinct reason from rejections") == [("timeout",)]
    # a timeout is tried again, and then all is well
    assert onrecord("run", tmp_path / "in", "--home", tmp_path / "home").returncode == 0
    assert query(tmp_path / "home", "select count(*) from rejections") == [(0,)]


def test_readers_are_never_locked_out_and_never_see_half_a_load(onrecord: Command, tmp_path: Path) -> None:
    write_pages(tmp_path / "pages", 24, size=0)
    home = tmp_path / "home"
    parts = [tmp_path / f"part{i}" for i in range(4)]
    for i, page in enumerate(sorted((tmp_path / "pages").iterdir())):
        parts[i % 4].mkdir(exist_ok=True)
        page.rename(parts[i % 4] / page.name)
    assert onrecord("run", parts[0], "--home", home).returncode == 0
    reader = subprocess.Popen([sys.executable, "-c", _READER, str(home)], stdout=subprocess.PIPE, text=True)
    for part in parts[1:]:
        assert onrecord("run", part, "--home", home).returncode == 0
    (tmp_path / "home" / "stop").touch()
    told = json.loads(reader.communicate(timeout=60)[0])
    assert told["errors"] == []
    assert told["queries"] > 20
    assert told["articles"] == [6, 12, 18, 24]


_READER = """
import json, pathlib, sys, duckdb
home = pathlib.Path(sys.argv[1]); queries = 0; errors = []; articles = []
while not (home / "stop").exists():
    try:
        with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as con:
            n, loose = con.execute(
                "select (select count(*) from articles), (select count(*) from quotes anti join articles using (article_id))").fetchone()
        tables = (home / "tables").resolve()
        parquet = duckdb.sql(f"select count(*) from '{tables}/articles/*.parquet'").fetchall()[0][0]
        assert loose == 0 and parquet in (n, n + 6), (n, loose, parquet)
        try: through_link = duckdb.sql(f"select count(*) from '{home}/tables/articles/*.parquet'").fetchall()[0][0]
        except duckdb.IOException as gone: assert "No such file" in str(gone), gone  # a publish came between listing and opening
        else: assert through_link in (parquet, parquet + 6), (parquet, through_link)
        if n not in articles: articles.append(n)
        queries += 1
    except Exception as e: errors.append(repr(e))
print(json.dumps({"queries": queries, "errors": errors[:3], "articles": articles}))
"""


def _wait_for(condition: object, seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < until, "waited too long"
        time.sleep(0.02)
