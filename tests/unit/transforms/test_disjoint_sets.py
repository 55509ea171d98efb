"""Sets of numbers join, and those that are forbidden to meet do not."""

from __future__ import annotations

import pytest

from transforms.disjoint_sets import DisjointSets

Pairs = list[tuple[int, int]]


@pytest.mark.parametrize(
    ("joins", "apart", "roots"),
    [
        ([], [], [0, 1, 2, 3, 4]),  # each number is its own set
        ([(0, 1), (3, 4)], [], [0, 0, 2, 3, 3]),
        ([(4, 3), (1, 0)], [], [0, 0, 2, 3, 3]),  # the smallest number stands for its set, in any order
        ([(4, 3), (3, 2), (2, 0)], [], [0, 1, 0, 0, 0]),
        ([(0, 1)], [(1, 0)], [0, 1, 2, 3, 4]),  # forbidden, either way round
        ([(0, 1), (2, 3), (1, 2)], [(0, 3)], [0, 0, 2, 2, 4]),  # members bring their foes along
        ([(3, 4), (2, 3), (0, 4)], [(0, 2)], [0, 1, 2, 2, 2]),
        ([(0, 1), (1, 2)], [(0, 4)], [0, 0, 0, 3, 4]),  # a foe elsewhere forbids nothing here
    ],
)
def test_sets_after_joins(joins: Pairs, apart: Pairs, roots: list[int]) -> None:
    sets = DisjointSets(5, apart)
    for i, k in joins:
        sets.join(i, k)
    assert [sets.find(i) for i in range(5)] == roots


def test_a_join_tells_whether_both_are_in_one_set_now() -> None:
    sets = DisjointSets(3, [(0, 2)])
    assert sets.join(0, 1)
    assert sets.join(1, 0)
    assert not sets.join(1, 2)
