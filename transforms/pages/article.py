"""The article and the placed paragraphs that a draft comes to, with its day, language and flags settled."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date

from transforms.identity import article_id
from transforms.metadata.agency import find_agency
from transforms.metadata.byline import clean_name, find_contributors
from transforms.metadata.dates import day_of_dateline, is_suspicious
from transforms.metadata.language import find_language
from transforms.metadata.outlet import domain_of, find_outlet
from transforms.metadata.stated import Published, parse_stated, to_outlet_time
from transforms.pages.damage import has_unbalanced_quotes, is_damaged
from transforms.pages.draft import Draft, clean_given, keep_first
from transforms.records import Article, Block, Document, Extraction, Role
from transforms.text import clean_line, count_words

_SHORT_WORDS = 50  # of a body from which on it is no longer flagged `short`
_BETWEEN = len("\n\n")  # code points that part two paragraphs of the body


def make_extraction(draft: Draft, document: Document, digest: str) -> Extraction:
    """The article of a draft, and its paragraphs with their offsets in the body; what the document's source says fills gaps."""
    draft.standfirst = draft.standfirst or next(iter(draft.texts("standfirst")), None)
    for line in draft.texts("contributor"):
        draft.contributors.extend(find_contributors(line))
    if not draft.authors:
        draft.authors = keep_first(n for a in document.facts.authors if (n := clean_name(clean_line(a))))
        draft.authors_from = "given" if draft.authors else None
    body = "\n\n".join(draft.texts("body", "heading"))
    _settle_date(draft, document)
    draft.agency = draft.agency or next((a for a in map(find_agency, draft.authors) if a), None)
    if draft.outlet is None:
        draft.outlet = find_outlet(None, [], {}, draft.url, clean_given(document.facts.site_name)) or draft.agency
    language = find_language(body, draft.language)
    _set_flags(draft, document, body, language)
    key = article_id(draft.url, digest)
    article = Article(
        article_id=key,
        source_uri=document.source_uri,
        url=draft.url,
        outlet=draft.outlet,
        outlet_domain=domain_of(draft.url),
        title=draft.title,
        standfirst=draft.standfirst,
        authors=tuple(draft.authors),
        contributors=tuple(keep_first(draft.contributors)),
        agency=draft.agency,
        dateline_place=draft.place,
        published_at=draft.published.at.astimezone(UTC) if draft.published.at else None,
        published_on=draft.published.on,
        published_from=draft.published.evidence,
        title_from=draft.title_from,
        authors_from=draft.authors_from,
        language=language,
        body=body,
        word_count=count_words(body),
        flags=tuple(sorted(draft.flags)),
        content_hash=digest,
        fetched_at=document.facts.fetched_at,
    )
    return Extraction(article, tuple(_locate_blocks(draft.blocks)))


def _locate_blocks(blocks: list[tuple[Role, str, str]]) -> Iterable[Block]:
    start = 0
    for ordinal, (role, text, reason) in enumerate(blocks):
        if role in ("body", "heading"):
            yield Block(ordinal, role, text, start, start + len(text), reason)
            start += len(text) + _BETWEEN
        else:
            yield Block(ordinal, role, text, None, None, reason)


def _settle_date(draft: Draft, document: Document) -> None:
    given_at, given_on = parse_stated(document.facts.published_at, document.facts.time_zone)
    if given_on and (draft.published.on is None or document.kind == "text"):
        draft.published = Published(given_at, given_on, "given")
    if draft.published.on is None and draft.day:
        lead = next(iter(draft.texts("body")), "")
        whole = "\n".join(draft.texts("body", "heading", "caption", "boilerplate", "title", "standfirst", "credit"))
        if day := day_of_dateline(draft.day, lead, whole):
            draft.published = Published(None, day, "dateline")
    draft.published = to_outlet_time(draft.published, document.facts.time_zone)


def _set_flags(draft: Draft, document: Document, body: str, language: str | None) -> None:
    if not draft.title:
        draft.flags.add("missing_title")
    if not isinstance(draft.published.on, date):
        draft.flags.add("no_date")
    elif is_suspicious(draft.published, document.facts.fetched_at):
        draft.flags.add("suspicious_date")
    if count_words(body) < _SHORT_WORDS:
        draft.flags.add("short")
    if is_damaged(body, language):
        draft.flags.add("damaged_text")
    if has_unbalanced_quotes(draft.texts("body")):
        draft.flags.add("unbalanced_quotes")
