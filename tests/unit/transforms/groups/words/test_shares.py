"""How common a word is, in any corpus."""

from __future__ import annotations

import numpy as np
import pytest

from transforms.groups.words.shares import UNKNOWN_SHARE, document_shares, hash_stem, share_of, shares_of_hashes
from transforms.groups.words.stems import stem


@pytest.mark.parametrize(("common", "rare"), [("government", "ferry"), ("year", "decade"), ("ferry", "almora"), ("7", "1250")])
def test_a_common_word_has_a_larger_share(common: str, rare: str) -> None:
    assert share_of(stem(common)) > share_of(stem(rare))


def test_shares_are_shares() -> None:
    assert all(0 < share < 1 for share in document_shares().values())


def test_a_stem_has_the_same_share_by_its_hash() -> None:
    stems = ["govern", "ferri", "quinketdor", "7", "31", "1250"]
    hashes = np.array([hash_stem(s) for s in stems], dtype=np.uint32)
    assert shares_of_hashes(hashes).tolist() == [share_of(s) for s in stems]


def test_an_unknown_word_has_the_share_of_the_last_rows() -> None:
    assert share_of("quinketdor") == UNKNOWN_SHARE <= min(document_shares().values())
