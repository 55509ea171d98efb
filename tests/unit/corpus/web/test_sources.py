from __future__ import annotations

import threading
import time

import pytest

from corpus.documents import ReadLimits, SourceError, Sources
from corpus.fetch.limits import FetchLimits
from corpus.web.outlets import read_outlets
from corpus.web.records import Entry
from corpus.web.sources import WebReading, WebSources
from tests.news_site import LIMITS, Reply, page, resolve, rss, sitemap
from transforms.pages.extract import extract_article
from transforms.records import Document, Extraction, Rejection


def results(sources: WebSources) -> dict[str, str]:
    return {row.location.rpartition("/")[2]: row.reason or row.result for row in sources.accounts if row.kind != "robots"}


def pages_of(site, count: int) -> list[str]:
    return [site.put(f"gazette.test/{i}", page(f"Page {i}")) for i in range(count)]


def feed_of(site, addresses: list[str], path: str = "gazette.test/feed", title: str = "Gazette", extra: str = "") -> str:
    items = [(f"{title} {i}", address) for i, address in enumerate(addresses)]
    return site.put(path, Reply(rss(title, items, extra), "application/rss+xml"))


# Documents


def test_single_page_is_a_document(site, web) -> None:
    address = site.put("gazette.test/a?id=7&utm_source=mail", page("A", type="text/html; charset=windows-1252"))
    [document] = web(address)
    location = site.url("gazette.test/a?id=7")
    assert (document.source_uri, document.location, document.facts.url) == (location, location, address)
    assert (document.kind, document.facts.charset) == ("html", "windows-1252")
    assert document.facts.fetched_at is not None and document.facts.fetched_at.tzinfo is not None


def test_feed_is_evidence_for_its_articles(site, web) -> None:
    address = site.put("gazette.test/a", Reply(b"<html><body><p>" + b"The ferry sails again, the harbour council said. " * 9 + b"</p>"))
    extra = "<pubDate>Tue, 04 Mar 2025 23:30:00 +0100</pubDate><author>desk@gazette.test (Mira Solano)</author>"
    [document] = web(feed_of(site, [address], title="The Harbour Gazette", extra=extra))
    assert (document.facts.title, document.facts.published_at) == ("The Harbour Gazette 0", "2025-03-04T23:30:00+01:00")
    assert (document.facts.site_name, document.facts.authors, document.facts.language) == ("The Harbour Gazette", ("Mira Solano",), "en")
    extraction = extract_article(document)
    assert isinstance(extraction, Extraction)
    assert (str(extraction.article.published_on), extraction.article.published_from) == ("2025-03-04", "given")
    assert extraction.article.title == "The Harbour Gazette 0"


def test_documents_of_a_feed_come_in_its_order(site, web) -> None:
    addresses = pages_of(site, 12)
    order = addresses[::-1]
    assert [d.facts.url for d in web(feed_of(site, order))] == order


def test_page_of_two_feeds_is_asked_once_and_the_first_feed_counts(site, web) -> None:
    [address] = pages_of(site, 1)
    world = feed_of(site, [address], "gazette.test/world", "World")
    sea = feed_of(site, [address], "gazette.test/sea", "Sea", "<author>Mira Solano</author>")
    [document] = web(world, sea)
    # What the first lacks, the second may know.
    assert (document.facts.title, document.facts.authors) == ("World 0", ("Mira Solano",))
    assert [address for address, _ in site.log].count(address) == 1


def test_user_knows_more_than_the_feed(site, web, tmp_path) -> None:
    [address] = pages_of(site, 1)
    feed = feed_of(site, [address], extra="<pubDate>2025-07-04 23:30</pubDate>")
    listed = tmp_path / "sources.toml"
    listed.write_text(f'[[outlet]]\nname = "The Harbour Gazette"\nfeeds = ["{feed}"]\nlanguage = "mt"\ntime_zone = "Europe/Malta"\n')
    [document] = web(*read_outlets(listed))
    facts = document.facts
    assert (facts.outlet, facts.language, facts.published_at) == ("The Harbour Gazette", "mt", "2025-07-04T23:30:00+02:00")
    assert facts.time_zone == "Europe/Malta"  # for what the page itself says


def test_sources_of_every_kind_are_read_together(site, tmp_path) -> None:
    addresses = pages_of(site, 5)
    (tmp_path / "page.html").write_bytes(page("On disk").payload)
    (tmp_path / "today.urls").write_text(f"# today\n{addresses[0]}\n")
    site.put("gazette.test/sitemap.xml", Reply(sitemap(addresses[2:4]), "text/xml"))
    (tmp_path / "sources.toml").write_text(
        f'[[outlet]]\nfeeds = ["{feed_of(site, addresses[1:2])}"]\nsitemaps = ["{site.url("gazette.test/sitemap.xml")}"]\n'
    )
    given = [tmp_path / name for name in ("page.html", "today.urls", "sources.toml")]
    sources = Sources([*given, addresses[4]], web=WebReading(LIMITS, resolve=resolve))
    shares, documents = zip(*((sources.share_read, d) for d in sources), strict=True)
    assert [type(d) for d in documents] == [Document] * 6
    assert documents[0].source_uri == "page.html"
    assert {d.facts.url for d in documents[1:]} == set(addresses)
    assert sum(row.result == "fetched" for row in sources.accounts if row.kind != "robots") == 7
    assert list(shares) == sorted(shares)
    assert shares[0] == 0.5  # half for the file, half for the web
    assert sources.share_read == 1
    sources.commit()


def test_lists_in_a_folder_are_not_read_as_sources(tmp_path) -> None:
    (tmp_path / "today.urls").write_text("https://gazette.example/a\n")
    (tmp_path / "sources.toml").write_text("[[outlet]]\n")
    sources = Sources([tmp_path])
    assert list(sources) == [] and set(sources.ignored) == {".urls", ".toml"}


def test_mistake_in_a_list_is_wrong_usage(tmp_path) -> None:
    (tmp_path / "sources.toml").write_text("[[outlet]]\nfeed = []\n")
    with pytest.raises(SourceError, match="did you mean feeds"):
        Sources([tmp_path / "sources.toml"])


def test_private_addresses_are_refused_unless_allowed(site) -> None:
    address = site.put("127.0.0.1/a", page("A"))
    [rejection] = Sources([address], ReadLimits())
    assert isinstance(rejection, Rejection) and rejection.reason == "private_address"
    assert site.log == []


# What is asked again


def test_document_that_was_not_handed_over_is_given_again(site, web) -> None:
    feed = feed_of(site, pages_of(site, 4))
    sources = web(feed)
    reading = iter(sources)
    first = [next(reading), next(reading)]
    reading.close()
    sources.commit()
    # The second was on its way to be stored when the reading ended.
    later = [d.facts.url for d in web(feed, recheck_seconds=3600)]
    assert later == [d.facts.url for d in first[1:]] + [site.url("gazette.test/2"), site.url("gazette.test/3")]


def test_without_commit_everything_is_given_again(site, web) -> None:
    feed = feed_of(site, pages_of(site, 2))
    assert len(list(web(feed))) == len(list(web(feed))) == 2


def test_page_is_asked_again_after_a_while_or_when_its_listing_shows_a_change(site, web) -> None:
    [a, b] = pages_of(site, 2)

    def put(modified: str) -> str:
        feed_of(site, [a])
        return site.put("gazette.test/map", Reply(sitemap([b], extra=f"<lastmod>{modified}</lastmod>"), "text/xml"))

    sources = (feed_of(site, [a]), put("2025-03-04"))
    first = web(*sources)
    assert len(list(first)) == 2
    first.commit()
    second = web(*sources, recheck_seconds=3600)
    assert list(second) == []
    assert results(second) == {"feed": "fetched", "map": "fetched", "0": "fresh", "1": "fresh"}
    put("2025-03-05")
    third = web(*sources, recheck_seconds=0)
    assert len(list(third)) == 2
    assert results(third) == {"feed": "fetched", "map": "fetched", "0": "fetched", "1": "fetched"}


def test_too_many_new_pages_are_left_to_the_next_run(site, web) -> None:
    feed = feed_of(site, pages_of(site, 5))
    seen = []
    for _ in range(3):
        sources = web(feed, source_pages=2, recheck_seconds=3600)
        seen.append([d.facts.url[-1] for d in sources])
        sources.commit()
    assert seen == [["0", "1"], ["2", "3"], ["4"]]


def test_page_that_failed_first_and_came_later_takes_the_place_of_its_rejection(site, web) -> None:
    address = site.put("gazette.test/a", Reply(status=404))
    [rejection] = web(address)
    site.put("gazette.test/a", page("A"))
    [document] = web(address)
    assert (rejection.reason, rejection.location) == ("http_status", document.location)


def test_page_that_is_gone_leaves_its_document(site, web) -> None:
    address = site.put("gazette.test/a", page("A"))
    first = web(address)
    assert len(list(first)) == 1
    first.commit()
    site.put("gazette.test/a", Reply(status=410))
    second = web(address)
    assert list(second) == []
    assert [(row.reason, row.is_kept) for row in second.accounts if row.kind == "page" or row.reason] == [("http_status", True)]


def test_failing_feed_is_a_rejection_of_its_own_each_time(site, web) -> None:
    address = site.put("gazette.test/feed", Reply(status=404))
    entry = web(address)._entries[address]
    listing = Entry(entry.url, entry.location, "listing")
    [one] = web(listing)
    assert (one.source_uri, one.reason) == (address, "http_status")
    assert one.location.startswith(f"{address}#")


# Shape


def test_index_that_leads_in_a_circle_ends(site, web) -> None:
    index = site.url("gazette.test/index.xml")
    site.put("gazette.test/index.xml", Reply(sitemap([index, site.url("gazette.test/other.xml")], "sitemap"), "text/xml"))
    site.put("gazette.test/other.xml", Reply(sitemap([index], "sitemap"), "text/xml"))
    sources = web(index)
    assert list(sources) == []
    assert results(sources) == {"index.xml": "fetched", "other.xml": "fetched"}


def test_reading_that_is_left_early_ends_its_threads(site, web) -> None:
    feed = feed_of(site, pages_of(site, 20))
    reading = iter(web(feed, host_seconds=0.001))
    next(reading)
    reading.close()
    for _ in range(100):
        if not any(t.name.startswith("onrecord-fetch") for t in threading.enumerate()):
            return
        time.sleep(0.05)
    raise AssertionError("threads go on")


def test_few_documents_are_held_at_a_time(site, web) -> None:
    feed = feed_of(site, pages_of(site, 40))
    reading = iter(web(feed))
    next(reading)
    time.sleep(0.5)
    assert sum("/feed" not in address and "/robots" not in address for address, _ in site.log) < 12
    reading.close()


def test_hosts_are_asked_side_by_side(site, web) -> None:
    addresses = []
    for i in range(4):
        addresses.append(site.put(f"outlet-{i}.test/a", Reply(pieces=lambda: iter([b"<p>", b"slow"]), seconds=0.3)))
    started = time.monotonic()
    assert len(list(web(*addresses))) == 4
    assert time.monotonic() - started < 4 * 0.6


def test_several_requests_to_one_host_where_allowed(site, web) -> None:
    addresses = [site.put(f"gazette.test/{i}", Reply(pieces=lambda: iter([b"<p>", b"slow"]), seconds=0.3)) for i in range(4)]
    started = time.monotonic()
    assert len(list(web(*addresses, host_connections=4))) == 4
    assert time.monotonic() - started < 4 * 0.6


def test_rate_of_an_outlet_is_kept(site, web, tmp_path) -> None:
    feed = feed_of(site, pages_of(site, 2))
    listed = tmp_path / "sources.toml"
    listed.write_text(f'[[outlet]]\nfeeds = ["{feed}"]\nrate = 300\n')
    started = time.monotonic()
    assert len(list(web(*read_outlets(listed)))) == 2
    assert time.monotonic() - started >= 3 * 0.19  # robots.txt, the feed, two pages


def test_disk_that_is_full_ends_the_reading(site, web, tmp_path) -> None:
    (tmp_path / "archive").write_text("no folder")
    with pytest.raises(OSError):
        list(web(*pages_of(site, 2)))


def test_host_that_only_fails_is_left_alone(site, web) -> None:
    addresses = [site.put(f"down.test/{i}", Reply(status=503)) for i in range(6)]
    sources = web(*addresses, host_failures=2)
    assert [r.reason for r in sources] == ["http_status"] * 2
    assert list(results(sources).values()).count("deferred") == 4


def test_defaults_are_polite() -> None:
    limits = FetchLimits()
    assert limits.host_seconds >= 1 and limits.host_connections == 1 and limits.private_networks == ()
    assert limits.product == "onrecord" and "/" in limits.user_agent
