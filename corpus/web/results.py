"""What a visit to a web address gives: a listing, a document, or a rejection, and what is remembered of it."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime

from corpus.fetch.exchange import Exchange, FetchFailed
from corpus.fetch.visit import Visit
from corpus.http_response import stated_charset
from corpus.web import feeds, sitemaps
from corpus.web.content import identify
from corpus.web.records import Entry, Kind, Listing
from corpus.web.state import Seen
from transforms.identity import content_hash
from transforms.records import Document, Rejection

_MAX_DETAIL = 300  # code points of a rejection's detail


def read_listing(content: bytes, what: str | None, entry: Entry) -> Listing:
    """What a feed, a sitemap or a list of addresses lists; `what` as `identify` tells it.

    Raises:
        FetchFailed: `too_large`, `broken_response`, `content_type`.
    """
    if what == "feed":
        if len(content) > feeds.MAX_BYTES:
            raise FetchFailed("too_large", "the feed is larger than a feed may be")
        try:
            return feeds.read_feed(content, entry)
        except feeds.BrokenListing as error:
            raise FetchFailed("broken_response", str(error)) from None
    if what == "sitemap":
        return sitemaps.read_sitemap(content, entry)
    if what == "addresses":
        return Listing(tuple(sitemaps.read_address_list(content.decode("utf-8-sig", "replace"), entry)))
    raise FetchFailed("content_type", "it is neither a feed nor a sitemap" + (" nor a page" if entry.kind != "listing" else ""))


def remember(entry: Entry, visit: Visit, kind: Kind) -> Seen | None:
    """What a later reading may ask again with; None where no answer came."""
    exchange = visit.exchange
    if exchange is None:
        return None
    etag, modified = (_clean_validator(exchange.header(name)) for name in ("etag", "last-modified"))
    return Seen(entry.location, str(visit.final), kind, etag, modified, entry.stamp, time.time())


def _clean_validator(value: str) -> str:
    """A validator that can be sent back as it came; empty for what no header may hold."""
    return value if len(value) <= 1000 and all(" " <= c <= "~" for c in value) else ""


def make_document(entry: Entry, visit: Visit, exchange: Exchange, content: bytes) -> Document:
    """The document that a page is, with what its listing and its head say of it."""
    content_type = exchange.header("content-type")
    what = identify(content, content_type)
    return Document(
        entry.location,
        entry.location,
        content,
        "text" if what == "text" else "html",
        replace(entry.facts, url=str(visit.final), charset=stated_charset(content_type), fetched_at=exchange.moment),
    )


def make_rejection(entry: Entry, failure: FetchFailed, content: bytes | None, is_page: bool) -> Rejection:
    """Why an address gave no document; `content` is what was read of it."""
    # A listing gives no document of its own that could take the rejection's place when it can be had again: each failure
    # stands for itself.
    location = entry.location if is_page else f"{entry.location}#{datetime.now(UTC):%Y%m%dT%H%M%S}"
    hashed = None if content is None else content_hash(content)
    return Rejection(entry.location, location, hashed, "read", failure.reason, failure.detail[:_MAX_DETAIL].replace("\0", "�"))
