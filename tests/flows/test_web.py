"""`onrecord run` over a feed of a small site on loopback."""

from __future__ import annotations

from pathlib import Path

import duckdb

from tests.flows.conftest import SAMPLES, Command
from tests.news_site import NewsSite, Reply, page, rss

WEB = {"ONRECORD_PRIVATE_NETWORKS": "127.0.0.0/8", "ONRECORD_HOST_SECONDS": "0"}


def test_a_feed_becomes_articles_once_and_everything_fetched_is_kept(onrecord: Command, tmp_path: Path) -> None:
    site = NewsSite()
    try:
        sample = (SAMPLES / "delta-courier" / "art-20250603-02.html").read_bytes()
        address = site.put("127.0.0.1/ferry.html", Reply(sample))
        gone = site.url("127.0.0.1/gone.html")
        feed = site.put("127.0.0.1/feed.xml", Reply(rss("Delta Courier", [("Ferry", address), ("Gone", gone)]), type="application/rss+xml"))
        done = onrecord("run", feed, "--home", tmp_path, **WEB)
        assert done.returncode == 0, done.stderr
        assert "addresses" in done.stdout
        again = onrecord("run", feed, "--home", tmp_path, **WEB)
        assert again.returncode == 0, again.stderr
    finally:
        site.close()
    with duckdb.connect(str(tmp_path / "warehouse.duckdb"), read_only=True) as con:
        assert con.execute("select url from articles").fetchall() == [(address,)]
        assert con.execute("select source_uri, reason from rejections").fetchall() == [(gone, "http_status")]
    assert list((tmp_path / "web" / "archive").rglob("*.warc.gz"))
    assert sum(place == address for place, _ in site.log) == 1


def test_what_stores_nothing_asks_as_the_settings_say(onrecord: Command) -> None:
    site = NewsSite()
    try:
        address = site.put("127.0.0.1/ferry.html", page("Ferry line reopens"))
        assert '"reason": "private_address"' in onrecord("extract", address).stdout
        done = onrecord("extract", address, ONRECORD_USER_AGENT="reader/2.0", **WEB)
    finally:
        site.close()
    assert done.returncode == 0, done.stderr
    assert '"title": "Ferry line reopens"' in done.stdout
    assert {headers["user-agent"] for headers in site.asked} == {"reader/2.0"}
