"""The page within an HTTP response as an archive keeps it: status, type, and the payload with its encodings undone."""

from __future__ import annotations

import codecs
import io
import re
import zlib
from dataclasses import dataclass

from fastwarc.stream_io import BrotliReader, ZstdReader

from corpus.inflate import GZIP_MAGIC, PIECE_BYTES, BrokenGzip, TooLarge, TrailingBytes, read_pieces, spell_size
from transforms.records import MediaKind

_STATUS_LINE = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})(?:[ \t][^\n]*)?\r?(?:\n|$)")
_HEADERS_END = re.compile(rb"\r?\n\r?\n")
_CHUNK_SIZE = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")
_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?\s*([^\s\"';]+)", re.IGNORECASE)
# Gzip data that holds itself exists; no server packs a page more often than this.
_MAX_ENCODINGS = 4
# Answers that only announce the one behind them; a server sends one or two.
_MAX_INTERIM = 5
# What an answer without a page of its own may say of the connection.
_TUNNEL_HEADERS = {"connection", "proxy-connection", "proxy-agent", "via", "server", "date", "keep-alive"}
_ZSTD_MAGIC = b"\x28\xb5\x2f\xfd"
# The types of pages, and what they are read as.
PAGE_KINDS: dict[str, MediaKind] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
    "text/markdown": "text",
}


class BrokenPayload(Exception):
    """A payload that is not encoded as its headers say. The message is for people."""


@dataclass(frozen=True, slots=True)
class HttpResponse:
    """A response; header names in lower case, `payload` as it was sent."""

    status: int
    headers: dict[str, str]
    payload: bytes


def parse_response(block: bytes) -> HttpResponse | None:
    """The response in a record's block, None where it is no HTTP. Of several in a row the one that answers: before it stand
    "100 Continue" and what a proxy says when it has opened a tunnel."""
    response = _parse_first(block)
    for _ in range(_MAX_INTERIM):
        if response is None or not _is_interim(response) or (then := _parse_first(response.payload)) is None:
            break
        response = then
    return response


def _is_interim(response: HttpResponse) -> bool:
    return 100 <= response.status < 200 or (200 <= response.status < 300 and not response.headers.keys() - _TUNNEL_HEADERS)


def _parse_first(block: bytes) -> HttpResponse | None:
    start = _STATUS_LINE.match(block)
    if not start:
        return None
    # Without headers the blank line follows at once.
    end = _HEADERS_END.search(block, start.end() - 2)
    head, payload = (block[start.end() : end.start()], block[end.end() :]) if end else (block[start.end() :], b"")
    headers: dict[str, str] = {}
    for line in re.split(r"\r?\n(?![ \t])", head.decode("latin-1")):
        name, colon, value = line.partition(":")
        if colon:
            headers.setdefault(name.strip().lower(), " ".join(value.split()))
    return HttpResponse(int(start[1]), headers, payload)


def media_type(content_type: str) -> str:
    """The type without its parameters.

    >>> media_type('Text/HTML; charset="utf-8"')
    'text/html'
    """
    return re.split(r"[;,]", content_type)[0].strip().lower()


def stated_charset(content_type: str) -> str | None:
    """The character encoding that a Content-Type states, None where it states none that Python knows.

    >>> stated_charset("text/html; charset='ISO-8859-1'"), stated_charset("text/html; charset=none")
    ('iso-8859-1', None)
    """
    found = _CHARSET.search(content_type)
    try:
        if not found or "\0" in found[1]:
            return None
        codecs.lookup(found[1])
        b"a".decode(found[1])  # refuses what is no text encoding ("hex")
    except (LookupError, ValueError):
        # UTF-16 and the like cannot decode one byte, but are encodings.
        return found[1].lower() if found and found[1].lower().startswith(("utf-16", "utf-32", "utf16", "utf32")) else None
    return found[1].lower()


def decode_payload(response: HttpResponse, limit: int, *, is_cut: bool = False) -> bytes:
    """The payload with transfer and content encodings undone, and of a file that is itself gzip (`sitemap.xml.gz`) what it holds.

    Many crawlers undo an encoding and keep its header, so a payload that does not look encoded is taken as it is. `is_cut`: the
    payload is known to lack its end, so what can be decoded of it counts.

    Raises:
        BrokenPayload: It starts as its headers say and cannot be decoded.
        TooLarge: More than `limit` bytes.
    """
    payload = response.payload
    if "chunked" in response.headers.get("transfer-encoding", "").lower():
        payload = _join_chunks(payload, is_cut)
    encodings = [name.strip().lower() for name in response.headers.get("content-encoding", "").split(",")]
    for encoding in encodings[: -_MAX_ENCODINGS - 1 : -1]:
        if encoding in ("gzip", "x-gzip") and payload.startswith(GZIP_MAGIC):
            payload = _undo_gzip(payload, limit, is_cut)
        elif encoding == "deflate":
            payload = _undo_deflate(payload, limit)
        elif encoding == "br":
            payload = _undo_stream(BrotliReader(io.BytesIO(payload)), payload, limit)
        elif encoding == "zstd" and payload.startswith(_ZSTD_MAGIC):
            payload = _undo_stream(ZstdReader(io.BytesIO(payload)), payload, limit)
    if payload.startswith(GZIP_MAGIC):
        payload = _undo_gzip(payload, limit, is_cut)
    if len(payload) > limit:
        raise TooLarge(f"{spell_size(len(payload))}, the limit is {spell_size(limit)}")
    return payload


def _join_chunks(payload: bytes, is_cut: bool) -> bytes:
    start = _CHUNK_SIZE.match(payload)
    if not start:
        return payload
    chunks: list[bytes] = []
    while start:
        size, begin = int(start[1], 16), start.end()
        if size == 0:
            return b"".join(chunks)
        if begin + size > len(payload):
            if is_cut:
                return b"".join([*chunks, payload[begin:]])
            raise BrokenPayload("a chunk of the payload is cut off")
        chunks.append(payload[begin : begin + size])
        end = begin + size
        start = _CHUNK_SIZE.match(payload, end + 2 if payload.startswith(b"\r\n", end) else end + 1)
    if payload[end:].strip():
        if len(chunks) == 1:
            return payload  # A page whose first line happens to look like a chunk's size.
        raise BrokenPayload("the chunks of the payload do not follow one another")
    return b"".join(chunks)


def _undo_gzip(payload: bytes, limit: int, is_cut: bool) -> bytes:
    content = bytearray()
    try:
        for piece in read_pieces(io.BytesIO(payload)):
            content += piece
            if len(content) > limit:
                raise TooLarge(f"more than {spell_size(limit)}")
    except TrailingBytes:
        pass  # Caches write a comment behind what they packed; browsers do not mind, nor do we.
    except BrokenGzip as error:
        if not is_cut:
            raise BrokenPayload(str(error)) from None
    return bytes(content)


def _undo_deflate(payload: bytes, limit: int) -> bytes:
    # Servers send it with zlib's frame, as the standard says, or bare.
    for window in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        inflater = zlib.decompressobj(window)
        try:
            content = inflater.decompress(payload, limit + 1)
        except zlib.error:
            continue
        if len(content) > limit:
            raise TooLarge(f"more than {spell_size(limit)}")
        if inflater.eof:
            return content
    return _as_it_is(payload, "deflate")


def _undo_stream(reader: BrotliReader | ZstdReader, payload: bytes, limit: int) -> bytes:
    content = bytearray()
    try:
        while piece := reader.read(PIECE_BYTES):
            content += piece
            if len(content) > limit:
                raise TooLarge(f"more than {spell_size(limit)}")
    except OSError as error:
        return _as_it_is(payload, str(error))
    return bytes(content)


def _as_it_is(payload: bytes, problem: str) -> bytes:
    if not payload or payload.lstrip()[:1] == b"<":
        return payload
    raise BrokenPayload(f"the payload cannot be decompressed ({problem})")
