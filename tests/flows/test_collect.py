"""Collecting and building apart give what one run gives; whatever ends the collecting, nothing is lost or done twice."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from tests.flows.conftest import SAMPLES, Command
from tests.flows.service import wait_for
from tests.news_site import NewsSite, Reply, rss
from warehouse.home import Home
from warehouse.lake.inbox import Inbox

COLLECT = "import sys; from flows.collect import collect; collect(sys.argv[1:])"
BUILD = "from flows.pipeline import pipeline; pipeline()"
PAGES = sorted((SAMPLES / "delta-courier").glob("*.html"))
TABLES = ("articles", "blocks", "mentions", "quotes", "rejections")


@pytest.fixture
def site() -> Iterator[NewsSite]:
    site = NewsSite()
    yield site
    site.close()


def put_pages(site: NewsSite, seconds: float = 0.0) -> str:
    """Serves the pages of an outlet, and one that is gone, under a feed that knows their titles and writers; gives back its address."""
    pages = [site.put(f"127.0.0.1/{i}.html", Reply(p.read_bytes(), seconds=seconds)) for i, p in enumerate(PAGES)]
    items = [(f"The feed's title {i}", address) for i, address in enumerate([*pages, site.url("127.0.0.1/gone.html")])]
    listing = rss("Delta Courier", items, "<author>desk@delta.example (Zoe Vantongeren)</author>")
    return site.put("127.0.0.1/feed.xml", Reply(listing, type="application/rss+xml"))


def flow(onrecord: Command, home: Path, code: str, *arguments: str) -> subprocess.Popen[str]:
    env = onrecord.env | {
        "ONRECORD_HOME": str(home),
        "ONRECORD_PRIVATE_NETWORKS": "127.0.0.0/8",
        "ONRECORD_HOST_SECONDS": "0",
        "PREFECT_LOGGING_LEVEL": "WARNING",
    }
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True)


def finish(process: subprocess.Popen[str]) -> None:
    told = process.communicate(timeout=300)[0]
    assert process.returncode == 0, told


def read_rows(home: Path) -> dict[str, list[tuple[object, ...]]]:
    """What the tables say of documents, but for when they were fetched and done."""
    with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as con:
        dropped = "'fetched_at', 'processed_at', 'seen_at', 'run_id', 'entity_id', 'utterance_id', 'story_id'"
        return {t: con.execute(f"SELECT COLUMNS(c -> c NOT IN ({dropped})) FROM {t} ORDER BY ALL").fetchall() for t in TABLES}


def test_collect_and_build_give_what_one_run_gives_that_was_killed_and_started_again(
    onrecord: Command, site: NewsSite, tmp_path: Path
) -> None:
    feed = put_pages(site)
    finish(flow(onrecord, tmp_path / "apart", COLLECT, feed))
    assert not (tmp_path / "apart" / "warehouse.duckdb").exists()
    asked = len(site.log)
    finish(flow(onrecord, tmp_path / "apart", BUILD))
    assert len(site.log) == asked
    rows = read_rows(tmp_path / "apart")
    assert (len(rows["articles"]), len(rows["rejections"])) == (len(PAGES), 1)
    assert not list((tmp_path / "apart" / "inbox").iterdir())
    # What the feed says is evidence all the same: it has a writer for a page that names none.
    with duckdb.connect(str(tmp_path / "apart" / "warehouse.duckdb"), read_only=True) as con:
        assert con.execute("SELECT count(*) FROM articles WHERE list_contains(authors, 'Zoe Vantongeren')").fetchall() != [(0,)]

    one = f"from flows.pipeline import pipeline; pipeline([{feed!r}])"
    killed = flow(onrecord, tmp_path / "one", one)
    wait_for(lambda: list(tmp_path.glob("one/lake/chunks/*")), "the first chunk")
    os.killpg(killed.pid, signal.SIGKILL)
    killed.wait()
    asked = len(site.log)
    finish(flow(onrecord, tmp_path / "one", one))
    assert not {place for place, _ in site.log[asked:]} & {site.url(f"127.0.0.1/{i}.html") for i in range(len(PAGES))}
    assert read_rows(tmp_path / "one") == rows


def test_a_collect_that_is_killed_and_started_again_misses_nothing(onrecord: Command, site: NewsSite, tmp_path: Path) -> None:
    feed = put_pages(site, seconds=0.5)
    killed = flow(onrecord, tmp_path, COLLECT, feed)
    wait_for(lambda: list(tmp_path.glob("documents/*/*/*.zst")), "the first page")
    os.killpg(killed.pid, signal.SIGKILL)
    killed.wait()
    finish(flow(onrecord, tmp_path, COLLECT, feed))
    waiting = [collected.location for collected, _ in Inbox(Home(tmp_path)).read()]
    assert sorted(waiting) == sorted(site.url(f"127.0.0.1/{name}.html") for name in [*range(len(PAGES)), "gone"])
