"""Sketches of texts, by which nearly equal ones are found: MinHash over shingles of three words, and hashes of paragraphs."""

from __future__ import annotations

import functools
import hashlib
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rensa import RMinHash

from transforms.groups.words.stems import split_words

Words = npt.NDArray[np.uint64]

# MinHash as Broder (1997): with 128 permutations the share of equal rows tells the Jaccard similarity to ± .04.
PERMUTATIONS = 128
_SEED = 7  # any number, but the same for ever
_SHINGLE_WORDS = 3
# Words of the shortest text that may be a copy, and of the shortest paragraph that tells two texts apart.
LEAST_WORDS = 20
_FACTOR = np.uint64(0x9E3779B97F4A7C15)  # an odd number: multiplying by it loses nothing modulo 2**64


@dataclass(frozen=True, slots=True)
class Sketch:
    """`rows` (uint32) is the MinHash signature, `shingles` the number of different shingles, `paragraphs` (uint64) hashes of the
    longer ones in their order; all packed. Empty for a short text."""

    rows: bytes
    shingles: int
    paragraphs: bytes


def sketch_text(body: str) -> Sketch:
    """The sketch of a text whose paragraphs stand in lines."""
    paragraphs = [_number_words(p) for p in body.split("\n")]
    words = np.concatenate(paragraphs)
    if words.size < LEAST_WORDS:
        return Sketch(b"", 0, b"")
    shingles = _shingle(words)
    offsets = np.array([0, shingles.size], dtype=np.uint64)
    rows = RMinHash.digest_matrix_from_flat_token_hashes(shingles, offsets, PERMUTATIONS, _SEED).to_rows()
    hashes = [_hash_paragraph(p) for p in paragraphs if p.size >= LEAST_WORDS]
    return Sketch(np.array(rows[0], dtype="<u4").tobytes(), int(shingles.size), np.array(hashes, dtype="<u8").tobytes())


def _number_words(paragraph: str) -> Words:
    return np.array([_number_word(w) for w in split_words(paragraph)], dtype=np.uint64)


@functools.lru_cache(maxsize=1 << 18)
def _number_word(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def _hash_paragraph(words: Words) -> int:
    return int.from_bytes(hashlib.blake2b(words.tobytes(), digest_size=8).digest(), "little")


def _shingle(words: Words) -> Words:
    """Hashes of every three words that follow each other, sorted, each once."""
    mixed = np.zeros(words.size - _SHINGLE_WORDS + 1, np.uint64)
    for k in range(_SHINGLE_WORDS):  # a polynomial, modulo 2**64
        mixed = mixed * _FACTOR + words[k : words.size - _SHINGLE_WORDS + 1 + k]
    return np.unique(mixed)
