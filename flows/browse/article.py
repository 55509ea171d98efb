"""The page of an article: its paragraphs in their order, names and quotes marked in them, and what was left out with the reason."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from flows.browse import lists
from flows.browse.kept import Answer
from flows.browse.marks import Run, mark_text
from flows.browse.store import Reading, Row
from transforms.pages.rules import rule_meanings

BLOCKS = 150  # paragraphs of one page; the next ones are a link away
SHOWN = 20_000  # code points of a paragraph
TEXT = 200_000  # code points of all paragraphs of a page
MARKED = 400  # quotes marked on a page
NAMED = 1_500  # names marked on a page
_BESIDE = frozenset({"caption", "social", "contributor", "byline", "dateline", "credit"})


@dataclass(slots=True)
class Paragraph:
    """A paragraph with its marks. `shown` says where it is shown: in the text, beside it, or left out."""

    ordinal: int | None
    role: str
    shown: str
    told: str  # what the rule that decided goes by
    runs: list[Run]
    quotes: list[Row] = field(default_factory=list)
    cut: int = 0


def read_article(reading: Reading, article: Row, first: int) -> dict[str, Any]:
    """What the page shows of an article from its paragraph `first` on."""
    key = article["article_id"]
    blocks = reading.answer("article_blocks", {"article_id": key, "limit": BLOCKS, "offset": first})
    rows: list[Row] = []
    length = 0
    for values in blocks.rows:
        block = dict(zip(blocks.columns, values, strict=True))
        length += min(len(block["text"]), SHOWN)
        if rows and length > TEXT:
            break
        rows.append(block)
    quotes = reading.rows("article_quotes", article_id=key, limit=lists.FILE_ROWS, offset=0)
    names = reading.rows("article_mentions", article_id=key, limit=lists.FILE_ROWS, offset=0)
    budget = _Budget(MARKED, NAMED)
    head = [] if first else [
        _part(part, article[part], quotes, names, budget) for part in ("title", "standfirst") if article[part]
    ]  # fmt: skip
    printed = {p.role for p in head}
    paragraphs = [_paragraph(block, quotes, names, budget) for block in rows if block["role"] not in printed]
    more = first + len(rows) if blocks.more or len(rows) < len(blocks.rows) else None
    return {
        "head": {"title": None, "standfirst": None} | {p.role: p for p in head},
        "groups": _group(paragraphs),
        "next": more,
        "first": first,
        "unmarked": len(quotes) > MARKED,
        "quote_count": sum(q["kind"] != "scare" for q in quotes),
        "neighbours": lists.show(reading, "article_neighbours", article_id=key),
        "quotes": lists.Listing("article_quotes", "Quotes", {"article_id": key}, Answer([], [], [])),
    }


class _Budget:
    """How many marks a page may still have: pages of a hundred thousand quotes must stay readable, and small."""

    def __init__(self, quotes: int, names: int) -> None:
        self.quotes, self.names = quotes, names

    def take(self, quotes: list[Row], names: list[Row]) -> tuple[list[Row], list[Row]]:
        quotes, names = quotes[: self.quotes], names[: self.names]
        self.quotes -= len(quotes)
        self.names -= len(names)
        return quotes, names


def _group(paragraphs: list[Paragraph]) -> list[list[Paragraph]]:
    """Each paragraph alone, but what was left out in a row together."""
    groups: list[list[Paragraph]] = []
    for p in paragraphs:
        if p.shown == "out" and groups and groups[-1][0].shown == "out":
            groups[-1].append(p)
        else:
            groups.append([p])
    return groups


def _part(part: str, text: str, quotes: list[Row], names: list[Row], budget: _Budget) -> Paragraph:
    said, named = budget.take([q for q in quotes if q["part"] == part], [n for n in names if n["part"] == part])
    return Paragraph(None, part, "text", "", mark_text(text[:SHOWN], 0, said, named), said, max(0, len(text) - SHOWN))


def _paragraph(block: Row, quotes: list[Row], names: list[Row], budget: _Budget) -> Paragraph:
    text, start, ordinal = block["text"], block["start_char"], block["ordinal"]
    if start is None:
        said, named = ([r for r in rows if r["part"] == "block" and r["block_ordinal"] == ordinal] for rows in (quotes, names))
        shown = "beside" if block["role"] in _BESIDE else "out"
    else:
        said, named = (
            [r for r in rows if r["part"] == "body" and r["start_char"] < block["end_char"] and r["end_char"] > start]
            for rows in (quotes, names)
        )
        shown = "text"
    said, named = budget.take(said, named)
    begun = [q for q in said if q["start_char"] >= (start or 0)]
    return Paragraph(
        ordinal,
        block["role"],
        shown,
        rule_meanings().get(block["reason"]) or block["reason"],
        mark_text(text[:SHOWN], start or 0, said, named),
        begun,
        max(0, len(text) - SHOWN),
    )
