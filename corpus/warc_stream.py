"""The bytes of a web archive, decompressed, and the way on behind damage.

Written here because a reader for whole archives must not lose records in silence, as FastWARC 2.0.1 does behind an
empty gzip member, blank lines too many, or a record whose length lies. Format: ISO 28500 (WARC 1.0 and 1.1).
"""

from __future__ import annotations

import re
import zlib

from corpus.inflate import GZIP_MAGIC, GZIP_WINDOW, PIECE_BYTES, ByteReader

VERSION = re.compile(rb"WARC/\d+\.\d+[ \t]*\r?\n")
_VERSION_BYTES = 24
_ANY_START = re.compile(rb"[\r\n]*(?:WARC/\d+\.\d+[ \t]*\r?\n|\Z)")
# Behind damage a record may start in the middle of a line.
_RECORD_START = re.compile(rb"WARC/\d+\.\d+[ \t]*\r?\n(?=[A-Za-z])")
# Compressed bytes that show whether a gzip member starts a record, long file names in its header included.
_PEEKED_BYTES = 4096
MAX_HEADER_BYTES = 1 << 18


class Damage(Exception):
    """What is wrong with the record being read. The message is for people."""


class CutOff(Damage):
    """The record ends where another starts; the stream stands there."""


class BrokenMember(Damage):
    """Gzip data that cannot be decompressed any further."""


class BrokenStart(BrokenMember):
    """No whole gzip member starts at `offset`; the member before it is whole."""

    def __init__(self, detail: str, offset: int) -> None:
        super().__init__(detail)
        self.offset = offset


class WarcStream:
    """The decompressed bytes of an archive, stopping where a gzip member starts a record."""

    def __init__(self, file: ByteReader) -> None:
        self.file = file
        self.buffer = bytearray()
        self.raw = file.read(PIECE_BYTES)
        self.raw_position = len(self.raw)
        self.is_gzip = self.raw.startswith(GZIP_MAGIC)
        self.member = zlib.decompressobj(GZIP_WINDOW) if self.is_gzip else None
        # Where the present member starts, and the one opened last, which may be waiting.
        self.member_start = self.opened_start = 0
        # Decompressed bytes of the present member that were handed out.
        self.taken = 0
        # The first bytes of a member that starts a record, held back until the record before is done with.
        self.waiting = b""
        # Why nothing more can be decompressed before `scan_to_member`.
        self.broken: BrokenStart | None = None
        self.has_ended = False
        # Gzip whose first member is damaged does not look like gzip.
        self.starts_late = not self.is_gzip and not _ANY_START.match(self.raw) and self._find_first_member()

    def _find_first_member(self) -> bool:
        self.scan_to_member()
        if self.has_ended:
            self.rewind(0)
            return False
        self.is_gzip = True
        return True

    @property
    def offset(self) -> str:
        """The offset of the next byte to be handed out, as `corpus.warc_records.WarcRecord` has it."""
        if not self.is_gzip:
            return str(self.taken)
        return f"{self.member_start}+{self.taken}" if self.taken else str(self.member_start)

    # Filling the buffer

    def fill(self) -> bool:
        """More bytes in the buffer, or False at the end or before a member that starts a record."""
        if self.broken:
            raise self.broken
        if self.waiting or self.has_ended:
            return False
        if not self.is_gzip:
            self.buffer += self.raw
            filled = bool(self.raw)
            self._read_raw()
            self.has_ended = not filled
            return filled
        piece = self._inflate()
        while not piece:
            try:
                if not self._open_member():
                    self.has_ended = True
                    return False
                piece = self._first_piece()
            except BrokenMember as damage:
                self.broken = damage if isinstance(damage, BrokenStart) else BrokenStart(str(damage), self.opened_start)
                raise self.broken from None
            if VERSION.match(piece):
                self.waiting = piece
                return False
        self.buffer += piece
        return True

    def go_on(self) -> bool:
        """Past the boundary at which `fill` stopped, if it did. False at the end of the file."""
        if self.waiting and not self.buffer:
            self.buffer += self.waiting
            self.waiting, self.member_start, self.taken = b"", self.opened_start, 0
        return bool(self.buffer) or not self.has_ended

    def _read_raw(self) -> None:
        self.raw = self.file.read(PIECE_BYTES)
        self.raw_position += len(self.raw)

    def _inflate(self) -> bytes:
        """The next piece of the present member; empty at its end."""
        assert self.member is not None
        while not self.member.eof:
            if not self.raw:
                self._read_raw()
            try:
                piece = self.member.decompress(self.raw, PIECE_BYTES)
            except zlib.error as error:
                raise BrokenMember(f"the gzip data is damaged ({error})") from None
            if not piece and not self.raw and not self.member.eof:
                raise BrokenMember("the file ends in the middle of the record")
            self.raw = self.member.unused_data if self.member.eof else self.member.unconsumed_tail
            if piece:
                return piece
        return b""

    def _open_member(self) -> bool:
        """The next member made the present one. False at the end of the file; zeros there are padding."""
        start, has_zeros = self.raw_position - len(self.raw), False
        while len(self.raw) < len(GZIP_MAGIC) or self.raw.startswith(b"\0"):
            has_zeros = has_zeros or self.raw.startswith(b"\0")
            held = self.raw.lstrip(b"\0")
            if len(held) < len(GZIP_MAGIC):
                self._read_raw()
                if not self.raw and not held:
                    return False
                if not self.raw:
                    raise BrokenStart("bytes that are no gzip stand at the end of the file", start)
                held += self.raw
            self.raw = held
        if has_zeros or not self.raw.startswith(GZIP_MAGIC):
            raise BrokenStart("bytes that are no gzip stand between the records", start)
        self.opened_start = self.raw_position - len(self.raw)
        self.member = zlib.decompressobj(GZIP_WINDOW)
        # Offsets go on counting where a line runs over members (as `bgzip` writes them).
        if not self.buffer:
            self.member_start, self.taken = self.opened_start, 0
        return True

    def _first_piece(self) -> bytes:
        """Enough of a member's start to see whether a record starts there."""
        piece = b""
        while len(piece) < _VERSION_BYTES and (more := self._inflate()):
            piece += more
        return piece

    # Handing out

    def take(self, size: int) -> bytes:
        taken = bytes(self.buffer[:size])
        del self.buffer[:size]
        self.taken += len(taken)
        return taken

    def read_line(self) -> bytes:
        """A line with its end; without one at the end or at a boundary; empty where nothing is left."""
        searched = 0
        while (end := self.buffer.find(b"\n", searched)) < 0:
            searched = len(self.buffer)
            if searched > MAX_HEADER_BYTES:
                raise Damage("a header line has no end")
            if not self.fill():
                break
        return self.take(end + 1 if end >= 0 else len(self.buffer))

    def read_exactly(self, size: int) -> bytes:
        while len(self.buffer) < size:
            if not self.fill():
                raise Damage(f"the record has {len(self.buffer)} bytes of the {size} that it announces")
        return self.take(size)

    def skip_exactly(self, size: int, give_up: int) -> None:
        left = size - len(self.take(size))
        if left and not self.is_gzip:
            # The last byte must be there; the others need not be read.
            try:
                self.rewind(self.taken + left - 1)
            except OSError:  # no file of this system can be so long
                self.raw = b""
            if not self.raw:
                raise Damage(f"the file ends before the {size} bytes that the record announces")
            self.take(0 if not self.fill() else 1)
            return
        while left:
            left -= len(self.take(left))
            if left and not self.fill():
                raise Damage(f"the record has {size - left} bytes of the {size} that it announces")
            if self.is_gzip and size - left > give_up:
                raise BrokenMember("the record is larger than anything that a page can be")

    def skip_line_ends(self) -> int:
        """How many there were."""
        count = 0
        while True:
            end = next((i for i, byte in enumerate(self.buffer) if byte not in b"\r\n"), len(self.buffer))
            count += self.take(end).count(b"\n")
            if self.buffer or not self.fill():
                return count

    # Finding the way on

    def put_back(self, line: bytes) -> None:
        self.buffer[:0] = line
        self.taken -= len(line)

    def scan_to_record(self) -> None:
        """To the next start of a record, or to a boundary or the end."""
        while True:
            self._top_up(_VERSION_BYTES)
            found = _RECORD_START.search(self.buffer)
            if found:
                self.take(found.start())
                return
            # A start may be cut by the end of the buffer.
            self.take(max(0, len(self.buffer) - _VERSION_BYTES))
            if not self.fill():
                self.take(len(self.buffer))
                return

    def _top_up(self, size: int) -> None:
        while len(self.buffer) < size and self.fill():
            pass

    def rewind(self, position: int) -> None:
        """To another byte of an archive that is not compressed."""
        self.file.seek(position)
        self.buffer.clear()
        self.has_ended, self.taken, self.raw_position = False, position, position
        self._read_raw()

    def scan_to_member(self) -> None:
        """To the next gzip member that starts a record, behind a damaged one, or to the end of the file."""
        # Not from where the damage showed: damaged data can decompress to garbage far beyond its own end.
        position = max(self.opened_start + 1, self.broken.offset if self.broken else 0) if self.is_gzip else 0
        self.buffer.clear()
        self.waiting, self.broken = b"", None
        self.file.seek(position)
        window = b""
        while piece := self.file.read(PIECE_BYTES):
            window += piece
            start = window.find(GZIP_MAGIC)
            while start >= 0:
                if _starts_record(window[start : start + _PEEKED_BYTES] + self._peek(position + len(window))):
                    self._jump(position + start)
                    return
                start = window.find(GZIP_MAGIC, start + 1)
            position += len(window) - 2
            window = window[-2:]
        self.has_ended = True

    def _peek(self, position: int) -> bytes:
        self.file.seek(position)
        more = self.file.read(_PEEKED_BYTES)
        self.file.seek(position)
        return more

    def _jump(self, position: int) -> None:
        self.file.seek(position)
        self.raw_position, self.raw = position, b""
        self.member, self.taken = zlib.decompressobj(GZIP_WINDOW), 0
        self.member_start = self.opened_start = position


def _starts_record(compressed: bytes) -> bool:
    try:
        return bool(VERSION.match(zlib.decompressobj(GZIP_WINDOW).decompress(compressed, 64)))
    except zlib.error:
        return False
