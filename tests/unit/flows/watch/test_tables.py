"""Rows for the tables of the UI."""

from __future__ import annotations

from corpus.web.records import Account
from flows.run.chunks import Cost
from flows.watch.history import StoryRow
from flows.watch.tables import list_addresses, list_costs, list_outlets, list_web_sources, write_signals, write_stories
from tests.unit.flows.watch.histories import history, outlet_row

FEED = "http://gazette.example/feed.xml"


def account(location: str, result: str = "fetched", kind: str = "page", **values: object) -> Account:
    return Account(f"http://gazette.example/{location}", kind, result, listed_in=FEED, **values)  # type: ignore[arg-type]


ACCOUNTS = [
    account("feed.xml", kind="listing", requests=((FEED, 200),), size=900, lists=6),
    account("a", requests=((FEED, 200),), size=5000),
    account("b", "unchanged"),
    account("c", "refused", reason="robots"),
    account("d", "rejected", reason="http_status", detail="404", requests=((FEED, 503), (FEED, 404))),
    account("e", "rejected", reason="http_status", is_kept=True),
    account("f", "fresh"),
    account("robots.txt", kind="robots"),
]


def test_every_address_of_a_source_is_counted_once() -> None:
    [row] = list_web_sources(ACCOUNTS)
    assert row["source"] == FEED
    assert row["result"] == "fetched, lists 6"
    assert row["pages"] == 6
    assert row["of the pages"] == "2 http_status, 1 fetched, 1 unchanged, 1 refused by robots.txt, 1 not asked again"
    assert (row["requests"], row["bytes"]) == (4, "5,900")


def test_addresses_that_failed_come_first() -> None:
    rows = list_addresses(ACCOUNTS)
    assert [str(r["address"]).rpartition("/")[2] for r in rows] == ["d", "e", "c", "a", "feed.xml", "robots.txt", "b"]
    assert (rows[0]["result"], rows[0]["answers"]) == ("rejected: http_status", "503 404")
    assert rows[1]["result"] == "rejected: http_status, the earlier article stays"
    assert rows[4]["result"] == "feed or sitemap fetched, lists 6"


def test_a_document_both_slow_and_large_is_shown_once() -> None:
    both, large = Cost("a.html", 900, 4.0, "stored"), Cost("b.html", 1000, 0.1, "too_large")
    assert [(r["document"], r["among the"], r["bytes"]) for r in list_costs([both], [large, both])] == [
        ("a.html", "slowest, largest", "900"),
        ("b.html", "largest", "1,000"),
    ]


def test_outlets_are_those_of_the_last_run() -> None:
    rows = list_outlets(history([outlet_row(1, "Delta Courier"), outlet_row(2, undated=3), outlet_row(2, "Tide", articles=0)], runs=2))
    assert [(r["outlet"], r["stored"], r["no day"]) for r in rows] == [("The Harbour Gazette", 30, "3 (10%)"), ("Tide", 0, "3 (–)")]


def test_shares_stand_beside_those_of_the_earlier_runs() -> None:
    told = write_signals(history([outlet_row(i, undated=i) for i in range(1, 5)]), [])
    assert "| articles without day | 13% (4 of 30) | 7% (6 of 90) |" in told
    assert "| share of | this run | 3 earlier runs of the 7 days before |" in told
    assert "limit crossed" not in told


def test_a_story_is_shown_with_its_outlets_and_its_query() -> None:
    told = write_stories([StoryRow("ab12", "Ferry *line*", 3, 1, ("Tide", "Delta Courier"), "http://tide.example/1")], "/srv/my news")
    outlets = "3 articles (1 added) · Tide, Delta Courier · [first report](http://tide.example/1)"
    assert told.startswith(f"### Ferry \\*line\\*\n\n{outlets}\n\n```sh\n")
    assert """onrecord sql --home '/srv/my news' \\\n  "FROM story_coverage WHERE story_id = 'ab12'\"""" in told
