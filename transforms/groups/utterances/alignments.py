"""How near in meaning two statements are: each word of content beside the one nearest in meaning, and each statement as a whole."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from transforms.groups.utterances.evidence import Wording
from transforms.groups.utterances.rewording import list_other_qualities
from transforms.groups.utterances.word_facts import read_word
from transforms.groups.utterances.words import Statement, weigh_stem

# What a word counts that the speaker says in another statement of the two reports as well: it tells the subject, not what is said of it.
_SAID_BESIDE = 0.25
# … and what a figure and the thing behind it count: much is two per cent, or lasts nine years.
_COUNTED = 0.5
# The cosine of two words from which on they mean the same where they stand: "medical" and "health", not "fair" and "final".
_ALIKE = 0.5

Pair = tuple[int, int]


class Nearness(NamedTuple):
    """How near two statements are, about 0.0 to 1.0 both: `words`, the mean, over the words of content of each by their weights, of the
    cosine to the word of the other that means the most like it; `whole`, the cosine of the sums of all their words."""

    words: float
    whole: float


class _Content(NamedTuple):
    """The words of content of a statement: their stems and weights, and their vectors in rows, with their lengths; and the sum of the
    vectors of all its words."""

    stems: Sequence[str]
    weights: Sequence[float]
    vectors: NDArray[np.int8]
    lengths: NDArray[np.float64]
    whole: NDArray[np.float64]


def align_pairs(
    wordings: Sequence[Wording], members: Iterable[int], pairs: Iterable[Pair], akin: Mapping[int, Collection[int]]
) -> dict[Pair, Nearness]:
    """How near the two of each pair are. `members` are all wordings of their speaker in the story, `akin` those that share the words of
    one and are no other statement."""
    from transforms.nlp.word_vectors import read_meanings  # ONNX Runtime, only where there is something to compare

    asked = sorted(set(pairs))
    needed = sorted({i for pair in asked for i in pair})
    vectors = read_meanings([wordings[i].statement.words for i in needed])
    content = {i: _read_content(wordings[i].statement.words, rows) for i, rows in zip(needed, vectors, strict=True)}
    said: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))  # who says a stem, by article
    for m in members:
        for article in wordings[m].articles:
            for stem in wordings[m].statement.stems:
                said[article][stem].add(m)
    found = {}
    for i, k in asked:
        kin = {i, k, *akin.get(i, ()), *akin.get(k, ())}
        articles = wordings[i].articles | wordings[k].articles
        beside = {s for s in (*content[i].stems, *content[k].stems) if any(not said[a].get(s, kin) <= kin for a in articles)}
        found[i, k] = Nearness(_align(content[i], content[k], beside), _compare_wholes(content[i].whole, content[k].whole))
    return found


def have_other_qualities(a: Statement, b: Statement) -> bool:
    """Whether the same thing has another quality in each: "a fair offer", "the final offer"; but not "medical" and "health data"."""
    from transforms.nlp.word_vectors import read_meanings

    if not (found := list_other_qualities(a, b)):
        return False
    mine, yours = (rows.astype(np.float64) for rows in read_meanings([a.words, b.words]))
    return not all(any(_are_alike(mine, i, yours, k) for i in before) for before, k in found)


def _are_alike(mine: NDArray[np.float64], i: int, yours: NDArray[np.float64], k: int) -> bool:
    if i >= len(mine) or k >= len(yours):
        return False  # beyond what the model reads
    x, y = mine[i], yours[k]
    return float(x @ y) >= _ALIKE * math.sqrt(float(x @ x) * float(y @ y))


def _read_content(words: Sequence[str], vectors: NDArray[np.int8]) -> _Content:
    facts = [read_word(word) for word in words[: len(vectors)]]
    own = [n for n, fact in enumerate(facts) if fact.content]
    counted = {m for n, fact in enumerate(facts) if fact.figure for m in (n, n + 1)}
    rows = vectors[own]
    return _Content(
        stems=[facts[n].meaning for n in own],
        weights=[weigh_stem(facts[n].meaning) * (_COUNTED if n in counted else 1.0) for n in own],
        vectors=rows,
        lengths=np.sqrt(np.square(rows, dtype=np.float64).sum(axis=1)),
        whole=vectors.sum(axis=0, dtype=np.float64),  # of whole numbers: exact
    )


def _compare_wholes(a: NDArray[np.float64], b: NDArray[np.float64]) -> float:
    lengths = math.sqrt(float(a @ a) * float(b @ b))
    return float(a @ b) / lengths if lengths else 0.0


def _align(a: _Content, b: _Content, beside: Collection[str]) -> float:
    if not (a.stems and b.stems):
        return 0.0
    products = a.vectors.astype(np.float32) @ b.vectors.T.astype(np.float32)  # of whole numbers: exact, in whatever order they are added
    cosines = products.astype(np.float64) / np.outer(a.lengths, b.lengths)
    return (_average(a, cosines.max(axis=1).tolist(), beside) + _average(b, cosines.max(axis=0).tolist(), beside)) / 2


def _average(content: _Content, nearest: Sequence[float], beside: Collection[str]) -> float:
    weights = [w * (_SAID_BESIDE if s in beside else 1.0) for s, w in zip(content.stems, content.weights, strict=True)]
    return sum(w * n for w, n in zip(weights, nearest, strict=True)) / sum(weights)
