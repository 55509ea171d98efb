"""Clusters of a similarity graph: what is nearer to each other than the members of a cluster are among themselves."""

from __future__ import annotations

import heapq
import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from transforms.disjoint_sets import DisjointSets

# Two clusters become one while the mean similarity between them is above _LEAST, and above the share _OF_WITHIN of the (geometric)
# mean of the similarities within them: near-miss neighbours are far apart beside a tight cluster, near beside none.
_LEAST = 0.05
_OF_WITHIN = 0.45
# What is within a cluster that has no pairs yet: as if it had _EXPECTED_PAIRS more, similar by _EXPECTED.
_EXPECTED = 0.1
_EXPECTED_PAIRS = 1

# Share of the pairs between two clusters that are known to be of other days, from which on they stay two, whoever has no day
# stands between.
_FAR = 0.5

Graph = Sequence[Mapping[int, float]]


def cluster_graph(graph: Graph, days: Sequence[int | None], window: int) -> list[list[int]]:
    """Clusters of the nodes 0, 1 …: each node in exactly one, nodes without edges alone; members in their order.

    `graph[i][k]` is the similarity of i and k, above 0.0, the same both ways; pairs without an edge count 0.0. `days` are
    the nodes' days, None where unknown: clusters of which most pairs stand more than `window` days apart are not joined by
    a node without a day. Average linkage, the nearest clusters first, with a threshold that adapts to how tight the
    clusters are. Near linear in edges while the clusters stay small.
    """
    size, inner = [1] * len(graph), [0.0] * len(graph)
    links = [dict(sorted(near.items())) for near in graph]
    version = [0] * len(graph)
    dated = [[d] if d is not None else [] for d in days]
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
    found: dict[int, list[int]] = defaultdict(list)
    for node in range(len(graph)):
        found[sets.find(node)].append(node)
    return list(found.values())


def _count_far(days: Sequence[int], others: Sequence[int], window: int) -> int:
    """Pairs of days more than `window` apart. `others` is sorted."""
    return sum(len(others) - bisect_right(others, d + window) + bisect_left(others, d - window) for d in days)
