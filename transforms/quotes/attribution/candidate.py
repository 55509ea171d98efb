"""A saying as a candidate for marked words: where it stands to them, and what lies between."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from transforms.nlp import Reading, Sentence
from transforms.quotes.sayings.reported import Reported, reaches
from transforms.quotes.sayings.saying import Saying
from transforms.quotes.spans.marks import Marked

# How many sayings, and how many other marked words, before and behind marked words are looked at.
REACH = 8
_WORD = re.compile(r"\w+")
_NOT_WORDS = " ,.;:—–-\"”’'"
# Closing marks of what is quoted within the words: “She said ‘no,’” he recalled.
_INNER_MARKS = "’'”\" "
# What words end in that go on to a tag, and what may stand behind their marks instead.
_GOES_ON = (",", "?", "!", "…", "—", "-")
_LEADS_ON = (",", "-", "—", "–")

# Where the saying stands: within the marked words (inner label), behind them (signature, after), before them in the same sentence
# (before, colon) or in an earlier one (earlier), where it may have led to marked words already (again).
Route = Literal["inner label", "signature", "colon", "after", "before", "earlier", "again"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """What the features of `features.py` ask about marked words and a saying; distances in words.

    `words` are those outside marks between the two, `breaks` the sentence ends there, `between` the other marked words there.
    `is_used` where the saying led to the marked words before, `is_tight` where nothing but punctuation lies between, `leads` where that
    ends in a comma or colon; `is_reported` where the marked words stand in a clause that the saying reports; `rest` are the words
    of its sentence behind the saying.
    """

    saying: Saying
    marked: Marked
    route: Route
    words: int
    breaks: int
    between: int
    is_used: bool
    is_tight: bool
    is_last: bool
    leads: bool
    has_comma: bool
    is_governed: bool
    is_reported: bool
    is_inside_sentence: bool
    rest: int


def measure(
    reading: Reading, marked: Sequence[Marked], at: int, s: Saying, used: Saying | None, reported: Sequence[Reported] = ()
) -> Candidate:
    """The candidate that a saying is for the marked words at index `at`; `used` is the saying chosen for those before them.

    `reported` are the clauses that the sayings of the paragraph report.
    """
    text, m = reading.passage.text, marked[at]
    if s.span.end <= m.outer.start:
        a, b, is_after = s.span.end, m.outer.start, False
    elif s.span.start >= m.outer.end:
        a, b, is_after = m.outer.end, s.span.start, True
    else:
        a, b, is_after = m.outer.start, m.outer.start, s.at.start > m.outer.start  # the words stand between cue and speaker
    near = [*marked[max(0, at - REACH) : at], *marked[at + 1 : at + 1 + REACH]]
    between = [x for x in near if x.outer.start >= a and x.outer.end <= b]
    gap = " ".join(text[i:j] for i, j in _outside(a, b, between))
    breaks = 0 if a == b else sum(1 for x in reading.sentences if a <= x.end <= b and not _cuts(between, x))
    return Candidate(
        saying=s,
        marked=m,
        route=_route(m, s, is_after=is_after, breaks=breaks, is_used=s is used),
        words=len(_WORD.findall(gap)),
        breaks=breaks,
        between=len(between),
        is_used=s is used,
        is_tight=not gap.strip(_NOT_WORDS) and ";" not in gap,
        is_last=at == len(marked) - 1,
        leads=not between and text[a:b].rstrip()[-1:] in (",", ":"),
        has_comma=text[m.span.start : m.span.end].rstrip(_INNER_MARKS)[-1:] in _GOES_ON or text[m.outer.end : m.outer.end + 1] in _LEADS_ON,
        is_reported=any(r.saying is s and r.span.start <= m.span.start and m.span.end <= r.span.end for r in reported),
        is_governed=s.governs is not None and reaches(s.governs, m),
        is_inside_sentence=breaks > 0
        and any(x.start < m.outer.start < x.end and _WORD.search(text, x.start, m.outer.start) for x in reading.sentences),
        rest=_rest(text, reading.sentences[s.sentence], s) if is_after and breaks else 0,
    )


def _route(m: Marked, s: Saying, *, is_after: bool, breaks: int, is_used: bool) -> Route:
    if s.how in ("inner label", "signature"):
        return "inner label" if s.how == "inner label" else "signature"
    if s.how == "colon" and not is_after:
        return "colon"
    if is_after:
        return "after"
    if not breaks:
        return "before"
    return "again" if is_used else "earlier"


def _cuts(between: Sequence[Marked], sentence: Sentence) -> bool:
    """Whether the sentence ends within other marked words, which is no break of the outlet's."""
    return any(o.outer.start < sentence.end < o.outer.end for o in between)


def _outside(a: int, b: int, between: Sequence[Marked]) -> list[tuple[int, int]]:
    pieces, at = [], a
    for x in between:
        pieces.append((at, x.outer.start))
        at = x.outer.end
    pieces.append((at, b))
    return pieces


def _rest(text: str, sentence: Sentence, s: Saying) -> int:
    """The words of its sentence that stand behind a saying."""
    return len(_WORD.findall(text[min(s.span.end, sentence.end) : sentence.end]))
