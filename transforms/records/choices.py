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
Sign = Literal["shown", "seen", "torn", "thing", "inside", "listed", "full", "aside", "headline", "unclear", "foreign", "acts"]
GroupKind = Literal["entity", "utterance", "story"]
# What a document was in when it was rejected.
Stage = Literal["read", "extract", "annotate"]
# Why a document gave no article; `docs/tables.md` says what each means.
RejectionReason = Literal[
    "empty", "binary", "undecodable", "no_text", "too_large", "timeout", "error", "removed", "duplicate", "unreadable", "not_a_file",
    "outside", "broken_gzip", "broken_record", "http_status", "content_type", "robots", "unreachable", "private_address",
    "too_many_redirects", "broken_response",
]  # fmt: skip
# The rule that attributed a quote; `transforms/quotes/methods.py` says what each means.
Method = Literal[
    "cue after", "cue before", "cue before, other sentence", "cue after, other sentence", "signature", "label", "same speaker",
    "paragraph before", "continued", "announced", "introduced", "answered", "repeated", "about", "interview", "transcript", "post", "title",
    "imagined", "none", "indirect: around tag", "indirect: that", "indirect: that unparsed", "indirect: bare", "indirect: wh",
    "indirect: left", "indirect: according", "indirect: noun that", "indirect: call", "indirect: call as", "indirect: infinitive",
    "indirect: begging", "indirect: object", "indirect: setting", "indirect: label",
]  # fmt: skip
