"""What a quote says, as words that can be compared with those of another wording."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from transforms.groups.terms import common_stems, contractions, is_negation, number_words, opposites, split_words, stem, stopwords, synonyms

# Weights are as if so many quotes on anything stood beside those at hand, and a word that a share of all texts has
# stood in a quarter as large a share of quotes.
_PRIOR_QUOTES, _SHARE_IN_QUOTES = 500, 0.25
# How far a negation reaches: to the next word of content, if it stands so near.
_REACH = 4
# "this year" and "next year" are two times, not the same word beside another.
_WHICH = frozenset({"this", "next", "last"})
_FUTURE, _PAST = frozenset({"will", "shall"}), frozenset({"was", "were", "did", "had", "have", "has"})
_TIMES = frozenset({"year", "month", "week", "season", "time", "summer", "winter", "spring", "autumn", "quarter", "decade", "century"})


@dataclass(frozen=True, slots=True)
class Statement:
    """A quote's words: `words` all of them, contractions written out; `line` the same between blanks; `stems` those with
    content, words of one meaning as one; `turns` the stems that have an opposite; `denied` the stems that a negation
    reaches; `is_negative` whether there is any negation; `numbers` those in figures or words, in figures where they are
    known; `time` "future" or "past" where its auxiliary verbs tell, else ""."""

    words: tuple[str, ...]
    line: str
    stems: tuple[str, ...]
    turns: frozenset[str]
    denied: frozenset[str]
    is_negative: bool
    numbers: frozenset[str]
    time: str


@dataclass(frozen=True, slots=True)
class Weighed:
    """A statement ready to be compared: each stem with its number, in their alphabet, and the weight of them all."""

    statement: Statement
    counts: Mapping[str, int]
    total: float


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two statements share.

    `count` stems stand in both; `coverage` is their share of the weight of the lighter statement, `jaccard` of both
    together. `is_denied`: one denies what the other says; `is_opposed`: one has a word where the other has its
    opposite, or a number where it has another.
    """

    count: int
    coverage: float
    jaccard: float
    is_denied: bool
    is_opposed: bool


NOTHING = Overlap(0, 0.0, 0.0, False, False)


def read_statement(text: str) -> Statement:
    """The words of a quote as they are compared.

    >>> statement = read_statement("We’re not leaving the islands,")
    >>> statement.words, statement.stems, sorted(statement.denied)
    (('we', 'are', 'not', 'leaving', 'the', 'islands'), ('leav', 'island'), ['leav'])
    """
    words = [full for word in split_words(text) for full in contractions().get(word, (word,))]
    same, stops, against = synonyms(), stopwords(), opposites()
    stems: list[str] = []
    denied: set[str] = set()
    negative, reach = False, 0
    for i, word in enumerate(words):
        if is_negation(word):
            if word == "not" and words[i + 1 : i + 2] == ["only"]:
                continue  # "not only" affirms
            negative, reach = True, _REACH
        elif word not in stops and word.removesuffix("'s") not in stops:
            own = stem(word)
            when = words[i - 1] if i and word in _TIMES and words[i - 1] in _WHICH else ""
            stems.append(f"{when} {own}" if when else same.get(own, own))
            if reach:
                denied.add(stems[-1])
                reach = 0
        elif reach:
            reach -= 1
    turns = frozenset(s for w in words if (s := stem(w)) in against)
    numbers = frozenset(figure for w in words if (figure := w if w.isdecimal() else number_words().get(w)))
    return Statement(tuple(words), f" {' '.join(words)} ", tuple(stems), turns, frozenset(denied), negative, numbers, _tell_time(words))


def _tell_time(words: Sequence[str]) -> str:
    pairs = set(pairwise(words))
    if not _FUTURE.isdisjoint(words) or ("going", "to") in pairs:
        return "future"
    return "past" if any(a in _PAST and b != "to" for a, b in pairs) else ""


def weigh_stems(statements: Iterable[Statement]) -> dict[str, float]:
    """Weight of each stem: the negative log of the share of statements that have it, common words known beforehand."""
    counts: Counter[str] = Counter()
    total = _PRIOR_QUOTES
    for statement in statements:
        counts.update(set(statement.stems))
        total += 1
    shares = common_stems()
    expected = {s: n + _PRIOR_QUOTES * _SHARE_IN_QUOTES * shares.get(s, 0.0) + 0.5 for s, n in counts.items()}
    return {s: max(0.05, -math.log(n / total)) for s, n in expected.items()}


def weigh(statement: Statement, weights: Mapping[str, float]) -> Weighed:
    """The statement with its stems counted and weighed."""
    counts = dict(sorted(Counter(statement.stems).items()))
    return Weighed(statement, counts, sum(weights[s] * n for s, n in counts.items()))


def overlap(one: Weighed, other: Weighed, weights: Mapping[str, float]) -> Overlap:
    """What two statements share, each stem weighed by `weights`."""
    few, many = (one, other) if len(one.counts) <= len(other.counts) else (other, one)
    both = [(s, min(n, m)) for s, n in few.counts.items() if (m := many.counts.get(s))]
    if not both:
        return NOTHING
    shared = sum(weights[s] * n for s, n in both)
    a, b = one.statement, other.statement
    denied = a.is_negative != b.is_negative and any((s in a.denied) != (s in b.denied) for s, _ in both)
    opposed = bool(a.numbers - b.numbers and b.numbers - a.numbers)
    if a.turns and b.turns and a.turns != b.turns:
        against = opposites()
        opposed = opposed or any(t in against[s] for s in a.turns - b.turns for t in b.turns - a.turns)
    lighter = min(one.total, other.total)
    return Overlap(sum(n for _, n in both), shared / lighter, shared / (one.total + other.total - shared), denied, opposed)


def share_order(a: Statement, b: Statement) -> float:
    """Of the stems in both statements the share that stands in the same order, 0.0 to 1.0; 0.0 without common stems."""
    mine, yours = frozenset(a.stems), frozenset(b.stems)
    own = [s for s in a.stems if s in yours]
    if not own:
        return 0.0
    return count_in_order(own, [s for s in b.stems if s in mine]) / sum((Counter(a.stems) & Counter(b.stems)).values())


def count_in_order(a: Sequence[str], b: Sequence[str]) -> int:
    """Length of the longest common subsequence."""
    row = [0] * (len(b) + 1)
    for s in a:
        diagonal = 0
        for k, t in enumerate(b, start=1):
            above = row[k]
            row[k] = diagonal + 1 if s == t else max(above, row[k - 1])
            diagonal = above
    return row[-1]


def contains_run(whole: Statement, part: Statement) -> bool:
    """Whether the words of `part` stand in `whole` without a gap; no words stand nowhere."""
    return bool(part.words) and part.line in whole.line
