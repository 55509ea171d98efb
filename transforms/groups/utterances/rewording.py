"""Whether two statements of one speaker in one story say the same in other words, or only have a frame in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from transforms.calendar import weekdays
from transforms.groups.utterances.evidence import LONG, SUPERLATIVES
from transforms.groups.utterances.word_facts import read_word
from transforms.groups.utterances.words import Statement, weigh_stem
from transforms.groups.words.stems import is_negation, stem, stopwords
from transforms.word_lists import read_set

# Letters, and share of the shorter one, with which stems of one family begin alike: "decision", "decided".
_FAMILY_LETTERS = 4
_FAMILY_SHARE = 0.8
# Weight of the heaviest word in what fills a frame, at least; lighter ones ("come", "make") are as good as function words.
_FILLER_WEIGHT = 2.4
# A frame is what both say in the same words and order: at least this share of the words of each.
_FRAME = 0.5
# … and where it closes again behind what fills it, this share, of a statement that is not long: in a long one a word more or less is
# how another translator put it.
_WHOLE_FRAME = 0.7
# A superlative in -est, "best" aside, is longer than "rest" and "west".
_SHORT_WORD = 4
# Words of a slot between two equal pieces, of which the one behind names a thing: a verb alone.
_SLOT_WORDS = 1
# Words of a filler at most: where more is said otherwise, it is the whole that is worded anew.
_FILLER_WORDS = 4
_COUNTED_DAYS = frozenset(map(stem, read_set("groups/words.csv", "counted days")))
_WEEKDAYS = frozenset(map(stem, weekdays()))
_DOERS = frozenset(map(stem, read_set("groups/words.csv", "doers")))
# What `SequenceMatcher` tells of two texts: kind, from and to in the first, from and to in the second.
Opcode = tuple[str, int, int, int, int]


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

    That is where most words of both stand in the same order, and at one point only something with content stands in one and
    something else with content in the other; or where one calls the worst what the other calls the hardest; or where two words
    have exchanged what stands in front of them, or one denies what the other does not.
    """
    left, right = [read_word(w).meaning for w in a.words], [read_word(w).meaning for w in b.words]
    codes = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    same = sum(i2 - i1 for kind, i1, i2, _, _ in codes if kind == "equal")
    if same < _FRAME * max(len(left), len(right)):
        return False
    if (mine := _list_superlatives(a)) and (yours := _list_superlatives(b)) and mine.isdisjoint(yours):
        return True
    if _trade_positions(left, right) or (a.is_negative != b.is_negative and same >= _WHOLE_FRAME * max(len(left), len(right))):
        return True
    if _fills_slot_otherwise(left, right, codes, (a.stems, b.stems)):
        return True
    changes = [(left[i1:i2], right[k1:k2]) for kind, i1, i2, k1, k2 in codes if kind != "equal"]
    telling = [(x, y) for x, y in changes if _list_content(x, b.stems) or _list_content(y, a.stems)]
    if len(telling) != 1:
        return False
    ((own, other),) = telling
    is_last = bool(codes) and codes[-1][0] == "replace" and telling[0] == changes[-1]
    if not is_last and (same < _WHOLE_FRAME * max(len(left), len(right)) or max(len(set(a.stems)), len(set(b.stems))) >= LONG):
        return False
    return max(len(own), len(other)) <= _FILLER_WORDS and _differ(own, other, a.stems, b.stems)


def _fills_slot_otherwise(
    left: Sequence[str], right: Sequence[str], codes: Sequence[Opcode], stems: tuple[Sequence[str], Sequence[str]]
) -> bool:
    """Whether both do something else to the same thing: "we gave the match away" beside "we won the match in the end"."""
    for (before, *_), (kind, i1, i2, k1, k2), (behind, j1, j2, *_) in zip(codes, codes[1:], codes[2:], strict=False):
        is_verb = kind == "replace" and before == behind == "equal" and max(i2 - i1, k2 - k1) <= _SLOT_WORDS and left[i1 - 1] in _DOERS
        if is_verb and _list_content(left[j1:j2], ()) and _differ(left[i1:i2], right[k1:k2], *stems):
            return True
    return False


def qualifies_otherwise(a: Statement, b: Statement) -> bool:
    """Whether a word that both have has another word of content in front of it in each: "a fair offer" beside "the final offer".

    Figures are no qualities: whether they are others, `have_other_numbers` tells.
    """
    return bool(list_other_qualities(a, b))


def list_other_qualities(a: Statement, b: Statement) -> list[tuple[list[int], int]]:
    """The words in front of one that both have, by their positions: those of the first statement, and one of the second that is another."""
    left, right = ([read_word(w).meaning for w in s.words] for s in (a, b))
    before: dict[str, list[int]] = {}
    for n, (first, then) in enumerate(pairwise(left)):
        if not first.isdecimal():
            before.setdefault(then, []).append(n)
    return [
        (before[then], n)
        for n, (first, then) in enumerate(pairwise(right))
        if then in before
        and then in b.stems
        and not first.isdecimal()
        and _differ(sorted({left[i] for i in before[then]}), [first], a.stems, b.stems)
    ]


def _trade_positions(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two words of content have exchanged what stands in front of them: "a cold house and a warm host" beside the other way."""
    stops = stopwords()
    mine, yours = ({(x, y) for x, y in pairwise(words) if x not in stops and y not in stops} for words in (left, right))
    return any((p, y) in yours and (q, x) in yours for p, x in mine - yours for q, y in mine - yours if x != y and p != q)


def _list_superlatives(statement: Statement) -> frozenset[str]:
    return frozenset(
        stem(w) for w in statement.words if w in SUPERLATIVES or (w.endswith("est") and w not in stopwords() and len(w) > _SHORT_WORD)
    )


def _differ(mine: Sequence[str], yours: Sequence[str], a: Iterable[str], b: Iterable[str]) -> bool:
    own, others = _list_content(mine, b), _list_content(yours, a)
    if _are_days(own, others) or _are_days(others, own):
        return False
    return bool(own and others) and not any(_are_family(s, t) for s in own for t in others)


def _are_days(counted: Sequence[str], named: Sequence[str]) -> bool:
    """Whether one outlet counts a day from its own and another names it: "tomorrow evening", "Sunday evening"."""
    return bool(counted and named) and _COUNTED_DAYS.issuperset(counted) and _WEEKDAYS.issuperset(named)


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
