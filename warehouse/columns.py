"""What the schemas are made of: types, columns with their line of description, and the columns that several tables share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pyarrow as pa

PACKING: Mapping[str, Any] = {"compression": "zstd", "compression_level": 3}  # of every Parquet file

TEXT = pa.string()
TEXTS = pa.list_(pa.string())
POSITION = pa.int32()  # offsets and ordinals
COUNT = pa.int64()
TIME = pa.timestamp("us", tz="UTC")
DAY = pa.date32()
PACKED = pa.binary()  # numbers of one size, the lowest byte first


def column(name: str, kind: pa.DataType, description: str, *, required: bool = False) -> pa.Field:
    return pa.field(name, kind, nullable=not required, metadata={"description": description})


def required(name: str, kind: pa.DataType, description: str) -> pa.Field:
    return column(name, kind, description, required=True)


def table(description: str, *columns: pa.Field) -> pa.Schema:
    return pa.schema(columns, metadata={"description": description})


def describe(item: pa.Schema | pa.Field) -> str:
    """The one-line description of a table or of a column."""
    return str((item.metadata or {}).get(b"description", b""), "utf-8")


# ---------------------------------------------------------------------------------------------- columns used more than once

ARTICLE_ID = required("article_id", TEXT, "Article it belongs to")
START = required("start_char", POSITION, "First code point of the text, in the text that part names")
END = required("end_char", POSITION, "Code point after the last one of the text")
PART = required("part", TEXT, "Text that the offsets count in: title, standfirst, body (columns of articles), or block")
BLOCK_ORDINAL = column("block_ordinal", POSITION, "Where part is block: ordinal of that row of blocks, else null")
FIRST_PUBLISHED_ON = column("first_published_on", DAY, "Earliest published_on of its articles")
LAST_PUBLISHED_ON = column("last_published_on", DAY, "Latest published_on of its articles")
SPEAKER_FROM_UTTERANCE = column(
    "speaker_from_utterance_entity_id",
    TEXT,
    "Entity that speaks where this article names none: another one of the story has the words under its name",
)
CHANGES = column(
    "changes",
    TEXT,
    "Beside the fullest wording of its utterance, word by word: [-dropped-] {+added+}, a changed word as both; null for the fullest",
)
ARTICLE_COUNT = required("article_count", COUNT, "Articles that have it")
OUTLET_COUNT = required("outlet_count", COUNT, "Outlets that have it")

ARTICLE_TEXT = (
    required("article_id", TEXT, "Id of the article, from its URL or else from the hash of its bytes"),
    required("source_uri", TEXT, "Where the bytes came from: path below the given source, address, or file.warc.gz#offset"),
    column("url", TEXT, "Address of the page, canonical where the page says so, without tracking parameters"),
    column("outlet", TEXT, "Display name of the outlet that published it"),
    column("outlet_domain", TEXT, "Domain of the outlet"),
    column("title", TEXT, "Headline, without the name of the site"),
    column("standfirst", TEXT, "Summary printed between headline and text"),
    required("authors", TEXTS, "People and organizations named as authors, in the order of the byline"),
    required("contributors", TEXTS, "People named as contributing: 'reporting by', 'X in Beirut contributed'"),
    column("agency", TEXT, "Wire that the text came from: AP, AFP, EFE"),
    column("dateline_place", TEXT, "Place of the dateline"),
    column("published_at", TIME, "Time of publication, only where a time and its zone are known"),
    column("published_on", DAY, "Day of publication, in the outlet's own time"),
    column("published_from", TEXT, "Evidence for the day: json-ld, meta, url, dateline, text, given"),
    column("title_from", TEXT, "Witness of the title: heading, json-ld, open-graph, title-element, newsletter, given, text"),
    column("authors_from", TEXT, "Witness of the authors: json-ld, citation, element, meta, byline, given"),
    column("language", TEXT, "Language of the text, ISO 639-1"),
    required("body", TEXT, "Text: paragraphs and headings, joined by blank lines"),
    required("word_count", POSITION, "Words in the body"),
)
ARTICLE_ORIGIN = (
    required("flags", TEXTS, "What is odd about it: missing_title, no_date, damaged_text, and others that docs/tables.md lists"),
    required("content_hash", TEXT, "SHA-256 of the document's bytes, hexadecimal"),
    column("fetched_at", TIME, "When the source fetched it, where the source says so"),
    required("processed_at", TIME, "When this row was made"),
    required("rules_version", TEXT, "Version of the rules that made this row"),
    required("run_id", TEXT, "Run that made this row"),
)
BLOCKS = (
    ARTICLE_ID,
    required("ordinal", POSITION, "Position among the paragraphs of the page, from 0"),
    required("role", TEXT, "What the paragraph is: body, heading, caption, credit, byline, contributor, boilerplate, related, ..."),
    required("text", TEXT, "Text of the paragraph"),
    column("start_char", POSITION, "First code point in the body; null where left out of it"),
    column("end_char", POSITION, "Code point after the last one in the body; null where left out of it"),
    required("reason", TEXT, "Rule that decided the role"),
)
MENTION = (
    required("mention_id", TEXT, "Id of the mention, from its article and position"),
    ARTICLE_ID,
    PART,
    BLOCK_ORDINAL,
    START,
    END,
    required("text", TEXT, "Name as printed"),
    required("type", TEXT, "person, organization, place or group"),
)
QUOTE = (
    required("quote_id", TEXT, "Id of the quote, from its article and position"),
    ARTICLE_ID,
    required("ordinal", POSITION, "Position among the quotes of the article, from 0"),
    PART,
    BLOCK_ORDINAL,
    START,
    END,
    required("text", TEXT, "Words of the quote, without the outer marks"),
    required("kind", TEXT, "direct, mixed, indirect, or scare (marked words that nobody is said to have said)"),
    column("speaker", TEXT, "Speaker as printed: 'he', 'the ministry'"),
    column("speaker_start_char", POSITION, "First code point of the speaker, in the quote's own part"),
    column("speaker_end_char", POSITION, "Code point after the last one of the speaker"),
    column("speaker_name", TEXT, "Fullest form of the speaker in the document, named entity or not"),
    required(
        "speaker_kind",
        TEXT,
        "What speaks: named_person, unnamed_person ('a senior official'), body, document, place (for its government), post, none",
    ),
)
QUOTE_SPEECH = (
    column("speaker_role", TEXT, "What the document calls the speaker: 'Kremlin spokesman'"),
    column("cue", TEXT, "Word that reports the speech: 'said', 'according to'"),
    column("cue_start_char", POSITION, "First code point of the cue, in the quote's own part"),
    column("cue_end_char", POSITION, "Code point after the last one of the cue"),
    column("addressee", TEXT, "To whom it was said: 'reporters'"),
    column("occasion", TEXT, "Where or how it was said: 'in a statement'"),
)
QUOTE_SENTENCE = (
    required("sentence", TEXT, "Sentence that the quote stands in"),
    required("is_damaged", pa.bool_(), "Whether its marks are broken: never closed, or unbalanced"),
    required("confidence", pa.float64(), "How likely the speaker is right, 0 to 1"),
    required("method", TEXT, "Rule that attributed it"),
)
