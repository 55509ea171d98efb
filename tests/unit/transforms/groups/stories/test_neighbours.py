"""A similarity counts as far as the two are similar to the same others."""

from __future__ import annotations

import pytest

from transforms.groups.stories.neighbours import sharpen_graph


def graph_of(size: int, *edges: tuple[int, int, float]) -> list[dict[int, float]]:
    graph: list[dict[int, float]] = [{} for _ in range(size)]
    for i, k, weight in edges:
        graph[i][k] = graph[k][i] = weight
    return graph


def sharpen(size: int, *edges: tuple[int, int, float], days: list[int | None] | None = None) -> list[dict[int, float]]:
    return sharpen_graph(graph_of(size, *edges), days or [None] * size)


def test_a_pair_with_the_same_neighbours_keeps_more_than_one_with_others() -> None:
    edges = [(0, 1, 0.4), (0, 2, 0.4), (1, 2, 0.4), (2, 3, 0.4), (3, 4, 0.4), (3, 5, 0.4), (4, 5, 0.4)]
    sharpened = sharpen(6, *edges)
    assert sharpened[0][1] > 0.39
    assert sharpened[2][3] < 0.75 * sharpened[0][1]


def test_a_pair_without_other_neighbours_keeps_most_of_it() -> None:
    assert 0.36 < sharpen(2, (0, 1, 0.4))[0][1] < 0.4


def test_faint_edges_are_left_out() -> None:
    assert sharpen(2, (0, 1, 0.05)) == [{}, {}]


def test_a_neighbour_that_days_kept_from_being_compared_says_nothing() -> None:
    # 0 has no day and is like 1 of this week and like 2 and 3 of another, which 1 was never compared with.
    edges = [(0, 1, 0.4), (0, 2, 0.4), (0, 3, 0.4), (2, 3, 0.4)]
    assert sharpen(4, *edges, days=[None, 1, 40, 40])[0][1] == pytest.approx(sharpen(2, (0, 1, 0.4))[0][1])
    assert sharpen(4, *edges)[0][1] < sharpen(2, (0, 1, 0.4))[0][1]


def test_both_ways_are_the_same() -> None:
    sharpened = sharpen(4, (0, 1, 0.5), (1, 2, 0.3), (0, 3, 0.2), (2, 3, 0.6))
    assert all(sharpened[k][i] == weight for i, near in enumerate(sharpened) for k, weight in near.items())


def test_nothing_gives_nothing() -> None:
    assert sharpen(0) == []
