"""How common words are: the share of all texts that have a word, the same for every corpus."""

from __future__ import annotations

import functools
import hashlib
from itertools import product
from string import digits
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from transforms.word_lists import read_table

Hashes = npt.NDArray[np.uint32]

# The share of documents, 0 to 1, that is taken for a stem that the table does not have: near that of its last rows.
UNKNOWN_SHARE = 0.002
# The share for figures of one or two digits, which stand for hours, days, ages and counts in any report.
SHORT_FIGURE_SHARE = 0.05
_SHORT_DIGITS = 2


class _Share(NamedTuple):
    stem: str
    share: float


@functools.cache
def document_shares() -> dict[str, float]:
    """Stem to the share of documents, 0 to 1, that have it, from `data/groups/document_shares.csv`."""
    return {row.stem: row.share for row in read_table("groups/document_shares.csv", _Share)}


def share_of(stem: str) -> float:
    """The share of documents, 0 to 1, that have a stem, as far as is known.

    >>> share_of("7"), share_of("1250"), share_of("quinketdor")
    (0.05, 0.002, 0.002)
    """
    if stem.isdecimal() and len(stem) <= _SHORT_DIGITS:
        return SHORT_FIGURE_SHARE
    return document_shares().get(stem, UNKNOWN_SHARE)


@functools.lru_cache(maxsize=1 << 18)
def hash_stem(stem: str) -> int:
    """A number of 32 bits for a stem, the same in every process. Of 100,000 stems one or two share theirs with another."""
    return int.from_bytes(hashlib.blake2b(stem.encode("utf-8", "surrogatepass"), digest_size=4).digest(), "little")


@functools.cache
def _hashed_shares() -> tuple[Hashes, npt.NDArray[np.float64]]:
    """Hashes of the stems whose share is known, ascending, with their shares."""
    short = ["".join(figure) for size in range(1, _SHORT_DIGITS + 1) for figure in product(digits, repeat=size)]
    known = {hash_stem(s): share_of(s) for s in sorted([*document_shares(), *short])}
    hashes = np.array(sorted(known), dtype=np.uint32)
    return hashes, np.array([known[h] for h in hashes.tolist()])


def shares_of_hashes(hashes: Hashes) -> npt.NDArray[np.float64]:
    """The share of each hashed stem."""
    known, shares = _hashed_shares()
    found = np.minimum(np.searchsorted(known, hashes), len(known) - 1)
    return np.where(known[found] == hashes, shares[found], UNKNOWN_SHARE)
