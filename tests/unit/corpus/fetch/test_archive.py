from __future__ import annotations

import gzip
import threading
from dataclasses import replace
from datetime import UTC, datetime

from fastwarc.warc import ArchiveIterator

from corpus.documents import Sources
from corpus.fetch import archive as archive_module
from corpus.fetch.archive import Archive
from corpus.fetch.exchange import Exchange
from transforms.records import Document

MOMENT = datetime(2025, 3, 4, 9, 0, tzinfo=UTC)
PAGE = Exchange(
    "https://gazette.example/a",
    MOMENT,
    200,
    "OK",
    (("Content-Type", "text/html; charset=utf-8"), ("Transfer-Encoding", "chunked"), ("Content-Encoding", "gzip"), ("X-Odd", "caf\xe9")),
    gzip.compress(b"<p>The ferry sails."),
    "203.0.113.7",
)


def test_archive_gives_back_what_was_answered(tmp_path) -> None:
    archive = Archive(tmp_path / "web")
    archive.write(PAGE, is_page=True)
    archive.write(replace(PAGE, status=404, phrase="Not Found", payload=b""), is_page=False)
    archive.close()
    pages, listings = sorted((tmp_path / "web").iterdir(), key=lambda path: path.name, reverse=True)
    assert pages.name.startswith("pages-") and listings.name.startswith("listings-")
    [document] = Sources([pages])
    assert isinstance(document, Document)
    assert (document.content, document.facts.url, document.facts.fetched_at) == (b"<p>The ferry sails.", PAGE.address, MOMENT)
    # What was met on the way to pages is kept as evidence, and is no source of documents.
    assert list(Sources([listings])) == []
    [record] = ArchiveIterator(listings.open("rb"))
    assert record.http_headers.status_code == 404


def test_records_are_sound(tmp_path) -> None:
    archive = Archive(tmp_path)
    archive.write(replace(PAGE, truncated="length"), is_page=True)
    archive.close()
    [path] = tmp_path.iterdir()
    record = next(iter(ArchiveIterator(path.open("rb"), parse_http=False)))
    assert record.verify_block_digest()
    assert (record.headers["WARC-IP-Address"], record.headers["WARC-Truncated"]) == ("203.0.113.7", "length")
    record.parse_http()
    assert record.http_headers.get("Transfer-Encoding") is None
    assert record.http_headers["Content-Length"] == str(len(PAGE.payload))


def test_nothing_fetched_leaves_no_file(tmp_path) -> None:
    Archive(tmp_path / "web").close()
    assert not (tmp_path / "web").exists()


def test_records_are_whole_before_the_archive_is_closed(tmp_path) -> None:
    # As after a kill.
    archive = Archive(tmp_path)
    archive.write(PAGE, is_page=True)
    assert len(list(Sources([tmp_path]))) == 1
    archive.close()
    archive.write(PAGE, is_page=True)  # a thread that comes too late
    assert len(list(Sources([tmp_path]))) == 1


def test_large_archive_goes_on_in_another_file(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(archive_module, "_MAX_FILE_BYTES", 10)
    archive = Archive(tmp_path)
    for _ in range(3):
        archive.write(PAGE, is_page=True)
    archive.close()
    assert len(list(tmp_path.iterdir())) == 3


def test_threads_share_an_archive(tmp_path) -> None:
    archive = Archive(tmp_path)
    threads = [threading.Thread(target=lambda: [archive.write(PAGE, is_page=True) for _ in range(10)]) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    archive.close()
    assert [type(one) for one in Sources([tmp_path])] == [Document] * 40
