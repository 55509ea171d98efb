"""Statements of one speaker in one story that mean the same in words of their own, as two outlets report or translate them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from transforms.groups.utterances.alignments import Pair, align_pairs, have_other_qualities
from transforms.groups.utterances.counterparts import Signs, rate_signs, read_signs
from transforms.groups.utterances.evidence import Wording, is_contrary, is_near
from transforms.groups.utterances.overlaps import have_other_numbers, have_turned, is_reversed, overlap
from transforms.groups.utterances.rewording import fills_frame_otherwise
from transforms.groups.utterances.voices import name_body
from transforms.groups.utterances.words import Statement

# How sure it is asked to be that two are one: three to one. A wrong joining is worse than a missing one.
SURE = 0.75
# How near by their words two statements are at least that may be one, and that may be one though one of them has hardly any content;
# and what that is, in stems.
_NEAR = 0.45
_MEANT = 0.5
_LITTLE = 2
# A statement of less content than this may mean anything, unless both are of some words.
_LEAST_STEMS = 3
_LEAST_WORDS = 4


class Candidate(NamedTuple):
    """Two wordings, by number, that may be one, and what they show."""

    first: int
    second: int
    signs: Signs


def find_paraphrases(wordings: Sequence[Wording], edges: Iterable[Pair] = ()) -> Iterator[tuple[int, int, float]]:
    """Pairs (i, k), i < k, of different articles, each once, and how sure it is that they are one, 0.0 to 1.0.

    Each is of all in the other's article the nearest in meaning to the other. `edges` are the pairs that words join: see `find_candidates`.
    """
    for one in find_candidates(wordings, edges):
        a, b = wordings[one.first], wordings[one.second]
        if not is_nearest(one.signs, min(a.size, b.size)) or (sure := rate_signs(one.signs)) < SURE:
            continue
        if not differ_in_filler(a, b):
            yield one.first, one.second, sure


def differ_in_filler(a: Wording, b: Wording) -> bool:
    """Whether two statements have one frame with another filler, or tell of other qualities, however near in meaning they are."""
    return fills_frame_otherwise(a.statement, b.statement) or have_other_qualities(a.statement, b.statement)


def is_nearest(signs: Signs, content: int) -> bool:
    """Whether each of two statements is the nearest in meaning to the other, and has something to tell. `content` is that of the
    shorter one in stems."""
    return signs.nearer > 0 and signs.near >= (_NEAR if content > _LITTLE else _MEANT)


def find_candidates(wordings: Sequence[Wording], edges: Iterable[Pair] = ()) -> Iterator[Candidate]:
    """The pairs of one speaker in two reports of one story that may mean one, as far as their words, days and figures tell.

    A wording is compared with those of an article only where none of them shares its words by `edges`, and that holds for both. So
    hardly a vector is computed where outlets quote word by word.
    """
    joined = list(edges)
    shared, akin = list_shared(wordings, joined), list_akin(joined)
    seen: set[Pair] = set()
    for members in list_blocks(wordings):
        apart = [(i, k) for i, k in combinations(members, 2) if (i, k) not in seen and _may_be_compared(wordings, i, k, shared)]
        seen.update(apart)
        if apart:
            yield from _compare(wordings, members, apart, akin)


def list_blocks(wordings: Sequence[Wording]) -> Iterator[list[int]]:
    """The wordings of each speaker in each story that is told by two articles at least; of nobody known, by name."""
    said: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for i, wording in enumerate(wordings):
        name = "" if wording.known else " ".join(sorted(name_body(wording.speaker_words)))
        if (wording.known or name) and wording.size:
            for story in wording.stories:
                said[(story, wording.known or "", name)].append(i)
    for _, members in sorted(said.items()):
        if len({a for i in members for a in wordings[i].articles}) > 1:
            yield members


def _compare(
    wordings: Sequence[Wording], members: Sequence[int], apart: Sequence[Pair], akin: Mapping[int, set[int]]
) -> Iterator[Candidate]:
    """Each of the pairs, measured against those that either of its two makes with others in the other's articles."""
    rivals = {(i, k): [*_list_rivals(wordings, members, i, k, akin), *_list_rivals(wordings, members, k, i, akin)] for i, k in apart}
    near = align_pairs(wordings, members, [*apart, *(pair for own in rivals.values() for pair in own)], akin)
    for i, k in apart:
        beside = (_count_beside(wordings, members, i), _count_beside(wordings, members, k))
        signs = read_signs(wordings[i], wordings[k], near[i, k], [near[pair] for pair in rivals[i, k]], beside)
        yield Candidate(i, k, signs)


def _count_beside(wordings: Sequence[Wording], members: Sequence[int], i: int) -> int:
    """How many others a speaker says in the articles of a wording."""
    return sum(m != i and not wordings[m].articles.isdisjoint(wordings[i].articles) for m in members)


def _list_rivals(wordings: Sequence[Wording], members: Sequence[int], i: int, k: int, akin: Mapping[int, set[int]]) -> Iterator[Pair]:
    """The pairs of a wording and what it may mean as well beside another one, pieces of one statement with that aside."""
    own, other, kin = wordings[i].articles, wordings[k].articles, akin.get(k, {k})
    for m in members:
        beside = m != k and not wordings[m].articles.isdisjoint(other) and wordings[m].articles.isdisjoint(own)
        if beside and kin.isdisjoint(akin.get(m, {m})) and may_mean_one(wordings[i], wordings[m]):
            yield (i, m) if i < m else (m, i)


def _may_be_compared(wordings: Sequence[Wording], i: int, k: int, shared: Mapping[int, set[str]]) -> bool:
    return are_strangers(wordings, i, k, shared) and may_mean_one(wordings[i], wordings[k])


def list_shared(wordings: Sequence[Wording], edges: Iterable[Pair]) -> Mapping[int, set[str]]:
    """The articles in which words of a wording stand in another one, by the pairs that words join."""
    shared: dict[int, set[str]] = defaultdict(set)
    for i, k in edges:
        shared[i] |= wordings[k].articles
        shared[k] |= wordings[i].articles
    return shared


def list_akin(edges: Iterable[Pair]) -> Mapping[int, set[int]]:
    """A wording and those that share its words, by the pairs that words join."""
    akin: dict[int, set[int]] = defaultdict(set)
    for i, k in edges:
        akin[i] |= {i, k}
        akin[k] |= {i, k}
    return akin


def are_strangers(wordings: Sequence[Wording], i: int, k: int, shared: Mapping[int, set[str]]) -> bool:
    """Whether neither has anything of its words in the other's articles, by `list_shared`."""
    return shared[i].isdisjoint(wordings[k].articles) and shared[k].isdisjoint(wordings[i].articles)


def may_mean_one(a: Wording, b: Wording) -> bool:
    """Whether nothing in two wordings speaks against one meaning: a vector hardly sees what is denied, how much and when."""
    x, y = a.statement, b.statement
    if a.articles & b.articles or not is_near(a, b) or is_contrary(a, b, overlap(a.weighed, b.weighed)):
        return False
    if min(a.size, b.size) < _LEAST_STEMS and min(len(x.words), len(y.words)) < _LEAST_WORDS:
        return False
    are_quotes = not (a.is_indirect or b.is_indirect)
    if are_quotes and x.is_negative != y.is_negative and not is_reversed(x, y):
        return False  # reports say "is missing" for "is not there"
    if have_other_numbers(x, y) or have_turned(x, y) or _have_other_times(x, y):
        return False
    return not are_quotes or {x.time, y.time} != {"past", "future"}  # … and shift tenses


def _have_other_times(a: Statement, b: Statement) -> bool:
    """Whether each tells of a year, month, week or the like of which the other does not: "this year" beside "next year"."""
    mine, yours = ({s for s in statement.stems if " " in s} for statement in (a, b))
    return bool(mine - yours and yours - mine)
