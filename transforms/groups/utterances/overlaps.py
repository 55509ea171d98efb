"""What two statements have in common, and what one says against the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.groups.utterances.word_facts import read_word
from transforms.groups.utterances.words import Statement, Weighed, count_in_order, weigh_stem
from transforms.groups.words.meanings import opposites, synonyms
from transforms.groups.words.stems import stem
from transforms.word_lists import read_set

_PARTICLES = frozenset(map(stem, read_set("groups/words.csv", "particles")))
_DENYING = read_set("groups/words.csv", "denying")
# How far a number that is said to be rounded may be from another one that is the same, as a share of the larger.
_ROUNDING = 0.1


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


def overlap(one: Weighed, other: Weighed) -> Overlap:
    """What two statements share, by the weights of their stems."""
    few, many = (one, other) if len(one.counts) <= len(other.counts) else (other, one)
    both = [(s, min(n, m)) for s, n in few.counts.items() if (m := many.counts.get(s))]
    if not both:
        return NOTHING
    shared = sum(weigh_stem(s) * n for s, n in both)
    a, b = one.statement, other.statement
    denied = a.is_negative != b.is_negative and any((s in a.denied) != (s in b.denied) for s, _ in both) and not is_reversed(a, b)
    opposed = have_other_numbers(a, b) or have_turned(a, b)
    lighter = min(one.total, other.total)
    return Overlap(sum(n for _, n in both), shared / lighter, shared / (one.total + other.total - shared), denied, opposed)


def have_other_numbers(a: Statement, b: Statement) -> bool:
    """Whether each has a number that the other has not, and that is not about one of the other's.

    >>> from transforms.groups.utterances.words import read_statement
    >>> a, b, c = map(read_statement, ("Some 200 boats", "They lost 198 boats", "They lost 210 boats"))
    >>> have_other_numbers(a, b), have_other_numbers(b, c)
    (False, True)
    """
    mine, yours = a.numbers - b.numbers, b.numbers - a.numbers
    if not (mine and yours) or not (a.rounded or b.rounded):
        return bool(mine and yours)
    rounded = a.rounded | b.rounded
    met = {(x, y) for x in mine for y in yours if (x in rounded or y in rounded) and _is_about(x, y)}
    return bool(mine - {x for x, _ in met} and yours - {y for _, y in met})


def _is_about(x: str, y: str) -> bool:
    if not (x.isdecimal() and y.isdecimal()):
        return False
    return abs(int(x) - int(y)) <= _ROUNDING * max(int(x), int(y))


def have_turned(a: Statement, b: Statement) -> bool:
    """Whether one has a word where the other has its opposite, unless just one of the two denies it."""
    return bool(_list_turned(a, b)) and not is_reversed(a, b)


def is_reversed(a: Statement, b: Statement) -> bool:
    """Whether one denies the opposite of what the other says: "no shop will close", "all shops stay open"; or the other has a word that
    denies by itself: "do not go near", "keep away"."""
    if a.is_negative == b.is_negative:
        return False
    said, denied = (a, b) if b.is_negative else (b, a)
    return not _list_turned(a, b) <= _PARTICLES or not (_DENYING.intersection(said.words) <= _DENYING.intersection(denied.words))


def _list_turned(a: Statement, b: Statement) -> set[str]:
    """The stems of which the other statement has the opposite, and not what they mean as well.

    Two particles are opposites only beside the same word of content: "voted for it", "voted against it"; what is written down is not
    the opposite of what makes up for it.
    """
    if not (a.turns and b.turns) or a.turns == b.turns:
        return set()
    against = opposites()
    found = set()
    for s in a.turns - b.turns:
        for t in b.turns - a.turns:
            if t not in against[s] or synonyms().get(t, t) in a.stems or synonyms().get(s, s) in b.stems:
                continue
            if not {s, t} <= _PARTICLES or not _list_beside(a.words, s).isdisjoint(_list_beside(b.words, t)):
                found |= {s, t}
    return found


def _list_beside(words: Sequence[str], particle: str) -> set[str]:
    """The words of content that stand nearest before and behind a particle, each as what stands for its meaning."""
    facts = [read_word(w) for w in words]
    found = set()
    for i, own in enumerate(facts):
        if own.stem == particle:
            for side in (reversed(facts[:i]), facts[i + 1 :]):
                found |= {next((f.meaning for f in side if f.content and f.stem not in _PARTICLES), "")}
    return found - {""}


def share_order(a: Statement, b: Statement) -> float:
    """Of the stems in both statements the share that stands in the same order, 0.0 to 1.0; 0.0 without common stems."""
    mine, yours = frozenset(a.stems), frozenset(b.stems)
    own = [s for s in a.stems if s in yours]
    if not own:
        return 0.0
    return count_in_order(own, [s for s in b.stems if s in mine]) / sum((Counter(a.stems) & Counter(b.stems)).values())
