"""Statements of one speaker in one story that mean the same in words of their own, as two outlets report or translate them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from transforms.groups.utterances.evidence import Wording, is_contrary, is_near, share_words
from transforms.groups.utterances.overlaps import have_other_numbers, have_turned, is_reversed, overlap
from transforms.groups.utterances.rewording import fills_frame_otherwise, qualifies_otherwise, share_families
from transforms.groups.utterances.words import Statement

# How near in meaning, as cosine of their vectors, statements are that are one: above what two statements of one speaker in one article
# reach, which are two (measured on 920 pairs of 120 articles and of ten invented people). The more is said, the nearer any two on one
# subject are: so much is added for each stem of the longer one beyond six.
_MEANT = 0.55
_MEANT_MOST = 0.8
_MANY_STEMS = 6
_PER_STEM = 0.03
# … and so much less is enough where they share words of content too: where nearness and that share, of the weight of both together, add
# up to _TOGETHER. Of 718 pairs of statements of one speaker in one article, of which neither contains the other, none is so.
_LESS = 0.05
_TOGETHER = 0.8
# Of statements that have so much of their words in the same order the frame is what is near: so much more is asked there.
_FRAME = 0.5
_OF_FRAME = 0.05
# A statement of less content than this may mean anything, unless the other has all of it, and both are of some words.
_LEAST_STEMS = 2
_LEAST_WORDS = 4


def find_paraphrases(
    wordings: Sequence[Wording], edges: Iterable[tuple[int, int]] = (), is_wanted: Callable[[int, int], bool] | None = None
) -> Iterator[tuple[int, int, float]]:
    """Pairs (i, k), i < k, of different articles, each once, and how near they are in meaning, 0.0 to 1.0.

    `edges` are the pairs that words join: a wording is compared with those of an article only where none of them shares its words,
    and that holds for both. So hardly a vector is computed where outlets quote word by word. With `is_wanted` only the pairs
    that it wants.
    """
    shared: dict[int, set[str]] = defaultdict(set)
    for i, k in edges:
        shared[i] |= wordings[k].articles
        shared[k] |= wordings[i].articles
    seen: set[tuple[int, int]] = set()
    for members in _list_blocks(wordings):
        pairs = (pair for pair in combinations(members, 2) if pair not in seen and (is_wanted is None or is_wanted(*pair)))
        apart = [(i, k) for i, k in pairs if _are_strangers(wordings, i, k, shared)]
        seen.update(apart)
        if apart:
            yield from _compare(wordings, apart)


def _compare(wordings: Sequence[Wording], pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, float]]:
    """Those of the pairs that are near enough in meaning, and not by a frame alone."""
    from transforms.nlp.sentence_vectors import compare_meanings  # ONNX Runtime, only where there is something to compare

    members = sorted({i for pair in pairs for i in pair})
    row = {i: n for n, i in enumerate(members)}
    nearness = compare_meanings([wordings[i].statement.line.strip() for i in members], [(row[i], row[k]) for i, k in pairs])
    for (i, k), near in zip(pairs, nearness, strict=True):
        if _is_near_enough(wordings[i], wordings[k], near):
            yield i, k, near


def _is_near_enough(a: Wording, b: Wording, near: float) -> bool:
    x, y = a.statement, b.statement
    need = _need(a, b) + _OF_FRAME * (share_words(x, y) >= _FRAME)
    if near < need - _LESS:
        return False
    if near < need and near + share_families(x, y)[1] < _TOGETHER + need - _MEANT:
        return False
    return not (qualifies_otherwise(x, y) or fills_frame_otherwise(x, y))


def _list_blocks(wordings: Sequence[Wording]) -> Iterator[list[int]]:
    """The wordings of each speaker in each story that is told by two articles at least."""
    said: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for i, wording in enumerate(wordings):
        name = "" if wording.speaker else " ".join(sorted(wording.speaker_words))
        if (wording.speaker or name) and wording.size:
            for story in wording.stories:
                said[(story, wording.speaker or "", name)].append(i)
    for _, members in sorted(said.items()):
        if len({a for i in members for a in wordings[i].articles}) > 1:
            yield members


def _are_strangers(wordings: Sequence[Wording], i: int, k: int, shared: Mapping[int, set[str]]) -> bool:
    """Whether neither has anything of its words in the other's articles, and nothing in them speaks against one meaning."""
    a, b = wordings[i], wordings[k]
    return shared[i].isdisjoint(b.articles) and shared[k].isdisjoint(a.articles) and _may_mean_one(a, b)


def _need(a: Wording, b: Wording) -> float:
    return min(_MEANT + _PER_STEM * max(0, a.size - _MANY_STEMS, b.size - _MANY_STEMS), _MEANT_MOST)


def _may_mean_one(a: Wording, b: Wording) -> bool:
    """Whether nothing in two wordings speaks against one meaning: a vector hardly sees what is denied, how much and when."""
    x, y = a.statement, b.statement
    if a.articles & b.articles or not is_near(a, b) or is_contrary(a, b, overlap(a.weighed, b.weighed)):
        return False
    if x.is_negative != y.is_negative and not is_reversed(x, y):
        return False
    if min(a.size, b.size) < _LEAST_STEMS and (min(len(x.words), len(y.words)) < _LEAST_WORDS or not _has_all(x, y)):
        return False
    if have_other_numbers(x, y) or have_turned(x, y) or _have_other_times(x, y):
        return False
    return a.is_indirect or b.is_indirect or {x.time, y.time} != {"past", "future"}  # reports shift tenses


def _has_all(a: Statement, b: Statement) -> bool:
    """Whether one has all stems of the other."""
    return set(a.stems) <= set(b.stems) or set(b.stems) <= set(a.stems)


def _have_other_times(a: Statement, b: Statement) -> bool:
    """Whether each tells of a year, month, week or the like of which the other does not: "this year" beside "next year"."""
    mine, yours = ({s for s in statement.stems if " " in s} for statement in (a, b))
    return bool(mine - yours and yours - mine)
