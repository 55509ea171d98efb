"""spaCy's tagger and dependency parser, with the numbers that they read made by ONNX Runtime; the parser's states are spaCy's own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.ml.parser_model import ParserStepModel
from spacy.tokens import Doc
from thinc.api import Model

from transforms.nlp.encoder import add_affine, add_encoder, fill_runs, layers_of
from transforms.nlp.graph import Graph, Tensor
from transforms.nlp.lexemes import LexemeTable

_BATCH = 64  # sentences whose states advance together


class SentenceParser:
    """Tags and parses by a pipeline whose `tagger` and `parser` have the shape that `shape.find_misfit` asks for."""

    def __init__(self, nlp: Language) -> None:
        self._tagger = _get_pipe(nlp, "tagger")
        self._parser = _get_pipe(nlp, "parser")
        tok2vec = _get_pipe(nlp, "tok2vec").model
        listener, lower, self._upper = self._parser.model.layers
        (softmax,) = layers_of(self._tagger.model, "softmax")
        self._unseen = self._parser.model.attrs["unseen_classes"]
        self._lexemes = LexemeTable(tok2vec.get_ref("embed"), nlp.vocab)
        self._bias = lower.get_param("b")
        weights = lower.get_param("W")
        self._shape = weights.shape[:3]  # tokens that a state reads, outputs, pieces
        self._inner = weights.shape[3]
        self._width = int(np.prod(self._shape))
        self._missing = np.asarray(lower.get_param("pad"), np.float32).reshape(self._width)  # of a token that is not there
        graph = Graph()
        vectors = graph.add("Gather", add_encoder(graph, "rows", tok2vec.get_ref("encode")), "positions", axis=0)
        scores = add_affine(graph, vectors, softmax.get_param("W"), softmax.get_param("b"))
        graph.add("ArgMax", scores, output="tags", axis=1, keepdims=0)
        linear = listener.layers[-1]
        read = add_affine(graph, vectors, linear.get_param("W"), linear.get_param("b"))
        graph.add("MatMul", read, graph.constant(weights.reshape(self._width, -1).T), output="features")
        inputs = [Tensor("rows", "float32", ("n", self._lexemes.width)), Tensor("positions", "int64", ("t",))]
        outputs = [Tensor("tags", "int64", ("t",)), Tensor("features", "float32", ("t", self._width))]
        self._session = graph.open_session(inputs, outputs)

    def mark(self, docs: Sequence[Doc]) -> None:
        """Sets tags, heads and relations of documents that have none yet."""
        filled = sorted((doc for doc in docs if len(doc)), key=len)
        for start in range(0, len(filled), _BATCH):
            batch = filled[start : start + _BATCH]
            tags, features = self.compute(batch)
            ends = np.cumsum([len(doc) for doc in batch])
            self._tagger.set_annotations(batch, np.split(tags, ends[:-1]))
            self._parser.model = self._make_model(features)
            self._parser.set_annotations(batch, self._parser.predict(batch))

    def compute(self, docs: Sequence[Doc]) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Of all tokens, one behind the other, the tag, and what it gives to each position of a state; before these, one row for no token.

        A token's numbers have the same bits whatever other documents are in the batch.
        """
        rows = self._lexemes.find_rows(docs)
        table = self._lexemes.rows
        tags = np.empty(len(rows), np.int64)
        features = np.empty((len(rows) + 1, self._width), np.float32)
        features[0] = self._missing
        done = 0
        for filled, positions in fill_runs([len(doc) for doc in docs], rows):
            end = done + len(positions)
            self._run(table.take(filled, axis=0), positions, tags[done:end], features[done + 1 : end + 1])
            done = end
        return tags, features

    def _run(self, rows: NDArray[Any], positions: NDArray[Any], tags: NDArray[Any], features: NDArray[Any]) -> None:
        """Writes into `tags` and `features`: a copy of the features would cost a tenth of all."""
        binding = self._session.io_binding()
        binding.bind_cpu_input("rows", rows)
        binding.bind_cpu_input("positions", positions)
        for name, into in (("tags", tags), ("features", features)):
            binding.bind_output(name, "cpu", 0, into.dtype.type, into.shape, into.ctypes.data)
        self._session.run_with_iobinding(binding)

    def _make_model(self, features: NDArray[np.float32]) -> Any:
        """A model for the parser that has `features` at hand for the next batch."""
        vectors: Any = Model("nothing", lambda model, docs, is_train: (np.zeros((1, self._inner), np.float32), None))
        shaped = features.reshape(-1, *self._shape)
        _, outputs, pieces = self._shape
        lower: Any = Model(
            "features",
            lambda model, given, is_train: (shaped, None),
            dims={"nO": outputs, "nP": pieces},
            params={"b": self._bias},
        )

        def start(model: Any, docs: Sequence[Doc], is_train: bool) -> tuple[ParserStepModel, None]:
            return ParserStepModel(docs, [vectors, lower, self._upper], unseen_classes=self._unseen, train=False, has_upper=True), None

        return Model("parser", start)


def _get_pipe(nlp: Language, name: str) -> Any:
    return nlp.get_pipe(name)  # typed as any callable, and more than that
