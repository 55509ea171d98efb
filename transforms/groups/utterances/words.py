"""What a quote says, as words that can be compared with those of another wording."""

from __future__ import annotations

import functools
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from transforms.groups.utterances.phrases import spell_out
from transforms.groups.utterances.word_facts import read_word
from transforms.groups.words.shares import share_of
from transforms.word_lists import read_set

# A word that a share of all texts has stands in a quarter as large a share of quotes, and in one of a thousand at least.
_SHARE_IN_QUOTES = 0.25
_FLOOR_SHARE = 0.001
# No word weighs less than this.
_LEAST_WEIGHT = 0.05
# Texts whose statements are kept as read: a run reads each of its fresh quotes three times. 2 KB each.
_KEPT = 1 << 14
# How far a negation reaches: to the next word of content, if it stands so near.
_REACH = 4
_SETS = "groups/words.csv"
_WHICH = read_set(_SETS, "which")
_TIMES = read_set(_SETS, "times")
_FUTURE = read_set(_SETS, "future")
_PAST = read_set(_SETS, "past")
_HAVING = read_set(_SETS, "having")
_OWNED = read_set(_SETS, "owned")
_BEFORE_ONE = read_set(_SETS, "before one")
_REFUSALS = read_set(_SETS, "refusals")
_HEDGES = read_set(_SETS, "hedges")
_SENTENCE_END = re.compile(r"[.!?…][\"”’)]*\s+(?=[\"“‘(]*[^\W_a-z])")
_LEFT_OUT = re.compile(r"\[?(?:…|\.\s?\.\s?\.)\]?")
# Words that stand close to those of a longer wording are the same, one or another of them changed.
_CLOSE_WORDS = 5  # words at least
_CLOSE = 0.8  # share of them in the same order
_CLOSE_SLACK = 2  # words more among which they may stand


@dataclass(frozen=True, slots=True)
class Statement:
    """A quote's words: `words` all of them, contractions written out; `line` the same between blanks; `stems` those with
    content, words of one meaning as one; `turns` the stems that have an opposite; `denied` the stems that a negation
    reaches; `is_negative` whether there is any negation; `numbers` those in figures or words, in figures where they are
    known, `rounded` those said to be about so much; `time` "future" or "past" where its auxiliary verbs tell, else "";
    `sentences` the lines of its sentences and the stems in each, `runs` the lines of its stretches between words left out."""

    words: tuple[str, ...]
    line: str
    stems: tuple[str, ...]
    turns: frozenset[str]
    denied: frozenset[str]
    is_negative: bool
    numbers: frozenset[str]
    rounded: frozenset[str]
    time: str
    sentences: tuple[tuple[str, frozenset[str]], ...] = ()
    runs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Weighed:
    """A statement ready to be compared: each stem with its number, in their alphabet, and the weight of them all."""

    statement: Statement
    counts: Mapping[str, int]
    total: float


@functools.lru_cache(maxsize=_KEPT)
def read_statement(text: str) -> Statement:
    """The words of a quote as they are compared.

    >>> statement = read_statement("We’re not leaving the islands,")
    >>> statement.words, statement.stems, sorted(statement.denied)
    (('we', 'are', 'not', 'leaving', 'the', 'islands'), ('leav', 'island'), ['leav'])
    """
    words = spell_out(text)
    stems, denied, negative = _read_stems(words)
    line = _make_line(words)
    sentences, runs = _SENTENCE_END.split(text), _LEFT_OUT.split(text)
    return Statement(
        words=tuple(words),
        line=line,
        stems=tuple(stems),
        turns=frozenset(turn for w in words if (turn := read_word(w).turn)),
        denied=frozenset(denied),
        is_negative=negative,
        numbers=_read_numbers(words),
        rounded=frozenset(figure for hedge, w in pairwise(words) if hedge in _HEDGES and (figure := read_word(w).figure)),
        time=_tell_time(words),
        sentences=((line, frozenset(stems)),) if len(sentences) == 1 else tuple(_read_sentence(x) for x in sentences),
        runs=(line,) * bool(words) if len(runs) == 1 else tuple(_make_line(run) for x in runs if (run := spell_out(x))),
    )


def read_passages(text: str, statement: Statement) -> Sequence[tuple[str, frozenset[str]]]:
    """The lines of a quote's sentences, or of what stands between words left out, each with its stems. `statement` is what
    `read_statement` gives of the text."""
    if not _LEFT_OUT.search(text):
        return statement.sentences
    return [_read_sentence(run) for sentence in _SENTENCE_END.split(text) for run in _LEFT_OUT.split(sentence) if run.strip()]


def _read_sentence(text: str) -> tuple[str, frozenset[str]]:
    words = spell_out(text)
    return _make_line(words), frozenset(_read_stems(words)[0])


def _read_stems(words: Sequence[str]) -> tuple[list[str], set[str], bool]:
    """The stems with content, those of them that a negation reaches, and whether there is any."""
    stems: list[str] = []
    denied: set[str] = set()
    negative, reach = False, 0
    for i, word in enumerate(words):
        facts = read_word(word)
        if facts.denies or (word in _REFUSALS and words[i + 1 : i + 2] == ["to"]):
            if word == "not" and words[i + 1 : i + 2] == ["only"]:
                continue  # "not only" affirms
            negative, reach = True, _REACH
        elif facts.content:
            when = words[i - 1] if i and word in _TIMES and words[i - 1] in _WHICH else ""
            stems.append(f"{when} {facts.stem}" if when else facts.meaning)
            if reach:
                denied.add(stems[-1])
                reach = 0
        elif reach:
            reach -= 1
    return stems, denied, negative


def _read_numbers(words: Sequence[str]) -> frozenset[str]:
    """The numbers, in figures where they are known; the "one" of "no one" and "one another" is none."""
    return frozenset(figure for i, w in enumerate(words) if (figure := read_word(w).figure) and not (w == "one" and _is_nobody(words, i)))


def _is_nobody(words: Sequence[str], one: int) -> bool:
    return (one > 0 and words[one - 1] in _BEFORE_ONE) or words[one + 1 : one + 2] == ["another"]


def _make_line(words: Sequence[str]) -> str:
    return f" {' '.join(words)} "


def _tell_time(words: Sequence[str]) -> str:
    pairs = set(pairwise(words))
    if not _FUTURE.isdisjoint(words) or ("going", "to") in pairs:
        return "future"
    return "past" if any(a in _PAST and b not in (_OWNED if a in _HAVING else {"to"}) for a, b in pairs) else ""


@functools.lru_cache(maxsize=1 << 18)
def weigh_stem(stem: str) -> float:
    """The weight of a stem: the negative log of the share of quotes that have it, the same for every corpus."""
    return max(_LEAST_WEIGHT, -math.log(_SHARE_IN_QUOTES * share_of(stem.rpartition(" ")[2]) + _FLOOR_SHARE))


def weigh(statement: Statement) -> Weighed:
    """The statement with its stems counted and weighed."""
    counts = dict(sorted(Counter(statement.stems).items()))
    return Weighed(statement, counts, sum(weigh_stem(s) * n for s, n in counts.items()))


def count_in_order(a: Sequence[str], b: Sequence[str]) -> int:
    """Length of the longest common subsequence (bit by bit, after Hyyrö 2004: a bit is 0 where a common word is counted)."""
    positions: dict[str, int] = {}
    for i, word in enumerate(a):
        positions[word] = positions.get(word, 0) | 1 << i
    everywhere = row = (1 << len(a)) - 1
    for word in b:
        if met := row & positions.get(word, 0):
            row = ((row + met) | (row - met)) & everywhere
    return len(a) - row.bit_count()


def contains_run(whole: Statement, part: Statement) -> bool:
    """Whether the words of `part` stand in `whole` without a gap but where it leaves words out; no words stand nowhere.

    >>> contains_run(read_statement("We rebuilt the pier, and the bridge, at once"), read_statement("rebuilt the pier … at once"))
    True
    """
    return _holds(whole.line, part)


def _holds(line: str, part: Statement) -> bool:
    at = 0
    for run in part.runs:
        at = line.find(run, at)
        if at < 0:
            return False
        at += len(run) - 1  # a blank may end one word and open the next
    return bool(part.runs)


def contains_closely(whole: Statement, part: Statement) -> bool:
    """Whether some words of `whole` are those of `part` but for one or another: all its stems, its words in their order.

    >>> whole = read_statement("They were in and out in four minutes, so they knew exactly what they had come for")
    >>> contains_closely(whole, read_statement("were in and out within four minutes"))
    True
    """
    return _holds_closely(whole.words, frozenset(whole.stems), part)


def _holds_closely(words: Sequence[str], stems: frozenset[str], part: Statement) -> bool:
    size = len(part.words)
    if size < _CLOSE_WORDS or not stems.issuperset(part.stems):
        return False
    starts = set(part.words[:2])
    windows = (words[i : i + size + _CLOSE_SLACK] for i, word in enumerate(words) if word in starts)
    return any(count_in_order(part.words, window) >= _CLOSE * size and _has_stems_alike(window, part) for window in windows)


def _has_stems_alike(window: Sequence[str], part: Statement) -> bool:
    """Whether words have all stems of a part, and deny where it does."""
    stems, _, is_negative = _read_stems(window)
    return is_negative == part.is_negative and set(stems).issuperset(part.stems)


def longest_run(a: Statement, b: Statement) -> tuple[str, ...]:
    """The most words that follow each other in both."""
    match = SequenceMatcher(None, a.words, b.words, autojunk=False).find_longest_match()
    return a.words[match.a : match.a + match.size]


def stand_in_one_sentence(whole: Statement, *parts: Statement, verbatim: bool = False) -> bool:
    """Whether all the parts stand in the same sentence of the whole: word by word or nearly, or (not `verbatim`) with all
    their stems."""
    return any(all(_is_piece(part, line, stems, verbatim) for part in parts) for line, stems in whole.sentences)


def _is_piece(part: Statement, line: str, stems: frozenset[str], verbatim: bool) -> bool:
    if _holds(line, part) or _holds_closely(line.split(), stems, part):
        return True
    return not verbatim and len(part.stems) > 1 and stems.issuperset(part.stems)
