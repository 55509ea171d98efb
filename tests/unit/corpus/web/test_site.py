"""A whole reading of a site that serves well and badly: its account of every address equals what the server logged."""

from __future__ import annotations

import gzip
import itertools
from collections import Counter
from pathlib import Path

from corpus.documents import Sources
from corpus.web.sources import WebSources
from tests.news_site import NewsSite, Reply, bomb, endless, page, redirect, rss, sitemap
from transforms.records import Document, Rejection

PICTURE = b"\xff\xd8\xff\xe0" + b"\0" * 100
# host/path: what the site answers, and what is to become of the address
GAZETTE = {
    "gazette.test/news/gzip": (Reply(gzip.compress(page("Packed").payload), headers={"Content-Encoding": "gzip"}), "fetched"),
    "gazette.test/news/text": (Reply(b"A headline\n\nA text.", "text/plain"), "fetched"),
    "gazette.test/news/untyped": (page("Untyped", type=""), "fetched"),
    "gazette.test/news/late": ([Reply(status=503), page("Fine at last")], "fetched"),
    "gazette.test/news/busy": ([Reply(status=429, headers={"Retry-After": "0"}), page("Your turn")], "fetched"),
    "gazette.test/news/moved": (redirect("/news/target", 301), "fetched"),
    "gazette.test/news/target": (page("Target"), "fetched"),
    "gazette.test/news/reset": ([Reply(raw=b""), page("Back again")], "fetched"),
    "gazette.test/private/memo": (page("Memo"), "refused"),
    "gazette.test/moved-to-private": (redirect("/private/memo"), "refused"),
    "gazette.test/loop-a": (redirect("/loop-b"), "too_many_redirects"),
    "gazette.test/loop-b": (redirect("/loop-a"), "too_many_redirects"),
    "gazette.test/chain": (redirect("/chain/1"), "too_many_redirects"),
    "gazette.test/to-network": (redirect("http://10.0.0.1/admin"), "private_address"),
    "gazette.test/to-metadata": (redirect("http://169.254.169.254/latest/"), "private_address"),
    "gazette.test/to-internal": (redirect("http://internal.test/"), "private_address"),
    "gazette.test/to-file": (redirect("file:///etc/passwd"), "http_status"),
    "gazette.test/to-nowhere": (redirect("http://nowhere.invalid/"), "unreachable"),
    "gazette.test/gone": (Reply(b"<p>gone", status=410), "http_status"),
    "gazette.test/news/plain": (page("Plain"), "fetched"),
    "gazette.test/news/etag": (page("Tagged", etag='"v1"'), "fetched"),
    "gazette.test/news/dated": (page("Dated", modified="Tue, 04 Mar 2025 09:00:00 GMT"), "fetched"),
    "gazette.test/down": (Reply(b"<p>error", status=500), "http_status"),
    "gazette.test/picture": (Reply(PICTURE, "image/jpeg"), "content_type"),
    "gazette.test/lying-type": (Reply(PICTURE, "text/html"), "fetched"),
    "gazette.test/feed-again": (Reply(rss("Again", []), "text/html"), "content_type"),
    "gazette.test/empty": (Reply(b"  \n"), "empty"),
    "gazette.test/huge": (Reply(b"<p>" + b"a" * 30_000), "too_large"),
    "gazette.test/bomb": (Reply(bomb(200_000), headers={"Content-Encoding": "gzip"}), "too_large"),
    "gazette.test/bomb-file": (Reply(bomb(200_000)), "too_large"),
    "gazette.test/endless": (Reply(pieces=endless(b"a" * 4096)), "too_large"),
    "gazette.test/cut-gzip": (Reply(bomb(100)[:-8], headers={"Content-Encoding": "gzip"}), "broken_response"),
    "gazette.test/short": (Reply(b"<p>cut", length=5_000), "broken_response"),
    "gazette.test/nonsense": (Reply(raw=b"SSH-2.0-harbour\r\n\r\n"), "broken_response"),
    "gazette.test/headers": (Reply(raw=b"HTTP/1.1 200 OK\r\n" + b"X-Filler: a\r\n" * 20_000), "broken_response"),
    "silent.test/": (Reply(raw=b""), "unreachable"),
    "slow.test/drip": (Reply(pieces=endless(b"a"), seconds=0.2), "timeout"),
    "mute.test/body": (Reply(pieces=endless(b"a"), seconds=60), "timeout"),
    "rules-down.test/a": (page("Nobody knows"), "refused"),
    "crowded.test/a": (Reply(status=429, headers={"Retry-After": "3600"}), "http_status"),
    "crowded.test/b": (page("Later"), "deferred"),
    "nameless.invalid/a": (page("Never"), "unreachable"),
}  # fmt: skip


def build(site: NewsSite) -> list[str]:
    for path, (replies, _) in GAZETTE.items():
        site.put(path, *(replies if isinstance(replies, list) else [replies]))
    for i in range(1, 10):
        site.put(f"gazette.test/chain/{i}", redirect(f"/chain/{i + 1}"))
    site.put("gazette.test/robots.txt", Reply(b"User-agent: *\nDisallow: /private/\nCrawl-delay: 0.002\n", "text/plain"))
    site.put("rules-down.test/robots.txt", Reply(status=503))
    paths = [path for path in GAZETTE if path != "gazette.test/news/target"]
    size = -(-len(paths) // 3)
    thirds = [[site.url(path) for path in paths[i : i + size]] for i in range(0, len(paths), size)]
    feed = rss("The Harbour Gazette", [(f"No. {i}", address) for i, address in enumerate(thirds[0])])
    site.put("gazette.test/sitemap-2.xml.gz", Reply(gzip.compress(sitemap(thirds[1])), "application/x-gzip", etag='"s2"'))
    site.put("gazette.test/sitemap-3.txt", Reply("\n".join(thirds[2]).encode(), "text/plain"))
    index = sitemap([site.url(f"gazette.test/{name}") for name in ("sitemap-2.xml.gz", "sitemap-3.txt", "missing.xml")], "sitemap")
    return [
        site.put("gazette.test/feed.rss", Reply(feed, "application/rss+xml", etag='"f1"')),
        site.put("gazette.test/sitemap.xml", Reply(index, "application/xml")),
        site.put("gazette.test/bomb.xml.gz", Reply(bomb(5_000_000), "application/gzip")),
        site.url("gazette.test/news/target"),
    ]


def check_log(sources: WebSources, site: NewsSite) -> None:
    """Every request that the server saw is in the account of one address, and none is there that it did not see."""
    accounted = Counter(itertools.chain.from_iterable(row.requests for row in sources.accounts))
    logged = Counter(site.log)
    # The server knows the status of an answer that was too broken to show it.
    assert Counter(address for address, _ in accounted.elements()) == Counter(address for address, _ in logged.elements())
    for (address, status), count in accounted.items():
        assert status is None or logged[address, status] == count, (address, status)


def outcomes(sources: WebSources, site: NewsSite) -> dict[str, str]:
    """What became of each address, "host/path" for those of the site."""
    shown = {}
    for row in sources.accounts:
        path = row.location.removeprefix("http://").replace(f":{site.port}", "")
        assert path not in shown, f"{path} has two rows"
        shown[path] = row.reason if row.result == "rejected" else row.result
    return shown


def test_account_of_every_address_equals_what_the_server_logged(site, web, tmp_path) -> None:
    sources = web(*build(site))
    given = list(sources)
    check_log(sources, site)
    expected = {path: outcome for path, (_, outcome) in GAZETTE.items()} | {
        "gazette.test/feed.rss": "fetched",
        "gazette.test/sitemap.xml": "fetched",
        "gazette.test/sitemap-2.xml.gz": "fetched",
        "gazette.test/sitemap-3.txt": "fetched",
        "gazette.test/missing.xml": "http_status",
        "gazette.test/bomb.xml.gz": "too_large",
    }
    found = outcomes(sources, site)
    robots = {path: found.pop(path) for path in list(found) if path.endswith("/robots.txt")}
    assert found == expected
    served = ("gazette", "silent", "slow", "mute", "crowded")
    assert robots == {f"{name}.test/robots.txt": "fetched" for name in served} | {
        "rules-down.test/robots.txt": "http_status",
        "internal.test/robots.txt": "private_address",
        "10.0.0.1/robots.txt": "private_address",
        "169.254.169.254/robots.txt": "private_address",
        "nowhere.invalid/robots.txt": "unreachable",
        "nameless.invalid/robots.txt": "unreachable",
    }
    # What comes out is what the account says: a document for each page fetched, else a rejection, but for what is left for later.
    documents = [one for one in given if isinstance(one, Document)]
    rejections = [one for one in given if isinstance(one, Rejection)]
    fetched = {row.location for row in sources.accounts if row.kind == "page" and row.result == "fetched"}
    assert {d.location for d in documents} == fetched and len(documents) == len(fetched)
    failed = {row.location: row.reason for row in sources.accounts if row.result in ("rejected", "refused") and row.kind != "robots"}
    assert {r.source_uri: r.reason for r in rejections} == failed and len(rejections) == len(failed)


def test_server_sees_the_pause_and_one_request_at_a_time(site, web) -> None:
    slow = [site.put(f"slow.test/{i}", Reply(pieces=lambda: iter([b"<p>", b"slow"]), seconds=0.05)) for i in range(3)]
    delay = [site.put(f"delay.test/{i}", page(f"No. {i}")) for i in range(3)]
    site.put("delay.test/robots.txt", Reply(b"User-agent: *\nCrawl-delay: 0.3\n", "text/plain"))
    assert len(list(web(*slow, *delay, host_seconds=0.15, connections=4))) == 6
    assert site.most_at_once == {"slow.test": 1, "delay.test": 1}
    # As the server sees them: a request may be late on its way, and then the next one comes sooner.
    for host, pause in (("slow.test", 0.15), ("delay.test", 0.3)):
        moments = site.moments_of(host)
        assert len(moments) == 4 and moments[-1] - moments[0] >= 3 * pause - 0.1, host


def test_second_reading_asks_only_for_what_may_have_changed(site, web) -> None:
    addresses = build(site)
    first = web(*addresses)
    assert len(list(first)) > 20
    first.commit()
    site.forget()
    site.put("gazette.test/news/plain", Reply(status=500))
    second = web(*addresses)
    given = list(second)
    check_log(second, site)
    found = outcomes(second, site)
    assert [found[f"gazette.test/{path}"] for path in ("news/etag", "news/dated")] == ["unchanged", "unchanged"]
    # A listing of which nothing is left to do is not read again; one with a page that failed and may come is.
    assert (found["gazette.test/feed.rss"], found["gazette.test/sitemap-2.xml.gz"]) == ("unchanged", "fetched")
    assert "gazette.test/news/gzip" not in found
    # What failed now, and gave a document before, stays.
    [row] = [row for row in second.accounts if row.location.endswith("/news/plain")]
    assert (row.reason, row.is_kept) == ("http_status", True)
    assert row.location not in {one.location for one in given}
    # A host that asked to be left alone for an hour is, its robots.txt included.
    assert found["crowded.test/a"] == found["crowded.test/b"] == "deferred"
    assert not any("crowded.test" in address for address, _ in site.log)


def test_archive_gives_the_same_pages_without_the_network(site, web, tmp_path: Path) -> None:
    sources = web(*build(site))
    fetched = {d.facts.url: _core(d) for d in sources if isinstance(d, Document)}
    site.close()
    archived = list(Sources(sorted((tmp_path / "archive").glob("pages-*.warc.gz"))))
    assert {d.facts.url: _core(d) for d in archived if isinstance(d, Document)} == fetched
    assert any(core[1] for core in fetched.values())


def _core(document: Document) -> tuple[object, ...]:
    """All of a document but where its bytes lie."""
    d = document
    return d.content, d.kind, d.facts
