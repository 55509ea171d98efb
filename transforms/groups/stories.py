"""Reports of one event: articles alike in words and names, within days of each other."""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

from transforms.groups.terms import content_stems
from transforms.groups.utterances import group_utterances
from transforms.groups.weights import compare_rows, weigh_terms
from transforms.records import Group, SpokenQuote, StoryArticle

# Reports of one event stand within so many days of each other; from the fourth day on each takes a twentieth of their
# similarity away.
WINDOW_DAYS = 7
_FRESH_DAYS, _AGEING = 3, 0.05
# A cosine below this is no evidence.
_FLOOR = 0.06
# Cosines are measured by how near each article's nearest articles are (self-tuning as Zelnik-Manor and Perona, 2004):
# the mean of so many highest cosines, at least _LEAST_SCALE, none counted above _NEAREST.
_NEIGHBOURS, _LEAST_SCALE, _NEAREST = 4, 0.28, 0.5
# Stories merge while the mean of the scaled similarities between them is above this.
_COHESION = 0.52
# Quotes in the first part of a text are its news; those far down may be background, repeated from earlier reports.
_NEWS_PART, _BACKGROUND_PART = 0.5, 0.6
# What it does to the similarity of two articles without days that they share news, that the news of one is background
# in the other, and that they share no news though both quote much.
_SHARED_NEWS, _SHARED_BACKGROUND, _NO_SHARED_NEWS = 2.0, 0.4, 0.48
_STATEMENT, _MANY_QUOTES, _MANY_ARTICLES = 4, 3, 200
_ROUNDS = 10


def group_stories(articles: Sequence[StoryArticle], quotes: Sequence[SpokenQuote]) -> list[Group]:
    """Every article in exactly one group, the groups in the order of their earliest articles.

    Words and names weighed by BM25 propose pairs; a graph of their cosines is cut by merging while the mean cosine
    between two clusters stays high, then by moving single articles (correlation clustering). Days decide where both
    articles have one; where one has none, quotes do that stand in the news part of both. Copies are where their
    original is. Attribute: `title`, the headline nearest to all others ("" if none has one).
    """
    ordered = sorted(articles, key=_arrival)
    number = {a.article_id: i for i, a in enumerate(ordered)}
    roots = [_find_original(i, ordered, number) for i in range(len(ordered))]
    texts = [i for i in range(len(ordered)) if roots[i] == i]
    kept = [ordered[i] for i in texts]
    days = [a.published_on.toordinal() if a.published_on else None for a in kept]
    pairs = compare_rows(weigh_terms(kept), days, WINDOW_DAYS, _FLOOR)
    graph = _scale(len(kept), [(i, k, cosine * _age(days[i], days[k])) for i, k, cosine in pairs])
    if None in days:
        near_by = _find_components(graph, days)
        story = {a.article_id: kept[near_by[n]].article_id for n, a in enumerate(kept)}
        asked = {kept[i].article_id for i, near in enumerate(graph) if near and (days[i] is None or any(days[k] is None for k in near))}
        _weigh_by_quotes(graph, kept, [replace(q, story_id=story[q.article_id]) for q in quotes if q.article_id in asked])
    clusters = _cluster(graph)
    members: dict[int, list[int]] = defaultdict(list)
    for i, root in enumerate(roots):
        members[root].append(i)
    groups = []
    for cluster in clusters:
        ids = sorted(m for n in cluster for m in members[texts[n]])
        groups.append((ids[0], Group(tuple(ordered[i].article_id for i in ids), {"title": _choose_title(cluster, kept, graph)})))
    return [g for _, g in sorted(groups, key=lambda pair: pair[0])]


def _arrival(article: StoryArticle) -> tuple[bool, date, str]:
    return article.published_on is None, article.published_on or date.max, article.article_id


def _find_original(i: int, ordered: Sequence[StoryArticle], number: Mapping[str, int]) -> int:
    seen = {i}
    while (original := ordered[i].copy_of) and (k := number.get(original)) is not None and k not in seen:
        seen.add(k)
        i = k
    return i


def _age(day: int | None, other: int | None) -> float:
    apart = abs(day - other) if day is not None and other is not None else 0
    return 1.0 - _AGEING * max(0, apart - _FRESH_DAYS)


def _weigh_by_quotes(graph: Sequence[dict[int, float]], articles: Sequence[StoryArticle], quotes: Sequence[SpokenQuote]) -> None:
    """Changes the weights between articles of which one has no day, by whether what they quote is news in both."""
    spoken = [q for q in quotes if q.kind in ("direct", "mixed")]
    at = _find_shared_quotes(spoken)
    statements = Counter(q.article_id for q in spoken if len(set(content_stems(q.text))) >= _STATEMENT)
    for i, near in enumerate(graph):
        for k in near:
            a, b = articles[i], articles[k]
            if i < k and (a.published_on is None or b.published_on is None):
                places = at.get((min(a.article_id, b.article_id), max(a.article_id, b.article_id)), ())
                if any(max(place) <= _NEWS_PART for place in places):
                    factor = _SHARED_NEWS
                elif any(min(place) <= _NEWS_PART and max(place) >= _BACKGROUND_PART for place in places):
                    factor = _SHARED_BACKGROUND
                else:
                    factor = _NO_SHARED_NEWS if min(statements[a.article_id], statements[b.article_id]) >= _MANY_QUOTES else 1.0
                graph[i][k] = graph[k][i] = (min(1.0, graph[i][k]) if factor < 1.0 else graph[i][k]) * factor


def _find_shared_quotes(quotes: Sequence[SpokenQuote]) -> dict[tuple[str, str], list[tuple[float, float]]]:
    """For pairs of articles the statements they have in common: where each first stands in both, from 0.0 to 1.0."""
    position = {q.quote_id: (q.article_id, q.position) for q in quotes}
    shared: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for group in group_utterances(quotes):
        first: dict[str, float] = {}
        for quote in group.members:
            article, at = position[quote]
            first[article] = min(at, first.get(article, 1.0))
        for a, b in combinations(sorted(first)[:_MANY_ARTICLES], 2):
            shared[(a, b)].append((first[a], first[b]))
    return shared


def _scale(size: int, pairs: Sequence[tuple[int, int, float]]) -> list[dict[int, float]]:
    """The similarity graph of pairs, each measured by how near the two articles' nearest neighbours are."""
    nearest: list[list[float]] = [[] for _ in range(size)]
    for i, k, similarity in pairs:
        for n in (i, k):
            heapq.heappush(nearest[n], min(similarity, _NEAREST))
            if len(nearest[n]) > _NEIGHBOURS:
                heapq.heappop(nearest[n])
    scale = [max(_LEAST_SCALE, sum(sorted(near)) / _NEIGHBOURS) for near in nearest]
    graph: list[dict[int, float]] = [{} for _ in range(size)]
    for i, k, similarity in pairs:
        graph[i][k] = graph[k][i] = min(similarity, _NEAREST) / math.sqrt(scale[i] * scale[k])
    return graph


def _find_components(graph: Sequence[Mapping[int, float]], days: Sequence[int | None]) -> list[int]:
    """For each node the first one it may share an event with, over strong edges of which one end has no day."""
    parent = list(range(len(graph)))

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = n = parent[parent[n]]
        return n

    for i, near in enumerate(graph):
        for k, weight in near.items():
            if weight > _COHESION and (days[i] is None or days[k] is None):
                a, b = sorted((root(i), root(k)))
                parent[b] = a
    return [root(n) for n in range(len(graph))]


def _cluster(graph: Sequence[Mapping[int, float]]) -> list[list[int]]:
    """Clusters of nodes: merges by highest mean weight, then moves of single nodes while they gain."""
    cluster = _merge(graph)
    _move(graph, cluster)
    found: dict[int, list[int]] = defaultdict(list)
    for node, c in enumerate(cluster):
        found[c].append(node)
    return list(found.values())


def _merge(graph: Sequence[Mapping[int, float]]) -> list[int]:
    size = [1] * len(graph)
    links = [dict(sorted(n.items())) for n in graph]
    alive = [True] * len(graph)
    version = [0] * len(graph)
    parent = list(range(len(graph)))
    heap = [(-w, a, b, 0, 0) for a, near in enumerate(links) for b, w in near.items() if a < b and w > _COHESION]
    heapq.heapify(heap)
    while heap:
        _, a, b, va, vb = heapq.heappop(heap)
        if not (alive[a] and alive[b]) or version[a] != va or version[b] != vb:
            continue
        alive[b] = False
        parent[b] = a
        size[a] += size[b]
        version[a] += 1
        del links[a][b], links[b][a]
        for c, w in links[b].items():
            links[a][c] = links[c][a] = links[a].get(c, 0.0) + w
            del links[c][b]
        links[b] = {}
        for c, w in links[a].items():
            mean = w / (size[a] * size[c])
            if mean > _COHESION:
                x, y = min(a, c), max(a, c)
                heapq.heappush(heap, (-mean, x, y, version[x], version[y]))
    for i in range(len(parent)):
        root = i
        while parent[root] != root:
            root = parent[root]
        parent[i] = root
    return parent


def _move(graph: Sequence[Mapping[int, float]], cluster: list[int]) -> None:
    size: dict[int, int] = defaultdict(int)
    for c in cluster:
        size[c] += 1
    for _ in range(_ROUNDS):
        moved = False
        for node, near in enumerate(graph):
            if not near:
                continue
            pull: dict[int, float] = defaultdict(float)
            for other, weight in sorted(near.items()):
                pull[cluster[other]] += weight
            own = cluster[node]
            gains = {c: w - _COHESION * (size[c] - (c == own)) for c, w in pull.items()}
            best = max(sorted(gains), key=lambda c: gains[c])
            if best != own and gains[best] > gains.get(own, -_COHESION * (size[own] - 1)) + 1e-9:
                size[own] -= 1
                size[best] += 1
                cluster[node] = best
                moved = True
        if not moved:
            break


def _choose_title(cluster: Sequence[int], articles: Sequence[StoryArticle], graph: Sequence[Mapping[int, float]]) -> str:
    inside = set(cluster)
    titled = [n for n in sorted(cluster) if articles[n].title]
    if not titled:
        return ""
    central = max(titled, key=lambda n: (sum(w for o, w in sorted(graph[n].items()) if o in inside), -n))
    return articles[central].title or ""
