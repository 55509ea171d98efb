"""The columns of every table: name, type, whether a value may be missing, and one line of description.

`PUBLISHED` are the tables that users read, as Parquet and in DuckDB; `SEARCH` what search() reads, in DuckDB alone;
`LAKE` are the rows as the tasks write them;
`ASSIGNMENTS` say who belongs to whom. Nothing else in the project lists columns: the DuckDB tables, their comments and the
Parquet files are made from these schemas.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pyarrow as pa

PACKING: Mapping[str, Any] = {"compression": "zstd", "compression_level": 3}  # of every Parquet file

_TEXT = pa.string()
_TEXTS = pa.list_(pa.string())
_POSITION = pa.int32()  # offsets and ordinals
_COUNT = pa.int64()
_TIME = pa.timestamp("us", tz="UTC")
_DAY = pa.date32()
_PACKED = pa.binary()  # numbers of one size, the lowest byte first

# What the enumerated columns may hold; `warehouse/checks/unknown_values.sql` reads it as the table `allowed_values`.
ALLOWED_VALUES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("articles", "title_from"): ("heading", "json-ld", "open-graph", "title-element", "newsletter", "given", "text"),
    ("articles", "authors_from"): ("json-ld", "citation", "element", "meta", "byline", "given"),
    ("articles", "published_from"): ("json-ld", "meta", "url", "dateline", "text", "given"),
    ("blocks", "role"): (
        "body", "heading", "caption", "credit", "byline", "dateline",
        "contributor", "boilerplate", "related", "social", "title", "standfirst",
    ),
    ("mentions", "part"): ("title", "standfirst", "body", "block"),
    ("mentions", "type"): ("person", "organization", "place", "group"),
    ("entities", "type"): ("person", "organization", "place", "group"),
    ("quotes", "part"): ("title", "standfirst", "body", "block"),
    ("quotes", "kind"): ("direct", "mixed", "indirect", "scare"),
    ("quotes", "speaker_kind"): ("named_person", "unnamed_person", "body", "document", "place", "post", "none"),
    ("redirects", "table_name"): ("entities", "utterances", "stories"),
    ("rejections", "stage"): ("read", "extract", "annotate"),
}  # fmt: skip


def _column(name: str, kind: pa.DataType, description: str, *, required: bool = False) -> pa.Field:
    return pa.field(name, kind, nullable=not required, metadata={"description": description})


def _required(name: str, kind: pa.DataType, description: str) -> pa.Field:
    return _column(name, kind, description, required=True)


def _table(description: str, *columns: pa.Field) -> pa.Schema:
    return pa.schema(columns, metadata={"description": description})


def describe(item: pa.Schema | pa.Field) -> str:
    """The one-line description of a table or of a column."""
    return str((item.metadata or {}).get(b"description", b""), "utf-8")


# ---------------------------------------------------------------------------------------------- columns used more than once

_ARTICLE_ID = _required("article_id", _TEXT, "Article it belongs to")
_START = _required("start_char", _POSITION, "First code point of the text, in the text that part names")
_END = _required("end_char", _POSITION, "Code point after the last one of the text")
_PART = _required("part", _TEXT, "Text that the offsets count in: title, standfirst, body (columns of articles), or block")
_BLOCK_ORDINAL = _column("block_ordinal", _POSITION, "Where part is block: ordinal of that row of blocks, else null")
_FIRST_PUBLISHED_ON = _column("first_published_on", _DAY, "Earliest published_on of its articles")
_LAST_PUBLISHED_ON = _column("last_published_on", _DAY, "Latest published_on of its articles")
_CHANGES = _column(
    "changes",
    _TEXT,
    "Beside the fullest wording of its utterance, word by word: [-dropped-] {+added+}, a changed word as both; null for the fullest",
)
_ARTICLE_COUNT = _required("article_count", _COUNT, "Articles that have it")
_OUTLET_COUNT = _required("outlet_count", _COUNT, "Outlets that have it")

_ARTICLE_TEXT = (
    _required("article_id", _TEXT, "Id of the article, from its URL or else from the hash of its bytes"),
    _required("source_uri", _TEXT, "Where the bytes came from: path below the given source, address, or file.warc.gz#offset"),
    _column("url", _TEXT, "Address of the page, canonical where the page says so, without tracking parameters"),
    _column("outlet", _TEXT, "Display name of the outlet that published it"),
    _column("outlet_domain", _TEXT, "Domain of the outlet"),
    _column("title", _TEXT, "Headline, without the name of the site"),
    _column("standfirst", _TEXT, "Summary printed between headline and text"),
    _required("authors", _TEXTS, "People and bodies named as authors, in the order of the byline"),
    _required("contributors", _TEXTS, "People named as contributing: 'reporting by', 'X in Beirut contributed'"),
    _column("agency", _TEXT, "Wire that the text came from: AP, AFP, EFE"),
    _column("dateline_place", _TEXT, "Place of the dateline"),
    _column("published_at", _TIME, "Time of publication, only where a time and its zone are known"),
    _column("published_on", _DAY, "Day of publication, in the outlet's own time"),
    _column("published_from", _TEXT, "Evidence for the day: json-ld, meta, url, dateline, text, given"),
    _column("title_from", _TEXT, "Witness of the title: heading, json-ld, open-graph, title-element, newsletter, given, text"),
    _column("authors_from", _TEXT, "Witness of the authors: json-ld, citation, element, meta, byline, given"),
    _column("language", _TEXT, "Language of the text, ISO 639-1"),
    _required("body", _TEXT, "Text: paragraphs and headings, joined by blank lines"),
    _required("word_count", _POSITION, "Words in the body"),
)
_ARTICLE_ORIGIN = (
    _required("flags", _TEXTS, "What is odd about it: missing_title, no_date, damaged_text, and others that docs/tables.md lists"),
    _required("content_hash", _TEXT, "SHA-256 of the document's bytes, hexadecimal"),
    _column("fetched_at", _TIME, "When the source fetched it, where the source says so"),
    _required("processed_at", _TIME, "When this row was made"),
    _required("rules_version", _TEXT, "Version of the rules that made this row"),
    _required("run_id", _TEXT, "Run that made this row"),
)
_BLOCKS = (
    _ARTICLE_ID,
    _required("ordinal", _POSITION, "Position among the paragraphs of the page, from 0"),
    _required("role", _TEXT, "What the paragraph is: body, heading, caption, credit, byline, contributor, boilerplate, related, ..."),
    _required("text", _TEXT, "Text of the paragraph"),
    _column("start_char", _POSITION, "First code point in the body; null where left out of it"),
    _column("end_char", _POSITION, "Code point after the last one in the body; null where left out of it"),
    _required("reason", _TEXT, "Rule that decided the role"),
)
_MENTION = (
    _required("mention_id", _TEXT, "Id of the mention, from its article and position"),
    _ARTICLE_ID,
    _PART,
    _BLOCK_ORDINAL,
    _START,
    _END,
    _required("text", _TEXT, "Name as printed"),
    _required("type", _TEXT, "person, organization, place or group"),
)
_QUOTE = (
    _required("quote_id", _TEXT, "Id of the quote, from its article and position"),
    _ARTICLE_ID,
    _required("ordinal", _POSITION, "Position among the quotes of the article, from 0"),
    _PART,
    _BLOCK_ORDINAL,
    _START,
    _END,
    _required("text", _TEXT, "Words of the quote, without the outer marks"),
    _required("kind", _TEXT, "direct, mixed, indirect, or scare (marked words that nobody is said to have said)"),
    _column("speaker", _TEXT, "Speaker as printed: 'he', 'the ministry'"),
    _column("speaker_start_char", _POSITION, "First code point of the speaker, in the quote's own part"),
    _column("speaker_end_char", _POSITION, "Code point after the last one of the speaker"),
    _column("speaker_name", _TEXT, "Fullest form of the speaker in the document, named entity or not"),
    _required(
        "speaker_kind",
        _TEXT,
        "What speaks: named_person, unnamed_person ('a senior official'), body, document, place (for its government), post, none",
    ),
)
_QUOTE_SPEECH = (
    _column("speaker_role", _TEXT, "What the document calls the speaker: 'Kremlin spokesman'"),
    _column("cue", _TEXT, "Word that reports the speech: 'said', 'according to'"),
    _column("cue_start_char", _POSITION, "First code point of the cue, in the quote's own part"),
    _column("cue_end_char", _POSITION, "Code point after the last one of the cue"),
    _column("addressee", _TEXT, "To whom it was said: 'reporters'"),
    _column("occasion", _TEXT, "Where or how it was said: 'in a statement'"),
)
_QUOTE_SENTENCE = (
    _required("sentence", _TEXT, "Sentence that the quote stands in"),
    _required("is_damaged", pa.bool_(), "Whether its marks are broken: never closed, or unbalanced"),
    _required("confidence", pa.float64(), "How likely the speaker is right, 0 to 1"),
    _required("method", _TEXT, "Rule that attributed it"),
)

# ------------------------------------------------------------------------------------------------------------ published

PUBLISHED: Mapping[str, pa.Schema] = {
    "articles": _table(
        "One row a stored document: its text, and what its page says about it",
        *_ARTICLE_TEXT,
        _column("copy_of", _TEXT, "Earliest article with nearly the same text, else null"),
        _column("story_id", _TEXT, "Story that it reports"),
        *_ARTICLE_ORIGIN,
    ),
    "blocks": _table("One row a paragraph seen, kept in the body or not", *_BLOCKS),
    "mentions": _table(
        "One row a named span",
        *_MENTION,
        _column("entity_id", _TEXT, "Entity that it names; null where the articles together show that it is no name"),
    ),
    "entities": _table(
        "One row a person, organization, place or group",
        _required("entity_id", _TEXT, "Id of the entity"),
        _required("type", _TEXT, "person, organization, place or group"),
        _required("name", _TEXT, "Fullest usual form of the name"),
        _column("description", _TEXT, "Role most often given with it: 'Kremlin spokesman'"),
        _required("mention_count", _COUNT, "Mentions of it"),
        _required("article_count", _COUNT, "Articles that mention it"),
        _required("outlet_count", _COUNT, "Outlets that mention it"),
        _column("first_seen", _DAY, "Earliest published_on of the articles that mention or quote it"),
        _column("last_seen", _DAY, "Latest published_on of the articles that mention or quote it"),
        _required("confidence", pa.float64(), "How sure it is that all its mentions are one, 0 to 1"),
    ),
    "aliases": _table(
        "One row a name that an entity is called by",
        _required("entity_id", _TEXT, "Entity that is called so"),
        _required("alias", _TEXT, "Name as printed, white space made single"),
        _required("mention_count", _COUNT, "Mentions of the entity by this name"),
        _required("article_count", _COUNT, "Articles that call it so"),
    ),
    "quotes": _table(
        "One row a statement put in someone's mouth",
        *_QUOTE,
        _column("speaker_entity_id", _TEXT, "Entity that speaks"),
        _column("speaker_stands_for_entity_id", _TEXT, "Entity that the speaker stands for: the Syrian government where Damascus speaks"),
        *_QUOTE_SPEECH,
        _column("via_entity_id", _TEXT, "Entity that reports that it was said: 'SANA reported that'"),
        *_QUOTE_SENTENCE,
        _column(
            "contains_quote_id", _TEXT, "Of an indirect quote: the first one with marks that stands within it, which says the same words"
        ),
        _column("utterance_id", _TEXT, "Utterance that it words; null for scare quotes"),
        _CHANGES,
    ),
    "utterances": _table(
        "One row a thing said once, however many outlets word it",
        _required("utterance_id", _TEXT, "Id of the utterance"),
        _column("speaker_entity_id", _TEXT, "Entity that said it"),
        _required("text", _TEXT, "Fullest wording"),
        _required("quote_count", _COUNT, "Quotes that word it"),
        _ARTICLE_COUNT,
        _OUTLET_COUNT,
        _FIRST_PUBLISHED_ON,
        _LAST_PUBLISHED_ON,
    ),
    "stories": _table(
        "One row an event that articles report",
        _required("story_id", _TEXT, "Id of the story"),
        _column("title", _TEXT, "Headline that describes it best"),
        _ARTICLE_COUNT,
        _OUTLET_COUNT,
        _FIRST_PUBLISHED_ON,
        _LAST_PUBLISHED_ON,
    ),
    "redirects": _table(
        "One row an id that was published and has become part of another",
        _required("old_id", _TEXT, "Id that was published once"),
        _required("new_id", _TEXT, "Id that it leads to"),
        _required("table_name", _TEXT, "Table that the ids belong to: entities, utterances or stories"),
        _required("since", _TIME, "When the two became one"),
    ),
    "rejections": _table(
        "One row a document that gave no article",
        _required("source_uri", _TEXT, "Where the bytes came from"),
        _column("content_hash", _TEXT, "SHA-256 of the document's bytes; null where they could not be read"),
        _required("stage", _TEXT, "Step that rejected it: read, extract or annotate"),
        _required("reason", _TEXT, "Why, in one word: empty, no_text, binary, too_large, timeout, undecodable, duplicate, error, ..."),
        _required("detail", _TEXT, "Why, in a sentence"),
        _required("run_id", _TEXT, "Run that rejected it"),
        _required("seen_at", _TIME, "When it was rejected"),
    ),
    "runs": _table(
        "One row a run",
        _required("run_id", _TEXT, "Id of the run"),
        _required("started_at", _TIME, "When it started"),
        _column("finished_at", _TIME, "When its rows were ready to publish; null for a run that was ended before"),
        _required("documents_seen", _COUNT, "Documents that the sources held"),
        _required("articles_stored", _COUNT, "Documents that gave an article"),
        _required("documents_rejected", _COUNT, "Documents that gave none"),
        _required("documents_skipped", _COUNT, "Documents that were done already"),
        _required("rules_version", _TEXT, "The same as document_rules"),
        _required("document_rules", _TEXT, "Version of the rules that decide the rows of one document"),
        _required("grouping_rules", _TEXT, "Version of the rules that join rows of several documents; empty in old runs"),
        _required("versions", pa.map_(_TEXT, _TEXT), "Versions of the packages that shape the result"),
    ),
}

# --------------------------------------------------------------------------------------------------------------- search

_TERM_NUMBER = _required("term_number", pa.int32(), "Number of the term in this file; another file may give it another")
_ARTICLE_NUMBER = _required("article_number", pa.int32(), "Number of the article in this file; another file may give it another")

# In the DuckDB file only: made of the other tables, and smaller than any of them by numbers in place of ids.
SEARCH: Mapping[str, pa.Schema] = {
    "search_words": _table(
        "One row a word of the texts, with the term that stands for all its forms",
        _required("word", _TEXT, "Word in lower case, without accents, as split_words() gives it"),
        _required("term", _TEXT, "Its stem, or the word itself"),
    ),
    "search_terms": _table(
        "One row a term, with the number that stands for it",
        _TERM_NUMBER,
        _required("term", _TEXT, "Stem that search_words leads to"),
    ),
    "search_articles": _table(
        "One row an article that search knows, with the number that stands for it and its length",
        _ARTICLE_NUMBER,
        _required("article_id", _TEXT, "Id of the article"),
        _required("word_count", _POSITION, "Words in the body, which ranking measures by"),
    ),
    "search_article_terms": _table(
        "One row a term and article that has it; search_postings shows it with words and ids",
        _TERM_NUMBER,
        _ARTICLE_NUMBER,
        _required("title_tf", pa.uint8(), "Times in the title"),
        _required("standfirst_tf", pa.uint8(), "Times in the standfirst"),
        _required("body_tf", pa.uint8(), "Times in the body; 255 for more"),
        _required("block_tf", pa.uint8(), "Times in captions, posts and contributor lines beside the body"),
    ),
    "search_quote_terms": _table(
        "One row a term and quote that has it, scare quotes left out",
        _TERM_NUMBER,
        _ARTICLE_NUMBER,
        _required("ordinal", _POSITION, "Position of the quote among those of its article, as in quotes"),
        _required("tf", pa.uint8(), "Times in the quote"),
    ),
}

# ----------------------------------------------------------------------------------------------------------------- lake

_VERSION = _required("version", pa.int64(), "Row of documents that this row was made from")


def _lake_table(description: str, *columns: pa.Field) -> pa.Schema:
    # What every published row must have is asked for when tables are built. Here a later version of the program may add a
    # column that the rows of before do not have.
    return _table(description, *(c if c.name in {"version", "place"} else c.with_nullable(True) for c in columns))


LAKE: Mapping[str, pa.Schema] = {
    "documents": _lake_table(
        "One row a time that a document was processed; of several for one location the latest stands",
        _required("version", pa.int64(), "Key of this row, which its articles, blocks, mentions and quotes carry"),
        _required("place", _TEXT, "Location: where the bytes came from, so spelled that no two sources share it"),
        _required("source_uri", _TEXT, "Where the bytes came from, as users see it"),
        _column("content_hash", _TEXT, "SHA-256 of the bytes; null where they could not be read"),
        _required("input_hash", _TEXT, "Hash of bytes, kind and what the source says about them"),
        _required("input_key", pa.int64(), "Hash of location and input_hash, which the manifest looks for"),
        _column("kind", _TEXT, "html or text; null where the bytes could not be read"),
        _column("url", _TEXT, "Address given by the source"),
        _column("title", _TEXT, "Title given by the source"),
        _column("published_at", _TEXT, "Date given by the source, as written there"),
        _column("outlet", _TEXT, "Outlet given by the source"),
        _required("authors", _TEXTS, "Authors given by the source"),
        _column("language", _TEXT, "Language given by the source"),
        _column("charset", _TEXT, "Encoding stated by the transport"),
        _column("fetched_at", _TIME, "When the source fetched it, where the source says so"),
        _column("site_name", _TEXT, "What the feed or sitemap that lists it is called"),
        _column("time_zone", _TEXT, "Time zone of the outlet, given by the source"),
        _column("is_cut", pa.bool_(), "Whether the source says that these are not all of its bytes"),
        _column("article_id", _TEXT, "Article that it gave; null where rejected"),
        _column("stage", _TEXT, "Step that rejected it; null where stored"),
        _column("reason", _TEXT, "Why it was rejected, in one word; null where stored"),
        _column("detail", _TEXT, "Why it was rejected, in a sentence; null where stored"),
        _required("rules_version", _TEXT, "Version of the rules that processed it"),
        _required("run_id", _TEXT, "Run that processed it"),
        _required("run_number", pa.int32(), "Number of that run; a run that was ended before it finished shares its number with the next"),
        _required("arrived", pa.int32(), "Number of the run in which this content came, kept when new rules redo it"),
        _required("seen_at", _TIME, "When it was processed"),
    ),
    "articles": _lake_table("Articles, without what other documents decide", _VERSION, *_ARTICLE_TEXT, *_ARTICLE_ORIGIN),
    "blocks": _lake_table("Paragraphs", _VERSION, *_BLOCKS),
    "mentions": _lake_table(
        "Mentions, with clusters of their article in place of entities",
        _VERSION,
        *_MENTION,
        _required("cluster", _POSITION, "Number of the name in its article: equal numbers, same bearer"),
        _required("name", _TEXT, "Fullest usual form of that name in the article"),
        _column("role", _TEXT, "What the article calls its bearer"),
        _column("owner", _TEXT, "Country, by code, of a body whose name does not say it"),
        _column("sport", _TEXT, "What a team plays"),
        _column("signs", pa.list_(_TEXT), "What the article shows of the name"),
    ),
    "quotes": _lake_table(
        "Quotes, with clusters of their article in place of entities",
        _VERSION,
        *_QUOTE,
        _column("speaker_cluster", _POSITION, "Cluster of the speaker"),
        _column("stands_for", _TEXT, "Name of the body that a place speaks for"),
        *_QUOTE_SPEECH,
        _column("via_cluster", _POSITION, "Cluster of who reports that it was said"),
        *_QUOTE_SENTENCE,
        _column("contains_ordinal", _POSITION, "Of an indirect quote: ordinal of the first one with marks within it"),
    ),
    "features": _lake_table(
        "What the groupings into copies and stories need of each article",
        _VERSION,
        _ARTICLE_ID,
        _column("published_on", _DAY, "Day of publication"),
        _column("title", _TEXT, "Headline"),
        _required("terms", _PACKED, "Hashes of the stems of title, standfirst and body, ascending; 32 bits each"),
        _required("counts", _PACKED, "How often each stem stands there, at most 255; 8 bits each"),
        _required("lead_counts", _PACKED, "How often each stem stands in title and lead; 8 bits each"),
        _required("figures", _TEXTS, "Figures in title and lead"),
        _required("weekdays", _TEXTS, "Weekdays that title and lead name"),
        _required("years", pa.list_(pa.int32()), "Latest year that the text names"),
        _required("sketch", _PACKED, "MinHash signature of the text, 32 bits each; empty for a text too short to be a copy"),
        _required("shingles", pa.int32(), "Different runs of three words in the text"),
        _required("paragraphs", _PACKED, "Hashes of the longer paragraphs, 64 bits each"),
    ),
    "names": _lake_table(
        "The names of each article, for the resolution of entities: one row a cluster, and one a body that a place stands for",
        _VERSION,
        _required("place", _POSITION, "Position among the names of the article"),
        _ARTICLE_ID,
        _column("cluster", _POSITION, "Cluster of the name; null for a name that a place stands for"),
        _column("stands_for", _TEXT, "Name of the body that a place stands for; null for a cluster"),
        _column("outlet", _TEXT, "Whose article it is: domain, else name"),
        _required("type", _TEXT, "What the article says it is: person, organization, place or group"),
        _required("name", _TEXT, "Fullest usual form in the article"),
        _required("forms", _TEXTS, "Spellings in the article, the most frequent first"),
        _required("counts", pa.list_(pa.int32()), "How often each spelling stands there"),
        _column("role", _TEXT, "What the article calls its bearer"),
        _column("owner", _TEXT, "Country, by code, of a body whose name does not say it"),
        _column("sport", _TEXT, "What a team plays"),
        _required("signs", _TEXTS, "What the article shows of the name"),
        _required("spelling", _TEXT, "The name without capitals, accents and a leading article"),
        _required("spellings", _TEXTS, "The same of the name and all forms, each once"),
    ),
}

# Tables of the lake that are made of the others, chunk by chunk; a chunk that lacks one is given it before anything is grouped.
DERIVED = ("features", "names")

# ---------------------------------------------------------------------------------------------------------- assignments

ASSIGNMENTS: Mapping[str, pa.Schema] = {
    "names": _table(
        "Entity of each name of an article",
        _ARTICLE_ID,
        _column("cluster", _POSITION, "Cluster of the name; null for a name that a place stands for"),
        _column("stands_for", _TEXT, "Name of the body that a place stands for; null for a cluster"),
        _required("entity_id", _TEXT, "Entity that bears it"),
    ),
    "entities": _table(
        "Entities as resolve names them",
        _required("entity_id", _TEXT, "Id of the entity"),
        _required("type", _TEXT, "person, organization, place or group"),
        _required("name", _TEXT, "Fullest usual form of the name"),
        _column("description", _TEXT, "Role most often given with it"),
        _required("confidence", pa.float64(), "How sure it is that all its names are one, 0 to 1"),
    ),
    "quotes": _table(
        "Utterance of each quote",
        _required("quote_id", _TEXT, "Id of the quote"),
        _required("utterance_id", _TEXT, "Utterance that it words"),
        _CHANGES,
    ),
    "utterances": _table(
        "Utterances as resolve words them",
        _required("utterance_id", _TEXT, "Id of the utterance"),
        _column("speaker_entity_id", _TEXT, "Entity that said it"),
        _required("text", _TEXT, "Fullest wording"),
    ),
    "articles": _table(
        "Story of each article, and what it copies",
        _ARTICLE_ID,
        _column("story_id", _TEXT, "Story that it reports"),
        _column("copy_of", _TEXT, "Earliest article with nearly the same text, else null"),
    ),
    "stories": _table(
        "Stories as resolve names them",
        _required("story_id", _TEXT, "Id of the story"),
        _column("title", _TEXT, "Headline that describes it best"),
    ),
    "redirects": PUBLISHED["redirects"],
}

LABELS: Mapping[str, pa.Schema] = {
    "article_labels": _table(
        "Components of each article: what has to be looked at together",
        _ARTICLE_ID,
        _required("version", pa.int64(), "Row of the lake that it is made from"),
        _column("copy_component", _TEXT, "Earliest of the articles that are linked as copies; null for one that is linked to none"),
        _required("story_component", _TEXT, "Earliest of the articles that are linked as reports of one event"),
    ),
    "quote_labels": _table(
        "Component of each quote, and what links it",
        _required("quote_id", _TEXT, "Id of the quote"),
        _required("version", pa.int64(), "Row of the lake that its article is made from"),
        _column("speaker", _TEXT, "Entity that speaks, or what it stands for"),
        _column("principal", _TEXT, "Body that the speaker speaks for, else the speaker"),
        _column("story_id", _TEXT, "Story of its article"),
        _required("is_recalled", pa.bool_(), "Whether it is told as said earlier"),
        _required("far_keys", pa.list_(pa.uint64()), "Keys of its rarest words, by which statements meet over time"),
        _required("passage_keys", pa.list_(pa.uint64()), "Keys of its long passages, by which reports that repeat each other meet"),
        _required("component", _TEXT, "Earliest of the quotes that are linked as one statement"),
    ),
    "article_keys": _table(
        "Heaviest terms of articles, by which those without a day are found; of all articles once one has none",
        _ARTICLE_ID,
        _required("version", pa.int64(), "Row of the lake that it is made from"),
        _required("heaviest", pa.list_(pa.int64()), "Hashes of its heaviest terms"),
    ),
    "name_keys": _table(
        "What equal names share, by what it is made of",
        _required("type", _TEXT, "person, organization, place or group"),
        _required("name", _TEXT, "Fullest usual form in an article"),
        _column("owner", _TEXT, "Country, by code, of a body whose name does not say it"),
        _column("sport", _TEXT, "What a team plays"),
        _required("node", pa.int64(), "Number that equal names share"),
        _required("is_of_outlet", pa.bool_(), "Whether the name is another one's in each outlet: a ministry of nobody knows which country"),
        _required("is_country", pa.bool_(), "Whether it names a country, which is nobody's company"),
    ),
    "name_labels": _table(
        "Node of each name of an article",
        _required("version", pa.int64(), "Row of the lake that its article is made from"),
        _required("place", _POSITION, "Position among the names of the article"),
        _required("node", pa.int64(), "Number that equal names share"),
    ),
    "node_labels": _table(
        "Component of each node, and what links it",
        _required("node", pa.int64(), "Number that equal names share"),
        _required("component", pa.int64(), "The least of the nodes that are linked, straight or through others"),
        _column("host", pa.int64(), "First of the nodes that are one entity; null where one of them is several people"),
        _column("size", pa.int64(), "How many nodes these are; null as well"),
        _required("asks", pa.list_(pa.int64()), "Keys by which it asks for others"),
        _required("offers", pa.list_(pa.int64()), "Keys by which others find it"),
    ),
}
