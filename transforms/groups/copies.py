"""Articles that are nearly the same text: syndicated, lightly edited, or wrapped in another site's boilerplate."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

import numpy as np
import numpy.typing as npt
from rensa import RMinHash

from transforms.groups.terms import split_words
from transforms.records import StoryArticle

Shingles = npt.NDArray[np.uint64]

# MinHash as Broder (1997), with bands as Leskovec et al., Mining of Massive Datasets, ch. 3: 32 bands of 4 rows find
# nearly every pair above Jaccard .5 and a fifth of those at .25.
_PERMUTATIONS, _ROWS, _SEED = 128, 4, 7
_SHINGLE = 3
# Of the shorter text's shingles so many stand in the other, and of both together's so many are shared: a report that
# only takes over a passage is no copy.
_CONTAINED, _JACCARD = 0.6, 0.25
_MIN_WORDS = 20
# Sketches are made of so many texts at once, and of one paragraph or band so many earlier originals are compared.
_BATCH, _MOST = 2000, 50


def find_copies(articles: Iterable[StoryArticle]) -> dict[str, str]:
    """Article id of each copy to that of the earliest article with nearly the same text; only copies are keys.

    Earlier texts are proposed by an equal paragraph or an equal band of their MinHash sketches over shingles of three
    words, and taken if three fifths of the shorter text's shingles stand in the other and a quarter of all. Earliest
    is by (published_on nulls last, article_id). An article is compared with originals only, so that a chain of
    rewrites does not become one text. Texts under 20 words are never copies. The order of `articles` does not matter.
    """
    ordered = sorted(articles, key=by_arrival)
    vocabulary: dict[str, int] = {}
    originals: dict[bytes, list[int]] = defaultdict(list)
    shingles: dict[int, Shingles] = {}
    copies: dict[str, str] = {}
    for first in range(0, len(ordered), _BATCH):
        batch = ordered[first : first + _BATCH]
        paragraphs = [[w for p in a.body.split("\n") if (w := _number_words(p, vocabulary)).size] for a in batch]
        own = [_shingle(p) for p in paragraphs]
        bands = _sketch(own)
        for n, article in enumerate(batch):
            if not own[n].size:
                continue
            keys = bands[n] + [b"p" + hashlib.blake2b(p.tobytes(), digest_size=12).digest() for p in paragraphs[n] if p.size >= _MIN_WORDS]
            proposed = sorted({k for key in keys for k in originals.get(key, [])[:_MOST]})
            found = next((k for k in proposed if _is_copy(shingles[k], own[n])), None)
            if found is not None:
                copies[article.article_id] = ordered[found].article_id
                continue
            shingles[first + n] = own[n]
            for key in sorted(set(keys)):
                originals[key].append(first + n)
    return copies


def by_arrival(article: StoryArticle) -> tuple[bool, date, str]:
    """The key that sorts the earliest article first."""
    return article.published_on is None, article.published_on or date.max, article.article_id


def _number_words(paragraph: str, vocabulary: dict[str, int]) -> Shingles:
    """The paragraph's words as numbers that are the same in every process; `vocabulary` remembers them."""
    numbers = []
    for word in split_words(paragraph):
        number = vocabulary.get(word)
        if number is None:
            digest = hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest()
            number = vocabulary[word] = int.from_bytes(digest, "big")
        numbers.append(number)
    return np.array(numbers, dtype=np.uint64)


def _shingle(paragraphs: Sequence[Shingles]) -> Shingles:
    """Hashes of every three words that follow each other, sorted, each once; none for a text under 20 words."""
    words = np.concatenate(paragraphs) if paragraphs else np.zeros(0, np.uint64)
    if words.size < _MIN_WORDS:
        return np.zeros(0, np.uint64)
    mixed = np.zeros(words.size - _SHINGLE + 1, np.uint64)
    for k in range(_SHINGLE):  # a polynomial in an odd number, modulo 2**64
        mixed = mixed * np.uint64(0x9E3779B97F4A7C15) + words[k : words.size - _SHINGLE + 1 + k]
    return np.unique(mixed)


def _sketch(shingles: Sequence[Shingles]) -> list[list[bytes]]:
    """The bands of each text's MinHash sketch, marked with their number."""
    offsets = np.zeros(len(shingles) + 1, np.uint64)
    offsets[1:] = np.cumsum([s.size for s in shingles])
    flat = np.concatenate(shingles) if shingles else np.zeros(0, np.uint64)
    rows = RMinHash.digest_matrix_from_flat_token_hashes(flat, offsets, _PERMUTATIONS, _SEED).to_rows()
    sketches = np.array(rows, dtype=np.uint32).reshape(len(shingles), _PERMUTATIONS)
    return [[bytes([b]) + s[b * _ROWS : (b + 1) * _ROWS].tobytes() for b in range(_PERMUTATIONS // _ROWS)] for s in sketches]


def _is_copy(original: Shingles, other: Shingles) -> bool:
    shared = np.intersect1d(original, other, assume_unique=True).size
    return bool(shared >= _CONTAINED * min(original.size, other.size) and shared >= _JACCARD * (original.size + other.size - shared))
