"""Taking pages out of the archives of what was fetched."""

from __future__ import annotations

import html
import os
from collections.abc import Collection, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from corpus.fetch.address import location_of, parse_address
from corpus.fetch.exchange import FetchFailed
from corpus.http_response import BrokenPayload, decode_payload, parse_response
from corpus.inflate import PIECE_BYTES, TooLarge
from corpus.warc_records import BrokenRecord, WarcRecord, read_records
from corpus.web.content import identify
from corpus.web.records import Entry
from corpus.web.results import read_listing
from transforms.identity import content_hash

_TEMPORARY = ".tmp-"
# No answer that is kept is larger.
_MAX_BYTES = 64 * 2**20


def remove_records(folder: Path, addresses: Collection[str], hashes: Collection[str]) -> int:
    """Takes out of the archives in a folder what is of the pages at these addresses (as `location_of` spells them), what holds
    one of these contents (SHA-256), and the feeds and sitemaps that list one of the addresses, for feeds quote their pages.

    Damaged records, which nobody can read, go with them. How many were taken out. Each archive is replaced at once; the call
    may be ended at any point and done again. Nobody may write to the folder meanwhile.
    """
    count = 0
    for archive in sorted(folder.glob("*")) if folder.is_dir() else []:
        if archive.name.startswith(_TEMPORARY):
            archive.unlink()
        elif archive.name.endswith(".warc.gz"):
            starts = list(_find_members(archive, addresses, hashes))
            doomed = sum(is_doomed for _, is_doomed in starts)
            if doomed:
                _rewrite(archive, starts)
            count += doomed
    return count


def _find_members(archive: Path, addresses: Collection[str], hashes: Collection[str]) -> Iterator[tuple[int, bool]]:
    """Where each record starts, and whether it is to go."""
    with archive.open("rb") as file:
        for record in read_records(file, lambda _: True, _MAX_BYTES):
            yield int(record.offset.partition("+")[0]), isinstance(record, BrokenRecord) or _is_doomed(record, addresses, hashes)


def _is_doomed(record: WarcRecord, addresses: Collection[str], hashes: Collection[str]) -> bool:
    url = parse_address(record.headers.get("warc-target-uri", ""))
    if url is not None and location_of(url) in addresses:
        return True
    response = parse_response(record.block or b"")
    if response is None or url is None:
        return False
    try:
        content = decode_payload(response, _MAX_BYTES)
    except (TooLarge, BrokenPayload):
        return False
    what = identify(content, response.headers.get("content-type", ""))
    if what in ("html", "text", None):
        return content_hash(content) in hashes
    try:
        listing = read_listing(content, what, Entry(url, location_of(url), "listing"))
        listed = {entry.location for entry in (*listing.pages, *listing.listings)}
    except FetchFailed:
        listed = set()
    if not listed.isdisjoint(addresses):
        return True
    text = html.unescape(content.decode("utf-8", "replace"))
    return any(f"//{split.netloc}{split.path}" in text for split in map(urlsplit, addresses))


def _rewrite(archive: Path, starts: list[tuple[int, bool]]) -> None:
    temporary = archive.with_name(f"{_TEMPORARY}{archive.name}")
    ends = [*(start for start, _ in starts[1:]), archive.stat().st_size]
    with archive.open("rb") as old, temporary.open("wb") as new:
        for (start, is_doomed), end in zip(starts, ends, strict=True):
            old.seek(start)
            while not is_doomed and old.tell() < end:
                new.write(old.read(min(PIECE_BYTES, end - old.tell())))
        new.flush()
        os.fsync(new.fileno())
        is_empty = new.tell() == 0
    if is_empty:
        temporary.unlink()
        archive.unlink()
    else:
        temporary.replace(archive)
