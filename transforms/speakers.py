"""Who says the words between marks: the saying that fits best in the paragraph, or what the paragraphs before tell."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.marks import Marked
from transforms.nlp import Passage, Reading
from transforms.sayings import Saying

# Costs of a saying for marked words, in words of distance. Above `LIMIT` it says nothing about them.
LIMIT = 26.0
_SENTENCE_BREAK = 7.0
_OTHER_MARKS = 2.0
_WEIGHT = 10.0
# So many sayings before and behind marked words are looked at.
_REACH = 8
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Attribution:
    """The saying chosen for marked words and the rule that chose it; `cost` in words of distance, lower is surer.

    `passage` is where the saying stands, which may be a paragraph before the quote's own.
    """

    saying: Saying | None
    method: str
    cost: float
    passage: Passage


def choose_sayings(reading: Reading, marked: tuple[Marked, ...], sayings: Sequence[Saying]) -> list[Attribution]:
    """For each marked span of one paragraph its best saying, else none. Order as in `marked`."""
    text = reading.passage.text
    chosen: list[Attribution] = []
    starts = [s.cue_start for s in sayings]
    for k, m in enumerate(marked):
        best: tuple[float, int, str] | None = None
        at = bisect_left(starts, m.start)
        for i in range(max(0, at - _REACH), min(len(sayings), at + _REACH)):
            s = sayings[i]
            cost, place = _cost(text, reading, marked, k, s)
            if cost < LIMIT and (best is None or cost < best[0]):
                best = (cost, i, place)
        if best is None:
            chosen.append(Attribution(None, "none", LIMIT, reading.passage))
        else:
            chosen.append(Attribution(sayings[best[1]], best[2], best[0], reading.passage))
    return chosen


def _cost(text: str, reading: Reading, marked: tuple[Marked, ...], at: int, s: Saying) -> tuple[float, str]:
    m = marked[at]
    if s.end <= m.outer_start:
        a, b, after = s.end, m.outer_start, False
    elif s.start >= m.outer_end:
        a, b, after = m.outer_end, s.start, True
    else:
        a, b, after = m.outer_start, m.outer_start, s.cue_start > m.outer_start  # the words stand between cue and speaker
    between = _between(marked, at, a, b)
    gap = "".join(text[i:j] for i, j in _outside(a, b, between))
    words = len(_WORD.findall(gap))
    breaks = sum(1 for sent in reading.sentences if a < sent.end <= b and not any(x.outer_start < sent.end < x.outer_end for x in between))
    if after and breaks and not gap.strip(" .,"):
        breaks = max(0, breaks - (1 if text[m.end - 1 : m.end] in "?!…" or text[m.end - 1 : m.end] == "," else 0))
    same = not breaks
    penalty = _WEIGHT * (1 - s.cue.weight) + len(between)
    if s.speaker_start is None:
        penalty += 6 if s.how == "passive" else 10
    if s.cue.group == "noun":
        penalty += 4
    tight = not gap.strip(" ,.;:—–-\"”’'")
    ending = text[m.end - 1 : m.end]
    if after:
        comma = ending in ",?!…—-" or text[m.outer_end : m.outer_end + 1] in (",", "-", "—", "–")
        if not s.is_finite:
            penalty += 8
        if tight and not between and (comma or same):
            return penalty - (6 if comma and s.is_finite else 0), "cue after"
        if same:
            return penalty + words + 3, "cue after"
        return penalty + words + 10 + _SENTENCE_BREAK * breaks, "cue after, other sentence"
    if same:
        governed = s.governs is not None and s.governs[0] <= m.start and m.end <= s.governs[1]
        leads = not between and text[a:b].rstrip()[-1:] in (",", ":")
        return penalty + words * (0.6 if governed else 1) - (3 if leads else 0), "cue before"
    return penalty + words * 0.5 + _SENTENCE_BREAK * breaks, "cue before, other sentence"


def _between(marked: tuple[Marked, ...], at: int, a: int, b: int) -> list[Marked]:
    """The other marked words from `a` to `b`, which reach from or to those at index `at`."""
    near = marked[max(0, at - _REACH) : at] + marked[at + 1 : at + 1 + _REACH]
    return [x for x in near if x.outer_start >= a and x.outer_end <= b]


def _outside(a: int, b: int, between: Sequence[Marked]) -> list[tuple[int, int]]:
    pieces, at = [], a
    for x in between:
        pieces.append((at, x.outer_start))
        at = x.outer_end
    pieces.append((at, b))
    return pieces
