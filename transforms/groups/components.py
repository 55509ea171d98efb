"""Connected components of edges between keys, and the parts of those that are too large."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from transforms.disjoint_sets import DisjointSets


def find_components(size: int, edges: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The numbers 0 … size-1 by connected component: members in their order, components in that of their first members."""
    sets = DisjointSets(size)
    for a, b in edges:
        sets.join(a, b)
    members: dict[int, list[int]] = defaultdict(list)
    for i in range(size):
        members[sets.find(i)].append(i)
    return list(members.values())


def cut_component(members: Sequence[int], edges: Sequence[tuple[int, int, float]], most: int, step: float) -> Iterator[list[int]]:
    """The component whole, or where it has more than `most` members its parts over the edges that are heavier by `step`, and so on.

    `edges` (a, b, weight) are those between the members. What comes out depends on members and edges alone.
    """
    if len(members) <= most or not edges:
        yield list(members)
        return
    floor = min(weight for _, _, weight in edges) + step
    kept = [edge for edge in edges if edge[2] >= floor]
    index = {m: n for n, m in enumerate(members)}
    inside: dict[int, list[tuple[int, int, float]]] = defaultdict(list)
    parts = find_components(len(members), ((index[a], index[b]) for a, b, _ in kept))
    part_of = {members[n]: number for number, part in enumerate(parts) for n in part}
    for edge in kept:
        inside[part_of[edge[0]]].append(edge)
    for number, part in enumerate(parts):
        yield from cut_component([members[n] for n in part], inside[number], most, step)
