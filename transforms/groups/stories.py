"""Reports of one event: articles alike in words and names, within days of each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import combinations

from transforms.disjoint_sets import DisjointSets
from transforms.groups.clustering import cluster_graph
from transforms.groups.copies import by_arrival
from transforms.groups.neighbours import sharpen_graph
from transforms.groups.signs import compare_signs, find_signs
from transforms.groups.terms import content_stems
from transforms.groups.utterances import group_utterances
from transforms.groups.weights import compare_articles, weigh_terms
from transforms.records import Group, SpokenQuote, StoryArticle

# Reports of one event stand within so many days of each other; from the fourth day on each takes a twentieth of their
# similarity away.
WINDOW_DAYS = 7
_FRESH_DAYS, _AGEING = 3, 0.05
# A similarity below this is no evidence.
_FLOOR = 0.05
# Articles above this may be of one event; quotes are compared among them where days do not tell.
_ALIKE = 0.25
# Quotes in the first part of a text are its news; those far down may be background, repeated from earlier reports.
_NEWS_PART, _BACKGROUND_PART = 0.5, 0.6
# What is left of the similarity of two articles without days where one tells the other's news as background to news of its
# own, and where both quote much and have nothing in common though statements of one go round.
_OTHER_NEWS = 0.15
# Quotes that are a statement have so many content stems; so many make news of its own, and a report that quotes much; they
# go round where so many other articles have one of them.
_STATEMENT, _OWN_NEWS, _MUCH, _ROUND = 4, 3, 4, 2
_MANY_ARTICLES = 200


def group_stories(articles: Sequence[StoryArticle], quotes: Sequence[SpokenQuote]) -> list[Group]:
    """Every article in exactly one group, the groups in the order of their earliest articles.

    Words and names weighed by BM25 propose pairs; the graph of their similarities, in which figures, weekdays and years
    count as well, is clustered. Days decide where both articles have one; where one has none, quotes do that stand in
    the news part of both. Copies are where their original is. Attribute: `title`, the headline nearest to all others ("" if none has one).
    """
    ordered = sorted(articles, key=by_arrival)
    number = {a.article_id: i for i, a in enumerate(ordered)}
    roots = [_find_original(i, ordered, number) for i in range(len(ordered))]
    texts = [i for i in range(len(ordered)) if roots[i] == i]
    kept = [ordered[i] for i in texts]
    days = [a.published_on.toordinal() if a.published_on else None for a in kept]
    graph: list[dict[int, float]] = [{} for _ in kept]
    signs = [find_signs(a, timedelta(days=WINDOW_DAYS)) for a in kept]
    for i, k, similarity in compare_articles(weigh_terms(kept), days, WINDOW_DAYS, _FLOOR):
        graph[i][k] = graph[k][i] = similarity * _age(days[i], days[k]) * compare_signs(signs[i], signs[k])
    if None in days:
        near_by = _find_components(graph, days)
        story = {a.article_id: kept[near_by[n]].article_id for n, a in enumerate(kept)}
        asked = {kept[i].article_id for i, near in enumerate(graph) if near and (days[i] is None or any(days[k] is None for k in near))}
        _weigh_by_quotes(graph, kept, [replace(q, story_id=story[q.article_id]) for q in quotes if q.article_id in asked])
    graph = sharpen_graph(graph, days, WINDOW_DAYS)
    clusters = cluster_graph(graph, days, WINDOW_DAYS)
    members: dict[int, list[int]] = defaultdict(list)
    for i, root in enumerate(roots):
        members[root].append(i)
    groups = []
    for cluster in clusters:
        ids = sorted(m for n in cluster for m in members[texts[n]])
        groups.append((ids[0], Group(tuple(ordered[i].article_id for i in ids), {"title": _choose_title(cluster, kept, graph)})))
    return [g for _, g in sorted(groups, key=lambda pair: pair[0])]


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
    """Lowers the weights between articles of which one has no day, where their quotes tell that the event is another."""
    spoken = [q for q in quotes if q.kind in ("direct", "mixed")]
    shared = _find_shared_quotes(spoken)
    partners: dict[str, set[str]] = defaultdict(set)
    for a, b in shared:
        partners[a].add(b)
        partners[b].add(a)
    statements, news = Counter[str](), Counter[str]()
    for q in spoken:
        if len(set(content_stems(q.text))) >= _STATEMENT:
            statements[q.article_id] += 1
            news[q.article_id] += q.position <= _NEWS_PART
    for i, near in enumerate(graph):
        for k in near:
            if i < k and (articles[i].published_on is None or articles[k].published_on is None):
                a, b = sorted((articles[i].article_id, articles[k].article_id))
                if places := shared.get((a, b)):
                    is_other = _repeats(places, news[a], news[b])
                else:
                    goes_round = max(len(partners[a]), len(partners[b])) >= _ROUND and not partners[a] & partners[b]
                    is_other = goes_round and min(statements[a], statements[b]) >= _MUCH
                if is_other:
                    graph[i][k] = graph[k][i] = graph[i][k] * _OTHER_NEWS


def _repeats(places: Sequence[tuple[float, float]], news: int, other_news: int) -> bool:
    """Whether one article has news of its own and the other's far down, and no news is in both."""
    if any(max(place) <= _NEWS_PART for place in places):
        return False
    return (news >= _OWN_NEWS and any(x >= _BACKGROUND_PART and y <= _NEWS_PART for x, y in places)) or (
        other_news >= _OWN_NEWS and any(y >= _BACKGROUND_PART and x <= _NEWS_PART for x, y in places)
    )


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


def _find_components(graph: Sequence[Mapping[int, float]], days: Sequence[int | None]) -> list[int]:
    """For each node the first one it may share an event with, over strong edges of which one end has no day."""
    sets = DisjointSets(len(graph))
    for i, near in enumerate(graph):
        for k, weight in near.items():
            if weight > _ALIKE and (days[i] is None or days[k] is None):
                sets.join(i, k)
    return [sets.find(n) for n in range(len(graph))]


def _choose_title(cluster: Sequence[int], articles: Sequence[StoryArticle], graph: Sequence[Mapping[int, float]]) -> str:
    inside = set(cluster)
    titled = [n for n in sorted(cluster) if articles[n].title]
    if not titled:
        return ""
    central = max(titled, key=lambda n: (sum(w for o, w in sorted(graph[n].items()) if o in inside), -n))
    return articles[central].title or ""
