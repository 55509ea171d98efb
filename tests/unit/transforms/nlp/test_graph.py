"""Graphs: what is written computes what it says."""

from __future__ import annotations

import numpy as np
import pytest

from transforms.nlp.graph import Graph, Tensor

ROWS = np.array([[1.0, -2.0], [0.5, 4.0], [0.0, 0.0]], np.float32)


def test_a_graph_computes_its_nodes_for_any_number_of_rows() -> None:
    graph = Graph()
    product = graph.add("MatMul", "given", graph.constant(np.array([[1, 0, 2], [0, 1, 1]], np.float32)))
    graph.add("Add", product, graph.constant(np.array([0, 0, 10], np.float32)), output="sum")
    session = graph.open_session([Tensor("given", "float32", ("n", 2))], [Tensor("sum", "float32", ("n", 3))])
    for count in (1, 2, 3):
        (found,) = session.run(None, {"given": ROWS[:count]})
        assert found.tolist() == [[a, b, 2 * a + b + 10] for a, b in ROWS[:count].tolist()]


def test_columns_are_split_in_blocks() -> None:
    graph = Graph()
    left, right = graph.split("given", parts=2, size=1)
    graph.add("Max", left, right, output="greater")
    session = graph.open_session([Tensor("given", "float32", ("n", 2))], [Tensor("greater", "float32", ("n", 1))])
    assert session.run(None, {"given": ROWS})[0].tolist() == [[1.0], [4.0], [0.0]]


@pytest.mark.parametrize(("epsilon", "expected"), [(0.0, 1.0), (3.0, 0.5)])
def test_attributes_may_be_fractions(epsilon: float, expected: float) -> None:
    graph = Graph()
    scale = graph.constant(np.ones(2, np.float32))
    graph.add("LayerNormalization", "given", scale, output="normal", epsilon=float(epsilon))
    session = graph.open_session([Tensor("given", "float32", ("n", 2))], [Tensor("normal", "float32", ("n", 2))])
    assert session.run(None, {"given": np.array([[-1, 1]], np.float32)})[0][0, 1] == pytest.approx(expected)


def test_integers_go_in_and_out() -> None:
    graph = Graph()
    graph.add("ArgMax", graph.add("Gather", "given", "positions", axis=0), output="best", axis=1, keepdims=0)
    inputs = [Tensor("given", "float32", ("n", 2)), Tensor("positions", "int64", ("m",))]
    session = graph.open_session(inputs, [Tensor("best", "int64", ("m",))])
    assert session.run(None, {"given": ROWS, "positions": np.array([1, 0])})[0].tolist() == [1, 0]
