import gzip
import io
import zlib

import pytest
from fastwarc.stream_io import BrotliWriter, ZstdWriter

from corpus.http_response import BrokenPayload, HttpResponse, decode_payload, parse_response, stated_charset
from corpus.inflate import TooLarge

PAGE = b"<p>The bridge reopened on Monday." * 30


def compress(writer_class, content: bytes) -> bytes:
    made = io.BytesIO()
    writer = writer_class(made)
    writer.write(content)
    writer.close()
    return made.getvalue()


def raw_deflate(content: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(content) + packer.flush()


def chunked(content: bytes, size: int = 100, end: bytes = b"0\r\n\r\n") -> bytes:
    return (
        b"".join(b"%x;note=1\r\n%s\r\n" % (len(content[i : i + size]), content[i : i + size]) for i in range(0, len(content), size)) + end
    )


BROTLI, ZSTD = compress(BrotliWriter, PAGE), compress(ZstdWriter, PAGE)

# (what, headers, payload as sent): all are the page
ENCODED = [
    ("plain", {}, PAGE),
    ("gzip", {"content-encoding": "gzip"}, gzip.compress(PAGE)),
    ("x-gzip", {"content-encoding": "X-GZIP"}, gzip.compress(PAGE)),
    ("zlib deflate", {"content-encoding": "deflate"}, zlib.compress(PAGE)),
    ("raw deflate", {"content-encoding": "deflate"}, raw_deflate(PAGE)),
    ("brotli", {"content-encoding": "br"}, BROTLI),
    ("zstd", {"content-encoding": "zstd"}, ZSTD),
    ("twice", {"content-encoding": "br, gzip"}, gzip.compress(BROTLI)),
    ("chunked", {"transfer-encoding": "chunked"}, chunked(PAGE)),
    ("chunked gzip", {"transfer-encoding": "Chunked", "content-encoding": "gzip"}, chunked(gzip.compress(PAGE))),
    ("chunks with trailers", {"transfer-encoding": "chunked"}, chunked(PAGE, end=b"0\r\nX-Sum: 1\r\n\r\n")),
    ("last chunk missing", {"transfer-encoding": "chunked"}, chunked(PAGE, end=b"")),
    # Crawlers that undid an encoding and kept its header.
    ("gzip undone", {"content-encoding": "gzip"}, PAGE),
    ("deflate undone", {"content-encoding": "deflate"}, PAGE),
    ("brotli undone", {"content-encoding": "br"}, PAGE),
    ("zstd undone", {"content-encoding": "zstd"}, PAGE),
    ("chunks undone", {"transfer-encoding": "chunked"}, PAGE),
    ("all undone", {"transfer-encoding": "chunked", "content-encoding": "gzip"}, PAGE),
    ("no encoding at all", {"content-encoding": "UTF-8"}, PAGE),
    ("identity", {"content-encoding": "identity", "transfer-encoding": "identity"}, PAGE),
]


@pytest.mark.parametrize(("headers", "payload"), [case[1:] for case in ENCODED], ids=[case[0] for case in ENCODED])
def test_encodings_are_undone(headers, payload) -> None:
    assert decode_payload(HttpResponse(200, headers, payload), 10_000) == PAGE


BROKEN = [
    ("gzip cut off", {"content-encoding": "gzip"}, gzip.compress(PAGE)[:-9]),
    ("gzip damaged", {"content-encoding": "gzip"}, gzip.compress(PAGE)[:12] + b"\xff" * 30),
    ("deflate cut off", {"content-encoding": "deflate"}, zlib.compress(PAGE)[:-9]),
    ("brotli cut off", {"content-encoding": "br"}, BROTLI[:-3]),
    ("zstd cut off", {"content-encoding": "zstd"}, ZSTD[:-3]),
    ("chunk cut off", {"transfer-encoding": "chunked"}, chunked(PAGE)[:150]),
    ("chunks out of step", {"transfer-encoding": "chunked"}, chunked(PAGE[:300], end=b"")[:-3] + b"no chunk"),
]


@pytest.mark.parametrize(("headers", "payload"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN])
def test_broken_payload_is_told(headers, payload) -> None:
    with pytest.raises(BrokenPayload):
        decode_payload(HttpResponse(200, headers, payload), 10_000)


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", gzip.compress(b"\0" * 30_000_000)),
        ("deflate", zlib.compress(b"\0" * 30_000_000)),
        ("deflate", raw_deflate(b"\0" * 30_000_000)),
        ("br", compress(BrotliWriter, b"\0" * 30_000_000)),
        ("zstd", compress(ZstdWriter, b"\0" * 30_000_000)),
        ("", b"\0" * 10_001),
    ],
)
def test_bombs_stop_at_the_limit(encoding, packed) -> None:
    with pytest.raises(TooLarge):
        decode_payload(HttpResponse(200, {"content-encoding": encoding}, packed), 10_000)


RESPONSES = [
    (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\nbody\r\n\r\nmore", (200, {"content-type": "text/html"}, b"body\r\n\r\nmore")),
    (b"HTTP/1.0 404\r\n\r\n", (404, {}, b"")),
    (b"HTTP/2 200\nA: 1\nB: 2\n\nbody", (200, {"a": "1", "b": "2"}, b"body")),
    (b"HTTP/1.1 200 OK\r\nA: 1\r\n  folded\r\nA: 2\r\nno colon\r\n\r\n", (200, {"a": "1 folded"}, b"")),
    (b"HTTP/1.1 200 \xe9t\xe9\r\nA: caf\xe9\r\n\r\nx", (200, {"a": "café"}, b"x")),
    (b"HTTP/1.1 200 OK\r\nA: cut off", (200, {"a": "cut off"}, b"")),
    (b"HTTP/1.1 200 OK", (200, {}, b"")),
]


@pytest.mark.parametrize(("block", "expected"), RESPONSES)
def test_responses_are_parsed(block, expected) -> None:
    response = parse_response(block)
    assert response and (response.status, response.headers, response.payload) == expected


@pytest.mark.parametrize("block", [b"", b"<html>", b"GET / HTTP/1.1\r\n\r\n", b"HTTP/1.1 OK\r\n\r\n", b"HTTP/1.1 2000\r\n\r\n"])
def test_what_is_no_response_is_none(block) -> None:
    assert parse_response(block) is None


CHARSETS = [
    ("text/html; charset=UTF-8", "utf-8"),
    ("text/html;charset='windows-1252'", "windows-1252"),
    ('text/html; x=1; Charset = "gb2312" ; y=2', "gb2312"),
    ("text/html; charset=utf-16", "utf-16"),
    ("text/html", None),
    ("text/html; charset=", None),
    ("text/html; charset=nonsense", None),
    ("text/html; charset=hex", None),  # a codec of Python, but of no text
    ("text/html; charset=a\0b", None),
]


@pytest.mark.parametrize(("content_type", "expected"), CHARSETS)
def test_charset_is_the_one_stated(content_type, expected) -> None:
    assert stated_charset(content_type) == expected


# What stands before an answer, and behind a payload

OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE


@pytest.mark.parametrize(
    "before",
    [
        b"HTTP/1.1 100 Continue\r\n\r\n",
        b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n",
        b"HTTP/1.1 200 Connection established\r\n\r\n",
        b"HTTP/1.0 200 Connection Established\r\nProxy-Agent: squid\r\nVia: 1.1 cache\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n",
        b"HTTP/1.1 100 Continue\n\n",
    ],
)
def test_answer_behind_an_announcement_counts(before: bytes) -> None:
    response = parse_response(before + OK)
    assert response is not None and (response.status, response.payload) == (200, PAGE)
    assert response.headers == {"content-type": "text/html"}


@pytest.mark.parametrize(
    ("block", "status", "payload"),
    [
        (b"HTTP/1.1 100 Continue\r\n\r\n", 100, b""),
        (b"HTTP/1.1 200 OK\r\n\r\n<p>HTTP/1.1 200 OK", 200, b"<p>HTTP/1.1 200 OK"),
        (b"HTTP/1.1 404 Not Found\r\n\r\n" + OK, 404, OK),
        # A page about HTTP, sent as such, is itself.
        (b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n" + OK, 200, OK),
        (b"HTTP/1.1 100 Continue\r\n\r\n" * 9 + OK, 100, b"HTTP/1.1 100 Continue\r\n\r\n" * 3 + OK),
    ],
)
def test_what_is_no_announcement_is_the_answer(block: bytes, status: int, payload: bytes) -> None:
    response = parse_response(block)
    assert response is not None and (response.status, response.payload) == (status, payload)


@pytest.mark.parametrize("headers", [{"content-encoding": "gzip"}, {}])
def test_comment_behind_gzip_is_left_out(headers: dict[str, str]) -> None:
    sent = gzip.compress(PAGE) + b"\n<!-- cached at noon -->"
    assert decode_payload(HttpResponse(200, headers, sent), 10_000) == PAGE


@pytest.mark.parametrize(
    ("headers", "payload"),
    [
        ({"content-encoding": "gzip"}, gzip.compress(PAGE, mtime=0)[:-12]),
        ({"transfer-encoding": "chunked"}, chunked(PAGE)[:-60]),
        ({"transfer-encoding": "chunked", "content-encoding": "gzip"}, chunked(gzip.compress(PAGE, mtime=0), 20)[:-30]),
    ],
)
def test_of_a_payload_that_is_known_to_be_cut_its_start_counts(headers: dict[str, str], payload: bytes) -> None:
    response = HttpResponse(200, headers, payload)
    with pytest.raises(BrokenPayload):
        decode_payload(response, 10_000)
    start = decode_payload(response, 10_000, is_cut=True)
    assert start and PAGE.startswith(start)
