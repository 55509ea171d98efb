"""Near texts share a key, others do not."""

from __future__ import annotations

import numpy as np

from transforms.groups.copies.keys import find_sharing_bands, list_band_keys, list_copy_keys
from transforms.groups.features.read import read_features
from transforms.records import ArticleFeatures, StoryArticle

TEXT = " ".join(f"word{n}" for n in range(80))


def features(body: str) -> ArticleFeatures:
    return read_features(StoryArticle("a", None, None, body))


def test_near_texts_share_a_band() -> None:
    near = features(TEXT.replace("word40 ", "another "))
    assert set(list_band_keys(features(TEXT))) & set(list_band_keys(near))
    assert not set(list_copy_keys(features(TEXT))) & set(list_copy_keys(features(TEXT.replace("word", "other"))))


def test_a_wrapped_text_shares_its_paragraphs() -> None:
    wrapped = features("\n\n".join([TEXT, *(TEXT.replace("word", f"w{n}") for n in range(9))]))
    assert set(list_copy_keys(features(TEXT))) & set(list_copy_keys(wrapped))


def test_keys_are_of_64_bits_and_a_short_text_has_none() -> None:
    assert len(list_band_keys(features(TEXT))) == 32
    assert all(0 <= key < 1 << 64 for key in list_copy_keys(features(TEXT)))
    assert list_copy_keys(features("short")) == []


def test_sketches_with_a_band_that_is_asked_for_are_found() -> None:
    near, far = features(TEXT.replace("word40 ", "another ")), features(TEXT.replace("word", "other"))
    asked = np.array(list_band_keys(features(TEXT)), dtype=np.uint64)
    assert find_sharing_bands([near.sketch, far.sketch], asked).tolist() == [True, False]
    assert find_sharing_bands([], asked).tolist() == []
