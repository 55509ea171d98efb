"""The entries of RSS and Atom feeds, with what they say about their articles."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import Any

import feedparser
import httpx
import lxml.html
from lxml import etree

from corpus.dates import read_date
from corpus.fetch.address import location_of, parse_address, same_site
from corpus.marked_text import read_entities
from corpus.origins import clean_surrogates
from corpus.web.mending import mend_xml
from corpus.web.records import Entry, Listing

# Feeds are short; what is longer is parsed for minutes and is none.
MAX_BYTES = 8 * 2**20
# Up to here broken XML is read with all the patience of the library; beyond, it takes minutes.
_MAX_LENIENT_BYTES = 2**18
_NAMED_SECTION = re.compile(r"\s[-–—|»>·:]+\s|:\s|::|[|»]")
_MAILBOX = re.compile(r"[\w.+%-]+@[\w.-]+")
_SPACE = re.compile(r"\s+")
_MAX_TEXT = 500


class BrokenListing(Exception):
    """A feed that cannot be read. The message is for people."""


def read_feed(content: bytes, source: Entry) -> Listing:
    """The pages that a feed lists, in its order; of broken XML, what can be made of it.

    Dates keep their zone; those without one are of the outlet's time zone where it is known, else they stay without.

    Raises:
        BrokenListing: Nothing can be made of it.
    """
    headers = {"content-location": str(source.url), "content-type": "application/xml"}
    content = mend_xml(content)
    if len(content) > _MAX_LENIENT_BYTES:
        content = _repair(content)
    try:
        feed = feedparser.parse(io.BytesIO(content), response_headers=headers, sanitize_html=False)
    except Exception as error:  # of the library, on what no feed should hold
        raise BrokenListing(f"the feed cannot be read ({type(error).__name__})") from None
    if not feed.entries and not feed.get("version"):
        raise BrokenListing("the feed cannot be read: it is no RSS or Atom that makes sense")
    of_all = replace(source.facts, language=source.facts.language or _text(feed.feed.get("language")))
    pages: dict[str, Entry] = {}
    for found in feed.entries:
        url = _address_of(found, source.url)
        if url is None or location_of(url) == source.location:  # an entry without an address has the feed's own
            continue
        page = Entry(
            url,
            location_of(url),
            "page",
            replace(
                of_all,
                title=_title_of(found),
                published_at=_date_of(found, of_all.time_zone),
                authors=_authors_of(found),
                # A feed that gathers pages of others is not their outlet.
                site_name=_outlet_of(feed.feed if same_site(url.host, source.url.host) else found.get("source", {})),
            ),
            source.pause,
            _text(found["updated"]) if "updated" in found and (feed.get("version") or "").startswith("atom") else None,
        )
        pages[page.location] = pages[page.location].merge(page) if page.location in pages else page
    return Listing(tuple(pages.values()))


def _repair(content: bytes) -> bytes:
    """The feed as well-formed XML, so that the library does not fall back to its patient parser, which is slow."""
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.LxmlError:
        root = None
    if root is None:
        raise BrokenListing("the feed cannot be read: it is no XML")
    repaired: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return repaired


def _date_of(found: Any, time_zone: str | None) -> str | None:
    for name in ("published", "updated"):
        # Asked for by "in", which does not take the one for the other as `get` does.
        if name in found and isinstance(text := found[name], str) and (known := read_date(text, time_zone)):
            return known
    return None


def _address_of(found: Any, base: httpx.URL) -> httpx.URL | None:
    # Services between feed and reader put their own address first and keep the page's.
    for candidate in (found.get("feedburner_origlink"), found.get("link"), found.get("id") if found.get("guidislink") else None):
        if isinstance(candidate, str) and (url := parse_address(candidate, base)):
            return url
    return None


def _title_of(found: Any) -> str | None:
    detail = found.get("title_detail") or {}
    text = found.get("title")
    if isinstance(text, str) and "<" in text and detail.get("type") != "text/plain":
        try:
            text = lxml.html.fromstring(f"<div>{text}</div>").text_content()
        except (ValueError, etree.LxmlError):
            text = None
    return _text(read_entities(text) if isinstance(text, str) else text)


def _authors_of(found: Any) -> tuple[str, ...]:
    names = [author.get("name") for author in found.get("authors") or [] if isinstance(author, dict)] or [found.get("author")]
    raw = found.get("author")
    if len(names) == 1 and isinstance(raw, str) and "@" in raw:
        # "desk@example.org (Name)", as RSS has it: the library knows few of the ends that mail addresses have.
        names = [raw]
    cleaned = (_text(_MAILBOX.sub("", name).strip(" ()<>,")) for name in names if isinstance(name, str))
    return tuple(dict.fromkeys(name for name in cleaned if name))


def _outlet_of(feed: Any) -> str | None:
    """The feed's title, where it names the outlet alone: of "World | The Gazette" either part may be the section."""
    title = _text(feed.get("title"))
    return None if title is None or _NAMED_SECTION.search(title) or len(title) > 80 else title


def _text(value: Any) -> str | None:
    if not isinstance(value, str):
        return None
    return _SPACE.sub(" ", clean_surrogates(value).replace("\0", "")).strip()[:_MAX_TEXT] or None
