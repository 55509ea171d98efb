"""What a file is whose name does not tell, by its first bytes; and what it is where it cannot be read."""

from __future__ import annotations

import json
import re
from typing import Protocol

from corpus.files import Format
from corpus.inflate import BrokenGzip, ByteReader, read_pieces
from corpus.origins import Origin
from corpus.signatures import find_binary, find_other_xml, find_packing, find_table, find_type
from corpus.web.content import identify

UTF8_BOM = b"\xef\xbb\xbf"
_SNIFFED_BYTES = 1 << 16
_JSON_LIST = re.compile(rb"\[\s*[\[{]")
_JSON_OBJECT = re.compile(rb'\{\s*["}]')
# Texts that hold pages among other things: none is the page of an article.
_OTHER_TEXTS = (
    (re.compile(rb"From \S+@\S+ +\w{3} "), "a mailbox"),
    (re.compile(rb"(?:Return-Path|Delivered-To|Received|Message-ID): ", re.IGNORECASE), "a message"),
    (
        re.compile(rb"(?:[A-Za-z-]{1,40}:[^\n]*\n(?:[ \t][^\n]*\n)*){0,30}(?i:mime-version): *1\.0"),
        "a message, or a page saved as one (MHTML)",
    ),
)
_LISTINGS = {"feed": "a feed", "sitemap": "a sitemap"}


class Rewindable(ByteReader, Protocol):
    """An open file that can be read again from its start."""

    def seek(self, offset: int, /) -> int: ...


class Unreadable(Exception):
    """A file of a kind that is not read. The message is for people."""


def check_promised_gzip(origin: Origin, file: Rewindable) -> None:
    """Raise `BrokenGzip` for a file named .gz that is no gzip, unless it starts like a page: many a crawler and browser undoes
    the compression and keeps the name."""
    if not origin.path.name.lower().endswith(".gz"):
        return
    file.seek(0)
    head = file.read(_SNIFFED_BYTES)
    if head and not _starts_like_markup(head):
        raise BrokenGzip("the file is named .gz, but is not gzip")


def _starts_like_markup(head: bytes) -> bool:
    return head.removeprefix(UTF8_BOM).lstrip().startswith(b"<")


def check_packing(head: bytes) -> None:
    """Raise `Unreadable` for a file that begins as an archive, another compression, or the file of another program does."""
    if kind := find_packing(head):
        raise Unreadable(f"the file is {kind}")


def check_text(head: bytes) -> None:
    """Raise `Unreadable` for a file named as a text that is a table."""
    if kind := find_table(head):
        raise Unreadable(f"the file is {kind}")


def sniff(file: Rewindable, name: str = "") -> Format:
    """The format of a file whose name tells none of those that are read. Raises `Unreadable` for one that holds no documents."""
    head = b""
    try:
        for piece in read_pieces(file):
            head += piece
            if len(head) >= _SNIFFED_BYTES:
                break
    except BrokenGzip:
        pass  # The reading itself meets it again and reports it.
    file.seek(0)
    check_packing(head)
    start = head.removeprefix(UTF8_BOM).lstrip()
    if head.startswith(b"WARC/"):
        return "warc"
    if start.startswith(b"<"):
        if listing := _LISTINGS.get(identify(start, "") or ""):
            raise Unreadable(f"the file is {listing}: give its address, and the pages that it lists are read")
        if kind := find_other_xml(start):
            raise Unreadable(f"the file is {kind}")
        return "html"
    for form, kind in _OTHER_TEXTS:
        if form.match(head):
            raise Unreadable(f"the file is {kind}: give the pages that it holds")
    if _JSON_LIST.match(start):
        raise Unreadable("the file is one JSON list: write its documents one a line")
    if _JSON_OBJECT.match(start):
        first, newline, _ = start.partition(b"\n")
        if newline and not _is_json(first):
            raise Unreadable("the file looks like JSON over many lines: write one document a line")
        return "json_lines"
    if kind := find_type(name) or find_binary(head) or find_table(head):
        raise Unreadable(f"the file is {kind}")
    return "text"


def _is_json(line: bytes) -> bool:
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True
