"""The rows of a run: gaps of zeros between texts, and as few runs as their length allows."""

from __future__ import annotations

import numpy as np
from thinc.api import Maxout, chain, expand_window, residual

from transforms.nlp.encoder import GAP, add_encoder, add_maxout, fill_runs, layers_of
from transforms.nlp.graph import Graph, Tensor

GAP_ROWS = [0] * GAP


def test_texts_stand_between_gaps() -> None:
    ((filled, positions),) = fill_runs([2, 1], [7, 8, 9])
    assert filled == [*GAP_ROWS, 7, 8, *GAP_ROWS, 9, *GAP_ROWS]
    assert [filled[position] for position in positions] == [7, 8, 9]


def test_many_texts_are_parted_in_runs_and_a_long_one_is_a_run_of_its_own() -> None:
    lengths = [100, 100, 100, 100, 900, 3]
    rows = list(range(1, sum(lengths) + 1))
    runs = list(fill_runs(lengths, rows))
    assert [len(positions) for _, positions in runs] == [300, 100, 900, 3]
    assert [filled[position] for filled, positions in runs for position in positions] == rows


def test_maxout_takes_the_greatest_piece_of_each_output() -> None:
    weights = np.arange(12, dtype=np.float32).reshape(2, 3, 2) - 5
    bias = np.array([[0, 1, 2], [3, -4, 5]], np.float32)
    given = np.array([[1, -1], [0.5, 2]], np.float32)
    graph = Graph()
    graph.add("Identity", add_maxout(graph, "given", weights, bias), output="found")
    session = graph.open_session([Tensor("given", "float32", ("n", 2))], [Tensor("found", "float32", ("n", 2))])
    expected = (np.einsum("opi,ni->nop", weights, given) + bias).max(axis=2)
    np.testing.assert_allclose(session.run(None, {"given": given})[0], expected, rtol=1e-6)


def test_the_encoder_computes_what_thinc_computes() -> None:
    layers = [residual(chain(expand_window(1), Maxout(nO=4, nI=12, nP=3, normalize=True))) for _ in range(2)]
    model = chain(*layers)
    model.initialize()
    chance = np.random.default_rng(1)
    for maxout, norm in zip(layers_of(model, "maxout"), layers_of(model, "layernorm"), strict=True):
        maxout.set_param("b", chance.normal(size=(4, 3)).astype("f"))
        norm.set_param("G", chance.normal(size=4).astype("f"))
    given = chance.normal(size=(9, 4)).astype("f")
    graph = Graph()
    graph.add("Identity", add_encoder(graph, "rows", model), output="found")
    session = graph.open_session([Tensor("rows", "float32", ("n", 4))], [Tensor("found", "float32", ("n", 4))])
    np.testing.assert_allclose(session.run(None, {"rows": given})[0], model.predict(given), rtol=1e-4, atol=1e-5)
