"""Keys of an article by which possible copies meet: only texts that share one are compared."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from transforms.groups.features.sketches import PERMUTATIONS
from transforms.records import ArticleFeatures

# Bands as Leskovec et al., Mining of Massive Datasets, ch. 3: 32 bands of 4 rows find nearly every pair above Jaccard .5 and a
# fifth of those at .25; those among them that are wrapped in another site's text share whole paragraphs.
BAND_ROWS = 4
_BANDS = PERMUTATIONS // BAND_ROWS
# Odd numbers that mix the rows of a band, and its number, into one key.
_ROW_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_BAND_FACTOR = np.uint64(0xC2B2AE3D27D4EB4F)


def list_band_keys(features: ArticleFeatures) -> list[int]:
    """A key (64 bits) for each band of the sketch; none for a text too short to be a copy."""
    return [int(k) for k in _hash_bands([features.sketch])[0]] if features.sketch else []


def find_sharing_bands(sketches: Sequence[bytes], asked: npt.NDArray[np.uint64]) -> npt.NDArray[np.bool_]:
    """Which of the sketches, none of them empty, has one of the band keys that are asked for."""
    found = np.isin(_hash_bands(sketches), asked) if sketches else np.zeros((0, _BANDS), np.bool_)
    return np.asarray(found.any(axis=1), np.bool_)


def _hash_bands(sketches: Sequence[bytes]) -> npt.NDArray[np.uint64]:
    """A row of keys for each sketch, one a band."""
    rows = np.frombuffer(b"".join(sketches), dtype="<u4").astype(np.uint64).reshape(len(sketches), _BANDS, BAND_ROWS)
    keys = np.tile(np.arange(1, _BANDS + 1, dtype=np.uint64) * _BAND_FACTOR, (len(sketches), 1))
    for k in range(BAND_ROWS):
        keys = (keys + rows[:, :, k]) * _ROW_FACTOR
    return keys


def list_copy_keys(features: ArticleFeatures) -> list[int]:
    """All keys of an article: of its bands, and of its longer paragraphs."""
    return sorted({*list_band_keys(features), *np.frombuffer(features.paragraphs, dtype="<u8").tolist()})
