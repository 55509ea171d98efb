"""The words that a column of the tables may hold, where they are few."""

from __future__ import annotations

from typing import Literal

Role = Literal[
    "body", "heading", "caption", "credit", "byline", "dateline", "contributor", "boilerplate", "related", "social", "title", "standfirst"
]
MediaKind = Literal["html", "text"]
# Witnesses of a page's title and authors, named in the columns `title_from` and `authors_from`.
TitleFrom = Literal["heading", "json-ld", "open-graph", "title-element", "newsletter", "given", "text"]
AuthorsFrom = Literal["json-ld", "citation", "element", "meta", "byline", "given"]
QuoteKind = Literal["direct", "mixed", "indirect", "scare"]
Part = Literal["title", "standfirst", "body", "block"]
SpeakerKind = Literal["named_person", "unnamed_person", "body", "document", "place", "post", "none"]
MentionType = Literal["person", "organization", "place", "group"]
# What an article shows of a name: see `transforms/mentions/signs.py`.
Sign = Literal["shown", "inside", "full", "aside", "headline", "foreign"]
GroupKind = Literal["entity", "utterance", "story"]
# What a document was in when it was rejected.
Stage = Literal["read", "extract", "annotate"]
