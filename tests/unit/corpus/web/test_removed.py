"""A page that was taken out is neither asked for nor kept, and archives give it back no more."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from corpus.documents import Sources
from corpus.web.outlets import read_address
from corpus.web.purge import remove_records
from corpus.web.sources import WebReading, WebSources
from tests.news_site import LIMITS, NewsSite, Reply, page, redirect, resolve, rss, sitemap
from tests.traces import find_traces
from transforms.identity import content_hash
from transforms.records import Document, Rejection

MARKER = "The ledger lay under the altar"
SECRET = page("The ledger", f"{MARKER}, the sexton said. " * 9)
REMOVED = "taken out"


def build(site: NewsSite) -> list[str]:
    """A feed that quotes its pages, a sitemap, and pages: a secret one under two addresses, and two others."""
    secret, other = site.put("gazette.test/secret", SECRET), site.put("gazette.test/other", page("Other"))
    site.put("gazette.test/moved", redirect("/secret"))
    site.put("gazette.test/packed", Reply(gzip.compress(page("Packed").payload)))
    site.put("gazette.test/sea.xml", Reply(rss("Sea", [("Other", other)])))
    feed = rss("Gazette", [("The ledger", secret), ("Other", other)], f"<description>{MARKER}</description>")
    return [
        site.put("gazette.test/feed.xml", Reply(feed)),
        site.put("gazette.test/sitemap.xml", Reply(sitemap([secret]))),
        site.url("gazette.test/sea.xml"),
        site.url("gazette.test/moved"),
        site.url("gazette.test/packed"),
    ]


def read(site: NewsSite, path: Path, *removed: str) -> tuple[WebSources, list[Document | Rejection]]:
    reading = WebReading(
        LIMITS, path / "state.sqlite", path / "archive", resolve,
        lambda address, content: REMOVED if address in removed or (content and content_hash(content) in removed) else None,
    )  # fmt: skip
    sources = WebSources([read_address(a) for a in build(site)], reading)
    given = list(sources)
    sources.commit()
    return sources, given


def test_removed_page_is_not_asked_for_and_what_leads_to_it_is_not_kept(site: NewsSite, tmp_path: Path) -> None:
    secret = site.url("gazette.test/secret")
    sources, given = read(site, tmp_path, secret)
    rejected = {r.source_uri: (r.reason, r.detail) for r in given if isinstance(r, Rejection)}
    assert rejected == {secret: ("removed", REMOVED), site.url("gazette.test/moved"): ("removed", REMOVED)}
    assert len([d for d in given if isinstance(d, Document)]) == 2
    # Behind the redirect it was met, but once only, and nothing of it is on disk.
    assert [address for address, _ in site.log].count(secret) == 1
    assert find_traces(tmp_path, MARKER) == []
    assert {row.reason for row in sources.accounts if row.location == secret} == {"removed"}


def test_page_is_known_by_its_content_under_another_address(site: NewsSite, tmp_path: Path) -> None:
    _, given = read(site, tmp_path, content_hash(SECRET.payload))
    assert {r.source_uri for r in given if isinstance(r, Rejection)} == {site.url("gazette.test/secret"), site.url("gazette.test/moved")}


def test_page_removed_after_it_was_read_is_a_rejection_at_every_reading(site: NewsSite, tmp_path: Path) -> None:
    secret = site.url("gazette.test/secret")
    _, given = read(site, tmp_path)
    assert secret in {d.facts.url for d in given if isinstance(d, Document)}
    locations = []
    for _ in range(2):
        site.forget()
        _, given = read(site, tmp_path, secret)
        locations.append([r.location for r in given if isinstance(r, Rejection) and r.source_uri == secret])
        assert [address for address, _ in site.log].count(secret) == 1  # through the redirect alone
    assert locations == [[secret], [secret]]  # of one location, so that it is one row


@pytest.mark.parametrize("by", ["address", "content"])
def test_archives_give_back_everything_but_what_was_taken_out(site: NewsSite, tmp_path: Path, by: str) -> None:
    read(site, tmp_path)
    archive, secret = tmp_path / "archive", site.url("gazette.test/secret")
    before = {d.facts.url: d.content for d in Sources([archive]) if isinstance(d, Document)}
    assert find_traces(archive, MARKER)
    (archive / ".tmp-old.warc.gz").write_bytes(b"what a killed run left")
    names = ([secret], []) if by == "address" else ([], [content_hash(SECRET.payload)])
    assert remove_records(archive, *names) >= 2
    after = {d.facts.url: d.content for d in Sources([archive]) if isinstance(d, Document)}
    assert before.keys() - after.keys() == {secret} and after.items() <= before.items()
    assert not list(archive.glob(".tmp-*"))
    if by == "address":
        assert find_traces(archive, MARKER) == []
        kept = b"".join(gzip.decompress(file.read_bytes()) for file in archive.iterdir())
        assert b"<title>Sea</title>" in kept and b"<title>Gazette</title>" not in kept
    assert remove_records(archive, *names) == 0


def test_damaged_records_go_and_an_archive_without_records_goes(site: NewsSite, tmp_path: Path) -> None:
    secret = site.put("gazette.test/secret", SECRET)
    list(WebSources([read_address(secret)], WebReading(LIMITS, None, tmp_path / "archive", resolve)))
    [pages] = (tmp_path / "archive").glob("pages-*")
    whole = pages.read_bytes()
    pages.write_bytes(whole + whole[:-20])  # a run was killed while it wrote
    assert remove_records(tmp_path / "archive", [], []) == 1
    assert pages.read_bytes() == whole
    remove_records(tmp_path / "archive", [secret], [])
    assert not pages.exists()
    assert remove_records(tmp_path / "nowhere", [secret], []) == 0
