"""The embedding of a word (`MultiHashEmbed` with vectors), computed once for each word that a process meets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IDS, IS_SPACE, NORM, ORTH, PREFIX, SHAPE, SPACY, SUFFIX
from spacy.tokens import Doc
from spacy.vocab import Vocab

from transforms.nlp.encoder import add_layer, layers_of
from transforms.nlp.graph import Graph, Tensor

# Words kept at most: then the table begins anew. A row has some hundred numbers, so 25 MB.
_MOST_ROWS = 65_536
_FIRST_ROWS = 4_096

Key = tuple[int, ...]


class LexemeTable:
    """Rows of an embedding by (ORTH, NORM), and SPACY where the embedding asks for it: nothing else of a token decides its row.

    Row 0 is zeros. Rows stay valid until the next call of `find_rows`.
    """

    def __init__(self, embed: Any, vocab: Vocab, most: int = _MOST_ROWS) -> None:
        hashed = layers_of(embed, "hashembed")
        self._hashes = [(layer.get_param("E"), layer.attrs["seed"]) for layer in hashed]
        self._ops = hashed[0].ops
        (features,) = layers_of(embed, "extract_features")
        self._columns = [IDS[c] if isinstance(c, str) else c for c in features.attrs["columns"]]
        self._attributes = [ORTH, NORM, SPACY] if SPACY in self._columns else [ORTH, NORM]
        self._vocab = vocab
        (vectors,), (maxout,), (norm,) = (layers_of(embed, name) for name in ("static_vectors", "maxout", "layernorm"))
        weights = vectors.get_param("W")
        self.width = int(norm.get_param("G").shape[0])
        graph = Graph()
        vector = graph.add("Mul", graph.add("MatMul", "vectors", graph.constant(weights.T)), "known")
        add_layer(graph, graph.add("Concat", "hashed", vector, axis=1), maxout, norm, output="rows")
        size = sum(table.shape[1] for table, _ in self._hashes)
        inputs = [Tensor("hashed", "float32", ("n", size)), Tensor("vectors", "float32", ("n", weights.shape[1]))]
        inputs.append(Tensor("known", "float32", ("n", 1)))
        self._session = graph.open_session(inputs, [Tensor("rows", "float32", ("n", self.width))])
        self._most = most
        self._forget()

    def _forget(self) -> None:
        self.rows = np.zeros((_FIRST_ROWS, self.width), np.float32)
        self._rows: dict[Key, int] = {}

    def find_rows(self, docs: Sequence[Doc]) -> list[int]:
        """For the tokens of all `docs`, one behind the other, the row of each in `rows`."""
        columns = np.concatenate([doc.to_array(self._attributes) for doc in docs])
        keys: list[Key] = list(zip(*columns.T.tolist(), strict=True))
        rows = list(map(self._rows.get, keys))
        if None in rows:
            if len(self._rows) + len(keys) >= self._most:
                self._forget()
            self._learn(dict.fromkeys(k for k in keys if k not in self._rows))
            return [self._rows[k] for k in keys]
        return rows  # type: ignore[return-value]  # there is no None among them

    def _learn(self, keys: dict[Key, None]) -> None:
        first = len(self._rows) + 1
        end = first + len(keys)
        if end > len(self.rows):
            grown = np.zeros((max(end, 2 * len(self.rows)), self.width), np.float32)
            grown[:first] = self.rows[:first]
            self.rows = grown
        self.rows[first:end] = self._embed(np.array(list(keys), np.uint64))
        self._rows.update(zip(keys, range(first, end), strict=True))

    def _embed(self, keys: NDArray[np.uint64]) -> NDArray[np.float32]:
        words = [self._vocab[int(orth)] for orth in keys[:, 0]]
        hashed = []
        for attribute, (table, seed) in zip(self._columns, self._hashes, strict=True):
            # Each value has four rows of a hash embedding: their sum, in thinc's order of adding.
            found = table[self._ops.hash(np.ascontiguousarray(_values(attribute, keys, words)), seed) % table.shape[0]]
            hashed.append(((found[:, 0] + found[:, 1]) + found[:, 2]) + found[:, 3])
        vectors = self._vocab.vectors
        row = vectors.find(keys=keys[:, 0])
        known = (row >= 0).astype(np.float32)[:, None]
        given = {"hashed": np.concatenate(hashed, axis=1), "vectors": vectors.data[row], "known": known}
        (rows,) = self._session.run(None, given)
        return rows  # type: ignore[no-any-return]  # ONNX Runtime has no types


def _values(attribute: int, keys: NDArray[np.uint64], words: Sequence[Any]) -> NDArray[np.uint64]:
    if attribute == NORM:
        return keys[:, 1]
    if attribute == SPACY:
        return keys[:, 2]
    name = {PREFIX: "prefix", SUFFIX: "suffix", SHAPE: "shape", IS_SPACE: "is_space"}[attribute]
    return np.array([getattr(word, name) for word in words], np.uint64)
