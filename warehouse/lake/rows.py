"""What a task hands to the lake: one outcome a document."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import datetime

from transforms.records import NO_FACTS, Annotation, Document, Extraction, MediaKind, Rejection, SourceFacts

SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document without its bytes, which the archive holds under `content_hash`.

    `kind` and `content_hash` are None for what could not be read at all. `arrived` is the number of the run in which this
    content came first, None for "in this run": new rules redo old documents without making them newer.
    """

    source_uri: str
    location: str
    content_hash: str | None
    kind: MediaKind | None
    facts: SourceFacts = NO_FACTS
    arrived: int | None = None

    def arrived_in(self, run_number: int) -> StoredDocument:
        """The same document, as one that came in that run."""
        return replace(self, arrived=run_number)

    def fetched_on(self, moment: datetime) -> StoredDocument:
        """The same document, as one that was fetched then."""
        return replace(self, facts=replace(self.facts, fetched_at=moment))

    def with_content(self, content: bytes) -> Document:
        """The document again, from the bytes that the archive gave."""
        if self.kind is None:
            raise ValueError(f"{self.source_uri} was never read")
        return Document(self.source_uri, self.location, content, self.kind, self.facts)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document: an article with its annotation, or a rejection. `seen_at` is when, with a zone."""

    document: StoredDocument
    result: Rejection | tuple[Extraction, Annotation]
    seen_at: datetime


def describe_document(source: Document | Rejection) -> StoredDocument:
    """What the lake keeps of a document besides its bytes.

    A rejection stands for what a reader could not make a document of (a broken archive, an unreadable file).
    """
    source_uri, location = _escape(source.source_uri), _escape(source.location)
    if isinstance(source, Rejection):
        return StoredDocument(source_uri, location, source.content_hash, None)
    return StoredDocument(source_uri, location, source.content_hash, source.kind, source.facts)


def hash_input(document: StoredDocument) -> str:
    """Hash of all that the rules read: bytes, kind, what the source says. Not when it was fetched: the same page fetched
    again is the same input."""
    d, said = document, document.facts
    given = (d.content_hash, d.kind, said.url, said.title, said.published_at, said.outlet, "\x1e".join(said.authors), said.language)
    # Added later: where a source says none of it, the hash is as it was.
    later: tuple[str | None, ...] = (said.site_name, said.time_zone) if said.site_name or said.time_zone or said.is_cut else ()
    later += ("cut",) if said.is_cut else ()
    return _digest(*given, said.charset, *later).hex()


def hash_input_key(location: str, input_hash: str) -> int:
    """What the manifest looks for: a signed integer of 64 bits."""
    return int.from_bytes(_digest(location, input_hash)[:8], "big", signed=True)


def hash_version(chunk: str, row: int) -> int:
    """Key of one row of `documents`: from the chunk it was written to and its position there, 64 bits."""
    return int.from_bytes(_digest(chunk, str(row))[:8], "big", signed=True)


def _escape(path: str) -> str:
    """A path whose bytes may be no UTF-8 (Python has them as lone surrogates), so spelled that different ones stay different."""
    return SURROGATE.sub(lambda m: f"\\u{ord(m.group()):04x}", path)


def _digest(*parts: str | None) -> bytes:
    # None and "" must differ, and no part may run into the next.
    joined = "\x1f".join("\x00" if p is None else p for p in parts)
    return hashlib.blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=16).digest()
