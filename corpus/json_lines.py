"""JSON lines of documents: one object a line, with `html` or `text` and what the source knows about it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import blake2b
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from corpus.dates import EARLIEST_SECOND, LATEST_SECOND, read_date
from corpus.inflate import TooLarge, spell_size
from corpus.marked_text import clean_markup
from corpus.origins import Origin, clean_surrogates
from transforms.identity import clean_url
from transforms.records import Document, Rejection, SourceFacts

_UTF8_BOM = b"\xef\xbb\xbf"
_UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")
# A line is skipped in pieces up to this many times the limit; then the rest of the file is given up.
_GIVE_UP_AFTER = 64
# An address without "https://": a host with a dot, then the end or a path.
_BARE_ADDRESS = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?].*)?", re.IGNORECASE | re.DOTALL)


def read_lines(pieces: Iterable[bytes], limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Each line with its number from 1, without its line end; None for a line of more than `limit` bytes.

    Raises:
        TooLarge: A line goes on and on, so that reading to its end would take too long.
    """
    number, line, skipped = 1, bytearray(), 0
    for piece in pieces:
        start = 0
        while (end := piece.find(b"\n", start)) >= 0:
            line += piece[start:end]
            yield number, None if skipped or len(line) > limit else bytes(line)
            number, line, skipped, start = number + 1, bytearray(), 0, end + 1
        line += piece[start:]
        if len(line) > limit:
            skipped += len(line)
            line.clear()
        if skipped > limit * _GIVE_UP_AFTER:
            raise TooLarge(f"line {number} has more than {spell_size(limit)}, and no end in sight: the rest of the file was not read")
    if line or skipped:
        yield number, None if skipped else bytes(line)


def read_json_lines(origin: Origin, pieces: Iterable[bytes], limit: int) -> Iterator[Document | Rejection]:
    """A document or a rejection for each line that is not blank."""
    is_empty = True
    names = _Names()
    for number, line in read_lines(pieces, limit):
        here = origin.part(number)
        if line is None:
            is_empty = False
            yield here.reject("too_large", f"the line has more than {spell_size(limit)}")
            continue
        if number == 1:
            if line.startswith(_UTF16_BOMS):
                yield origin.reject("unreadable", "the file is UTF-16; JSON lines are UTF-8")
                return
            line = line.removeprefix(_UTF8_BOM)
        if line and not line.isspace():
            is_empty = False
            yield _read_line(origin, here, line, names)
    if is_empty:
        yield origin.reject("empty", "the file has no lines", b"")


class _Names:
    """The names that lines of one file gave themselves, in some sixty bytes each."""

    def __init__(self) -> None:
        self._seen: set[bytes] = set()

    def settle(self, named: Origin, number: str) -> Origin:
        """The origin with a location that no line before has: some files name all their lines alike."""
        while (digest := blake2b(named.location.encode(), digest_size=8).digest()) in self._seen:
            named = replace(named, location=f"{named.location}#{number}")
        self._seen.add(digest)
        return named


def _read_line(origin: Origin, here: Origin, line: bytes, names: _Names) -> Document | Rejection:
    try:
        fields = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        return here.reject("broken_record", f"the line is not UTF-8 (byte {error.start + 1})", line)
    except (ValueError, RecursionError) as error:
        detail = f"the line is no JSON ({error})" if isinstance(error, ValueError) else "the JSON is nested too deeply"
        return here.reject("broken_record", detail, line)
    if not isinstance(fields, dict):
        return here.reject("broken_record", "the line is JSON, but no object", line)
    source_uri = _text(fields.get("source_uri"))
    if source_uri:
        here = names.settle(origin.named_part(source_uri), here.location.rpartition("#")[2])
    pages = {kind: fields[kind] for kind in ("html", "text") if isinstance(fields.get(kind), str)}
    if not pages:
        return here.reject("broken_record", "the line has neither html nor text", line)
    html, text = pages.get("html", ""), clean_markup(pages.get("text", ""))
    kind, page = ("html", html) if html.strip() or not text.strip() else ("text", text)
    content = clean_surrogates(page).encode("utf-8")
    if not page.strip():
        return here.reject("empty", "html and text are empty" if len(pages) == 2 else f"{next(iter(pages))} is empty", content)
    return Document(
        source_uri=here.source_uri,
        location=here.location,
        content=content,
        kind="html" if kind == "html" else "text",
        facts=replace(read_facts(fields), url=read_url(fields.get("url")), charset="utf-8", fetched_at=read_time(fields.get("fetched_at"))),
    )


def read_facts(fields: dict[str, Any]) -> SourceFacts:
    """What a source says of an article, with None or nothing for what it does not say or says in no usable way."""
    return SourceFacts(
        title=clean_markup(_text(fields.get("title")) or "") or None,
        published_at=_published(fields.get("published_at")),
        outlet=_text(fields.get("outlet")),
        authors=_names(fields.get("authors")),
        language=_text(fields.get("language")),
        site_name=_text(fields.get("site_name")),
        time_zone=read_zone(fields.get("time_zone")),
    )


def read_zone(value: Any) -> str | None:
    """The name of a time zone as IANA lists them, None for what is none.

    >>> read_zone("Europe/Malta"), read_zone("Valletta"), read_zone("../passwd")
    ('Europe/Malta', None, None)
    """
    name = _text(value)
    try:
        return ZoneInfo(name).key if name else None
    except (ValueError, OSError, LookupError):
        return None


def read_url(value: Any) -> str | None:
    """The address of a page, None for what is no web address.

    Only http and https: "n/a", "unknown" or a path would make one key for many documents.

    >>> read_url(" www.example.org/a "), read_url("n/a"), read_url("http://[broken/")
    ('https://www.example.org/a', None, None)
    """
    url = _text(value)
    if not url:
        return None
    if url.startswith("//"):
        url = "https:" + url
    elif "://" not in url and _BARE_ADDRESS.fullmatch(url):
        url = "https://" + url
    try:
        split = urlsplit(url)
        clean_url(url)
    except ValueError:
        return None
    return url if split.scheme.lower() in ("http", "https") and split.hostname else None


def read_time(value: Any) -> datetime | None:
    """A moment with its time zone (UTC where none is given), None for what is no moment.

    >>> read_time("2024-01-02T03:04:05Z").isoformat()
    '2024-01-02T03:04:05+00:00'
    """
    text = _date(value)
    try:
        moment = datetime.fromisoformat(text) if text else None
        if moment is None:
            return None
        # Also refuses the first and last hours of the calendar, which have no UTC time.
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _day(digits: str) -> str | None:
    """20240301 as a day."""
    try:
        return datetime.strptime(digits, "%Y%m%d").date().isoformat() if len(digits) == 8 else None
    except ValueError:
        return None


def _text(value: Any) -> str | None:
    """A field that should be text: stripped, None where empty or of another type. Numbers are spelled, objects named."""
    if isinstance(value, dict):
        value = value.get("name")  # schema.org: {"@type": "Organization", "name": "…"}
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        return None
    return clean_surrogates(value).replace("\0", "").strip() or None


def _names(value: Any) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    names = (_text(name) for name in values)
    return tuple(dict.fromkeys(name for name in names if name))


def _published(value: Any) -> str | None:
    """A date in ISO form where it is read whole, else as it stands: the page may say how it is meant."""
    text = _date(value)
    return (read_date(text, None) or text) if text and isinstance(value, str) else text


def _date(value: Any) -> str | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return _text(value) if isinstance(value, str) else None
    if not 0 < value < LATEST_SECOND * 1000:  # also refuses what is no finite number, and what is too large for one
        return None
    if isinstance(value, int) and value < EARLIEST_SECOND:
        return _day(str(value))
    for divisor in (1, 1000):
        if EARLIEST_SECOND <= value / divisor <= LATEST_SECOND:
            return datetime.fromtimestamp(value / divisor, UTC).isoformat()
    return None
