"""Why a paragraph is in the body or not, why a name is of its type, and why a quote is whose: one document, told on the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import IO

from rich.console import Console
from rich.text import Text

from transforms.pages.rules import rule_meanings
from transforms.records import Annotation, Article, Block, Extraction, Mention, Quote, Rejection

# Kept in the body, beside it, and left out: three groups that a reader tells apart at a glance.
_STYLES = {"body": "green", "heading": "bold green", "title": "bold cyan", "standfirst": "cyan"}
_BESIDE = {"byline", "dateline", "caption", "credit", "contributor", "social"}
_SHOWN = 300  # code points of a paragraph


def write_rejection(rejection: Rejection, to: IO[str]) -> None:
    """One line: the document and why it gives no article."""
    _console(to).print(Text.assemble((f"{_plain(rejection.source_uri)}: rejected, {rejection.reason}: ", "red"), _plain(rejection.detail)))


def write_explanation(extraction: Extraction, annotation: Annotation, to: IO[str]) -> None:
    """The article's metadata; every block with its role and rule, and what the rules mean that left some out; every name; every quote."""
    console = _console(to)
    for name, value in _metadata(extraction.article):
        console.print(Text.assemble((f"{name:>13}  ", "dim"), _plain(value)))
    console.print()
    for block in extraction.blocks:
        console.print(_block(block))
    console.print()
    for reason in dict.fromkeys(b.reason for b in extraction.blocks if b.start_char is None):  # why paragraphs are missing
        console.print(Text.assemble((f"{reason:>29}  ", "dim"), rule_meanings().get(reason, "")))
    console.print()
    for mention in {m.cluster: m for m in annotation.mentions}.values():
        console.print(_name(mention))
    console.print()
    for quote in annotation.quotes:
        console.print(_quote(quote))


def _metadata(article: Article) -> list[tuple[str, str]]:
    day = f"{article.published_at or article.published_on} (from {article.published_from})" if article.published_on else "none found"
    return [
        ("document", article.source_uri),
        ("address", article.url or ""),
        ("outlet", article.outlet or article.outlet_domain or "unknown"),
        ("title", f"{article.title} (from {article.title_from})" if article.title else "none found"),
        ("authors", f"{', '.join(article.authors)} (from {article.authors_from})" if article.authors else "none found"),
        ("published", day),
        ("dateline", ", ".join(x for x in (article.dateline_place, article.agency) if x)),
        ("language", article.language or "unknown"),
        ("words", str(article.word_count)),
        ("flags", ", ".join(article.flags)),
    ]


def _block(block: Block) -> Text:
    style = _STYLES.get(block.role, "yellow" if block.role in _BESIDE else "red")
    shown = _plain(block.text)
    shown = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
    return Text.assemble(
        (f"{block.ordinal:>4} {block.role:<11} ", style),
        (f"{block.reason:<24} ", "dim"),
        (shown, "" if block.start_char is not None else "dim"),
    )


def _name(mention: Mention) -> Text:
    role = f", {mention.role}" if mention.role else ""
    return Text.assemble(
        (f"{mention.type:>13}  ", "magenta"),
        (f"{_plain(mention.name)}{_plain(role)}", "bold"),
        (f"\n               because: {_plain('; '.join(mention.reasons))}" if mention.reasons else "", "dim"),
    )


def _quote(quote: Quote) -> Text:
    who = quote.speaker_name or quote.speaker or "nobody"
    printed = f" (“{quote.speaker}”)" if quote.speaker and quote.speaker != who else ""
    parts: Sequence[tuple[str, str]] = [
        (f"{quote.kind:>13}  ", "magenta"),
        (f"{_plain(who)}{_plain(printed)}", "bold" if quote.speaker else "dim"),
        (f"  cue {_plain(quote.cue)!r}" if quote.cue else "  no cue", "dim"),
        (f"  rule {quote.method}  confidence {quote.confidence:.2f}", "dim"),
        (f"\n               {_plain(quote.text)[:_SHOWN]}", ""),
        (f"\n               because: {_plain('; '.join(quote.reasons))}" if quote.reasons else "", "dim"),
    ]
    return Text.assemble(*parts)


def _console(to: IO[str]) -> Console:
    return Console(file=to, highlight=False, soft_wrap=True)


def _plain(text: object) -> str:
    """Without line breaks and without control characters, which must not reach a terminal."""
    return "".join(c if c.isprintable() else " " for c in str(text))
