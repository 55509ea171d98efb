"""Whether two statements of one speaker in one story say the same in other words, or only have a frame in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from transforms.groups.utterances.words import Statement, weigh_stem
from transforms.groups.words.meanings import synonyms
from transforms.groups.words.stems import is_negation, stem, stopwords

# Stems of one family ("decision", "decided") begin alike: with so many letters, and so much of the shorter one.
_FAMILY_LETTERS, _FAMILY_SHARE = 4, 0.8
# What fills a frame has some word that weighs so much; lighter ones ("come", "make") are as good as function words.
_FILLER_WEIGHT = 2.4
# A frame is what both say in the same words and order: so much of the words of each.
_FRAME = 0.5
# A superlative in -est is longer than "best", "rest" and "west" … "worst" and "best" are opposites already.
_SHORT_WORD = 4
# A filler has so many words at most: where more is said otherwise, it is the whole that is worded anew.
_FILLER_WORDS = 4


def share_families(a: Statement, b: Statement) -> tuple[int, float]:
    """How many stems both have, words of one family taken as one, and their share of the weight of both together, 0.0 to 1.0."""
    mine, yours = Counter(a.stems), Counter(b.stems)
    both = mine & yours
    left, right = list((mine - both).elements()), list((yours - both).elements())
    count, shared = both.total(), sum(weigh_stem(s) * n for s, n in both.items())
    for s in left:
        if (relative := next((t for t in right if _are_family(s, t)), None)) is not None:
            right.remove(relative)
            count += 1
            shared += min(weigh_stem(s), weigh_stem(relative))
    total = sum(weigh_stem(s) for s in a.stems) + sum(weigh_stem(s) for s in b.stems) - shared
    return count, shared / total if total else 0.0


def _are_family(s: str, t: str) -> bool:
    alike = next((n for n, (x, y) in enumerate(zip(s, t, strict=False)) if x != y), min(len(s), len(t)))
    return alike >= _FAMILY_LETTERS and alike >= _FAMILY_SHARE * min(len(s), len(t))


def fills_frame_otherwise(a: Statement, b: Statement) -> bool:
    """Whether the statements are one frame in which another thing is said: "chosen peace" beside "chosen to wait".

    That is where most words of both stand in the same order, and only at their end something with content stands in one and
    something else with content in the other; or where one calls the worst what the other calls the hardest.
    """
    left, right = [_fold(w) for w in a.words], [_fold(w) for w in b.words]
    codes = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    same = sum(i2 - i1 for kind, i1, i2, _, _ in codes if kind == "equal")
    if same < _FRAME * max(len(left), len(right)):
        return False
    if (mine := _list_superlatives(a)) and (yours := _list_superlatives(b)) and mine.isdisjoint(yours):
        return True
    if not codes or codes[-1][0] != "replace":
        return False
    *others, (own, other) = [(left[i1:i2], right[k1:k2]) for kind, i1, i2, k1, k2 in codes if kind != "equal"]
    if any(_list_content(x, b.stems) or _list_content(y, a.stems) for x, y in others):
        return False
    return max(len(own), len(other)) <= _FILLER_WORDS and _differ(own, other, a.stems, b.stems)


def qualifies_otherwise(a: Statement, b: Statement) -> bool:
    """Whether a word that both have has another word of content in front of it in each: "a fair offer" beside "the final offer"."""
    left, right = ([_fold(w) for w in s.words] for s in (a, b))
    before: dict[str, set[str]] = {}
    for first, then in pairwise(left):
        before.setdefault(then, set()).add(first)
    return any(
        _differ(sorted(before[then]), [first], a.stems, b.stems) for first, then in pairwise(right) if then in before and then in b.stems
    )


def _list_superlatives(statement: Statement) -> frozenset[str]:
    return frozenset(stem(w) for w in statement.words if w.endswith("est") and w not in stopwords() and len(w) > _SHORT_WORD)


def _fold(word: str) -> str:
    own = stem(word)
    return synonyms().get(own, own)


def _differ(mine: Sequence[str], yours: Sequence[str], a: Iterable[str], b: Iterable[str]) -> bool:
    own, others = _list_content(mine, b), _list_content(yours, a)
    return bool(own and others) and not any(_are_family(s, t) for s in own for t in others)


def _list_content(filler: Sequence[str], elsewhere: Iterable[str]) -> list[str]:
    """The words of a filler that weigh something and stand nowhere in the other statement."""
    return [
        s
        for s in filler
        if s not in stopwords()
        and not is_negation(s)
        and weigh_stem(s) >= _FILLER_WEIGHT
        and not any(s == t or _are_family(s, t) for t in elsewhere)
    ]
