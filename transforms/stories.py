"""Reports of one event: articles alike in words and names, within days of each other."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from transforms.records import Group, SpokenQuote, StoryArticle
from transforms.utterances import group_utterances
from transforms.weights import compare_rows, weigh_terms

# Reports of one event stand within so many days of each other.
WINDOW_DAYS = 3
# Cosine below this is no evidence; stories merge while the mean cosine between them is above `_COHESION`.
_FLOOR, _COHESION = 0.12, 0.2
# Quotes in the first part of a text are its news; those further down are background that later reports repeat.
_NEWS_PART = 0.5
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
    shared = _share_quotes(quotes)
    graph: list[dict[int, float]] = [{} for _ in kept]
    for i, k, cosine in compare_rows(weigh_terms(kept), days, WINDOW_DAYS, _FLOOR):
        similarity = cosine
        if days[i] is None or days[k] is None:
            similarity *= shared.get((kept[i].article_id, kept[k].article_id), 1.0)
        if similarity >= _FLOOR:
            graph[i][k] = graph[k][i] = similarity
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


def _share_quotes(quotes: Sequence[SpokenQuote]) -> dict[tuple[str, str], float]:
    """For pairs of articles with a statement in common: above 1 where it is news in both, below where it is background."""
    position = {q.quote_id: (q.article_id, q.position) for q in quotes}
    earliest: dict[tuple[str, str], float] = {}
    for group in group_utterances(quotes):
        first: dict[str, float] = {}
        for quote in group.members:
            article, at = position[quote]
            first[article] = min(at, first.get(article, 1.0))
        among = sorted(first)
        if len(among) > 200:
            continue
        for n, a in enumerate(among):
            for b in among[n + 1 :]:
                at = max(first[a], first[b])
                earliest[(a, b)] = min(at, earliest.get((a, b), 1.0))
    factors = {pair: 1.5 if at <= _NEWS_PART else 0.4 for pair, at in earliest.items()}
    return factors | {(b, a): f for (a, b), f in factors.items()}


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
