"""The columns of what the pipeline keeps for itself, as `warehouse/schemas.py` has those that users read.

`LAKE` are the rows as the tasks write them, `ASSIGNMENTS` say who belongs to whom, `LABELS` what has to be looked at together.
"""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

from warehouse.columns import (
    ARTICLE_ID,
    ARTICLE_ORIGIN,
    ARTICLE_TEXT,
    BLOCKS,
    CHANGES,
    DAY,
    MENTION,
    PACKED,
    POSITION,
    QUOTE,
    QUOTE_SENTENCE,
    QUOTE_SPEECH,
    SPEAKER_FROM_UTTERANCE,
    TEXT,
    TEXTS,
    TIME,
    column,
    required,
    table,
)
from warehouse.schemas import PUBLISHED

# ----------------------------------------------------------------------------------------------------------------- lake

VERSION = required("version", pa.int64(), "Row of documents that this row was made from")


def _lake_table(description: str, *columns: pa.Field) -> pa.Schema:
    # What every published row must have is asked for when tables are built. Here a later version of the program may add a
    # column that the rows of before do not have.
    return table(description, *(c if c.name in {"version", "place"} else c.with_nullable(True) for c in columns))


LAKE: Mapping[str, pa.Schema] = {
    "documents": _lake_table(
        "One row a time that a document was processed; of several for one location the latest stands",
        required("version", pa.int64(), "Key of this row, which its articles, blocks, mentions and quotes carry"),
        required("place", TEXT, "Location: where the bytes came from, so spelled that no two sources share it"),
        required("source_uri", TEXT, "Where the bytes came from, as users see it"),
        column("content_hash", TEXT, "SHA-256 of the bytes; null where they could not be read"),
        required("input_hash", TEXT, "Hash of bytes, kind and what the source says about them"),
        required("input_key", pa.int64(), "Hash of location and input_hash, which the manifest looks for"),
        column("kind", TEXT, "html or text; null where the bytes could not be read"),
        column("url", TEXT, "Address given by the source"),
        column("title", TEXT, "Title given by the source"),
        column("published_at", TEXT, "Date given by the source, as written there"),
        column("outlet", TEXT, "Outlet given by the source"),
        required("authors", TEXTS, "Authors given by the source"),
        column("language", TEXT, "Language given by the source"),
        column("charset", TEXT, "Encoding stated by the transport"),
        column("fetched_at", TIME, "When the source fetched it, where the source says so"),
        column("site_name", TEXT, "What the feed or sitemap that lists it is called"),
        column("time_zone", TEXT, "Time zone of the outlet, given by the source"),
        column("is_cut", pa.bool_(), "Whether the source says that these are not all of its bytes"),
        column("article_id", TEXT, "Article that it gave; null where rejected"),
        column("stage", TEXT, "Step that rejected it; null where stored"),
        column("reason", TEXT, "Why it was rejected, in one word; null where stored"),
        column("detail", TEXT, "Why it was rejected, in a sentence; null where stored"),
        required("rules_version", TEXT, "Version of the rules that processed it"),
        required("run_id", TEXT, "Run that processed it"),
        required("run_number", pa.int32(), "Number of that run; a run that was ended before it finished shares its number with the next"),
        required("arrived", pa.int32(), "Number of the run in which this content came, kept when new rules redo it"),
        required("seen_at", TIME, "When it was processed"),
    ),
    "articles": _lake_table("Articles, without what other documents decide", VERSION, *ARTICLE_TEXT, *ARTICLE_ORIGIN),
    "blocks": _lake_table("Paragraphs", VERSION, *BLOCKS),
    "mentions": _lake_table(
        "Mentions, with clusters of their article in place of entities",
        VERSION,
        *MENTION,
        required("cluster", POSITION, "Number of the name in its article: equal numbers, same bearer"),
        required("name", TEXT, "Fullest usual form of that name in the article"),
        column("role", TEXT, "What the article calls its bearer"),
        column("owner", TEXT, "Country, by code, of an organization whose name does not say it"),
        column("sport", TEXT, "What a team plays"),
        column("signs", pa.list_(TEXT), "What the article shows of the name"),
    ),
    "quotes": _lake_table(
        "Quotes, with clusters of their article in place of entities",
        VERSION,
        *QUOTE,
        column("speaker_cluster", POSITION, "Cluster of the speaker"),
        column("stands_for", TEXT, "Name of the organization that a place speaks for"),
        *QUOTE_SPEECH,
        column("via_cluster", POSITION, "Cluster of who reports that it was said"),
        *QUOTE_SENTENCE,
        column("contains_ordinal", POSITION, "Of an indirect quote: ordinal of the first one with marks within it"),
    ),
    "features": _lake_table(
        "What the groupings into copies and stories need of each article",
        VERSION,
        ARTICLE_ID,
        column("published_on", DAY, "Day of publication"),
        column("title", TEXT, "Headline"),
        required("terms", PACKED, "Hashes of the stems of title, standfirst and body, ascending; 32 bits each"),
        required("counts", PACKED, "How often each stem stands there, at most 255; 8 bits each"),
        required("lead_counts", PACKED, "How often each stem stands in title and lead; 8 bits each"),
        required("weekdays", TEXTS, "Weekdays that title and lead name"),
        required("years", pa.list_(pa.int32()), "Latest year that the text names"),
        required("sketch", PACKED, "MinHash signature of the text, 32 bits each; empty for a text too short to be a copy"),
        required("shingles", pa.int32(), "Different runs of three words in the text"),
        required("paragraphs", PACKED, "Hashes of the longer paragraphs, 64 bits each"),
    ),
    "names": _lake_table(
        "The names of each article, for the resolution of entities: one row a cluster, and one an organization that a place stands for",
        VERSION,
        required("place", POSITION, "Position among the names of the article"),
        ARTICLE_ID,
        column("cluster", POSITION, "Cluster of the name; null for a name that a place stands for"),
        column("stands_for", TEXT, "Name of the organization that a place stands for; null for a cluster"),
        column("outlet", TEXT, "Whose article it is: domain, else name"),
        required("type", TEXT, "What the article says it is: person, organization, place or group"),
        required("name", TEXT, "Fullest usual form in the article"),
        required("forms", TEXTS, "Spellings in the article, the most frequent first"),
        required("counts", pa.list_(pa.int32()), "How often each spelling stands there"),
        column("role", TEXT, "What the article calls its bearer"),
        column("owner", TEXT, "Country, by code, of an organization whose name does not say it"),
        column("sport", TEXT, "What a team plays"),
        required("signs", TEXTS, "What the article shows of the name"),
        required("spelling", TEXT, "The name without capitals, accents and a leading article"),
        required("spellings", TEXTS, "The same of the name and all forms, each once"),
    ),
}

# Tables of the lake that are made of the others, chunk by chunk; a chunk that lacks one is given it before anything is grouped.
DERIVED = ("features", "names")

# ---------------------------------------------------------------------------------------------------------- assignments

ASSIGNMENTS: Mapping[str, pa.Schema] = {
    "names": table(
        "Entity of each name of an article",
        ARTICLE_ID,
        column("cluster", POSITION, "Cluster of the name; null for a name that a place stands for"),
        column("stands_for", TEXT, "Name of the organization that a place stands for; null for a cluster"),
        required("entity_id", TEXT, "Entity that bears it"),
    ),
    "entities": table(
        "Entities as resolve names them",
        required("entity_id", TEXT, "Id of the entity"),
        required("type", TEXT, "person, organization, place or group"),
        required("name", TEXT, "Fullest usual form of the name"),
        column("description", TEXT, "Role most often given with it"),
        required("confidence", pa.float64(), "How sure it is that all its names are one, 0 to 1"),
    ),
    "quotes": table(
        "Utterance of each quote",
        required("quote_id", TEXT, "Id of the quote"),
        required("utterance_id", TEXT, "Utterance that it words"),
        SPEAKER_FROM_UTTERANCE,
        CHANGES,
    ),
    "utterances": table(
        "Utterances as resolve words them",
        required("utterance_id", TEXT, "Id of the utterance"),
        column("speaker_entity_id", TEXT, "Entity that said it"),
        required("text", TEXT, "Fullest wording"),
    ),
    "articles": table(
        "Story of each article, and what it copies",
        ARTICLE_ID,
        column("story_id", TEXT, "Story that it reports"),
        column("copy_of", TEXT, "Earliest article with nearly the same text, else null"),
    ),
    "stories": table(
        "Stories as resolve names them",
        required("story_id", TEXT, "Id of the story"),
        column("title", TEXT, "Headline that describes it best"),
    ),
    "redirects": PUBLISHED["redirects"],
}

LABELS: Mapping[str, pa.Schema] = {
    "article_labels": table(
        "Components of each article: what has to be looked at together",
        ARTICLE_ID,
        required("version", pa.int64(), "Row of the lake that it is made from"),
        column("copy_component", TEXT, "Earliest of the articles that are linked as copies; null for one that is linked to none"),
        required("story_component", TEXT, "Earliest of the articles that are linked as reports of one event"),
    ),
    "quote_labels": table(
        "Component of each quote, and what links it",
        required("quote_id", TEXT, "Id of the quote"),
        required("version", pa.int64(), "Row of the lake that its article is made from"),
        ARTICLE_ID,
        column("published_on", DAY, "Day of publication"),
        column("story_id", TEXT, "Story of its article"),
        column("speaker", TEXT, "Entity that speaks, or what it stands for"),
        column("speaker_name", TEXT, "What the article calls the speaker"),
        column("speaks_as", TEXT, "Role of one who speaks for somebody"),
        column("principal", TEXT, "Organization that the speaker speaks for, else the speaker"),
        required("is_recalled", pa.bool_(), "Whether it is told as said earlier"),
        required("far_keys", pa.list_(pa.uint64()), "Keys of its rarest words, by which statements meet over time"),
        required("passage_keys", pa.list_(pa.uint64()), "Keys of its long passages, by which reports that repeat each other meet"),
        required("utterance_id", TEXT, "Utterance that it words"),
        required("component", TEXT, "Earliest of the quotes that are linked as one statement"),
    ),
    "article_keys": table(
        "Heaviest terms of articles, by which those without a day are found; of all articles once one has none",
        ARTICLE_ID,
        required("version", pa.int64(), "Row of the lake that it is made from"),
        required("heaviest", pa.list_(pa.int64()), "Hashes of its heaviest terms"),
    ),
    "name_keys": table(
        "What equal names share, by what it is made of",
        required("type", TEXT, "person, organization, place or group"),
        required("name", TEXT, "Fullest usual form in an article"),
        column("owner", TEXT, "Country, by code, of an organization whose name does not say it"),
        column("sport", TEXT, "What a team plays"),
        required("node", pa.int64(), "Number that equal names share"),
        required("is_of_outlet", pa.bool_(), "Whether the name is another one's in each outlet: a ministry of nobody knows which country"),
        required("is_country", pa.bool_(), "Whether it names a country, which is nobody's company"),
    ),
    "name_labels": table(
        "Node and entity of each name of an article",
        required("version", pa.int64(), "Row of the lake that its article is made from"),
        required("place", POSITION, "Position among the names of the article"),
        ARTICLE_ID,
        column("published_on", DAY, "Day of publication"),
        column("cluster", POSITION, "Cluster of the name; null for a name that a place stands for"),
        column("stands_for", TEXT, "Name of the organization that a place stands for; null for a cluster"),
        required("node", pa.int64(), "Number that equal names share"),
        required("type", TEXT, "Type that counts for it"),
        column("entity_id", TEXT, "Entity that bears it"),
    ),
    "node_labels": table(
        "Component of each node, and what links it",
        required("node", pa.int64(), "Number that equal names share"),
        required("component", pa.int64(), "The least of the nodes that are linked, straight or through others"),
        column("host", pa.int64(), "First of the nodes that are one entity; null where one of them is several people"),
        column("size", pa.int64(), "How many nodes these are; null as well"),
        required("asks", pa.list_(pa.int64()), "Keys by which it asks for others"),
        required("offers", pa.list_(pa.int64()), "Keys by which others find it"),
    ),
}
