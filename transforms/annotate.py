"""Mentions and quotes of one article, or of a text as somebody gives it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from transforms.groups.features.read import read_features
from transforms.mentions.find import find_mentions
from transforms.nlp import Passage
from transforms.nlp.read import read_passages
from transforms.pages.rules import SET_APART
from transforms.quotes.attribution.posts import find_posts
from transforms.quotes.cues import wants_parse
from transforms.quotes.find import find_quotes
from transforms.quotes.overlaps import point_to_marked
from transforms.records import Annotation, Article, Block, Extraction, Quote, StoryArticle

# Blocks left out of the body that name people or hold their words.
_SEARCHED = frozenset({"caption", "credit", "contributor", "social", "byline"})


# A paragraph longer than this (code points) is read in pieces, so that no page keeps the model busy without bound.
_LONGEST = 5_000
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_BREAK = re.compile(r"[.!?…][\"”’»)]*\s+")


def annotate_extraction(extraction: Extraction, model: str = "", name_languages: Sequence[str] = ("en",)) -> Annotation:
    """What stands in an article's title, standfirst, body, and the blocks left out of it that name people.

    `model` is the language model's package name or path; empty: the first installed of those known. `name_languages` are
    those (ISO 639-1) that the model is asked for names in; in texts of others only certain ones are found.
    """
    article = extraction.article
    passages: list[Passage] = []
    if article.title:
        passages.extend(_pieces("title", article.title))
    if article.standfirst:
        passages.extend(_pieces("standfirst", article.standfirst))
    apart = {b.start_char for b in extraction.blocks if b.reason == SET_APART}
    passages.extend(replace(p, is_set_apart=p.start in apart) for p in _paragraphs(article.body))
    for b in extraction.blocks:
        if b.role in _SEARCHED and b.start_char is None:
            passages.extend(_pieces("block", b.text, block_ordinal=b.ordinal))
    posts = [b for b in extraction.blocks if b.role == "social"]
    is_foreign = article.language is not None and article.language.partition("-")[0] not in name_languages
    annotation = _annotate(passages, model, article.language, posts, article.dateline_place, is_foreign)
    return replace(annotation, features=read_features(describe_article(article)))


def describe_article(article: Article) -> StoryArticle:
    """What the features of an article are read from."""
    return StoryArticle(article.article_id, article.published_on, article.title, article.body, article.standfirst)


def annotate_text(text: str, model: str = "") -> Annotation:
    """What stands in a text, read as one body with a paragraph a line; offsets into `text` exactly as given."""
    return _annotate(_paragraphs(text), model, "en")


def _paragraphs(body: str) -> list[Passage]:
    passages: list[Passage] = []
    start = 0
    for line in body.split("\n"):
        passages.extend(_pieces("body", line, start))
        start += len(line) + 1
    return passages


def _pieces(part: str, text: str, start: int = 0, block_ordinal: int | None = None) -> Iterable[Passage]:
    """A text as one passage, or, where it is very long, as several cut behind a sentence, else at a space."""
    at = 0
    while at < len(text):
        end = len(text)
        if end - at > _LONGEST:
            window = text[at : at + _LONGEST]
            cuts = [m.end() for m in _BREAK.finditer(window)]
            end = at + (cuts[-1] if cuts else window.rfind(" ") + 1 or _LONGEST)
        if text[at:end].strip():
            yield Passage(part, text[at:end], start + at, block_ordinal)
        at = end


def _annotate(
    passages: Sequence[Passage],
    model: str,
    language: str | None,
    posts: Sequence[Block] = (),
    dateline: str | None = None,
    is_foreign: bool = False,
) -> Annotation:
    # The model takes no half of a surrogate pair; one character for one keeps every offset.
    readable = [replace(p, text=_SURROGATE.sub("\ufffd", p.text)) for p in passages]
    readings = read_passages(readable, wants_parse, model)
    mentions = tuple(find_mentions(readings, dateline, is_foreign))
    posted = {b.ordinal for b in posts}
    quotes = find_quotes([r for r in readings if r.passage.block_ordinal not in posted], mentions, language)
    quotes = _in_page_order((*quotes, *find_posts(posts, mentions)))
    if readable != list(passages):
        slice_of = _slicer(passages)
        mentions = tuple(replace(m, text=slice_of(m.part, m.block_ordinal, m.start_char, m.end_char)) for m in mentions)
        quotes = tuple(_printed(q, slice_of) for q in quotes)
    return Annotation(mentions, quotes)


def _in_page_order(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """Quotes of blocks by their blocks, behind all others, numbered anew; reports point to the marked words in them."""
    placed = sorted(quotes, key=lambda q: (q.part == "block", q.block_ordinal or 0, q.ordinal if q.part != "block" else q.start_char))
    return point_to_marked([replace(q, ordinal=i) for i, q in enumerate(placed)])


def _printed(quote: Quote, slice_of: Callable[[str, int | None, int, int], str]) -> Quote:
    """A quote with its words as the page prints them, half surrogate pairs and all."""
    key = quote.part, quote.block_ordinal
    words = replace(quote, text=slice_of(*key, quote.start_char, quote.end_char))
    if quote.speaker_start_char is not None and quote.speaker_end_char is not None:
        words = replace(words, speaker=slice_of(*key, quote.speaker_start_char, quote.speaker_end_char))
    if quote.cue_start_char is not None and quote.cue_end_char is not None:
        words = replace(words, cue=slice_of(*key, quote.cue_start_char, quote.cue_end_char))
    return words


def _slicer(passages: Sequence[Passage]) -> Callable[[str, int | None, int, int], str]:
    def slice_of(part: str, block_ordinal: int | None, start: int, end: int) -> str:
        for p in passages:
            if p.part == part and p.block_ordinal == block_ordinal and p.start <= start and end <= p.start + len(p.text):
                return p.text[start - p.start : end - p.start]
        return ""

    return slice_of
