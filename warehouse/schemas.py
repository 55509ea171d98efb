"""The columns of every table that users read: name, type, whether a value may be missing, and one line of description.

`PUBLISHED` are the tables in Parquet and in DuckDB; `SEARCH` what search() reads, in DuckDB alone. `warehouse/lake_schemas.py` has
the tables that the tasks write. Nothing else in the project lists columns: the DuckDB tables, their comments and the Parquet files
are made from these schemas.
"""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

from warehouse.columns import (
    ARTICLE_COUNT,
    ARTICLE_ORIGIN,
    ARTICLE_TEXT,
    BLOCKS,
    CHANGES,
    COUNT,
    DAY,
    FIRST_PUBLISHED_ON,
    LAST_PUBLISHED_ON,
    MENTION,
    OUTLET_COUNT,
    POSITION,
    QUOTE,
    QUOTE_SENTENCE,
    QUOTE_SPEECH,
    SPEAKER_FROM_UTTERANCE,
    TEXT,
    TIME,
    column,
    required,
    table,
)

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

# ------------------------------------------------------------------------------------------------------------ published

PUBLISHED: Mapping[str, pa.Schema] = {
    "articles": table(
        "One row a stored document: its text, and what its page says about it",
        *ARTICLE_TEXT,
        column("copy_of", TEXT, "Earliest article with nearly the same text, else null"),
        column("story_id", TEXT, "Story that it reports"),
        *ARTICLE_ORIGIN,
    ),
    "blocks": table("One row a paragraph seen, kept in the body or not", *BLOCKS),
    "mentions": table(
        "One row a named span",
        *MENTION,
        column("entity_id", TEXT, "Entity that it names; null where the articles together show that it is no name"),
    ),
    "entities": table(
        "One row a person, organization, place or group",
        required("entity_id", TEXT, "Id of the entity"),
        required("type", TEXT, "person, organization, place or group"),
        required("name", TEXT, "Fullest usual form of the name"),
        column("description", TEXT, "Role most often given with it: 'Kremlin spokesman'"),
        required("mention_count", COUNT, "Mentions of it"),
        required("article_count", COUNT, "Articles that mention it"),
        required("outlet_count", COUNT, "Outlets that mention it"),
        column("first_seen", DAY, "Earliest published_on of the articles that mention or quote it"),
        column("last_seen", DAY, "Latest published_on of the articles that mention or quote it"),
        required("confidence", pa.float64(), "How sure it is that it is an entity of this type, and that all its mentions are one, 0 to 1"),
    ),
    "aliases": table(
        "One row a name that an entity is called by",
        required("entity_id", TEXT, "Entity that is called so"),
        required("alias", TEXT, "Name as printed, white space made single"),
        required("mention_count", COUNT, "Mentions of the entity by this name"),
        required("article_count", COUNT, "Articles that call it so"),
    ),
    "quotes": table(
        "One row a statement put in someone's mouth",
        *QUOTE,
        column("speaker_entity_id", TEXT, "Entity that speaks"),
        column("speaker_stands_for_entity_id", TEXT, "Entity that the speaker stands for: the Syrian government where Damascus speaks"),
        *QUOTE_SPEECH,
        column("via_entity_id", TEXT, "Entity that reports that it was said: 'SANA reported that'"),
        *QUOTE_SENTENCE,
        column(
            "contains_quote_id", TEXT, "Of an indirect quote: the first one with marks that stands within it, which says the same words"
        ),
        column("utterance_id", TEXT, "Utterance that it words; null for scare quotes"),
        SPEAKER_FROM_UTTERANCE,
        CHANGES,
    ),
    "utterances": table(
        "One row a thing said once, however many outlets word it",
        required("utterance_id", TEXT, "Id of the utterance"),
        column("speaker_entity_id", TEXT, "Entity that said it"),
        required("text", TEXT, "Fullest wording"),
        required("quote_count", COUNT, "Quotes that word it"),
        ARTICLE_COUNT,
        OUTLET_COUNT,
        FIRST_PUBLISHED_ON,
        LAST_PUBLISHED_ON,
    ),
    "stories": table(
        "One row an event that articles report",
        required("story_id", TEXT, "Id of the story"),
        column("title", TEXT, "Headline that describes it best"),
        ARTICLE_COUNT,
        OUTLET_COUNT,
        FIRST_PUBLISHED_ON,
        LAST_PUBLISHED_ON,
    ),
    "redirects": table(
        "One row an id that was published and has become part of another",
        required("old_id", TEXT, "Id that was published once"),
        required("new_id", TEXT, "Id that it leads to"),
        required("table_name", TEXT, "Table that the ids belong to: entities, utterances or stories"),
        required("since", TIME, "When the two became one"),
    ),
    "rejections": table(
        "One row a document that gave no article",
        required("source_uri", TEXT, "Where the bytes came from"),
        column("content_hash", TEXT, "SHA-256 of the document's bytes; null where they could not be read"),
        required("stage", TEXT, "Step that rejected it: read, extract or annotate"),
        required("reason", TEXT, "Why, in one word: empty, no_text, binary, too_large, timeout, undecodable, duplicate, error, ..."),
        required("detail", TEXT, "Why, in a sentence"),
        required("run_id", TEXT, "Run that rejected it"),
        required("seen_at", TIME, "When it was rejected"),
    ),
    "runs": table(
        "One row a run",
        required("run_id", TEXT, "Id of the run"),
        required("started_at", TIME, "When it started"),
        column("finished_at", TIME, "When its rows were ready to publish; null for a run that was ended before"),
        required("documents_seen", COUNT, "Documents that the sources held"),
        required("articles_stored", COUNT, "Documents that gave an article"),
        required("documents_rejected", COUNT, "Documents that gave none"),
        required("documents_skipped", COUNT, "Documents that were done already"),
        required("rules_version", TEXT, "The same as document_rules"),
        required("document_rules", TEXT, "Version of the rules that decide the rows of one document"),
        required("grouping_rules", TEXT, "Version of the rules that join rows of several documents; empty in old runs"),
        required("versions", pa.map_(TEXT, TEXT), "Versions of the packages that shape the result"),
    ),
}

# --------------------------------------------------------------------------------------------------------------- search

TERM_NUMBER = required("term_number", pa.int32(), "Number of the term in this file; another file may give it another")
ARTICLE_NUMBER = required("article_number", pa.int32(), "Number of the article in this file; another file may give it another")

# In the DuckDB file only: made of the other tables, and smaller than any of them by numbers in place of ids.
SEARCH: Mapping[str, pa.Schema] = {
    "search_words": table(
        "One row a word of the texts, with the term that stands for all its forms",
        required("word", TEXT, "Word in lower case, without accents, as split_words() gives it"),
        required("term", TEXT, "Its stem, or the word itself"),
    ),
    "search_terms": table(
        "One row a term, with the number that stands for it",
        TERM_NUMBER,
        required("term", TEXT, "Stem that search_words leads to"),
    ),
    "search_articles": table(
        "One row an article that search knows, with the number that stands for it, its day and length",
        ARTICLE_NUMBER,
        required("article_id", TEXT, "Id of the article"),
        column("published_on", pa.date32(), "Its day, as in articles: what is found is put in order without them"),
        column("outlet", TEXT, "Its outlet, or the domain of one without a name: who is quoted where is counted without them"),
        required("word_count", POSITION, "Words in the body, which ranking measures by"),
    ),
    "search_article_terms": table(
        "One row a term and article that has it; search_postings shows it with words and ids",
        TERM_NUMBER,
        ARTICLE_NUMBER,
        required("title_tf", pa.uint8(), "Times in the title"),
        required("standfirst_tf", pa.uint8(), "Times in the standfirst"),
        required("body_tf", pa.uint8(), "Times in the body; 255 for more"),
        required("block_tf", pa.uint8(), "Times in captions, posts and contributor lines beside the body"),
    ),
    "search_quote_terms": table(
        "One row a term and quote that has it, scare quotes left out",
        TERM_NUMBER,
        ARTICLE_NUMBER,
        required("ordinal", POSITION, "Position of the quote among those of its article, as in quotes"),
        required("tf", pa.uint8(), "Times in the quote"),
        required("word_count", pa.uint8(), "Words of the quote, which ranking measures by; 255 for more"),
    ),
    "search_names": table(
        "One row a name of an entity, as names are compared, with the earliest mention that calls it so",
        required("entity_id", TEXT, "Id of the entity"),
        required("alias", TEXT, "Name, as in aliases; or the name of the entity, where no mention has it"),
        required("folded", TEXT, "The name as fold_name() gives it"),
        column("article_id", TEXT, "Article of the earliest mention by that name"),
        column("mention_id", TEXT, "The earliest mention by that name"),
    ),
    "search_presence": table(
        "One row an entity and article that names or quotes it",
        required("entity_key", pa.uint64(), "Id of the entity as a number, as entity_key() gives it; entity_of() leads back"),
        ARTICLE_NUMBER,
        required("mention_count", POSITION, "Its mentions in the article"),
        required("quote_count", POSITION, "Its quotes in the article, scare quotes left out"),
    ),
}
