"""What an answer from the web is, told by its bytes: servers name types as they please."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from corpus.http_response import PAGE_KINDS, media_type
from corpus.origins import is_web_address

Content = Literal["feed", "sitemap", "addresses", "html", "text"]

PAGE_TYPES = frozenset(PAGE_KINDS)
# Types that say how something is packed, or nothing: what is inside tells itself.
_UNTOLD_TYPES = frozenset({"", "application/gzip", "application/x-gzip", "application/octet-stream", "binary/octet-stream"})
LISTING_TYPES = (
    PAGE_TYPES
    | (_UNTOLD_TYPES - {""})
    | {
        "application/rss+xml",
        "application/atom+xml",
        "application/rdf+xml",
        "application/xml",
        "text/xml",
        "text/csv",
        "text/uri-list",
        "text/x-url",
        "application/text",
        "application/download",
        "application/x-download",
        "application/force-download",
    }
)
_FEED_ROOTS = {"rss", "rdf", "feed"}
_SITEMAP_ROOTS = {"urlset", "sitemapindex"}
_SNIFFED_BYTES = 1 << 16
# Atomic groups: comments that never end must not be tried in every division.
_ROOT = re.compile(
    r"(?>\s+|<\?.*?\?>|<!--.*?-->|<!doctype\b[^>\[]*(?:\[[^\]]*\]\s*)?>)*+<(?:[\w.-]+:)?([\w.-]+)", re.IGNORECASE | re.DOTALL
)
_MARKUP = re.compile(r"(?>\s+|<!--.*?-->)*+<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def identify(content: bytes, content_type: str) -> Content | None:
    """What the content is; None for what is neither listing nor page. `content_type` is the header.

    >>> identify(b"<?xml version='1.0'?><!-- news --><rss version='2.0'>", "text/html")
    'feed'
    >>> identify(b"<!doctype html><title>News</title>", ""), identify(b"Who said what", "text/plain")
    ('html', 'text')
    """
    stated = media_type(content_type)
    head = _decode_head(content)
    root = _ROOT.match(head)
    name = root[1].lower() if root else ""
    if name in _FEED_ROOTS:
        return "feed"
    if name in _SITEMAP_ROOTS:
        return "sitemap"
    if is_address_list(_whole_lines(head, content)):
        return "addresses"
    if stated in PAGE_KINDS:
        return PAGE_KINDS[stated]
    return "html" if _MARKUP.match(head) else None


def is_address_list(text: str) -> bool:
    """Whether every line is a web address, a comment (#) or blank, and there is an address.

    >>> is_address_list("# world\\nhttps://example.org/a\\n"), is_address_list("See https://example.org/a")
    (True, False)
    """
    lines = [line for _, line in address_lines(text)]
    return bool(lines) and all(is_web_address(line) and not re.search(r"\s", line) for line in lines)


def address_lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a list of addresses with their numbers from 1, blank ones and comments (#) left out."""
    for number, line in enumerate(map(str.strip, text.splitlines()), 1):
        if line and not line.startswith("#"):
            yield number, line


def _whole_lines(head: str, content: bytes) -> str:
    """The head without the line that its end cuts."""
    return head if len(content) <= _SNIFFED_BYTES else head[: head.rfind("\n") + 1]


def _decode_head(content: bytes) -> str:
    head = content[:_SNIFFED_BYTES]
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, "replace")
    return head.decode("latin-1")
