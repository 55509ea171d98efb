"""Names, quotes, speakers and cues marked in a text: the text in pieces that stand beside each other, each with what it is part of."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

Role = Literal["speaker", "cue"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text, half-open in code points, with the row that it comes from."""

    start: int
    end: int
    row: dict[str, Any]


@dataclass(slots=True)
class Piece:
    """Text within which nothing begins or ends. `name` is the mention it is part of."""

    text: str
    name: dict[str, Any] | None = None
    role: Role | None = None


@dataclass(slots=True)
class Run:
    """Pieces that stand in the same innermost quote, or in none. `is_first` where the quote begins here."""

    quote: dict[str, Any] | None
    is_first: bool = False
    pieces: list[Piece] = field(default_factory=list)


def mark_text(text: str, start: int, quotes: Sequence[dict[str, Any]], names: Sequence[dict[str, Any]]) -> list[Run]:
    """The whole text in runs of pieces. `start` is the offset of its first code point in the text that the rows count in.

    Of quotes that lie in each other the innermost marks; a row that lies outside of the text marks nothing.
    """
    size = len(text)
    said = _clip(((q, q["start_char"], q["end_char"]) for q in quotes), start, size)
    named = _clip(((n, n["start_char"], n["end_char"]) for n in names), start, size)
    speakers = _clip(((q, q["speaker_start_char"], q["speaker_end_char"]) for q in quotes), start, size)
    cues = _clip(((q, q["cue_start_char"], q["cue_end_char"]) for q in quotes), start, size)
    cuts = sorted({0, size, *(cut for spans in (said, named, speakers, cues) for s in spans for cut in (s.start, s.end))})
    runs: list[Run] = []
    layers = [_Layer(spans) for spans in (said, named, speakers, cues)]
    for begin, end in itertools.pairwise(cuts):
        quote, name, speaker, cue = (layer.at(begin) for layer in layers)
        if not runs or runs[-1].quote is not (quote.row if quote else None):
            runs.append(Run(quote.row if quote else None, bool(quote and quote.start == begin)))
        role: Role | None = "cue" if cue else "speaker" if speaker else None
        runs[-1].pieces.append(Piece(text[begin:end], name.row if name else None, role))
    return runs


class _Layer:
    """Spans of one kind, asked for by rising offsets."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._waiting = sorted(spans, key=lambda s: (-s.start, s.end))
        self._open: list[Span] = []

    def at(self, offset: int) -> Span | None:
        """The shortest span that holds the offset, of those the one that begins last."""
        while self._waiting and self._waiting[-1].start <= offset:
            self._open.append(self._waiting.pop())
        self._open = [s for s in self._open if s.end > offset]
        return min(self._open, key=lambda s: (s.end - s.start, -s.start), default=None)


def _clip(rows: Iterable[tuple[dict[str, Any], int | None, int | None]], start: int, size: int) -> list[Span]:
    spans = []
    for row, begin, end in rows:
        if begin is None or end is None:
            continue
        first, last = max(0, begin - start), min(size, end - start)
        if first < last:
            spans.append(Span(first, last, row))
    return spans
