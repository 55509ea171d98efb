"""The bytes of a file, gzip undone, never more at a time than a piece."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Protocol

PIECE_BYTES = 1 << 16
GZIP_MAGIC = b"\x1f\x8b\x08"
# Window bits: zlib reads a gzip header and checks the checksum behind the data.
GZIP_WINDOW = 31


class BrokenGzip(Exception):
    """Gzip data that ends too early or does not agree with its checksum. The message is for people."""


class TrailingBytes(BrokenGzip):
    """Whole gzip data with bytes behind it that are none."""


class TooLarge(Exception):
    """More bytes than a document may have. The message is for people."""


class ByteReader(Protocol):
    """What reading needs of an open file."""

    def read(self, size: int, /) -> bytes: ...

    def seek(self, offset: int, /) -> object: ...


def spell_size(size: int) -> str:
    """A number of bytes for people.

    >>> spell_size(20 * 2**20), spell_size(700)
    ('20 MB', '700 bytes')
    """
    for unit, name in ((2**30, "GB"), (2**20, "MB"), (2**10, "kB")):
        if size >= unit:
            return f"{size / unit:.3g} {name}"
    return f"{size} bytes"


def read_pieces(file: ByteReader) -> Iterator[bytes]:
    """The file's bytes in pieces of at most 64 kB, decompressed where the file starts like gzip, whatever its name.

    Pages saved as the server sent them are often gzip under a plain name, and the other way round.

    Raises:
        BrokenGzip: After the pieces that could be read.
    """
    head = file.read(PIECE_BYTES)
    if head.startswith(GZIP_MAGIC):
        yield from _inflate(file, head)
        return
    while head:
        yield head
        head = file.read(PIECE_BYTES)


def read_bounded(file: ByteReader, limit: int) -> bytes:
    """The whole file, decompressed.

    Raises:
        TooLarge: As soon as there are more than `limit` bytes; no more is read.
        BrokenGzip: The file is gzip and damaged or cut off.
    """
    content = bytearray()
    for piece in read_pieces(file):
        content += piece
        if len(content) > limit:
            raise TooLarge(f"more than {spell_size(limit)}")
    return bytes(content)


def _inflate(file: ByteReader, raw: bytes) -> Iterator[bytes]:
    while True:
        member = zlib.decompressobj(GZIP_WINDOW)
        while not member.eof:
            raw = raw or file.read(PIECE_BYTES)
            try:
                # Without input this still gives what zlib holds back because of the size limit.
                piece = member.decompress(raw, PIECE_BYTES)
            except zlib.error as error:
                raise BrokenGzip(f"the gzip data is damaged ({error})") from None
            if piece:
                yield piece
            elif not raw:
                raise BrokenGzip("the gzip data is cut off")
            raw = member.unconsumed_tail
        # Members may follow one another; tapes and disk images pad with zeros.
        raw = member.unused_data.lstrip(b"\0")
        while len(raw) < len(GZIP_MAGIC) and (more := file.read(PIECE_BYTES)):
            raw = (raw + more).lstrip(b"\0")
        if not raw:
            return
        if not raw.startswith(GZIP_MAGIC):
            raise TrailingBytes("bytes that are no gzip follow the gzip data")
