"""`onrecord remove` on a home filled from files and from a site on loopback."""

from __future__ import annotations

import json
from pathlib import Path

from tests.flows.conftest import Command
from tests.flows.test_web import WEB
from tests.news_site import NewsSite, Reply, rss
from tests.traces import find_traces

MARKER = "the harbour master kept two sets of books"
TEXT = f"<p>An audit of Port Orlo found on Monday that {MARKER}, Jana Holt said.</p>" * 3 + "<p>The council will meet on Friday.</p>" * 4
PAGE = "<html><head><title>Two sets of books</title>{}</head><body><article><h1>Two sets of books</h1>{}</article></body></html>"


def count(onrecord: Command, home: Path, reason: str | None = None) -> int:
    query = f"select count(*) as n from rejections where reason = '{reason}'" if reason else "select count(*) as n from articles"
    [row] = json.loads(onrecord("sql", query, "--format", "json", "--home", home).stdout)
    return int(row["n"])


def test_document_from_files_and_from_the_web_goes_and_stays_out(onrecord: Command, tmp_path: Path) -> None:
    site, home, pages = NewsSite(), tmp_path / "home", tmp_path / "pages"
    try:
        address, plain = site.put("127.0.0.1/books", Reply(PAGE.format("", TEXT).encode())), site.url("127.0.0.1/plain")
        site.put("127.0.0.1/plain", Reply(PAGE.format("", TEXT.replace(MARKER, "the harbour master kept one book")).encode()))
        feed = site.put(
            "127.0.0.1/feed.xml", Reply(rss("Gazette", [("Books", address), ("Plain", plain)], f"<description>{MARKER}</description>"))
        )
        pages.mkdir()
        # The same article once more, by its canonical address and with other bytes; and a file that keeps its name.
        (pages / "saved.html").write_text(PAGE.format(f'<link rel="canonical" href="{address}">', TEXT + "<p>Saved.</p>"))
        sources = (feed, pages)
        assert onrecord("run", *sources, "--home", home, **WEB).returncode == 0
        assert count(onrecord, home) == 2 and find_traces(home, MARKER)

        unknown = onrecord("remove", "https://127.0.0.1/nowhere", "--home", home)
        assert (unknown.returncode, unknown.stdout) == (1, "") and "nowhere: no document" in unknown.stderr
        done = onrecord("remove", address, "--reason", "court order", "--home", home)
        assert done.returncode == 0, done.stderr
        assert address in done.stdout
        assert find_traces(home, MARKER) == [] and count(onrecord, home) == 1

        (pages / "again.html").write_text(PAGE.format(f'<link rel="canonical" href="{address}">', TEXT + "<p>Saved again.</p>"))
        site.forget()
        for _ in range(2):
            run = onrecord("run", *sources, "--home", home, ONRECORD_RECHECK_SECONDS="0", **WEB)
            assert run.returncode == 0, run.stderr
            assert find_traces(home, MARKER) == [] and count(onrecord, home) == 1
            assert count(onrecord, home, "removed") == 3  # the address, and two files that give the article
        assert address not in [asked for asked, _ in site.log]
        rebuilt = onrecord("rebuild", "--home", home)
        assert rebuilt.returncode == 0 and count(onrecord, home) == 1 and find_traces(home, MARKER) == []
    finally:
        site.close()


def test_wrong_usage_and_a_damaged_list_are_told_in_a_sentence(onrecord: Command, tmp_path: Path) -> None:
    assert onrecord("remove").returncode == 2
    nothing = onrecord("remove", "x", "--home", tmp_path / "home")
    assert nothing.returncode == 1 and "Traceback" not in nothing.stderr and not (tmp_path / "home").exists()
    (tmp_path / "removals.jsonl").write_text("{\n")
    for command in (["remove", "x"], ["run", tmp_path]):
        stopped = onrecord(*command, "--home", tmp_path)
        assert stopped.returncode == 1 and "removals.jsonl, line 1" in stopped.stderr and "Traceback" not in stopped.stderr
