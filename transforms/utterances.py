"""One statement in many wordings: quotes of the same speaker on the same occasion that say the same."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

from transforms.records import Group, SpokenQuote
from transforms.terms import content_stems, is_negation, split_words

# Days between two articles that may report one occasion.
WINDOW_DAYS = 3
# A quote of this many content stems or more is a statement of its own; below, a fragment.
_STATEMENT = 4
# Weighted alignment that two statements need: on one occasion and otherwise, with the speaker known and unknown.
_NEAR, _FAR, _NEAR_UNKNOWN, _FAR_UNKNOWN = 0.5, 0.9, 0.75, 0.9
# Weighted Jaccard that two fragments of two or three stems need.
_FRAGMENT = 0.7
# Mean similarity of two clusters that become one: a quote of two sentences must not bridge two statements.
_CLUSTER = 0.6
# Pairs are proposed by two of this many rarest stems.
_RAREST = 6


@dataclass(frozen=True, slots=True)
class _Wording:
    """The quotes of one speaker in the very same words on one occasion."""

    key: tuple[str, ...]
    stems: tuple[str, ...]
    is_negated: bool
    speaker: str | None
    is_indirect: bool
    articles: frozenset[str]
    stories: frozenset[str]
    days: tuple[date, ...]
    is_undated: bool
    quotes: tuple[int, ...]


@dataclass(slots=True)
class _Cluster:
    wordings: list[int]
    speaker: str | None
    articles: set[str] = field(default_factory=set)


def group_utterances(quotes: Sequence[SpokenQuote]) -> list[Group]:
    """Every quote that is nobody's scare quote in exactly one group, the groups in the order of their earliest quotes.

    Attributes: `text`, the fullest wording; `speaker`, the entity id or "". Two quotes of known different speakers are
    never one, nor two of one article unless one contains the other's words.
    """
    ordered = sorted((q for q in quotes if q.kind != "scare"), key=_arrival)
    wordings = _collect_wordings(ordered)
    weights = _weigh([w.stems for w in wordings])
    edges: list[tuple[int, float, int, int]] = []
    for a, b in _propose(wordings, weights):
        score = _compare(wordings[a], wordings[b], weights)
        if score > 0:
            rank = (
                2
                if wordings[a].is_indirect or wordings[b].is_indirect
                else 1
                if _is_fragment(wordings[a]) or _is_fragment(wordings[b])
                else 0
            )
            edges.append((rank, -score, a, b))
    clusters = _join(wordings, sorted(edges), weights)
    groups = []
    for cluster in clusters:
        members = sorted(i for w in cluster for i in wordings[w].quotes)
        fullest = max(members, key=lambda i: (ordered[i].kind != "indirect", len(content_stems(ordered[i].text)), len(ordered[i].text), -i))
        speaker = next((ordered[i].speaker for i in members if ordered[i].speaker), None)
        groups.append(
            (members, Group(tuple(ordered[i].quote_id for i in members), {"text": ordered[fullest].text, "speaker": speaker or ""}))
        )
    return [group for _, group in sorted(groups, key=lambda g: g[0][0])]


def _arrival(quote: SpokenQuote) -> tuple[bool, date, str, int, str]:
    return quote.published_on is None, quote.published_on or date.max, quote.article_id, quote.ordinal, quote.quote_id


def _collect_wordings(ordered: Sequence[SpokenQuote]) -> list[_Wording]:
    """Quotes in the same words by the same speaker, put together where the occasion is the same or the words are many."""
    same: dict[tuple[str | None, bool, tuple[str, ...]], list[int]] = defaultdict(list)
    for i, quote in enumerate(ordered):
        same[(quote.speaker, quote.kind == "indirect", tuple(split_words(quote.text)))].append(i)
    wordings = []
    for (speaker, is_indirect, words), members in same.items():
        stems = tuple(content_stems(" ".join(words)))
        negated = sum(map(is_negation, words)) % 2 == 1
        for part in _split_by_occasion(members, ordered, len(stems), speaker):
            wordings.append(
                _Wording(
                    key=words,
                    stems=stems,
                    is_negated=negated,
                    speaker=speaker,
                    is_indirect=is_indirect,
                    articles=frozenset(ordered[i].article_id for i in part),
                    stories=frozenset(s for i in part if (s := ordered[i].story_id)),
                    days=tuple(sorted({d for i in part if (d := ordered[i].published_on)})),
                    is_undated=any(ordered[i].published_on is None for i in part),
                    quotes=tuple(part),
                )
            )
    return sorted(wordings, key=lambda w: w.quotes)


def _split_by_occasion(members: list[int], ordered: Sequence[SpokenQuote], stems: int, speaker: str | None) -> list[list[int]]:
    if stems >= _STATEMENT and (speaker or stems >= 2 * _STATEMENT):
        return [members]
    parts: list[list[int]] = []
    for i in members:
        quote = ordered[i]
        for part in parts:
            near = any(_is_same_occasion(quote, ordered[k]) for k in part)
            undated = stems >= 2 and speaker and any(quote.published_on is None or ordered[k].published_on is None for k in part)
            if near or undated:
                part.append(i)
                break
        else:
            parts.append([i])
    return parts


def _is_same_occasion(a: SpokenQuote, b: SpokenQuote) -> bool:
    if a.article_id == b.article_id or (a.story_id and a.story_id == b.story_id):
        return True
    return bool(a.speaker and a.published_on and b.published_on and abs((a.published_on - b.published_on).days) <= WINDOW_DAYS)


def _weigh(texts: Iterable[tuple[str, ...]]) -> dict[str, float]:
    """Weight of each stem: the log of how rare it is among the wordings."""
    counts: Counter[str] = Counter()
    total = 0
    for stems in texts:
        counts.update(set(stems))
        total += 1
    return {s: math.log(1 + (total + 50) / n) for s, n in counts.items()}


def _is_fragment(wording: _Wording) -> bool:
    return len(set(wording.stems)) < _STATEMENT


def _propose(wordings: Sequence[_Wording], weights: dict[str, float]) -> Iterator[tuple[int, int]]:
    """Pairs of wordings with two of their rarest stems in common (for one-stem fragments: the one)."""
    buckets: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, wording in enumerate(wordings):
        rarest = sorted(set(wording.stems), key=lambda s: (-weights[s], s))[:_RAREST]
        if len(rarest) == 1:
            buckets[(rarest[0],)].append(i)
        for pair in combinations(sorted(rarest), 2):
            buckets[pair].append(i)
    short = {w.stems: i for i, w in enumerate(wordings) if 2 <= len(set(w.stems)) < _STATEMENT}
    seen: set[tuple[int, int]] = set()
    if short:  # fragments stand in full quotes with stems that need not be their rarest
        lengths = sorted({len(s) for s in short})
        holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for i, wording in enumerate(wordings):
            for n in lengths:
                for k in range(len(wording.stems) - n + 1):
                    if (cut := wording.stems[k : k + n]) in short:
                        holders[cut].append(i)
        for cut, among in holders.items():
            buckets[("in", *cut)] = among
    for key in sorted(buckets):
        for a, b in combinations(sorted(set(buckets[key])), 2):
            if (a, b) not in seen and _may_be_one(wordings[a], wordings[b]):
                seen.add((a, b))
                yield a, b


def _may_be_one(a: _Wording, b: _Wording) -> bool:
    if a.speaker and b.speaker and a.speaker != b.speaker:
        return False
    return not (a.articles & b.articles) or _contains(a, b) or _contains(b, a)


def _contains(a: _Wording, b: _Wording) -> bool:
    return f" {' '.join(b.key)} " in f" {' '.join(a.key)} "


def _is_near(a: _Wording, b: _Wording) -> bool:
    if a.articles & b.articles or a.stories & b.stories:
        return True
    return any(abs((x - y).days) <= WINDOW_DAYS for x in a.days for y in b.days)


def _compare(a: _Wording, b: _Wording, weights: dict[str, float]) -> float:
    """Similarity of two wordings, 0 where the rules for their lengths say that they are not one."""
    near, known = _is_near(a, b), bool(a.speaker and b.speaker)
    shorter = min(len(set(a.stems)), len(set(b.stems)))
    if shorter >= _STATEMENT:
        need = (_NEAR if known else _NEAR_UNKNOWN) if near else (_FAR if known else _FAR_UNKNOWN)
        score = _align(a, b, weights)
        return score if score >= need and a.is_negated == b.is_negated else 0.0
    if shorter == 0:
        return 1.0 if a.key == b.key and near else 0.0
    if shorter == 1:
        return 1.0 if a.stems == b.stems and a.is_negated == b.is_negated and bool(a.stories & b.stories) else 0.0
    if not known and not a.stories & b.stories:
        return 0.0
    if a.is_negated == b.is_negated:
        if a.stems == b.stems and (near or a.is_undated or b.is_undated):
            return 1.0
        if near and max(len(set(a.stems)), len(set(b.stems))) < _STATEMENT + 1:
            jaccard = _weighted_jaccard(a, b, weights)
            if jaccard >= _FRAGMENT:
                return jaccard
    if near and _has_run(a.stems, b.stems):
        return 0.9
    return 0.0


def _has_run(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    if len(a) < len(b):
        a, b = b, a
    return any(a[k : k + len(b)] == b for k in range(len(a) - len(b) + 1))


def _weighted_jaccard(a: _Wording, b: _Wording, weights: dict[str, float]) -> float:
    x, y = set(a.stems), set(b.stems)
    return sum(weights[s] for s in sorted(x & y)) / sum(weights[s] for s in sorted(x | y))


def _align(a: _Wording, b: _Wording, weights: dict[str, float]) -> float:
    """Share of the shorter wording's weight that stands in the other one: half for the stems, half for their order."""
    x, y = a.stems, b.stems
    if sum(weights[s] for s in x) > sum(weights[s] for s in y):
        x, y = y, x
    total = sum(weights[s] for s in x)
    common = Counter(x) & Counter(y)
    bag = sum(weights[s] * n for s, n in sorted(common.items()))
    if bag < 0.5 * total:
        return bag / total
    row = [0.0] * (len(y) + 1)
    for s in x:  # longest common subsequence by weight
        diagonal = 0.0
        for k, t in enumerate(y, start=1):
            above = row[k]
            row[k] = diagonal + weights[s] if s == t else max(above, row[k - 1])
            diagonal = above
    return (bag + row[-1]) / (2 * total)


def _join(wordings: Sequence[_Wording], edges: list[tuple[int, float, int, int]], weights: dict[str, float]) -> list[list[int]]:
    """Clusters of wordings: best pairs first, statements before fragments before indirect reports."""
    cluster_of = {i: _Cluster([i], w.speaker, set(w.articles)) for i, w in enumerate(wordings)}
    scores = {(a, b): -score for _, score, a, b in edges}

    def similarity(i: int, k: int) -> float:
        return scores.get((min(i, k), max(i, k)), 0.0)

    for rank, _, i, k in edges:
        a, b = cluster_of[i], cluster_of[k]
        if a is b or (a.speaker and b.speaker and a.speaker != b.speaker):
            continue
        if rank == 2 and len(a.wordings) > 1 and len(b.wordings) > 1:
            continue  # an indirect report is nobody's wording: it joins one utterance and never ties two
        pairs = [(x, y) for x in a.wordings for y in b.wordings]
        if a.articles & b.articles and not all(_may_be_one(wordings[x], wordings[y]) for x, y in pairs):
            continue
        if sum(similarity(x, y) for x, y in pairs) < _CLUSTER * len(pairs) and not (
            rank == 1 and len(pairs) > 1 and all(similarity(x, y) for x, y in pairs)
        ):
            if len(pairs) > 1:
                continue
        for member in b.wordings:
            cluster_of[member] = a
        a.wordings += b.wordings
        a.speaker = a.speaker or b.speaker
        a.articles |= b.articles
    unique = {id(c): c for c in cluster_of.values()}
    return [sorted(c.wordings) for c in unique.values()]
