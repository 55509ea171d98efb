"""The values that the steps hand to one another. Offsets are half-open, in code points of Python strings."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from typing import Literal

from transforms.identity import content_hash

Role = Literal[
    "body", "heading", "caption", "credit", "byline", "dateline", "contributor", "boilerplate", "related", "social", "title", "standfirst"
]
MentionType = Literal["person", "organization", "place", "group"]
QuoteKind = Literal["direct", "mixed", "indirect", "scare"]
Part = Literal["title", "standfirst", "body", "block"]
MediaKind = Literal["html", "text"]
SpeakerKind = Literal["named_person", "unnamed_person", "body", "document", "place", "post", "none"]
# Witnesses of a page's title and authors, named in the columns `title_from` and `authors_from`.
TitleFrom = Literal["heading", "json-ld", "open-graph", "title-element", "newsletter", "given", "text"]
AuthorsFrom = Literal["json-ld", "citation", "element", "meta", "byline", "given"]
# What an article shows of a name: see `transforms/mentions/signs.py`.
Sign = Literal["shown", "inside", "full", "aside", "headline", "foreign"]
GroupKind = Literal["entity", "utterance", "story"]


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

    `source_uri` is what users see (path below the given source, address, `file.warc.gz#offset`); `place` is the same
    spelled so that no two sources share it (absolute path, address, absolute path and offset or line). `content_hash` is the
    SHA-256 of the bytes, taken once.
    """

    source_uri: str
    place: str
    content: bytes
    kind: MediaKind
    facts: SourceFacts = NO_FACTS
    content_hash: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "content_hash", content_hash(self.content))


@dataclass(frozen=True, slots=True)
class Rejection:
    """A document that gave no article. `reason` is one word of the list in docs/tables.md, `detail` a sentence for people."""

    source_uri: str
    place: str
    content_hash: str | None
    stage: Literal["read", "extract", "annotate"]
    reason: str
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


@dataclass(frozen=True, slots=True)
class Mention:
    """A named span. `cluster` numbers the names of one article that are one: all with the same number are the same.

    `name` is the cluster's fullest usual form in the document. `role` is what the document calls a person ("Kremlin
    spokesman"), `owner` the country of a body whose name does not say it ("TN" for "the Foreign Ministry"), `sport` what
    a team plays, `signs` what the document shows of the name (see `transforms/mentions/signs.py`). All of these are
    the same for every mention of a cluster. Spans of one part never overlap.
    """

    part: Part
    block_ordinal: int | None
    start_char: int
    end_char: int
    text: str
    type: MentionType
    cluster: int
    name: str
    role: str | None = None
    owner: str | None = None
    sport: str | None = None
    signs: tuple[Sign, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """A statement put in someone's mouth, as `quotes` in the contract, with clusters of `Mention` in place of entities.

    `text` is without the outer marks. `speaker` and `cue` have offsets into the quote's own part, or none.
    `speaker_cluster` and `via_cluster` point at the mentions' clusters; `stands_for` names the body that a place
    speaks for ("Syrian government" for Damascus). `contains_ordinal` is the first quote with marks that stands within an
    indirect one: who counts what was said counts it only there.
    `reasons` say for `explain` what spoke for the saying and against it, each with what it weighed in words of distance.
    """

    ordinal: int
    part: Part
    block_ordinal: int | None
    start_char: int
    end_char: int
    text: str
    kind: QuoteKind
    sentence: str
    confidence: float
    method: str
    speaker: str | None = None
    speaker_start_char: int | None = None
    speaker_end_char: int | None = None
    speaker_name: str | None = None
    speaker_cluster: int | None = None
    stands_for: str | None = None
    speaker_role: str | None = None
    cue: str | None = None
    cue_start_char: int | None = None
    cue_end_char: int | None = None
    addressee: str | None = None
    occasion: str | None = None
    via_cluster: int | None = None
    is_damaged: bool = False
    speaker_kind: SpeakerKind = "none"
    contains_ordinal: int | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Annotation:
    """What was found in one article's text, and what the groupings across documents need of it; a text by itself has no such features."""

    mentions: tuple[Mention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    features: ArticleFeatures | None = None


# What the grouping across documents reads and gives. Each input carries the day and the article of its first
# appearance, so that groups come out in the same order whatever the order of arrival.


@dataclass(frozen=True, slots=True)
class DocumentName:
    """One name cluster of one article: what entity resolution joins.

    `key` is unique ("article_id:cluster"); `forms` are the spellings in the article with how often each stands there;
    `role`, `owner`, `sport` and `signs` are those of its mentions; `companions` are the names of the other clusters in the
    article, for telling namesakes apart; `outlet` is whose article it is, for bodies that an outlet names without their
    country.
    """

    key: str
    article_id: str
    published_on: date | None
    type: MentionType
    name: str
    forms: tuple[tuple[str, int], ...]
    role: str | None = None
    companions: tuple[str, ...] = ()
    outlet: str | None = None
    owner: str | None = None
    sport: str | None = None
    signs: tuple[Sign, ...] = ()


@dataclass(frozen=True, slots=True)
class StoryArticle:
    """An article as the features of the groupings are read of it."""

    article_id: str
    published_on: date | None
    title: str | None
    body: str
    standfirst: str | None = None


@dataclass(frozen=True, slots=True)
class ArticleFeatures:
    """What the groupings into copies and stories need of an article, read of it alone.

    The fields of bytes are packed little-endian arrays. `terms` (uint32): hashes of the stems of title, standfirst and body,
    ascending; `counts` (uint8, at most 255) how often each stands there, `lead_counts` (uint8) how often in title and lead.
    `figures` and `weekdays` are those of title and lead, `years` the latest year that the text names. `sketch` (uint32) is the
    MinHash signature of the text's `shingles` different shingles, empty for a text too short to be a copy, and `paragraphs`
    (uint64) hashes of its longer paragraphs.
    """

    article_id: str
    published_on: date | None
    title: str | None
    terms: bytes
    counts: bytes
    lead_counts: bytes
    figures: tuple[str, ...]
    weekdays: tuple[str, ...]
    years: tuple[int, ...]
    sketch: bytes
    shingles: int
    paragraphs: bytes


@dataclass(frozen=True, slots=True)
class SpokenQuote:
    """A quote as the grouping into utterances reads it.

    `speaker` is the entity id that speaks, what it stands for where that is known; None when nobody is known.
    `position` is where the quote starts in the body, from 0.0 to 1.0. `speaker_name` is the speaker's fullest form in
    the article, named entity or not ("Jana Holt", "the harbour police"): evidence where there is no entity.
    `speaker_role` is what the article calls the speaker ("harbour police spokesman"), `sentence` where the quote stands.
    """

    quote_id: str
    article_id: str
    ordinal: int
    published_on: date | None
    story_id: str | None
    kind: QuoteKind
    text: str
    speaker: str | None
    position: float = 0.0
    speaker_name: str | None = None
    speaker_role: str | None = None
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class EntityGroup:
    """Document names that are one entity. `members` are keys of `DocumentName` in canonical order, the earliest first.

    `name` is the usual full form, `description` the role most often given, None where none is, `confidence` from 0 to 1
    how sure it is that the row is sound.
    """

    members: tuple[str, ...]
    type: MentionType
    name: str
    description: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class StoryGroup:
    """Articles of one event, the earliest first. `title` is the headline nearest to all others, None where none has one.

    `component` is the earliest of the articles that had to be looked at together to find this group.
    """

    members: tuple[str, ...]
    title: str | None
    component: str


@dataclass(frozen=True, slots=True)
class UtteranceGroup:
    """Quotes that are one statement, the earliest first. `text` is the fullest wording, `speaker` the entity id or None.

    `component` is the earliest of the quotes that had to be looked at together to find this group.
    """

    members: tuple[str, ...]
    text: str
    speaker: str | None
    component: str


@dataclass(frozen=True, slots=True)
class Redirect:
    """An id that was published and is no more leads to the one that took its members. `kind` names the table's groups."""

    kind: GroupKind
    old_id: str
    new_id: str
