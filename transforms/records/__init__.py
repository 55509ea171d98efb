"""The values that the steps hand to one another. Offsets are half-open, in code points of Python strings."""

from transforms.records.annotations import Annotation, Mention, Quote
from transforms.records.choices import (
    AuthorsFrom,
    GroupKind,
    MediaKind,
    MentionType,
    Part,
    QuoteKind,
    Role,
    Sign,
    SpeakerKind,
    Stage,
    TitleFrom,
)
from transforms.records.documents import NO_FACTS, Article, Block, Document, Extraction, Rejection, SourceFacts
from transforms.records.groups import (
    ArticleFeatures,
    DocumentName,
    EntityGroup,
    Redirect,
    SpokenQuote,
    StoryArticle,
    StoryGroup,
    UtteranceGroup,
)

__all__ = [
    "NO_FACTS",
    "Annotation",
    "Article",
    "ArticleFeatures",
    "AuthorsFrom",
    "Block",
    "Document",
    "DocumentName",
    "EntityGroup",
    "Extraction",
    "GroupKind",
    "MediaKind",
    "Mention",
    "MentionType",
    "Part",
    "Quote",
    "QuoteKind",
    "Redirect",
    "Rejection",
    "Role",
    "Sign",
    "SourceFacts",
    "SpeakerKind",
    "SpokenQuote",
    "Stage",
    "StoryArticle",
    "StoryGroup",
    "TitleFrom",
    "UtteranceGroup",
]
