"""Reports of one event: articles alike in words, within days of each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from transforms.groups.components import cut_component, find_components
from transforms.groups.order import article_order
from transforms.groups.stories.clustering import cluster_graph
from transforms.groups.stories.compare import STORY_DAYS, Report, compare_all, read_report
from transforms.groups.stories.link import link_reports
from transforms.groups.stories.neighbours import sharpen_graph
from transforms.groups.stories.quoting import weigh_by_quotes
from transforms.records import ArticleFeatures, SpokenQuote, StoryGroup

# Within a component a similarity below this is no evidence.
_FLOOR = 0.05
# Articles of the largest component that is clustered whole. A larger one is cut where its links are weakest, so that clustering
# stays near linear.
MOST_TOGETHER = 300
_CUT_STEP = 0.05  # similarity by which the least that links is raised at a time

Graph = Sequence[Mapping[int, float]]


def group_stories(articles: Iterable[ArticleFeatures], copies: Mapping[str, str], quotes: Sequence[SpokenQuote] = ()) -> list[StoryGroup]:
    """Every article in exactly one group, the groups in the order of their earliest articles.

    Words weighed by BM25 with shares that are the same for every corpus make a graph of similarities, in which weekdays
    and years count as well; each of its components is clustered by itself. Days part articles; where one has none,
    `quotes` do that stand in the news part of both. `copies` leads each copy to its original: copies are where it is. The
    groups of articles of several components are those of each. The order of the arguments does not matter.
    """
    ordered = sorted(articles, key=article_order)
    members = _gather_copies(ordered, copies)
    reports = [read_report(a) for a in ordered if a.article_id in members]
    edges = list(link_reports(reports))
    spoken: dict[str, list[SpokenQuote]] = defaultdict(list)
    for quote in quotes:
        spoken[quote.article_id].append(quote)
    rank = {a.article_id: n for n, a in enumerate(ordered)}
    groups = []
    for component, inside in _list_components(len(reports), edges):
        first = reports[component[0]].features.article_id
        for part in cut_component(component, inside, MOST_TOGETHER, _CUT_STEP):
            for cluster, title in _cluster([reports[i] for i in part], spoken):
                ids = sorted((m for r in cluster for m in members[r.features.article_id]), key=rank.__getitem__)
                groups.append(StoryGroup(tuple(ids), title, first))
    return sorted(groups, key=lambda g: rank[g.members[0]])


def _gather_copies(ordered: Sequence[ArticleFeatures], copies: Mapping[str, str]) -> dict[str, list[str]]:
    """Each article that is no copy of another one here, with those whose original it is, itself among them."""
    there = {a.article_id for a in ordered}
    members: dict[str, list[str]] = defaultdict(list)
    for article in ordered:
        root, seen = article.article_id, {article.article_id}
        while (original := copies.get(root)) in there and original not in seen:
            root = original
            seen.add(root)
        members[root].append(article.article_id)
    return members


def _list_components(size: int, edges: Sequence[tuple[int, int, float]]) -> Iterator[tuple[list[int], list[tuple[int, int, float]]]]:
    """The components with the edges inside each."""
    components = find_components(size, ((a, b) for a, b, _ in edges))
    number = {i: n for n, component in enumerate(components) for i in component}
    inside: dict[int, list[tuple[int, int, float]]] = defaultdict(list)
    for edge in edges:
        inside[number[edge[0]]].append(edge)
    yield from ((component, inside[n]) for n, component in enumerate(components))


def _cluster(reports: Sequence[Report], spoken: Mapping[str, Sequence[SpokenQuote]]) -> list[tuple[list[Report], str | None]]:
    """The reports of each event, with the event's headline, of reports that have to be looked at together."""
    if len(reports) == 1:
        return [(list(reports), reports[0].features.title or None)]
    graph = compare_all(reports, _FLOOR)
    if any(r.day is None for r in reports):
        here = reports[0].features.article_id
        own = [replace(q, story_id=here) for r in reports for q in spoken.get(r.features.article_id, ())]
        weigh_by_quotes(graph, reports, own)
    days = [r.day for r in reports]
    graph = sharpen_graph(graph, days)
    return [([reports[n] for n in cluster], _choose_title(cluster, reports, graph)) for cluster in cluster_graph(graph, days, STORY_DAYS)]


def _choose_title(cluster: Sequence[int], reports: Sequence[Report], graph: Graph) -> str | None:
    inside = set(cluster)
    titled = [n for n in sorted(cluster) if reports[n].features.title]
    central = max(titled, key=lambda n: (sum(w for o, w in sorted(graph[n].items()) if o in inside), -n), default=None)
    return reports[central].features.title if central is not None else None
