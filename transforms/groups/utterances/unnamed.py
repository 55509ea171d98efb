"""Statements of nobody known ("the father", "she") that mean what a known speaker says in another report of the story."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from transforms.groups.utterances.alignments import Nearness, Pair, align_pairs
from transforms.groups.utterances.counterparts import rate_signs, read_signs
from transforms.groups.utterances.evidence import Wording, have_fitting_names, is_same_event
from transforms.groups.utterances.paraphrases import (
    SURE,
    are_strangers,
    differ_in_filler,
    is_nearest,
    list_akin,
    list_shared,
    may_mean_one,
)
from transforms.groups.utterances.rules import Pair as RulePair
from transforms.groups.utterances.voices import is_personal

# Others from which one is picked in a report, at least: where next to nothing else is said, it is no surer who says it.
_FEWEST = 3
# Share of both together that they have in common at least: else too many would be compared, and next to none be one.
_SHARED = 0.2


def may_be_adopted(pair: RulePair) -> bool:
    """Whether a known speaker says one of two, nobody known the other, and as far as words tell both may be one."""
    unknown, known = (pair.a, pair.b) if pair.a.known is None else (pair.b, pair.a)
    if unknown.known is not None or known.known is None or not is_same_event(unknown, known) or pair.shared.jaccard < _SHARED:
        return False
    if unknown.is_indirect and known.is_indirect:
        return False  # whose words nobody gives may be told by anybody
    if is_personal(unknown.speaker_words) and not have_fitting_names(unknown, known):
        return False  # it has a name
    return may_mean_one(unknown, known)


def leave_strangers(wordings: Sequence[Wording], pairs: Iterable[Pair], edges: Iterable[Pair]) -> list[Pair]:
    """Those of pairs of which neither has anything of its words in the other's articles by `edges`: there words have told."""
    shared = list_shared(wordings, edges)
    return [(i, k) for i, k in pairs if are_strangers(wordings, i, k, shared)]


def find_adoptions(wordings: Sequence[Wording], pairs: Iterable[Pair], edges: Iterable[Pair]) -> Iterator[tuple[int, int, float]]:
    """Those of pairs that may be adopted that are one, and how sure that is: each of both is, of all that may be said by the same in the
    other's report, the nearest in meaning to the other. `edges` are the pairs that words join."""
    akin = list_akin(edges)
    chosen = list(pairs)
    if chosen:  # all at once, for the model reads many sentences faster than each by itself
        told = _list_told(wordings, {story for i, k in chosen for story in wordings[i].stories & wordings[k].stories})
        yield from _choose(wordings, chosen, told, akin)


def tie_adoptions(wordings: Sequence[Wording], pairs: Sequence[Pair]) -> Iterator[Pair]:
    """Pairs, the earlier first, that connect each of some pairs with all that is said in the reports of both: which one is nearest hangs
    on that."""
    told = _list_told(wordings, {story for pair in pairs for n in pair for story in wordings[n].stories}) if pairs else {}
    for i, k in pairs:
        yield i, k
        for m in sorted({*_list_beside(wordings, told, i, k), *_list_beside(wordings, told, k, i)} - {i, k}):
            yield min(i, m), max(i, m)


def _list_told(wordings: Sequence[Wording], stories: Collection[str]) -> dict[str, list[int]]:
    """The wordings of each article of some stories that have any content."""
    told: dict[str, list[int]] = defaultdict(list)
    for m, wording in enumerate(wordings):
        if wording.size and not wording.stories.isdisjoint(stories):
            for article in wording.articles:
                told[article].append(m)
    return told


def _choose(
    wordings: Sequence[Wording], pairs: Sequence[Pair], told: Mapping[str, Sequence[int]], akin: Mapping[int, set[int]]
) -> Iterator[tuple[int, int, float]]:
    members = sorted({m for pair in pairs for n in pair for article in wordings[n].articles for m in told[article]})
    alone = align_pairs(wordings, members, pairs, akin)
    beside = {(x, y): _list_beside(wordings, told, x, y) for i, k in pairs for x, y in ((i, k), (k, i))}
    counts = {(i, k): (max(_FEWEST, len(beside[i, k])), max(_FEWEST, len(beside[k, i]))) for i, k in pairs}
    left = [p for p in pairs if _rate(wordings, p, alone[p], (), counts[p]) is not None]  # rivals speak against it only
    rivals = {
        (i, k): [*_list_rivals(wordings, beside[i, k], i, k, akin), *_list_rivals(wordings, beside[k, i], k, i, akin)] for i, k in left
    }
    near = align_pairs(wordings, members, [r for own in rivals.values() for r in own], akin)
    for p in left:
        if (sure := _rate(wordings, p, alone[p], [near[r] for r in rivals[p]], counts[p])) is not None:
            a, b = (wordings[n] for n in p)
            if not differ_in_filler(a, b):
                yield *p, sure


def _rate(wordings: Sequence[Wording], pair: Pair, near: Nearness, rivals: Sequence[Nearness], beside: tuple[int, int]) -> float | None:
    """How sure it is that a pair is one, None where too little."""
    a, b = (wordings[n] for n in pair)
    signs = read_signs(a, b, near, rivals, beside)
    sure = rate_signs(signs)
    return sure if sure >= SURE and is_nearest(signs, min(a.size, b.size)) else None


def _list_beside(wordings: Sequence[Wording], told: Mapping[str, Sequence[int]], i: int, k: int) -> list[int]:
    """What else is said in the articles of a wording by whom the other may be: by its speaker or nobody known."""
    voices = {None, wordings[k].known, wordings[i].known} if wordings[k].known else None
    return sorted(
        {m for article in wordings[i].articles for m in told[article] if m != i and (voices is None or wordings[m].known in voices)}
    )


def _list_rivals(wordings: Sequence[Wording], among: Sequence[int], i: int, k: int, akin: Mapping[int, set[int]]) -> Iterator[Pair]:
    """The pairs of a wording and what, beside another one in its report, may mean it as well: what has a word of it and is
    no piece of that one."""
    kin, own = akin.get(i, {i}), wordings[k].weighed.counts.keys()
    for m in among:
        if kin.isdisjoint(akin.get(m, {m})) and not own.isdisjoint(wordings[m].weighed.counts) and may_mean_one(wordings[m], wordings[k]):
            yield m, k
