"""What an annotated article breaks of the contract, found before it is stored, so that it costs only itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from transforms.records import Annotation, Article, Block, Extraction
from warehouse.schemas import ALLOWED_VALUES


def find_fault(extraction: Extraction, annotation: Annotation) -> str | None:
    """The first thing in which an article and its annotation contradict each other, in a sentence; None if nothing does.

    The checks in SQL prove the same of the published tables. There a single wrong offset would hold back everybody's rows.
    """
    return next(_faults(extraction, annotation), None)


def _faults(extraction: Extraction, annotation: Annotation) -> Iterator[str]:
    article, blocks = extraction.article, extraction.blocks
    yield from _block_faults(article, blocks)
    yield from _mention_faults(article, blocks, annotation)
    yield from _quote_faults(article, blocks, annotation)


def _block_faults(article: Article, blocks: tuple[Block, ...]) -> Iterator[str]:
    for column in ("published_from", "title_from", "authors_from"):
        if (witness := getattr(article, column)) is not None and witness not in ALLOWED_VALUES["articles", column]:
            yield f"{column} is {witness!r}"
    if not blocks:
        yield "the article has no blocks"
    if len({b.ordinal for b in blocks}) != len(blocks):
        yield "two blocks have the same ordinal"
    for b in blocks:
        if b.role not in ALLOWED_VALUES["blocks", "role"]:
            yield f"block {b.ordinal} has the unknown role {b.role!r}"
        if (b.start_char is None) != (b.end_char is None):
            yield f"block {b.ordinal} has one offset of two"
        if b.start_char is not None and not _slices(article.body, b.start_char, b.end_char, b.text):
            yield f"block {b.ordinal} is not at {b.start_char}-{b.end_char} of the body"


def _texts(article: Article, blocks: tuple[Block, ...]) -> dict[tuple[str, int | None], str | None]:
    parts: dict[tuple[str, int | None], str | None] = {("block", b.ordinal): b.text for b in blocks}
    return parts | {("title", None): article.title, ("standfirst", None): article.standfirst, ("body", None): article.body}


def _mention_faults(article: Article, blocks: tuple[Block, ...], annotation: Annotation) -> Iterator[str]:
    texts = _texts(article, blocks)
    spans: dict[tuple[str, int | None], list[tuple[int, int]]] = {}
    for m in annotation.mentions:
        part = (m.part, m.block_ordinal)
        if not _slices(texts.get(part), m.start_char, m.end_char, m.text):
            yield f"mention {m.text!r} is not at {m.start_char}-{m.end_char} of {_name(part)}"
        if m.type not in ALLOWED_VALUES["mentions", "type"]:
            yield f"mention {m.text!r} has the unknown type {m.type!r}"
        spans.setdefault(part, []).append((m.start_char, m.end_char))
    for key, found in spans.items():
        found.sort()
        for (_, end), (start, _) in pairwise(found):
            if start < end:
                yield f"two mentions overlap at {start} of {_name(key)}"
    body = sorted((b.start_char, b.end_char) for b in blocks if b.start_char is not None and b.end_char is not None)
    if (crossing := _first_outside(spans.get(("body", None), ()), body)) is not None:
        yield f"the mention at {crossing} of the body lies in no block"


def _quote_faults(article: Article, blocks: tuple[Block, ...], annotation: Annotation) -> Iterator[str]:
    texts = _texts(article, blocks)
    clusters = {m.cluster for m in annotation.mentions}
    seen: set[object] = set()
    ordinals: set[int] = set()
    for q in annotation.quotes:
        part = (q.part, q.block_ordinal)
        text = texts.get(part)
        where = f"quote {q.text[:40]!r}"
        if not _slices(text, q.start_char, q.end_char, q.text):
            yield f"{where} is not at {q.start_char}-{q.end_char} of {_name(part)}"
        if (span := (part, q.start_char, q.end_char)) in seen:
            yield f"{where} is there twice"
        seen.add(span)
        if q.ordinal in ordinals:
            yield f"two quotes have the ordinal {q.ordinal}"
        ordinals.add(q.ordinal)
        for role, start, end, printed in (
            ("speaker", q.speaker_start_char, q.speaker_end_char, q.speaker),
            ("cue", q.cue_start_char, q.cue_end_char, q.cue),
        ):
            if (start is None) != (end is None) or (start is not None and not _slices(text, start, end, printed)):
                yield f"{where}: its {role} {printed!r} is not at {start}-{end} of {_name(part)}"
        for role, cluster in (("speaker", q.speaker_cluster), ("via", q.via_cluster)):
            if cluster is not None and cluster not in clusters:
                yield f"{where}: its {role} is cluster {cluster}, which no mention has"
        if q.kind not in ALLOWED_VALUES["quotes", "kind"]:
            yield f"{where} has the unknown kind {q.kind!r}"
        if not 0.0 <= q.confidence <= 1.0:
            yield f"{where} has the confidence {q.confidence}"


def _slices(text: str | None, start: int, end: int | None, expected: str | None) -> bool:
    return text is not None and end is not None and 0 <= start < end and text[start:end] == expected


def _first_outside(spans: Iterable[tuple[int, int]], blocks: list[tuple[int, int]]) -> int | None:
    """Start of the first of the sorted spans that lies in none of the sorted blocks."""
    i = 0
    for start, end in spans:
        while i < len(blocks) and blocks[i][1] < end:
            i += 1
        if i == len(blocks) or blocks[i][0] > start:
            return start
    return None


def _name(part: tuple[str, int | None]) -> str:
    return part[0] if part[1] is None else f"{part[0]} {part[1]}"
