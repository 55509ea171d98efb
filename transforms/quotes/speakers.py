"""Who says the words between marks: the saying that fits best in the paragraph, or what the paragraphs before tell."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.nlp import Passage, Reading
from transforms.quotes.marks import Marked
from transforms.quotes.sayings import Saying

# Costs of a saying for marked words, in words of distance. Above `LIMIT` it says nothing about them.
LIMIT = 26.0
_SENTENCE_BREAK = 7.0
_WEIGHT = 10.0
# So many sayings before and behind marked words are looked at.
_REACH = 8
# With an infinitive these are deeds, not words: "reported that the two sides agreed to exchange …".
_PLANS = frozenset({"agree", "offer", "refuse", "decline", "promise", "propose", "threaten"})
# What something does to somebody else, who thinks so: "she thought that it looked …".
_IMPRESSIONS = frozenset({"look", "seem", "appear", "sound", "feel"})
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
    chosen: list[Attribution] = []
    candidates = [s for s in sayings if not _yields(s, sayings)]
    starts = [s.cue_start for s in candidates]
    used: Saying | None = None
    for k, m in enumerate(marked):
        best: tuple[float, int, str] | None = None
        at = bisect_left(starts, m.start)
        for i in range(max(0, at - _REACH), min(len(candidates), at + _REACH)):
            cost, place = _cost(reading, marked, k, candidates[i], used)
            if cost < LIMIT and (best is None or cost < best[0]):
                best = (cost, i, place)
        if best is None:
            chosen.append(Attribution(None, "none", LIMIT, reading.passage))
        else:
            used = candidates[best[1]]
            chosen.append(Attribution(used, best[2], best[0], reading.passage))
    return chosen


def _yields(weak: Saying, sayings: Sequence[Saying]) -> bool:
    """Whether a weak cue stands in what a saying verb governs: in "said allies feared a …" it is the sayer who speaks."""
    if (weak.cue.weight >= 0.5 and not (weak.is_plan and weak.cue.word in _PLANS)) or weak.cue.group == "noun":
        return False
    return any(
        _outranks(s, weak) and s.governs and s.cue_end <= weak.cue_start and weak.cue_end <= s.governs[1]
        for s in sayings
        if s.sentence == weak.sentence and s is not weak
    )


def _outranks(s: Saying, weak: Saying) -> bool:
    return (s.cue.group == "say" and s.cue.weight >= 0.5) or (
        s.cue.group == "think" and s.cue.word not in _IMPRESSIONS and weak.cue.word in _IMPRESSIONS
    )


def _cost(reading: Reading, marked: tuple[Marked, ...], at: int, s: Saying, used: Saying | None) -> tuple[float, str]:
    text, m = reading.passage.text, marked[at]
    if s.end <= m.outer_start:
        a, b, after = s.end, m.outer_start, False
    elif s.start >= m.outer_end:
        a, b, after = m.outer_end, s.start, True
    else:
        a, b, after = m.outer_start, m.outer_start, s.cue_start > m.outer_start  # the words stand between cue and speaker
    between = _between(marked, at, a, b)
    gap = " ".join(text[i:j] for i, j in _outside(a, b, between))
    words = len(_WORD.findall(gap))
    breaks = sum(1 for x in reading.sentences if a <= x.end <= b and not any(o.outer_start < x.end < o.outer_end for o in between))
    if a == b:
        breaks = 0
    penalty = _WEIGHT * (1 - s.cue.weight) + len(between)
    if s.how == "inner label":
        return (-8.0, "label") if m.start <= s.cue_start < m.end else (LIMIT, "none")
    if s.speaker_start is not None and m.outer_start <= s.speaker_start < m.outer_end:
        return LIMIT, "none"  # "“Salt Road” opens on Friday": no words speak themselves
    if s.how == "signature":
        return (0.0, "signature") if at == len(marked) - 1 or not _WORD.search(gap) else (LIMIT, "none")
    if s.how == "colon":
        return (LIMIT, "none") if after or breaks or between else (2.0 + words, "cue before")
    if s.cue.group == "manner" and (breaks or words > 2) and s is not used:
        return LIMIT, "none"
    if s.speaker_start is None:
        penalty += 6 if s.how == "passive" else 10
    if s.cue.group == "noun":
        penalty += 4
    tight = not gap.strip(" ,.;:—–-\"”’'")
    if after:
        return penalty + _cost_after(reading, m, s, words, breaks, tight and not between), "cue after" + (
            ", other sentence" if breaks else ""
        )
    if not breaks:
        governed = s.governs is not None and s.governs[0] <= m.start and m.end <= s.governs[1] + 3
        leads = not between and text[a:b].rstrip()[-1:] in (",", ":")
        if s.cue.weight < 0.5 and words > 3 and not governed:
            penalty += 6
        return penalty + words * (0.6 if governed else 1) - (3 if leads else 0), "cue before"
    own = any(x.start < m.outer_start < x.end and _WORD.search(text, x.start, m.outer_start) for x in reading.sentences)
    if own:
        penalty += 5  # the words are part of another sentence of the outlet's
    if s is used:
        return penalty / 2 + 4 + breaks, "cue before, other sentence"
    if s.cue.group not in ("say", "manner") or s.cue.weight < 0.6:
        penalty += 8
    return penalty + words * 0.5 + _SENTENCE_BREAK * breaks, "cue before, other sentence"


def _cost_after(reading: Reading, m: Marked, s: Saying, words: int, breaks: int, tight: bool) -> float:
    """What it costs to take a saying behind the marked words: little for a tag (", she said"), much for another clause."""
    text = reading.passage.text
    comma = text[m.end - 1 : m.end] in ",?!…—-" or text[m.outer_end : m.outer_end + 1] in (",", "-", "—", "–")
    cost = 0.0 if s.is_finite else 8.0
    if s.cue.group in ("call", "think"):
        cost += 5
    if tight and not breaks:
        return cost - (6 if comma and s.is_finite else 0)
    if tight and breaks == 1 and s.is_finite:
        sentence = reading.sentences[s.sentence]
        rest = len(_WORD.findall(text[min(s.end, sentence.end) : sentence.end]))
        if rest <= (8 if comma else 3):
            return cost - (4 if comma else 0)
    if not breaks:
        return cost + words + (2 if s.how == "according to" else 6)
    return cost + words + 10 + _SENTENCE_BREAK * breaks


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
