"""Posts from social networks that a page shows: their words are the poster's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from transforms.quotes.assemble import Anchor, make_quote, with_speaker
from transforms.quotes.confidence import NOBODY, Evidence, rate
from transforms.quotes.spans.span import Span
from transforms.quotes.speakers.discourse import Referent
from transforms.records import Block, Mention, Quote

# "— Ada Orlo (@adaorlo) March 3, 2025", "A post shared by Ada Orlo (@adaorlo)".
_SIGNATURE = re.compile(r"(?:[—–―-]+|A post shared by|Posted by|By)\s*(?P<name>[^@()\n—–]{2,60}?)\s*\(?@[\w.]+\)?(?P<rest>[^\n]{0,60})\s*$")
_LINKS = re.compile(r"(?:\s*(?:pic\.twitter\.com/\S+|https?://\S+|t\.co/\S+))+\s*$")
_NOT_WORDS = re.compile(
    r"\s*(?:view this post on|view (?:more|on)|see (?:more|this post)|follow|\d[\d,.]*[KM]?\s*(?:likes|views|replies))\b", re.IGNORECASE
)


def find_posts(blocks: Sequence[Block], mentions: Sequence[Mention]) -> tuple[Quote, ...]:
    """The words of each post left out of the body, a quote a block, in page order, numbered from 0.

    A post is one `social` block or several in a row, the last of them signed. Without a signature nobody speaks. The
    poster's name is printed in another block, so there are offsets only where the signature ends the words' own block.
    """
    quotes: list[Quote] = []
    pending: list[Block] = []
    for block in sorted((b for b in blocks if b.role == "social" and b.start_char is None), key=lambda b: b.ordinal):
        if pending and block.ordinal != pending[-1].ordinal + 1:
            quotes.extend(_read_post(pending, mentions, len(quotes)))
            pending = []
        pending.append(block)
        if _SIGNATURE.search(block.text):
            quotes.extend(_read_post(pending, mentions, len(quotes)))
            pending = []
    quotes.extend(_read_post(pending, mentions, len(quotes)))
    return tuple(quotes)


def _read_post(blocks: Sequence[Block], mentions: Sequence[Mention], first: int) -> list[Quote]:
    if not blocks:
        return []
    signature = _SIGNATURE.search(blocks[-1].text)
    name = signature["name"].strip() if signature else None
    poster: Mention | None = None
    if signature:
        start, end = signature.span("name")
        here = (m for m in mentions if m.part == "block" and m.block_ordinal == blocks[-1].ordinal)
        poster = next((m for m in here if m.start_char < end and start < m.end_char), None)
    quotes: list[Quote] = []
    for block in blocks:
        is_signed = signature is not None and block is blocks[-1]
        words = block.text[: signature.start()] if signature is not None and is_signed else block.text
        words = _LINKS.sub("", words)
        start = len(words) - len(words.lstrip())
        end = len(words.rstrip())
        if not any(c.isalnum() for c in words) or _NOT_WORDS.match(words):
            continue
        anchor: Anchor = ("block", block.ordinal, 0)
        quote = make_quote(block.text, Span(start, end), anchor, kind="direct", method="post", sentence=block.text)
        who = Referent("person", None, name) if poster is None else Referent(poster.type, poster.cluster, poster.name, poster.role)
        confidence = NOBODY if name is None else rate(Evidence("direct", "post"))
        printed = Span(*signature.span("name")) if signature and is_signed else None
        quote = with_speaker(quote, block.text, printed, who, base=0, confidence=confidence)
        quotes.append(
            replace(quote, ordinal=first + len(quotes), speaker=quote.speaker or name, speaker_kind="none" if name is None else "post")
        )
    return quotes
