"""Statements of one speaker in one story that mean the same in words of their own, as two outlets report or translate them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from transforms.groups.utterances.evidence import Wording, is_near, share_words
from transforms.groups.utterances.rewording import qualifies_otherwise
from transforms.groups.utterances.words import Statement, have_other_numbers, have_turned

# How near in meaning, as cosine of their vectors, statements are that are one: above what two statements of one speaker in one article
# reach, which are two (measured on 920 pairs of 120 articles and of ten invented people). The more is said, the nearer any two on one
# subject are: so much is added for each stem of the longer one beyond six.
_MEANT = 0.55
_MEANT_MOST = 0.8
_MANY_STEMS = 6
_PER_STEM = 0.03
# Of statements that have so much of their words in the same order the frame is what is near; there words decide, not meanings.
_FRAME = 0.5
# A statement of less content than this may mean anything.
_LEAST_STEMS = 2


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
        a, b = wordings[i], wordings[k]
        if near >= _need(a, b) and share_words(a.statement, b.statement) < _FRAME and not qualifies_otherwise(a.statement, b.statement):
            yield i, k, near


def _list_blocks(wordings: Sequence[Wording]) -> Iterator[list[int]]:
    """The wordings of each speaker in each story that is told by two articles at least."""
    said: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, wording in enumerate(wordings):
        if wording.speaker and wording.size >= _LEAST_STEMS:
            for story in wording.stories:
                said[(story, wording.speaker)].append(i)
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
    if a.articles & b.articles or not is_near(a, b) or x.is_negative != y.is_negative:
        return False
    if have_other_numbers(x, y) or have_turned(x, y) or _have_other_times(x, y):
        return False
    return a.is_indirect or b.is_indirect or {x.time, y.time} != {"past", "future"}  # reports shift tenses


def _have_other_times(a: Statement, b: Statement) -> bool:
    """Whether each tells of a year, month, week or the like of which the other does not: "this year" beside "next year"."""
    mine, yours = ({s for s in statement.stems if " " in s} for statement in (a, b))
    return bool(mine - yours and yours - mine)
