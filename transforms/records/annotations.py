"""What is found in the text of one article: names and quotes. Offsets are half-open, in code points of Python strings."""

from __future__ import annotations

from dataclasses import dataclass

from transforms.records.choices import MentionType, Method, Part, QuoteKind, Sign, SpeakerKind
from transforms.records.groups import ArticleFeatures


@dataclass(frozen=True, slots=True)
class Mention:
    """A named span. `cluster` numbers the names of one article that are one: all with the same number are the same.

    `name` is the cluster's fullest usual form in the document. `role` is what the document calls a person ("Kremlin
    spokesman"), `owner` the country of an organization whose name does not say it ("TN" for "the Foreign Ministry"), `sport` what
    a team plays, `signs` what the document shows of the name (see `transforms/mentions/signs.py`). `reasons` say for `explain`
    what spoke for its type and against it, each with its votes. All of these are the same for every mention of a cluster. Spans of
    one part never overlap.
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
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """A statement put in someone's mouth, as `quotes` in the contract, with clusters of `Mention` in place of entities.

    `text` is without the outer marks. `speaker` and `cue` have offsets into the quote's own part, or none.
    `speaker_cluster` and `via_cluster` point at the mentions' clusters; `stands_for` names the organization that a place
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
    method: Method
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
