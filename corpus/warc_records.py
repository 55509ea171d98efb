"""The records of a web archive, one after the other, the damaged ones named."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from corpus.inflate import ByteReader
from corpus.warc_stream import MAX_HEADER_BYTES, VERSION, BrokenMember, BrokenStart, CutOff, Damage, WarcStream

_LENGTH = re.compile(r"\d{1,15}", re.ASCII)
_CUT_INTO = re.compile(rb"WARC/\d+\.\d+[ \t]*\r?\n$")
# A record without end inside one gzip member is skipped up to this many times the limit, decompressed.
_GIVE_UP_AFTER = 64


@dataclass(frozen=True, slots=True)
class WarcRecord:
    """A whole record. `offset` names its offset in the file: the byte where it (or its gzip member) starts, for a further
    record of the same member that byte, "+" and the offset inside. `headers` have names in lower case; of a name that
    occurs twice the first counts. `block` is None for one that was skipped: not wanted, or more than the limit."""

    offset: str
    headers: dict[str, str]
    block: bytes | None


@dataclass(frozen=True, slots=True)
class BrokenRecord:
    """Where a record is damaged, and how. `detail` is for people."""

    offset: str
    detail: str


def read_records(file: ByteReader, is_wanted: Callable[[dict[str, str]], bool], limit: int) -> Iterator[WarcRecord | BrokenRecord]:
    """Every record of an archive, plain or gzip, in order, and what is damaged between them.

    The blocks of records that `is_wanted` turns down (it sees their headers) or that have more than `limit` bytes are skipped.
    Records may have a gzip member each, share one, or run over several. Blank lines between them are fine, as are zeros at
    the end of the file.
    """
    stream = WarcStream(file)
    if stream.starts_late:
        yield BrokenRecord("0", "bytes that are neither gzip nor a record stand at the start of the file")
    while stream.go_on():
        try:
            stream.skip_line_ends()
        except BrokenMember as damage:
            yield BrokenRecord(str(damage.offset) if isinstance(damage, BrokenStart) else stream.offset, str(damage))
            stream.scan_to_member()
        if not stream.buffer:
            continue
        offset, start = stream.offset, stream.taken
        try:
            record: WarcRecord | BrokenRecord = _read_record(stream, offset, is_wanted, limit)
        except Damage as damage:
            record = BrokenRecord(offset, str(damage))
            _find_the_way_on(stream, damage, start)
        yield record


def _find_the_way_on(stream: WarcStream, damage: Damage, start: int) -> None:
    try:
        if isinstance(damage, BrokenStart):
            stream.buffer.clear()  # The next reading meets the damage again and reports it where it is.
        elif isinstance(damage, BrokenMember):
            stream.scan_to_member()
        else:
            if not stream.is_gzip and not isinstance(damage, CutOff):
                stream.rewind(start + 1)
            stream.scan_to_record()
    except BrokenStart:
        stream.buffer.clear()
    except BrokenMember:
        stream.scan_to_member()


def _read_record(stream: WarcStream, offset: str, is_wanted: Callable[[dict[str, str]], bool], limit: int) -> WarcRecord:
    if not VERSION.match(stream.read_line()):
        raise Damage("no WARC record starts here")
    headers = _read_headers(stream)
    length = headers.get("content-length", "")
    if not _LENGTH.fullmatch(length):
        raise Damage(f"the record's Content-Length is {length!r}" if length else "the record has no Content-Length")
    size = int(length)
    if size <= limit and is_wanted(headers):
        block: bytes | None = stream.read_exactly(size)
    else:
        block = None
        stream.skip_exactly(size, limit * _GIVE_UP_AFTER)
    # Only behind the record's end the gzip checksum is known, and whether its length is true.
    try:
        line_ends = stream.skip_line_ends()
    except BrokenStart:
        return WarcRecord(offset, headers, block)
    if line_ends < 2 and stream.buffer and not VERSION.match(stream.buffer):
        raise Damage("the record does not end where it announces")
    return WarcRecord(offset, headers, block)


def _read_headers(stream: WarcStream) -> dict[str, str]:
    headers: dict[str, str] = {}
    name, size = "", 0
    while line := stream.read_line():
        if line in (b"\r\n", b"\n"):
            return headers
        if cut := _CUT_INTO.search(line):
            stream.put_back(line[cut.start() :])
            raise CutOff("the record ends in the middle of its headers")
        size += len(line)
        if size > MAX_HEADER_BYTES:
            raise Damage("the record's headers have no end")
        text = _decode(line.rstrip(b"\r\n"))
        if text[:1] in " \t" and name:
            headers[name] += " " + text.strip()
            continue
        name, colon, value = text.partition(":")
        name = name.strip().lower()
        if colon:
            headers.setdefault(name, value.strip())
    raise Damage("the record ends in the middle of its headers")


def _decode(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        # Addresses as servers sent them: the bytes spelled as an address spells them.
        return "".join(chr(byte) if byte < 0x80 else f"%{byte:02X}" for byte in line)
