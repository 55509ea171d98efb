import gzip
import io
import os
import time
from datetime import UTC, datetime

import pytest
from fastwarc.warc import ArchiveIterator

from corpus.inflate import PIECE_BYTES
from transforms.records import Document

PAGE = b"<html><p>The bridge reopened on Monday.</html>"
HTML = "Content-Type: text/html; charset=windows-1252\r\n"


def http(body: bytes = PAGE, status: str = "200 OK", headers: str = HTML) -> bytes:
    return f"HTTP/1.1 {status}\r\n{headers}\r\n".encode() + body


def record(
    block: bytes,
    url: str | None = "https://gazette.example/a",
    kind: str = "response",
    content_type: str = "application/http; msgtype=response",
    length: object = None,
    extra: str = "",
) -> bytes:
    address = f"WARC-Target-URI: {url}\r\n" if url else ""
    size = len(block) if length is None else length
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789012>\r\n"
        f"WARC-Date: 2024-03-01T10:00:00Z\r\n{address}{extra}Content-Type: {content_type}\r\nContent-Length: {size}\r\n\r\n"
    )
    return head.encode("latin-1") + block + b"\r\n\r\n"


def page(number: int) -> bytes:
    """A record of page N, which has a text of its own that compresses badly."""
    text = b"<p>Page %d " % number + os.urandom(400).hex().encode()
    return record(http(text), url=f"https://gazette.example/{number}")


INFO = record(b"software: test\r\n", url=None, kind="warcinfo", content_type="application/warc-fields")
PAGES = [page(number) for number in range(6)]


def packed(*records: bytes) -> bytes:
    return b"".join(gzip.compress(one) for one in records)


def pages_and_reasons(found) -> list[str]:
    return [one.facts.url.rpartition("/")[2] if isinstance(one, Document) else one.reason for one in found]


# Good archives


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_responses_are_documents(folder, read, name) -> None:
    parts = [INFO, *PAGES]
    written = [gzip.compress(part) for part in parts] if name.endswith("gz") else parts
    (folder / name).write_bytes(b"".join(written))
    found = read(folder)
    offsets = [sum(map(len, written[:n])) for n in range(1, 7)]
    assert [d.source_uri for d in found] == [f"{name}#{offset}" for offset in offsets]
    assert [d.location for d in found] == [f"{folder}/{name}#{offset}" for offset in offsets]
    assert (found[0].facts.url, found[0].kind, found[0].facts.charset) == ("https://gazette.example/0", "html", "windows-1252")
    assert found[0].facts.fetched_at == datetime(2024, 3, 1, 10, tzinfo=UTC)
    assert found[0].content.startswith(b"<p>Page 0 ")


def test_offsets_lead_back_to_the_record(folder, read) -> None:
    written = packed(INFO, *PAGES)
    (folder / "a.warc.gz").write_bytes(written)
    for document in read(folder):
        offset = int(document.source_uri.partition("#")[2])
        [first, *_] = ArchiveIterator(io.BytesIO(written[offset:]))
        assert first.headers["WARC-Target-URI"] == document.facts.url


def test_path_of_the_archive_comes_first(folder, read) -> None:
    (folder / "2024").mkdir()
    (folder / "2024" / "a.warc").write_bytes(PAGES[0])
    assert [d.source_uri for d in read(folder)] == ["2024/a.warc#0"]
    assert [d.source_uri for d in read(folder / "2024" / "a.warc")] == ["a.warc#0"]


def test_archive_packed_as_one_is_read(folder, read) -> None:
    (folder / "a.warc.gz").write_bytes(gzip.compress(b"".join([INFO, *PAGES])))
    found = read(folder)
    assert pages_and_reasons(found) == list("012345")
    assert found[0].source_uri == f"a.warc.gz#0+{len(INFO)}"
    assert len({d.location for d in found}) == 6


def test_archive_packed_in_blocks_is_read(folder, read) -> None:
    # As `bgzip` writes: members of equal size, records run over them.
    whole = b"".join([INFO, *PAGES])
    (folder / "a.warc.gz").write_bytes(b"".join(gzip.compress(whole[i : i + 700]) for i in range(0, len(whole), 700)))
    found = read(folder)
    assert pages_and_reasons(found) == list("012345")
    assert len({d.location for d in found}) == 6


FINE = [
    ("empty members", b"".join(gzip.compress(p) + gzip.compress(b"") for p in PAGES)),
    ("blank lines in members of their own", b"".join(gzip.compress(p) + gzip.compress(b"\r\n") for p in PAGES)),
    ("blank lines before", b"".join(gzip.compress(b"\r\n\r\n" + p) for p in PAGES)),
    ("zeros at the end", packed(*PAGES) + b"\0" * 200_000),
    ("many blank lines", b"\r\n\r\n\r\n".join(PAGES)),
    ("no blank lines", b"".join(p[:-4] for p in PAGES)),
    ("no blank lines, packed", packed(*(p[:-4] for p in PAGES))),
    ("one line end", b"".join(p[:-2] for p in PAGES)),
    ("version 1.1", b"".join(PAGES).replace(b"WARC/1.0", b"WARC/1.1")),
    ("LF after the version", b"".join(PAGES).replace(b"WARC/1.0\r\n", b"WARC/1.0\n")),
    ("named wrongly", packed(*PAGES)),
]


@pytest.mark.parametrize("content", [case[1] for case in FINE], ids=[case[0] for case in FINE])
def test_unusual_archives_are_read(folder, read, content) -> None:
    (folder / "a.warc").write_bytes(content)
    assert pages_and_reasons(read(folder)) == list("012345")


def test_named_archive_of_unknown_suffix_is_read(folder, read) -> None:
    (folder / "crawl.open").write_bytes(packed(*PAGES))
    assert pages_and_reasons(read(folder / "crawl.open")) == list("012345")


def test_page_may_speak_of_archives(folder, read) -> None:
    text = record(http(b"<p>A record starts with\r\n\r\nWARC/1.0\r\nWARC-Type: response\r\n\r\n"))
    (folder / "a.warc").write_bytes(text + PAGES[1])
    (folder / "b.warc.gz").write_bytes(packed(text, PAGES[1]))
    assert pages_and_reasons(read(folder)) == ["a", "1", "a", "1"]


def test_records_larger_than_a_piece_are_read(folder, read) -> None:
    body = b"<p>" + os.urandom(PIECE_BYTES * 2).hex().encode()
    small = len(b"<p>Page 1 ") + 800
    (folder / "a.warc").write_bytes(record(http(body)) + PAGES[1])
    (folder / "b.warc.gz").write_bytes(packed(record(http(body)), PAGES[1]))
    assert [len(d.content) for d in read(folder, max_bytes=10**6)] == [len(body), small, len(body), small]


# Which records are documents


RECORDS = [
    ("page", record(http()), "html"),
    ("XHTML", record(http(headers="Content-Type: application/xhtml+xml\r\n")), "html"),
    ("plain text", record(http(headers="Content-Type: text/plain\r\n")), "text"),
    ("status", record(http(status="404 Not Found")), "http_status"),
    ("redirect", record(http(b"", status="301 Moved", headers="Location: /b\r\n")), "http_status"),
    ("part", record(http(status="206 Partial Content")), "http_status"),
    ("picture", record(http(b"\x89PNG", headers="Content-Type: image/png\r\n")), "content_type"),
    ("style", record(http(b"p {}", headers="Content-Type: text/css\r\n")), "content_type"),
    ("feed", record(http(b"<rss/>", headers="Content-Type: application/rss+xml\r\n")), "content_type"),
    ("no type, a page", record(http(b"\n<!doctype HTML><p>a", headers="")), "html"),
    ("no type, no page", record(http(b"a,b\n", headers="")), "content_type"),
    ("type as the archive found it", record(http(b"<p>a", headers=""), extra="WARC-Identified-Payload-Type: text/html\r\n"), "html"),
    ("empty page", record(http(b" \n")), "empty"),
    ("no HTTP", record(b"hello"), "broken_record"),
    ("nothing", record(b""), "broken_record"),
    ("broken payload", record(http(gzip.compress(PAGE)[:20], headers=HTML + "Content-Encoding: gzip\r\n")), "broken_record"),
    ("packed page", record(http(gzip.compress(PAGE), headers=HTML + "Content-Encoding: gzip\r\n")), "html"),
    ("page without HTTP", record(PAGE, kind="resource", content_type="text/html"), "html"),
    ("text of a page", record(b"The bridge", kind="conversion", content_type="text/plain"), "text"),
    ("picture without HTTP", record(b"\x89PNG", kind="resource", content_type="image/png"), "content_type"),
    ("screenshot", record(b"\x89PNG", kind="resource", content_type="image/png", url="urn:view:https://gazette.example/"), None),
    ("name look-up", record(b"20240301\n", content_type="text/dns", url="dns:gazette.example"), None),
    ("request", record(b"GET / HTTP/1.1\r\n\r\n", kind="request"), None),
    ("metadata", record(b"a: b", kind="metadata"), None),
    ("revisit", record(http(b""), kind="revisit"), None),
    ("type in capitals", record(http(), kind="Response"), "html"),
]


@pytest.mark.parametrize(("content", "outcome"), [case[1:] for case in RECORDS], ids=[case[0] for case in RECORDS])
def test_pages_are_documents_and_other_responses_rejections(folder, read, content, outcome) -> None:
    (folder / "a.warc").write_bytes(INFO + content)
    found = [one.kind if isinstance(one, Document) else one.reason for one in read(folder)]
    assert found == ([outcome] if outcome else [])


URLS = [
    ("<https://gazette.example/a>", "https://gazette.example/a"),  # as Wget writes it
    ("https://gazette.example/caf\xe9", "https://gazette.example/caf%E9"),
    ("https://gazette.example/a\r\n /b", "https://gazette.example/a /b"),
    ("ftp://gazette.example/a", None),
    ("http://[broken/a", None),
    (None, None),
]


@pytest.mark.parametrize(("given", "expected"), URLS)
def test_address_is_the_targets(folder, read, given, expected) -> None:
    (folder / "a.warc").write_bytes(record(http(), url=given))
    assert [d.facts.url for d in read(folder)] == [expected]


DATES = [("2024-03-01T10:00:00.123456789Z", 123456), ("2024-03-01", 0), ("2024", None), ("yesterday", None), ("", None)]


@pytest.mark.parametrize(("given", "microsecond"), DATES)
def test_date_is_the_archives(folder, read, given, microsecond) -> None:
    (folder / "a.warc").write_bytes(record(http()).replace(b"2024-03-01T10:00:00Z", given.encode()))
    [document] = read(folder)
    assert (document.facts.fetched_at and document.facts.fetched_at.microsecond) == microsecond
    assert document.facts.fetched_at is None or document.facts.fetched_at.tzinfo


# Damage


PLAIN_DAMAGE = [
    ("no version", PAGES[0].replace(b"WARC/1.0", b"WORC/1.0"), "broken_record"),
    ("no length", PAGES[0].replace(b"Content-Length", b"Kontent-Length"), "broken_record"),
    ("length is a word", record(http(), length="many"), "broken_record"),
    ("length below zero", record(http(), length=-5), "broken_record"),
    ("length too large", record(http(), length=300), "broken_record"),
    ("length reaches over records", record(http(), length=len(http()) + len(PAGES[1]) + 100), "broken_record"),
    ("length beyond the file", record(http(), length=50_000), "broken_record"),
    ("length beyond all sense", record(http(), length=10**14), "broken_record"),
    ("length too small", record(http(), length=20), "broken_record"),
    ("length zero", record(http(), length=0), "broken_record"),
    ("headers cut off", PAGES[0][:120], "broken_record"),
    ("headers cut off at a line", PAGES[0][: PAGES[0].index(b"WARC-Date")], "broken_record"),
    ("block cut off", PAGES[0][:-300], "broken_record"),
    ("junk", b"\x00\x01\xff junk\r\n", "broken_record"),
    ("zeros", b"\0" * 5000 + b"\r\n", "broken_record"),
    ("line without end", b"X" * 600_000 + b"\r\n", "broken_record"),
    ("header without end", PAGES[0].replace(b"WARC-Date: ", b"WARC-Date: " + b"X" * 600_000), "broken_record"),
    ("headers without end", PAGES[0].replace(b"WARC-Date: ", b"A: b\r\n" * 100_000), "broken_record"),
    ("unwanted record cut off", record(b"GET / HTTP/1.1\r\n\r\n", kind="request")[:-10], "broken_record"),
    ("unwanted record too long", record(b"GET / HTTP/1.1\r\n\r\n", kind="request", length=10**12), "broken_record"),
    ("page too large", record(http(b"x" * 400_000)), "too_large"),
    ("page a little too large", record(http(b"x" * 100_001)), "too_large"),
    ("page too large once unpacked", record(http(gzip.compress(b"x" * 100_001), headers=HTML + "Content-Encoding: gzip\r\n")), "too_large"),
]


@pytest.mark.parametrize(("damaged", "reason"), [case[1:] for case in PLAIN_DAMAGE], ids=[case[0] for case in PLAIN_DAMAGE])
@pytest.mark.parametrize("form", ["plain", "member each", "one member"])
def test_damaged_record_costs_itself_alone(folder, read, damaged, reason, form) -> None:
    parts = [PAGES[0], damaged, PAGES[1], PAGES[2]]
    content = packed(*parts) if form == "member each" else b"".join(parts)
    (folder / "a.warc").write_bytes(gzip.compress(content) if form == "one member" else content)
    found = read(folder)
    if form == "one member":
        # Packed as one there is no way back over what a lying length swallowed.
        assert pages_and_reasons(found) in (["0", reason, "1", "2"], ["0", reason, "2"], ["0", reason])
        return
    assert pages_and_reasons(found) == ["0", reason, "1", "2"]
    assert len({one.location for one in found}) == 4
    assert found[1].stage == "read" and found[1].detail and found[1].source_uri.startswith("a.warc#")


MEMBER = gzip.compress(PAGES[0])
PACKED_DAMAGE = [
    ("flipped early", MEMBER[:30] + b"\xff\xff" + MEMBER[32:]),
    ("flipped in the middle", MEMBER[:400] + b"\xff\xff\xff\xff" + MEMBER[404:]),
    ("wrong checksum", MEMBER[:-8] + b"\0\0\0\0" + MEMBER[-4:]),
    ("wrong size", MEMBER[:-4] + b"\0\0\0\0"),
    ("cut off", MEMBER[:-40]),
    ("header only", MEMBER[:10]),
    ("start lost", MEMBER[25:]),
    ("hole", b"\0" * 5000),
    ("junk", b"junk between the members" * 9),
    ("other gzip", gzip.compress(b"no record at all")),
    ("other gzip, long", gzip.compress(os.urandom(200_000))),
]


@pytest.mark.parametrize("damaged", [case[1] for case in PACKED_DAMAGE], ids=[case[0] for case in PACKED_DAMAGE])
def test_damaged_member_costs_itself_alone(folder, read, damaged) -> None:
    (folder / "a.warc.gz").write_bytes(packed(INFO, PAGES[5]) + damaged + packed(PAGES[1], PAGES[2]))
    found = read(folder)
    assert pages_and_reasons(found) == ["5", "broken_record", "1", "2"]
    assert len({one.location for one in found}) == 4


@pytest.mark.parametrize("damaged", [case[1] for case in PACKED_DAMAGE[:-2]], ids=[case[0] for case in PACKED_DAMAGE[:-2]])
def test_damaged_first_member_costs_itself_alone(folder, read, damaged) -> None:
    (folder / "a.warc.gz").write_bytes(damaged + packed(PAGES[1], PAGES[2]))
    assert pages_and_reasons(read(folder)) == ["broken_record", "1", "2"]


@pytest.mark.parametrize("lost", [1, 4, 8, 9, 30, 300])
def test_cut_off_archive_says_so(folder, read, lost) -> None:
    (folder / "a.warc.gz").write_bytes(packed(*PAGES)[:-lost])
    found = read(folder)
    assert pages_and_reasons(found) == [*"01234", "broken_record"]


@pytest.mark.parametrize("lost", [5, 100, 900, 1000, 1100])
def test_cut_off_plain_archive_says_so(folder, read, lost) -> None:
    (folder / "a.warc").write_bytes(b"".join(PAGES)[:-lost])
    assert pages_and_reasons(read(folder)) == [*"01234", "broken_record"]


def test_two_damaged_members_in_a_row(folder, read) -> None:
    (folder / "a.warc.gz").write_bytes(packed(PAGES[1]) + MEMBER[:-40] + b"junk" + packed(PAGES[2]) + MEMBER[30:] + packed(PAGES[3]))
    assert pages_and_reasons(read(folder)) == ["1", "broken_record", "2", "broken_record", "3"]


NO_ARCHIVES = [
    ("empty", b"", "empty"),
    ("packed nothing", gzip.compress(b""), "empty"),
    ("zeros", b"\0" * 1000, "broken_record"),
    ("a page", PAGE * 3000, "broken_record"),
    ("a packed page", gzip.compress(PAGE * 3000), "broken_record"),
    ("gzip magic alone", b"\x1f\x8b\x08", "broken_record"),
    ("one line end", b"\n", "empty"),
]


@pytest.mark.parametrize(("content", "reason"), [case[1:] for case in NO_ARCHIVES], ids=[case[0] for case in NO_ARCHIVES])
def test_what_is_no_archive_is_one_rejection(folder, read, content, reason) -> None:
    (folder / "a.warc.gz").write_bytes(content)
    assert pages_and_reasons(read(folder)) == [reason]


def test_bomb_in_a_record_is_left(folder, read) -> None:
    bomb = record(http(b"\0" * 60_000_000))
    (folder / "a.warc.gz").write_bytes(packed(PAGES[0], bomb, PAGES[1]))
    assert pages_and_reasons(read(folder, max_bytes=10_000)) == ["0", "broken_record", "1"]


def test_large_record_that_nobody_wants_is_skipped(folder, read) -> None:
    film = record(b"\0" * 3_000_000, kind="metadata")
    (folder / "a.warc").write_bytes(film + PAGES[0])
    (folder / "b.warc.gz").write_bytes(packed(film, PAGES[0]))
    assert pages_and_reasons(read(folder, max_bytes=10_000)) == ["0", "0"]


def test_page_without_type_and_with_many_comments_takes_no_time(folder, read) -> None:
    (folder / "a.warc").write_bytes(record(http(b"<!-- a -->" * 2_000 + b"a", headers="")))
    started = time.monotonic()
    assert pages_and_reasons(read(folder)) == ["content_type"]
    assert time.monotonic() - started < 5


@pytest.mark.parametrize("why", ["length", "time", "disconnect", "unspecified"])
def test_record_that_its_crawler_cut_is_a_cut_document(folder, read, why) -> None:
    (folder / "a.warc").write_bytes(record(http(), extra=f"WARC-Truncated: {why}\r\n") + PAGES[1])
    cut, whole = read(folder)
    assert (cut.facts.is_cut, cut.content, whole.facts.is_cut) == (True, PAGE, False)


@pytest.mark.parametrize("kind", ["response", "resource"])
def test_page_of_a_cut_archive_record_says_so(folder, read, kind) -> None:
    block = http() if kind == "response" else PAGE
    content_type = "application/http; msgtype=response" if kind == "response" else "text/html"
    (folder / "a.warc").write_bytes(record(block, kind=kind, content_type=content_type, extra="WARC-Truncated: length\r\n"))
    assert read(folder)[0].facts.is_cut
