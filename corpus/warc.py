"""Documents from web archives (WARC 1.0 and 1.1, as crawlers and CC-NEWS write them)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from corpus.http_response import PAGE_KINDS, BrokenPayload, decode_payload, media_type, parse_response, stated_charset
from corpus.inflate import ByteReader, TooLarge, spell_size
from corpus.json_lines import read_facts, read_time, read_url
from corpus.origins import Origin
from corpus.warc_records import BrokenRecord, WarcRecord, read_records
from transforms.records import Document, MediaKind, Rejection, SourceFacts

EVIDENCE_HEADER = "Onrecord-Evidence"
# Marks what was fetched on the way to pages: feeds, sitemaps, robots.txt. Their types alone would not tell.
NO_PAGE_HEADER = "Onrecord-No-Page"
# An HTTP head may come on top of a page of the largest size.
_HEAD_BYTES = 1 << 17
# Atomic: else a page of many comments would be tried in every division of them, for ever.
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?(?>\s+|<!--.*?-->)*+<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
# Records about records, or about a page that another record has.
_NO_DOCUMENTS = {"warcinfo", "request", "metadata", "revisit", "continuation"}


def read_warc(origin: Origin, file: ByteReader, limit: int) -> Iterator[Document | Rejection]:
    """A document or a rejection for each page in an archive; damaged records are rejected, and the reading goes on.

    Pages are the responses, and the records that hold a page without HTTP (`resource`, `conversion`: the text files of
    Common Crawl). `limit` is a page's largest size in bytes, its encodings undone.
    """
    is_empty = True
    for record in read_records(file, _is_page, limit + _HEAD_BYTES):
        is_empty = False
        here = origin.part(record.offset)
        if isinstance(record, BrokenRecord):
            yield here.reject("broken_record", record.detail)
        elif _is_page(record.headers):
            yield _read_record(here, record, limit)
    if is_empty:
        yield origin.reject("empty", "the file holds no records", b"")


def _is_page(headers: dict[str, str]) -> bool:
    kind = headers.get("warc-type", "").lower()
    if kind in _NO_DOCUMENTS or NO_PAGE_HEADER.lower() in headers:
        return False
    # Crawlers store name look-ups as responses, screenshots and logs as resources with addresses of their own.
    scheme = _target(headers).partition(":")[0].lower()
    return scheme != "dns" if kind == "response" else kind in ("resource", "conversion") and scheme in ("http", "https")


def _target(headers: dict[str, str]) -> str:
    # Wget writes the address in angle brackets, as an early draft had it.
    return headers.get("warc-target-uri", "").removeprefix("<").removesuffix(">")


def _read_record(here: Origin, record: WarcRecord, limit: int) -> Document | Rejection:
    block, content_type = record.block, record.headers.get("content-type", "")
    if block is None:
        return here.reject("too_large", f"{spell_size(int(record.headers['content-length']))}, the limit is {spell_size(limit)}")
    if media_type(content_type) == "application/http" or (record.headers["warc-type"].lower() == "response" and block.startswith(b"HTTP/")):
        response = parse_response(block)
        if response is None:
            return here.reject("broken_record", "the record says that it is an HTTP response, but is none", block)
        if response.status != 200:
            return here.reject("http_status", f"the server answered {response.status}", response.payload)
        content_type = response.headers.get("content-type", "")
        if media_type(content_type) and media_type(content_type) not in PAGE_KINDS:
            return here.reject("content_type", f"it is {media_type(content_type)[:80]}, no page", response.payload)
        try:
            block = decode_payload(response, limit, is_cut=_is_cut(record.headers))
        except TooLarge as error:
            return here.reject("too_large", str(error))
        except BrokenPayload as error:
            return here.reject("broken_record", str(error), response.payload)
    elif len(block) > limit:
        return here.reject("too_large", f"{spell_size(len(block))}, the limit is {spell_size(limit)}")
    return _read_page(here, record.headers, block, content_type)


def _read_page(here: Origin, headers: dict[str, str], content: bytes, content_type: str) -> Document | Rejection:
    stated = media_type(content_type) or media_type(headers.get("warc-identified-payload-type", ""))
    kind: MediaKind | None = PAGE_KINDS.get(stated)
    if not content.strip():
        return here.reject("empty", "the page is empty", content)
    if not stated and _MARKUP.match(content):
        kind = "html"
    if kind is None:
        return here.reject("content_type", f"it is {stated[:80] or 'of no stated type'}, no page", content)
    return Document(
        here.source_uri,
        here.location,
        content,
        kind,
        replace(
            _read_listed_facts(headers),
            url=read_url(_target(headers)),
            charset=stated_charset(content_type),
            fetched_at=_read_date(headers),
            is_cut=_is_cut(headers),
        ),
    )


def _is_cut(headers: dict[str, str]) -> bool:
    """Whether the crawler left off before the end: at a limit of bytes or time, or as the line went dead."""
    return bool(headers.get("warc-truncated", "").strip())


def _read_listed_facts(headers: dict[str, str]) -> SourceFacts:
    """What the listing of the page said of it, which our own archives keep in a header of their own."""
    try:
        fields = json.loads(headers.get(EVIDENCE_HEADER.lower(), "{}"))
    except (ValueError, RecursionError):
        fields = {}
    return read_facts(fields if isinstance(fields, dict) else {})


def _read_date(headers: dict[str, str]) -> datetime | None:
    return read_time(headers.get("warc-date"))
