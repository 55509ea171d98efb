"""Reading never raises, loses nothing that is whole, and gives text that can be stored, whatever the bytes."""

from __future__ import annotations

import contextlib
import gzip
import io
import json
import os
import tempfile
from pathlib import Path

from fastwarc.warc import ArchiveIterator
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.documents import ReadLimits, Sources
from corpus.http_response import BrokenPayload, HttpResponse, decode_payload, parse_response
from corpus.inflate import TooLarge, read_bounded
from corpus.json_lines import read_lines
from corpus.origins import printable
from corpus.warc_records import WarcRecord, read_records
from transforms.records import Document, Rejection

KINDS = st.sampled_from(["response", "request", "metadata", "resource"])
FIELDS = st.sampled_from(["source_uri", "url", "title", "html", "text", "published_at", "authors", "fetched_at"])
TEXTS = st.text("ab1:/. é\0\n\ud800", max_size=9)
VALUES = st.none() | st.booleans() | st.integers() | st.floats() | TEXTS | st.lists(TEXTS, max_size=2)
BLOCKS = st.binary(max_size=300) | st.binary(max_size=40).map(lambda b: b * 50)

# No deadline: a loaded machine is slow, not wrong.
unhurried = settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])


def read_bytes(name: str, content: bytes) -> list[Document | Rejection]:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / name).write_bytes(content)
        return list(Sources([folder], ReadLimits(5000)))


def make_record(kind: str, block: bytes) -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://a.example/\r\nContent-Length: {len(block)}"
    return head.encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def read_blocks(content: bytes) -> list[bytes | None]:
    return [r.block if isinstance(r, WarcRecord) else None for r in read_records(io.BytesIO(content), lambda headers: True, 10**6)]


@unhurried
@given(st.sampled_from(["a.html", "a.txt.gz", "a.jsonl", "a.jsonl.gz", "a.warc", "a.warc.gz"]), st.binary(max_size=400), st.booleans())
def test_any_bytes_become_documents_or_rejections(name: str, content: bytes, is_packed: bool) -> None:
    for one in read_bytes(name, gzip.compress(content) if is_packed else content):
        (one.source_uri + one.location).encode("utf-8")
        if isinstance(one, Rejection):
            assert one.stage == "read" and one.reason.isidentifier() and one.detail.encode("utf-8")
        else:
            assert one.content.strip() and len(one.content) <= 5000


@unhurried
@given(st.lists(st.tuples(KINDS, BLOCKS), max_size=8), st.data())
def test_whole_archives_read_as_fastwarc_reads_them(records: list[tuple[str, bytes]], data: st.DataObject) -> None:
    made = [make_record(*record) for record in records]
    plain = b"".join(made)
    form = data.draw(st.sampled_from(["plain", "member each", "blocks"]))
    if form == "blocks":
        size = data.draw(st.integers(40, 900))
        content = b"".join(gzip.compress(plain[i : i + size]) for i in range(0, len(plain), size))
    else:
        content = plain if form == "plain" else b"".join(map(gzip.compress, made))
    found = list(read_records(io.BytesIO(content), lambda headers: True, 10**6))
    expected = [(r.stream_pos, r.reader.read()) for r in ArchiveIterator(io.BytesIO(content), parse_http=False)]
    assert [r.block for r in found if isinstance(r, WarcRecord)] == [block for _, block in expected]
    assert len({r.offset for r in found}) == len(found)
    if form != "blocks":
        assert [r.offset for r in found] == [str(offset) for offset, _ in expected]


@unhurried
@given(st.lists(st.binary(min_size=1, max_size=200), min_size=3, max_size=7), st.data())
def test_damage_in_one_member_leaves_the_others(blocks: list[bytes], data: st.DataObject) -> None:
    # Blocks of their own, so that each is known by what it says; repeated bytes make members of different shapes.
    numbered = [b"%d:" % number + block * 3 for number, block in enumerate(blocks)]
    members = [gzip.compress(make_record("resource", block)) for block in numbered]
    hit = data.draw(st.integers(0, len(members) - 1))
    start = data.draw(st.integers(0, len(members[hit]) - 1))
    end = data.draw(st.integers(start, len(members[hit])))
    members[hit] = members[hit][:start] + data.draw(st.binary(max_size=40)) + members[hit][end:]
    records = list(read_records(io.BytesIO(b"".join(members)), lambda headers: True, 10**6))
    assert len({record.offset for record in records}) == len(records)
    found = [record.block for record in records if isinstance(record, WarcRecord)]
    others = [block for number, block in enumerate(numbered) if number != hit]
    assert [block for block in found if block in others] == others
    assert len(found) >= len(others)


@unhurried
@given(st.binary(max_size=300), st.data())
def test_cut_off_archives_never_give_part_of_a_page(block: bytes, data: st.DataObject) -> None:
    whole = make_record("resource", b"1" + block) + make_record("resource", b"2" + block)
    packed = b"".join(gzip.compress(make_record("resource", mark + block)) for mark in (b"1", b"2"))
    content = data.draw(st.sampled_from([whole, packed]))
    cut = content[: data.draw(st.integers(0, len(content) - 1))]
    assert set(read_blocks(cut)) <= {b"1" + block, b"2" + block, None}


@unhurried
@given(st.lists(st.binary(max_size=60).filter(lambda line: b"\n" not in line)), st.integers(1, 50))
def test_lines_do_not_depend_on_pieces(lines: list[bytes], size: int) -> None:
    whole = b"\n".join(lines)
    pieces = [whole[i : i + size] for i in range(0, len(whole), size)]
    expected = [(number, line if len(line) <= 40 else None) for number, line in enumerate(lines, 1)]
    while expected and expected[-1][1] == b"":
        expected.pop()
    found = list(read_lines(pieces, 40))
    assert found[: len(expected)] == expected and all(line == b"" for _, line in found[len(expected) :])


@unhurried
@given(st.lists(st.dictionaries(FIELDS, VALUES), max_size=5))
def test_every_line_gives_one_outcome(lines: list[dict[str, object]]) -> None:
    found = read_bytes("a.jsonl", b"".join(json.dumps(line).encode() + b"\n" for line in lines))
    assert len(found) == len({one.location for one in found}) == max(1, len(lines))
    for one in found:
        if isinstance(one, Document):
            for value in (
                one.source_uri,
                one.location,
                one.facts.url or "",
                one.facts.title or "",
                one.facts.published_at or "",
                *one.facts.authors,
            ):
                value.encode("utf-8")


@unhurried
@given(st.lists(st.binary(max_size=100), max_size=4), st.integers(0, 400))
def test_gzip_members_read_as_gzip_reads_them(parts: list[bytes], limit: int) -> None:
    whole = b"".join(parts)
    try:
        assert read_bounded(io.BytesIO(b"".join(map(gzip.compress, parts))), limit) == whole
    except TooLarge:
        assert len(whole) > limit
    else:
        assert len(whole) <= limit


@unhurried
@given(st.binary(max_size=300), st.sampled_from(["gzip", "deflate", "br", "zstd", "gzip, br", "", "x"]), st.booleans())
def test_any_payload_is_decoded_or_told(payload: bytes, encoding: str, is_chunked: bool) -> None:
    headers = {"content-encoding": encoding} | ({"transfer-encoding": "chunked"} if is_chunked else {})
    with contextlib.suppress(BrokenPayload, TooLarge):
        assert len(decode_payload(HttpResponse(200, headers, payload), 250)) <= 250
    parse_response(b"HTTP/1.1 200\r\n" + payload)


@unhurried
@given(st.lists(st.binary(min_size=1, max_size=12), unique=True))
def test_names_stay_different_and_valid(names: list[bytes]) -> None:
    shown = [printable(os.fsdecode(name)) for name in names]
    assert len(set(shown)) == len(names)
    assert all(name.encode("utf-8") for name in shown)
