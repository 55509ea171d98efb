"""Bytes as they come from a source, and the article that a page gives. Offsets are half-open, in code points of Python strings."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime

from transforms.identity import content_hash
from transforms.records.choices import AuthorsFrom, MediaKind, RejectionReason, Role, Stage, TitleFrom


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """What a source (a JSON line, a WARC record, a feed) says of a page, None where it says nothing.

    `published_at` is the date as written there. `outlet` is the name that somebody gave it, `site_name` what its feed or sitemap
    is called. `charset` is the one a transport header states. `time_zone` (an IANA name) is the outlet's own. `is_cut`: these are
    not all of the page's bytes.
    """

    url: str | None = None
    title: str | None = None
    published_at: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    charset: str | None = None
    fetched_at: datetime | None = None
    site_name: str | None = None
    time_zone: str | None = None
    is_cut: bool = False

    def filled_from(self, other: SourceFacts) -> SourceFacts:
        """These facts, with those that they lack taken from others about the same page."""
        missing = {f.name: getattr(other, f.name) for f in fields(self) if not getattr(self, f.name) and getattr(other, f.name)}
        return replace(self, **missing) if missing else self


NO_FACTS = SourceFacts()


@dataclass(frozen=True, slots=True)
class Document:
    """Bytes with where they came from, and what the source says about them.

    `source_uri` is what users see (path below the given source, address, `file.warc.gz#offset`); `location` is the same
    spelled so that no two sources share it (absolute path, address, absolute path and offset or line). `content_hash` is the
    SHA-256 of the bytes, taken once.
    """

    source_uri: str
    location: str
    content: bytes
    kind: MediaKind
    facts: SourceFacts = NO_FACTS
    content_hash: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "content_hash", content_hash(self.content))


@dataclass(frozen=True, slots=True)
class Rejection:
    """A document that gave no article. `docs/tables.md` says what each `reason` means; `detail` is a sentence for people."""

    source_uri: str
    location: str
    content_hash: str | None
    stage: Stage
    reason: RejectionReason
    detail: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph seen, kept or not. Offsets are into the body, None where the block is left out of it."""

    ordinal: int
    role: Role
    text: str
    start_char: int | None
    end_char: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class Article:
    """The text of one document and what its page says about it. See `warehouse/schemas.py` for each column."""

    article_id: str
    source_uri: str
    url: str | None
    outlet: str | None
    outlet_domain: str | None
    title: str | None
    standfirst: str | None
    authors: tuple[str, ...]
    contributors: tuple[str, ...]
    agency: str | None
    dateline_place: str | None
    published_at: datetime | None
    published_on: date | None
    published_from: str | None
    title_from: TitleFrom | None
    authors_from: AuthorsFrom | None
    language: str | None
    body: str
    word_count: int
    flags: tuple[str, ...]
    content_hash: str
    fetched_at: datetime | None


@dataclass(frozen=True, slots=True)
class Extraction:
    """An article with all its blocks, in page order. Body blocks and headings, joined by blank lines, are the body."""

    article: Article
    blocks: tuple[Block, ...]
