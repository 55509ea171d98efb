"""Clusters of a similarity graph: what is nearer to each other than the members of a cluster are among themselves."""

from __future__ import annotations

import heapq
import math
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from transforms.disjoint_sets import DisjointSets

# Two clusters become one while the mean similarity between them is above _LEAST, and above so much of the (geometric)
# mean of the similarities within them: near-miss neighbours are far apart beside a tight cluster, near beside none.
_LEAST, _OF_WITHIN = 0.05, 0.45
# They stay two where so many of the pairs between them are known to be of other days, whoever has no day stands between.
_FAR = 0.5
# What is within a cluster that has no pairs yet: as if one more pair were this similar.
_EXPECTED, _EXPECTED_PAIRS = 0.1, 1
# A node moves where its mean similarity is so many times that to its own cluster.
_MOVE_GAIN = 1.05
_ROUNDS = 6

Graph = Sequence[Mapping[int, float]]


def cluster_graph(graph: Graph, days: Sequence[int | None], window: int) -> list[list[int]]:
    """Clusters of the nodes 0, 1 …: each node in exactly one, nodes without edges alone; members in their order.

    `graph[i][k]` is the similarity of i and k, above 0.0, the same both ways; pairs without an edge count 0.0. `days` are
    the nodes' days, None where unknown; days more than `window` apart are of different clusters, where most have a day.
    Average linkage, the nearest clusters first, with a threshold that adapts to how tight the clusters are; then single
    nodes move where they are nearer. Near linear in edges while the clusters stay small.
    """
    cluster = _merge(graph, days, window)
    _move(graph, cluster)
    found: dict[int, list[int]] = defaultdict(list)
    for node, c in enumerate(cluster):
        found[c].append(node)
    return list(found.values())


def _merge(graph: Graph, days: Sequence[int | None], window: int) -> list[int]:
    """The cluster of each node, named after its first one."""
    size, inner = [1] * len(graph), [0.0] * len(graph)
    dated = [[d] if d is not None else [] for d in days]
    links = [dict(sorted(near.items())) for near in graph]
    version = [0] * len(graph)
    sets = DisjointSets(len(graph))

    def tightness(a: int) -> float:
        return (inner[a] + _EXPECTED_PAIRS * _EXPECTED) / (size[a] * (size[a] - 1) / 2 + _EXPECTED_PAIRS)

    def propose(a: int, others: Iterable[int]) -> Iterable[tuple[float, int, int, int, int]]:
        own = tightness(a)
        for b in others:
            mean = links[a][b] / (size[a] * size[b])
            if mean > _LEAST and mean > _OF_WITHIN * math.sqrt(own * tightness(b)):
                x, y = min(a, b), max(a, b)
                yield -mean, x, y, version[x], version[y]

    heap = [proposal for a, near in enumerate(links) for proposal in propose(a, (b for b in near if a < b))]
    heapq.heapify(heap)
    while heap:
        _, a, b, version_a, version_b = heapq.heappop(heap)
        if (version[a], version[b]) != (version_a, version_b):
            continue
        if _count_far(dated[a], dated[b], window) >= _FAR * size[a] * size[b]:
            continue
        sets.join(a, b)
        dated[a] = sorted(dated[a] + dated[b])
        inner[a] += inner[b] + links[a].pop(b)
        size[a] += size[b]
        version[a] += 1
        version[b] = -1
        del links[b][a]
        for c, total in links[b].items():
            links[a][c] = links[c][a] = links[a].get(c, 0.0) + total
            del links[c][b]
        links[b] = {}
        for proposal in propose(a, links[a]):
            heapq.heappush(heap, proposal)
    return [sets.find(i) for i in range(len(graph))]


def _count_far(days: Sequence[int], others: Sequence[int], window: int) -> int:
    """Pairs of days more than `window` apart. `others` is sorted."""
    return sum(len(others) - bisect_right(others, d + window) + bisect_left(others, d - window) for d in days)


def _move(graph: Graph, cluster: list[int]) -> None:
    size = Counter(cluster)
    for _ in range(_ROUNDS):
        moved = False
        for node, near in enumerate(graph):
            own = cluster[node]
            if size[own] == 1:
                continue
            pull: dict[int, float] = defaultdict(float)
            for other, weight in sorted(near.items()):
                pull[cluster[other]] += weight
            means = {c: total / (size[c] - (c == own)) for c, total in pull.items()}
            best = max(sorted(means), key=lambda c: means[c], default=own)
            if best != own and means[best] > max(_LEAST, _MOVE_GAIN * means.get(own, 0.0)):
                size[own] -= 1
                size[best] += 1
                cluster[node] = best
                moved = True
        if not moved:
            break
