"""Articles of one event are alike to the same others: a likeness that no other article shares counts less."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from transforms.groups.stories.compare import STORY_DAYS

Graph = Sequence[Mapping[int, float]]

# Similarity by which each node is its own neighbour, and the power of it by which near neighbours count: two nodes with no
# neighbours but each other keep most of theirs.
_SELF = 0.3
_POWER = 1.5
_FAINTEST = 0.01


def sharpen_graph(graph: Graph, days: Sequence[int | None]) -> list[dict[int, float]]:
    """The graph with every similarity multiplied by the cosine of the two nodes' similarities to all nodes.

    Nodes whose days are more than STORY_DAYS apart were never compared, so a node that is too far from one of the two says
    nothing about them. Edges that become faint are left out.
    """
    day = np.array([d if d is not None else 0 for d in days], dtype=np.int64)
    undated = np.array([d is None for d in days], dtype=bool)
    rows: list[tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]] = []
    lengths, spans = [], []
    for node, near in enumerate(graph):
        others = np.array(sorted([*near, node]), dtype=np.int64)
        weights = np.array([near[k] ** _POWER if k != node else _SELF for k in others.tolist()])
        rows.append((others, weights))
        lengths.append(math.sqrt(weights @ weights))
        dated = day[others[~undated[others]]]
        spans.append((int(dated.min()), int(dated.max())) if dated.size else None)

    def length(node: int, other: int) -> float:
        """Of a node's row, as far as it could be compared with the other."""
        span, center = spans[node], days[other]
        if span is None or center is None or (center - STORY_DAYS <= span[0] and span[1] <= center + STORY_DAYS):
            return lengths[node]
        others, weights = rows[node]
        weights = weights[undated[others] | (np.abs(day[others] - center) <= STORY_DAYS)]
        return math.sqrt(weights @ weights)

    sharpened: list[dict[int, float]] = [{} for _ in graph]
    dense = np.zeros(len(graph))
    for node, near in enumerate(graph):
        others, weights = rows[node]
        dense[others] = weights
        for k in sorted(k for k in near if k > node):
            shared = float(dense[rows[k][0]] @ rows[k][1])
            similarity = near[k] * shared / (length(node, k) * length(k, node))
            if similarity >= _FAINTEST:
                sharpened[node][k] = sharpened[k][node] = similarity
        dense[others] = 0.0
    return sharpened
