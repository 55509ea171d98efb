"""Whatever the web answers, reading it gives a value or the error that is meant for it, never another."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.dates import read_date
from corpus.fetch.address import location_of, parse_address
from corpus.fetch.exchange import Exchange, FetchFailed
from corpus.fetch.visit import read_payload, retry_after
from corpus.web.content import identify
from corpus.web.feeds import BrokenListing, read_feed
from corpus.web.outlets import read_address
from corpus.web.sitemaps import read_address_list, read_sitemap

NOW = datetime(2025, 3, 4, tzinfo=UTC)
SOURCE = read_address("https://www.gazette.example/feed.xml")
TAGS = [
    "rss", "channel", "item", "title", "link", "pubDate", "author", "guid", "feed", "entry", "updated", "urlset", "url", "loc", "lastmod",
    "sitemapindex", "sitemap", "news:news", "news:title",
]  # fmt: skip
piece = st.one_of(
    st.builds("<{}>".format, st.sampled_from(TAGS)),
    st.builds("</{}>".format, st.sampled_from(TAGS)),
    st.sampled_from(
        ["<![CDATA[", "]]>", "&amp;", "&x;", "&#0;", "<!--", "-->", "<?xml version='1.0'?>", "\0", "\ud7ff", "https://a.example/1"]
    ),
    st.text(max_size=20),
)
markup = st.one_of(st.binary(max_size=300), st.lists(piece, max_size=40).map(lambda parts: "".join(parts).encode("utf-8", "replace")))
QUICK = settings(max_examples=100, deadline=None)


@QUICK
@given(markup, st.sampled_from(["", "text/html", "text/plain", "application/xml"]))
def test_any_content_is_told(content: bytes, content_type: str) -> None:
    assert identify(content, content_type) in ("feed", "sitemap", "addresses", "html", "text", None)


@QUICK
@given(markup)
def test_any_listing_is_read_or_broken(content: bytes) -> None:
    for read in (read_feed, read_sitemap):
        with suppress(BrokenListing):
            listing = read(content, SOURCE)
            for entry in (*listing.pages, *listing.listings):
                assert entry.url.scheme in ("http", "https") and entry.location == location_of(entry.url)
    read_address_list(content.decode("latin-1"), SOURCE)


@QUICK
@given(st.binary(max_size=200), st.sampled_from(["", "gzip", "deflate", "br", "zstd", "gzip, gzip", "x"]), st.booleans())
def test_any_body_is_unpacked_or_refused(body: bytes, encoding: str, looks_packed: bool) -> None:
    body = (b"\x1f\x8b\x08" if looks_packed else b"") + body
    with suppress(FetchFailed):
        assert len(read_payload(Exchange("https://a.example/", NOW, 200, "OK", (("Content-Encoding", encoding),), body), 1000)) <= 1000


@QUICK
@given(st.one_of(st.text(max_size=60), st.from_regex(r"https?://[^/]{0,20}(/.{0,20})?")))
def test_any_address_is_parsed_or_none(text: str) -> None:
    url = parse_address(text)
    if url is not None:
        assert url.scheme in ("http", "https") and url.host and not url.userinfo and not url.fragment
        # What is sent is its own spelling.
        assert parse_address(str(url)) == url


@QUICK
@given(st.one_of(st.text(max_size=40), st.datetimes().map(str), st.dates().map(str)), st.sampled_from([None, "Europe/Malta"]))
def test_any_date_is_read_or_none(text: str, zone: str | None) -> None:
    read = read_date(text, zone)
    assert read is None or datetime.fromisoformat(read)
    wait = retry_after(text, NOW)
    assert wait is None or wait >= 0
