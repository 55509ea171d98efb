"""Articles as unit vectors of weighted terms. What weighs how much depends on the article alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from transforms.groups.words.shares import shares_of_hashes
from transforms.records import ArticleFeatures

Floats = npt.NDArray[np.float32]
Hashes = npt.NDArray[np.uint32]

# BM25 as Robertson and Zaragoza (2009): how soon a repeated term counts no more, and how much the length of a text matters.
_K1 = 0.8
_B = 0.75
# Terms (stop words left out) of a usual article, each of title and lead counted twice.
_USUAL_TERMS = 300.0
# Times that title and lead count in the whole: there a report tells its event, below it the background.
_LEAD_COUNTS = 2
# Weights are whole multiples of one part of this, so that sums are exact in any order.
UNIT = 1 << 16
# Heaviest terms of an article: one without a day is compared with those that share some of them.
HEAVIEST = 24


@dataclass(frozen=True, slots=True)
class ArticleVector:
    """A unit vector over terms: `terms` hashes, ascending; `weights` the weight of each, in parts of `UNIT`; `heaviest` the terms
    that weigh most, the heaviest first."""

    terms: Hashes
    weights: Floats
    heaviest: Hashes


def weigh_article(features: ArticleFeatures) -> ArticleVector:
    """The vector of an article: BM25 with shares of documents that are the same for every corpus."""
    terms = np.frombuffer(features.terms, dtype="<u4")
    lead = np.frombuffer(features.lead_counts, dtype=np.uint8).astype(np.float64)
    counts = np.frombuffer(features.counts, dtype=np.uint8) + (_LEAD_COUNTS - 1) * lead
    shares = shares_of_hashes(terms)
    rarity = np.log(1.0 + (1.0 - shares) / shares)
    norm = _K1 * (1 - _B + _B * counts.sum() / _USUAL_TERMS)
    weights = counts * (_K1 + 1) / (counts + norm) * rarity
    length = float(np.sqrt((weights**2).sum())) or 1.0
    scaled: Floats = np.rint(weights / length * UNIT).astype(np.float32)
    return ArticleVector(terms, scaled, terms[np.lexsort((terms, -scaled))[:HEAVIEST]])


def number_terms(vectors: Sequence[ArticleVector]) -> list[npt.NDArray[np.int32]]:
    """The terms of each vector, numbered from 0 without gaps."""
    if not vectors:
        return []
    known = np.unique(np.concatenate([v.terms for v in vectors]))
    return [np.searchsorted(known, v.terms).astype(np.int32) for v in vectors]
