"""Clusters are tighter within than between, whatever the scale of their similarities."""

from __future__ import annotations

from itertools import combinations

import pytest

from transforms.groups.stories.clustering import cluster_graph


def graph_of(size: int, *edges: tuple[int, int, float]) -> list[dict[int, float]]:
    graph: list[dict[int, float]] = [{} for _ in range(size)]
    for i, k, weight in edges:
        graph[i][k] = graph[k][i] = weight
    return graph


def all_pairs(nodes: str, weight: float) -> list[tuple[int, int, float]]:
    return [(int(a), int(b), weight) for a, b in combinations(nodes, 2)]


def across(nodes: str, others: str, weight: float) -> list[tuple[int, int, float]]:
    return [(int(a), int(b), weight) for a in nodes for b in others]


@pytest.mark.parametrize(
    ("edges", "clusters"),
    [
        ([], [[0], [1], [2], [3], [4], [5]]),
        # Two tight groups stay two at a distance …
        ([*all_pairs("012", 0.6), *all_pairs("345", 0.6), *across("012", "345", 0.2)], [[0, 1, 2], [3, 4, 5]]),
        # … that makes one of two loose ones.
        ([*all_pairs("012", 0.3), *all_pairs("345", 0.3), *across("012", "345", 0.2)], [[0, 1, 2, 3, 4, 5]]),
        # A pair that is hardly alike has nothing to hold it.
        ([(0, 1, 0.04)], [[0], [1], [2], [3], [4], [5]]),
        ([(0, 1, 0.08)], [[0, 1], [2], [3], [4], [5]]),
        # Pairs without an edge count as unlike: a chain is not one cluster.
        ([(0, 1, 0.3), (1, 2, 0.29), (2, 3, 0.3), (3, 4, 0.29), (4, 5, 0.3)], [[0, 1], [2, 3], [4, 5]]),
    ],
)
def test_clusters(edges: list[tuple[int, int, float]], clusters: list[list[int]]) -> None:
    assert sorted(map(sorted, cluster_graph(graph_of(6, *edges), [None] * 6, 7))) == clusters


def test_no_nodes_make_no_clusters() -> None:
    assert cluster_graph([], [], 7) == []


def test_what_days_part_is_not_joined_by_a_node_without_a_day() -> None:
    # 4 has no day and is like 5, which is of another month than 0 to 3.
    edges = [*all_pairs("0123", 0.5), *across("4", "0123", 0.42), (4, 5, 0.55)]
    assert sorted(map(sorted, cluster_graph(graph_of(6, *edges), [1, 1, 2, 2, None, 40], 7))) == [[0, 1, 2, 3], [4, 5]]


def test_a_node_without_a_day_joins_what_is_of_one_week() -> None:
    edges = all_pairs("012", 0.5)
    assert cluster_graph(graph_of(3, *edges), [1, None, 8], 7) == [[0, 1, 2]]
