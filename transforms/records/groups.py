"""What the grouping across documents reads and gives.

Each input carries the day and the article of its first appearance, so that groups come out in the same order whatever the order of arrival.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from transforms.records.choices import GroupKind, MentionType, QuoteKind, Sign, SpeakerKind


@dataclass(frozen=True, slots=True)
class DocumentName:
    """One name cluster of one article: what entity resolution joins.

    `key` is unique ("article_id:cluster"); `forms` are the spellings in the article with how often each stands there;
    `role`, `owner`, `sport` and `signs` are those of its mentions; `companions` are the names of the other clusters in the
    article, for telling namesakes apart; `outlet` is whose article it is, for organizations that an outlet names without their
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
    `weekdays` are those of title and lead, `years` the latest year that the text names. `sketch` (uint32) is the MinHash
    signature of the text's `shingles` different shingles, empty for a text too short to be a copy, and `paragraphs`
    (uint64) hashes of its longer paragraphs.
    """

    article_id: str
    published_on: date | None
    title: str | None
    terms: bytes
    counts: bytes
    lead_counts: bytes
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
    `speaker_role` is what the article calls the speaker ("harbour police spokesman"), `sentence` where the quote stands,
    `speaker_kind` what speaks.
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
    speaker_kind: SpeakerKind = "none"


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
