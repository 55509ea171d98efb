"""The addresses of sitemaps, news sitemaps, sitemap indexes and plain lists."""

from __future__ import annotations

import io
import re
from dataclasses import replace

from lxml import etree

from corpus.dates import read_date
from corpus.fetch.address import location_of, parse_address
from corpus.marked_text import read_entities
from corpus.origins import clean_surrogates
from corpus.web.content import address_lines
from corpus.web.mending import mend_xml
from corpus.web.records import Entry, Kind, Listing

# The standard's limit for one file; some go beyond it.
MAX_ENTRIES = 100_000
_SPACE = re.compile(r"\s+")


def read_sitemap(content: bytes, source: Entry) -> Listing:
    """What a sitemap or an index of sitemaps lists, in its order; of broken XML, what can be read whole.

    A news sitemap gives title, date, outlet and language of each article; `lastmod` is when a page changed, not when it was
    published, and is its stamp.
    """
    pages: dict[str, Entry] = {}
    listings: dict[str, Entry] = {}
    try:
        for _, node in etree.iterparse(
            io.BytesIO(mend_xml(content)),
            tag=("{*}url", "{*}sitemap"),
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            recover=True,
        ):
            is_page = etree.QName(node).localname == "url"
            found = _read_entry(node, source, "page" if is_page else "listing")
            # What was read is let go, or the whole file would be held.
            node.clear()
            while node.getprevious() is not None and node.getparent() is not None:
                del node.getparent()[0]
            if found:
                (pages if is_page else listings).setdefault(found.location, found)
            if len(pages) + len(listings) >= MAX_ENTRIES:
                break
    except etree.LxmlError:
        pass
    return Listing(tuple(pages.values()), tuple(listings.values()))


def read_address_list(text: str, source: Entry | None = None) -> list[Entry]:
    """The addresses of a list, one a line; blank lines and comments (#) aside. Of a sitemap in text form, its pages."""
    found: dict[str, Entry] = {}
    for _, line in address_lines(text):
        url = parse_address(line)
        if url is not None:
            entry = Entry(url, location_of(url))
            if source:
                entry = Entry(url, entry.location, "page", source.facts, source.pause)
            found.setdefault(entry.location, entry)
    return list(found.values())


def _read_entry(node: etree._Element, source: Entry, kind: Kind) -> Entry | None:
    def text_of(path: str) -> str:
        return clean_surrogates(_SPACE.sub(" ", node.findtext(path) or "").strip())[:2_000]

    url = parse_address(text_of("{*}loc"), source.url)
    if url is None or location_of(url) == source.location or node.find("{*}loc/*") is not None:
        return None  # no address, the sitemap's own, or half of one, which an element interrupts
    published = text_of("{*}news/{*}publication_date")
    return Entry(
        url,
        location_of(url),
        kind,
        replace(
            source.facts,
            language=source.facts.language or text_of("{*}news/{*}publication/{*}language") or None,
            title=read_entities(text_of("{*}news/{*}title")) or None,
            published_at=read_date(published, source.facts.time_zone),
            site_name=text_of("{*}news/{*}publication/{*}name") or None,
        ),
        source.pause,
        text_of("{*}lastmod") or published or None,
    )
