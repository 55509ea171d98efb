"""spaCy's greedy entity recogniser without its state machine: all tokens of all texts at once.

Where no entity is open, an action depends on one token alone; inside of one, on the token, on where the entity began and on the token
before. So the actions of all tokens are scored as if nothing were open, and then the entities that begin are lengthened together, a
token a round. Actions and their order are spaCy's: the same scores give the same entities.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IS_SPACE
from spacy.language import Language
from spacy.tokens import Doc, Span

from transforms.nlp.encoder import add_affine, add_encoder, add_maxout, fill_runs
from transforms.nlp.graph import Graph, Tensor
from transforms.nlp.lexemes import LexemeTable

# What a state of the recogniser reads: the token, the first of the open entity, and the token before.
_FEATURES = 3
_OUT = 0
_BEGINS = 1
_SINGLE = 2
_CLOSED = {"O": _OUT, "B": _BEGINS, "U": _SINGLE}


class NameRecogniser:
    """The entities of a pipeline whose `ner` has the shape that `shape.find_misfit` asks for, in documents without preset ones."""

    def __init__(self, nlp: Language) -> None:
        recogniser: Any = nlp.get_pipe("ner")
        tok2vec, lower, upper = recogniser.model.layers
        core, linear = tok2vec.layers[0], tok2vec.layers[-1]
        self._lexemes = LexemeTable(core.get_ref("embed"), nlp.vocab)
        actions = [recogniser.moves.get_class_name(i) for i in range(recogniser.moves.n_moves)]
        closed = [i for i, name in enumerate(actions) if name == "O" or (name[:2] in ("B-", "U-") and len(name) > 2)]
        self._labels = sorted({actions[i][2:] for i in closed if actions[i] != "O"})
        self._kinds = np.array([_CLOSED[actions[i][0]] for i in closed])
        self._label_of = np.array([-1 if actions[i] == "O" else self._labels.index(actions[i][2:]) for i in closed])
        self._begins = np.flatnonzero(self._kinds == _BEGINS)
        self._out = int(np.flatnonzero(self._kinds == _OUT)[0])
        inside, last = ([actions.index(f"{kind}-{label}") for label in self._labels] for kind in "IL")
        if max(inside) > min(last):
            raise AssertionError("of two equal scores spaCy takes the earlier action, here taken to be the one that goes on")
        self._closed = _open_closed_scores(core, linear, lower, upper, closed, self._lexemes.width)
        self._opened = _open_inner_scores(lower, upper, inside + last)

    def mark(self, docs: Sequence[Doc]) -> None:
        """Sets the entities of documents that have none yet."""
        filled = [doc for doc in docs if len(doc)]
        if filled:
            for doc, found in zip(filled, self._find(filled), strict=True):
                doc.set_ents([Span(doc, a, b, label=label) for a, b, label in found])

    def score(self, docs: Sequence[Doc]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Of all tokens, one behind the other, the vector that states read, and the score of each action where nothing is open.

        A token's numbers have the same bits whatever other documents are in the batch.
        """
        rows = self._lexemes.find_rows(docs)
        table = self._lexemes.rows
        runs = [
            self._closed.run(None, {"rows": table.take(filled, axis=0), "positions": positions})
            for filled, positions in fill_runs([len(doc) for doc in docs], rows)
        ]
        vectors, scores = zip(*runs, strict=True)
        return np.concatenate(vectors), np.concatenate(scores)

    def _find(self, docs: Sequence[Doc]) -> list[list[tuple[int, int, str]]]:
        vectors, scores = self.score(docs)
        ends = np.cumsum([len(doc) for doc in docs])
        is_last = np.zeros(len(vectors), bool)
        is_last[ends - 1] = True
        scores[np.ix_(is_last, self._begins)] = -np.inf  # no entity of two tokens begins at the last one
        best = scores.argmax(axis=1)
        best[np.concatenate([doc.to_array(IS_SPACE) for doc in docs]).astype(bool)] = self._out  # nor any at white space
        kinds, labels = self._kinds[best], self._label_of[best]
        stops = np.where(kinds == _SINGLE, np.arange(1, len(kinds) + 1), 0)
        self._lengthen(vectors, is_last, np.flatnonzero(kinds == _BEGINS), labels, stops)
        return self._pick(kinds, labels, stops, ends)

    def _lengthen(
        self, vectors: NDArray[np.float32], is_last: NDArray[Any], first: NDArray[Any], labels: NDArray[Any], stops: NDArray[Any]
    ) -> None:
        """Writes into `stops` where the entities that begin at `first` end, each as if no other were there."""
        at, label = first + 1, labels[first]
        while len(first):
            (scores,) = self._opened.run(None, {"features": np.concatenate([vectors[at], vectors[first], vectors[at - 1]], axis=1)})
            row = np.arange(len(first))
            closes = is_last[at] | (scores[row, len(self._labels) + label] > scores[row, label])
            stops[first[closes]] = at[closes] + 1
            first, at, label = first[~closes], at[~closes] + 1, label[~closes]

    def _pick(self, kinds: NDArray[Any], labels: NDArray[Any], stops: NDArray[Any], ends: NDArray[Any]) -> list[list[tuple[int, int, str]]]:
        """The entities of each document: of those that overlap, the first, for inside of it no other could have begun."""
        found: list[list[tuple[int, int, str]]] = [[] for _ in ends]
        document, start, end, taken = 0, 0, int(ends[0]), 0
        positions = np.flatnonzero(kinds != _OUT)
        for at, label, stop in zip(positions.tolist(), labels[positions].tolist(), stops[positions].tolist(), strict=True):
            while at >= end:
                document, start, end = document + 1, end, int(ends[document + 1])
            if at >= taken:
                found[document].append((at - start, stop - start, self._labels[label]))
                taken = stop
        return found


def _open_closed_scores(core: Any, linear: Any, lower: Any, upper: Any, actions: list[int], width: int) -> Any:
    """Of lexeme rows the vectors that states read, and the scores of `actions` where no entity is open."""
    weights, bias, pad = lower.get_param("W"), lower.get_param("b"), np.asarray(lower.get_param("pad"))
    features, outputs, pieces, inner = weights.shape
    if features != _FEATURES:
        raise AssertionError(f"a state of this recogniser reads {features} tokens")
    missing = pad.reshape(features, outputs, pieces)[1:].sum(axis=0)
    graph = Graph()
    vectors = graph.add("Gather", add_encoder(graph, "rows", core.get_ref("encode")), "positions", axis=0)
    vectors = add_affine(graph, vectors, linear.get_param("W"), linear.get_param("b"), output="vectors")
    hidden = add_maxout(graph, vectors, weights[0], missing + bias)
    add_affine(graph, hidden, upper.get_param("W")[actions], upper.get_param("b")[actions], output="scores")
    inputs = [Tensor("rows", "float32", ("n", width)), Tensor("positions", "int64", ("t",))]
    return graph.open_session(inputs, [Tensor("vectors", "float32", ("t", inner)), Tensor("scores", "float32", ("t", len(actions)))])


def _open_inner_scores(lower: Any, upper: Any, actions: list[int]) -> Any:
    """Of the three vectors that a state inside an entity reads, the scores of `actions`."""
    weights = lower.get_param("W")
    features, _, _, inner = weights.shape
    graph = Graph()
    hidden = add_maxout(graph, "features", np.concatenate(list(weights), axis=2), lower.get_param("b"))
    add_affine(graph, hidden, upper.get_param("W")[actions], upper.get_param("b")[actions], output="scores")
    return graph.open_session([Tensor("features", "float32", ("n", features * inner))], [Tensor("scores", "float32", ("n", len(actions)))])
