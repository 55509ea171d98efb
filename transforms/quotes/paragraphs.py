"""One paragraph on its way to quotes: its marked words, its sayings, what they report, the names in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.nlp import Passage, Reading
from transforms.quotes.sayings import find_sayings
from transforms.quotes.sayings.clause_ends import FINITE
from transforms.quotes.sayings.reported import Reported, find_reported
from transforms.quotes.sayings.saying import Saying
from transforms.quotes.sayings.speaking_nouns import is_speaker
from transforms.quotes.spans.marks import Marked, find_marked
from transforms.quotes.spans.quote_kinds import find_kinds
from transforms.quotes.spans.span import Span
from transforms.quotes.spans.work_titles import is_title
from transforms.records import Mention, Part, QuoteKind
from transforms.word_lists import any_of_set, read_set

_PARTS: tuple[Part, ...] = ("title", "standfirst", "body", "block")
_HONOURS = re.compile(rf"(?: (?:{any_of_set('mentions/words.csv', 'honours behind names')})\b)+")
_OPENING = ("“", '"', "«", "»", "„", "‘", "``", "'")


@dataclass(frozen=True, slots=True)
class Named:
    """A mention by where it stands in its paragraph, with the letters of honours behind it ("Ada Moss KC")."""

    span: Span
    mention: Mention


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with what was found in it; all spans are its own. `kinds` and `damaged` go with `marked`.

    In a language that `is_read` not, no saying was looked for.
    """

    reading: Reading
    part: Part
    marked: tuple[Marked, ...]
    sayings: tuple[Saying, ...]
    reported: tuple[Reported, ...]
    kinds: tuple[QuoteKind, ...]
    damaged: tuple[bool, ...]
    named: tuple[Named, ...]
    is_read: bool

    @property
    def passage(self) -> Passage:
        """Where the paragraph stands."""
        return self.reading.passage

    @property
    def text(self) -> str:
        """The paragraph's text."""
        return self.reading.passage.text

    @property
    def is_sentence(self) -> list[bool]:
        """Of each marked span, whether it is a sentence of its own."""
        return [kind == "direct" for kind in self.kinds]

    def sentence_of(self, span: Span) -> str:
        """The sentence or sentences that words stand in."""
        spans = [(s.start, s.end) for s in self.reading.sentences if s.start < span.end and s.end > span.start]
        return self.text[min(a for a, _ in spans) : max(b for _, b in spans)] if spans else self.text


def read_paragraph(reading: Reading, following: Reading | None, mentions: Sequence[Mention], language: str | None) -> Paragraph:
    """What stands in a paragraph; `following` is the next one of its part, `mentions` those that begin in it."""
    text, base = reading.passage.text, reading.passage.start
    is_read = language in (None, "en")
    marked = find_marked(text)
    named = tuple(Named(_with_honours(text, Span(m.start_char, m.end_char).shift(-base), m), m) for m in mentions)
    sayings = tuple(s for s in find_sayings(reading, marked) if not is_heading(text, s, named)) if is_read else ()
    titles = _find_titles(text, marked) if reading.passage.part != "title" else [False] * len(marked)
    goes_on = following is not None and following.passage.text.lstrip().startswith(_OPENING)
    return Paragraph(
        reading=reading,
        part=next((p for p in _PARTS if p == reading.passage.part), "block"),
        marked=marked,
        sayings=sayings,
        reported=find_reported(reading, sayings),
        kinds=find_kinds(text, marked, titles, reading.passage.part, _find_verbless(reading, marked)),
        damaged=tuple(m.is_damaged or (m.is_open and not goes_on) for m in marked),
        named=named,
        is_read=is_read,
    )


def _with_honours(text: str, span: Span, mention: Mention) -> Span:
    """The span of a name and of the letters of honours behind it, one of which the parse takes for the head."""
    behind = _HONOURS.match(text, span.end) if mention.type == "person" else None
    return span if behind is None else Span(span.start, behind.end())


def _find_titles(text: str, marked: Sequence[Marked]) -> list[bool]:
    """Which marked words are names of works or things; what is one once in a paragraph is one again."""
    named = {m.span.of(text).casefold() for m in marked if is_title(text, m)}
    return [m.span.of(text).casefold() in named for m in marked]


def _find_verbless(reading: Reading, marked: Sequence[Marked]) -> list[bool]:
    """Which marked words hold no finite verb and no command, by the parse: "offered a “bridge with a human face,” and left"."""
    if not marked:
        return []
    tokens = [(s.start + t.idx, t.tag_) for s in reading.sentences if s.doc is not None for t in s.doc]
    tags = [[tag for at, tag in tokens if m.span.has(at)] for m in marked]
    return [bool(inside) and "VB" not in inside and FINITE.isdisjoint(inside) for inside in tags]


def is_heading(text: str, s: Saying, named: Sequence[Named]) -> bool:
    """Whether a word with a capital before a colon is a heading and nobody's name: "Review: …", “Zones: your partners”."""
    if s.speaker is None or s.how not in ("inner label", "colon") or (s.how == "colon" and text[s.speaker.end : s.at.start].strip()):
        return False
    word = s.speaker.of(text).strip()
    if not word[:1].isupper() or word.isupper() or " " in word:
        return False  # "the mayor:", "ORLO:", "Ada Orlo:"
    if is_speaker(word.lower()) and word.lower() not in read_set("quotes/words.csv", "documents"):
        return False  # "Wife:"
    return not any(n.span.start < s.speaker.end and s.speaker.start < n.span.end for n in named)


def key_of_part(reading: Reading) -> tuple[str, int | None]:
    """The part, and its block, that a paragraph stands in."""
    return reading.passage.part, reading.passage.block_ordinal


def part_order(part: Part) -> int:
    """Where a part stands among title, standfirst, body and blocks."""
    return _PARTS.index(part)
