"""Components of edges, and the parts of those that are too large."""

from __future__ import annotations

from transforms.groups.components import cut_component, find_components


def test_components_stand_in_the_order_of_their_first_members() -> None:
    assert find_components(5, [(3, 1), (4, 3)]) == [[0], [1, 3, 4], [2]]
    assert find_components(0, []) == []


def test_a_small_component_is_whole() -> None:
    assert list(cut_component([4, 7, 9], [(4, 7, 0.2), (7, 9, 0.9)], 3, 0.1)) == [[4, 7, 9]]


def test_a_large_component_is_cut_where_it_hangs_together_least() -> None:
    edges = [(0, 1, 0.9), (1, 2, 0.2), (2, 3, 0.8)]
    assert sorted(cut_component([0, 1, 2, 3], edges, 2, 0.1)) == [[0, 1], [2, 3]]


def test_a_component_of_equal_edges_falls_apart() -> None:
    assert sorted(cut_component([0, 1, 2], [(0, 1, 0.5), (1, 2, 0.5)], 2, 0.1)) == [[0], [1], [2]]
