"""spaCy's convolution over token vectors (`MaxoutWindowEncoder`) as nodes of a graph, and the rows that it is run on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from transforms.nlp.graph import Graph

# Rows of zeros before, between and behind texts, as spaCy has them: as many as the layers look to either side of a token, so no text
# sees another.
GAP = 4
# Rows of one run of a session: what fits the processor's nearer caches.
_RUN_ROWS = 384
_EPSILON = 1e-8  # thinc's, in the normalization of a layer
_TO_THE_END = 2**31 - 1


def layers_of(model: Any, name: str) -> list[Any]:
    """The layers of a thinc model that have this name, in the order in which they work."""
    return [layer for layer in model.walk() if layer.name == name]


def add_affine(graph: Graph, value: str, weights: Any, bias: Any, output: str | None = None) -> str:
    """Adds the product with `weights` (rows are outputs) and the sum with `bias`."""
    return graph.add("Add", graph.add("MatMul", value, graph.constant(weights.T)), graph.constant(bias), output=output)


def add_maxout(graph: Graph, value: str, weights: Any, bias: Any) -> str:
    """Adds a maxout of `weights` (outputs, pieces, inputs) and `bias` (outputs, pieces): the greatest of the pieces of each output."""
    outputs, pieces, inputs = weights.shape
    blocks = weights.transpose(1, 0, 2).reshape(pieces * outputs, inputs)  # the pieces one behind the other, so a split parts them
    return graph.add("Max", *graph.split(add_affine(graph, value, blocks, bias.T.reshape(-1)), pieces, outputs))


def add_layer(graph: Graph, value: str, maxout: Any, norm: Any, output: str | None = None) -> str:
    """Adds a maxout layer and the normalization behind it."""
    value = add_maxout(graph, value, maxout.get_param("W"), maxout.get_param("b"))
    scale, shift = graph.constant(norm.get_param("G")), graph.constant(norm.get_param("b"))
    return graph.add("LayerNormalization", value, scale, shift, output=output, epsilon=_EPSILON)


def add_encoder(graph: Graph, value: str, encoder: Any) -> str:
    """Adds the convolution: each layer reads a token with its two neighbours and is added to what it read."""
    around, columns = graph.constant([1, 0, 1, 0]), graph.constant([0])
    windows = [(graph.constant([a]), graph.constant([b])) for a, b in ((0, -2), (1, -1), (2, _TO_THE_END))]
    for maxout, norm in zip(layers_of(encoder, "maxout"), layers_of(encoder, "layernorm"), strict=True):
        padded = graph.add("Pad", value, around)
        window = graph.add("Concat", *(graph.add("Slice", padded, a, b, columns) for a, b in windows), axis=1)
        value = graph.add("Add", value, add_layer(graph, window, maxout, norm))
    return value


def fill_runs(lengths: Sequence[int], rows: Sequence[int]) -> Iterator[tuple[list[int], np.ndarray[Any, np.dtype[np.int64]]]]:
    """The rows of one or more texts for each run, with the gaps between them, and where in that the texts' own rows stand.

    `rows` are those of all texts one behind the other, `lengths` how many each text has; row 0 is the one of zeros.
    """
    gap = [0] * GAP
    filled = list(gap)
    positions: list[int] = []
    start = 0
    for length in lengths:
        if positions and len(filled) + length + GAP > _RUN_ROWS:
            yield filled, np.array(positions, np.int64)
            filled, positions = list(gap), []
        positions.extend(range(len(filled), len(filled) + length))
        filled += rows[start : start + length]
        filled += gap
        start += length
    if positions:
        yield filled, np.array(positions, np.int64)
