"""What was fetched, as web archives: everything can be done again without the network."""

from __future__ import annotations

import gzip
import io
import json
import threading
import uuid
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

from fastwarc.warc import WarcRecord, WarcRecordType

from corpus.fetch.exchange import Exchange
from corpus.warc import EVIDENCE_HEADER, NO_PAGE_HEADER

# Headers that describe how the bytes travelled, which the archive does not keep: chunks are joined.
_TRAVEL_HEADERS = {"transfer-encoding", "content-length", "connection", "keep-alive", "trailer"}
_MAX_FILE_BYTES = 2**30


class Archive:
    """Web archives of one run in a folder: `pages-….warc.gz` for pages, `listings-….warc.gz` for feeds, sitemaps,
    robots.txt and answers without a page. Every record is a gzip member of its own and on disk before `write` returns to
    the system's cache; a file is begun when there is something to write. Threads may share it."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._files: dict[str, BinaryIO] = {}
        self._lock = threading.Lock()
        self._is_closed = folder is None

    def write(self, exchange: Exchange, is_page: bool, evidence: dict[str, Any] | None = None) -> None:
        """Adds an answer. `evidence` is what its listing says of a page; it comes back when the archive is read.

        Raises:
            OSError: The folder cannot be written to.
        """
        record = _make_record(exchange, is_page, evidence or {})
        with self._lock:
            if not self._is_closed:
                self._open("pages" if is_page else "listings").write(record)

    def close(self) -> None:
        with self._lock:
            self._is_closed = True
            for file in self._files.values():
                file.close()
            self._files.clear()

    def _open(self, kind: str) -> BinaryIO:
        assert self._folder is not None
        file = self._files.get(kind)
        if file is not None and file.tell() > _MAX_FILE_BYTES:
            file.close()
            file = None
        if file is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
            # No buffer: a run that is killed leaves whole records.
            file = (self._folder / f"{kind}-{stamp}-{uuid.uuid4().hex[:8]}.warc.gz").open("xb", buffering=0)
            self._files[kind] = file
        return file


def _make_record(exchange: Exchange, is_page: bool, evidence: dict[str, Any]) -> bytes:
    headers = [(name, value) for name, value in exchange.headers if name.lower() not in _TRAVEL_HEADERS]
    head = "".join(f"{name}: {value}\r\n" for name, value in [*headers, ("Content-Length", str(len(exchange.payload)))])
    start = f"HTTP/1.1 {exchange.status} {exchange.phrase}\r\n{head}\r\n".encode("latin-1", "replace")
    record = WarcRecord()
    record.init_headers(WarcRecordType.response)
    record.headers["WARC-Target-URI"] = exchange.address
    record.record_date = exchange.moment
    if exchange.ip:
        record.headers["WARC-IP-Address"] = exchange.ip
    if exchange.truncated:
        record.headers["WARC-Truncated"] = exchange.truncated
    # Fields of our own, in ASCII: readers pass over fields that they do not know.
    if not is_page:
        record.headers[NO_PAGE_HEADER] = "true"
    if evidence:
        record.headers[EVIDENCE_HEADER] = json.dumps(evidence)
    record.is_http = True
    record.set_bytes_content(start + exchange.payload)
    written = io.BytesIO()
    record.write(written, checksum_data=True)
    return gzip.compress(written.getvalue(), 6, mtime=0)
