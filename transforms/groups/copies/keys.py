"""Keys of an article by which possible copies meet: only texts that share one are compared."""

from __future__ import annotations

import numpy as np

from transforms.groups.features.sketches import PERMUTATIONS
from transforms.records import ArticleFeatures

# Bands as Leskovec et al., Mining of Massive Datasets, ch. 3: 32 bands of 4 rows find nearly every pair above Jaccard .5 and a
# fifth of those at .25; those among them that are wrapped in another site's text share whole paragraphs.
BAND_ROWS = 4
_BANDS = PERMUTATIONS // BAND_ROWS
# Odd numbers that mix the rows of a band, and its number, into one key.
_ROW_FACTOR, _BAND_FACTOR = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)


def list_band_keys(features: ArticleFeatures) -> list[int]:
    """A key (64 bits) for each band of the sketch; none for a text too short to be a copy."""
    if not features.sketch:
        return []
    rows = np.frombuffer(features.sketch, dtype="<u4").astype(np.uint64).reshape(_BANDS, BAND_ROWS)
    keys = np.arange(1, _BANDS + 1, dtype=np.uint64) * _BAND_FACTOR
    for k in range(BAND_ROWS):
        keys = (keys + rows[:, k]) * _ROW_FACTOR
    return [int(k) for k in keys]


def list_copy_keys(features: ArticleFeatures) -> list[int]:
    """All keys of an article: of its bands, and of its longer paragraphs."""
    return sorted({*list_band_keys(features), *np.frombuffer(features.paragraphs, dtype="<u8").tolist()})
