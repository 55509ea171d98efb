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
# Terms (stop words left out) of a usual article, each of title and lead counted twice; and of a usual title and lead.
_WHOLE_TERMS = 300.0
_LEAD_TERMS = 40.0
# Times that title and lead count in the whole: there a report tells its event, below it the background.
_LEAD_COUNTS = 2
# Weights are whole multiples of one part of this, so that sums are exact in any order.
UNIT = 1 << 16
# Heaviest terms of an article: others that share some of theirs are compared with it.
HEAVIEST = 40


@dataclass(frozen=True, slots=True)
class ArticleVector:
    """A unit vector over terms: `terms` hashes, ascending; `whole` the weight of each in the whole article and `lead` in title
    and lead alone, in parts of `UNIT`; `heaviest` the terms that weigh most in the whole, the heaviest first."""

    terms: Hashes
    whole: Floats
    lead: Floats
    heaviest: Hashes


def weigh_article(features: ArticleFeatures) -> ArticleVector:
    """The vector of an article: BM25 with shares of documents that are the same for every corpus."""
    terms = np.frombuffer(features.terms, dtype="<u4")
    lead = np.frombuffer(features.lead_counts, dtype=np.uint8).astype(np.float64)
    counts = np.frombuffer(features.counts, dtype=np.uint8) + (_LEAD_COUNTS - 1) * lead
    shares = shares_of_hashes(terms)
    rarity = np.log(1.0 + (1.0 - shares) / shares)
    whole = _scale(counts, rarity, _WHOLE_TERMS)
    heaviest = terms[np.lexsort((terms, -whole))[:HEAVIEST]]
    return ArticleVector(terms, whole, _scale(lead, rarity, _LEAD_TERMS), heaviest)


def _scale(counts: npt.NDArray[np.float64], rarity: npt.NDArray[np.float64], usual: float) -> Floats:
    norm = _K1 * (1 - _B + _B * counts.sum() / usual)
    weights = counts * (_K1 + 1) / (counts + norm) * rarity
    length = float(np.sqrt((weights**2).sum())) or 1.0
    scaled: Floats = np.rint(weights / length * UNIT).astype(np.float32)
    return scaled


def number_terms(vectors: Sequence[ArticleVector]) -> list[npt.NDArray[np.int32]]:
    """The terms of each vector, numbered from 0 without gaps."""
    if not vectors:
        return []
    known = np.unique(np.concatenate([v.terms for v in vectors]))
    return [np.searchsorted(known, v.terms).astype(np.int32) for v in vectors]
