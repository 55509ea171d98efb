"""Articles that are nearly the same text: syndicated, lightly edited, or wrapped in another site's boilerplate."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from rensa import RMinHash, RMinHashLSH

from transforms.records import StoryArticle
from transforms.terms import split_words

# MinHash as Broder (1997), with bands as Leskovec et al. (Mining of Massive Datasets, ch. 3): 32 bands of 4 rows find
# nearly every pair above Jaccard .5 and half of those at .35.
_PERMUTATIONS, _BANDS, _SEED, _SHINGLE = 128, 32, 7, 3
# Of the words of the shorter text, how much must stand in the longer one, by shingles.
_CONTAINED = 0.6
# Of the longer one, how much must come from the shorter: a report that only takes over a passage is no copy.
_COVERED = 0.4
_MIN_WORDS = 20
# A paragraph in more articles than this is boilerplate, and proposes no pairs.
_SHARED_PARAGRAPH = 60


def find_copies(articles: Iterable[StoryArticle]) -> dict[str, str]:
    """Article id of each copy to that of the earliest article with nearly the same text.

    Pairs are proposed by equal paragraphs and by MinHash bands over shingles of three words, and kept if three fifths
    of the shorter text's shingles stand in the other. Earliest is by (published_on, nulls last, article_id); an
    article is compared with originals only, so that a chain of rewrites does not become one text. Only copies are keys.
    Texts under 20 words are never copies.
    """
    ordered = sorted(articles, key=_arrival)
    shingles = [_shingle(a.body) for a in ordered]
    proposals = _propose(ordered, shingles)
    copies: dict[int, int] = {}
    for i in range(len(ordered)):
        for k in sorted(proposals.get(i, ())):
            if k not in copies and _is_copy(shingles[k], shingles[i]):
                copies[i] = k
                break
    return {ordered[i].article_id: ordered[k].article_id for i, k in copies.items()}


def _arrival(article: StoryArticle) -> tuple[bool, date, str]:
    return article.published_on is None, article.published_on or date.max, article.article_id


def _shingle(text: str) -> frozenset[int]:
    words = split_words(text)
    if len(words) < _MIN_WORDS:
        return frozenset()
    return frozenset(_hash(" ".join(words[i : i + _SHINGLE])) for i in range(len(words) - _SHINGLE + 1))


def _hash(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def _propose(ordered: list[StoryArticle], shingles: list[frozenset[int]]) -> dict[int, set[int]]:
    """For each article the earlier ones that may be its original."""
    proposals: dict[int, set[int]] = defaultdict(set)
    for i, k in _pair_by_paragraph(ordered):
        proposals[i].add(k)
    for i, k in _pair_by_band(shingles):
        proposals[i].add(k)
    return proposals


def _pair_by_paragraph(ordered: list[StoryArticle]) -> Iterator[tuple[int, int]]:
    holders: dict[int, list[int]] = defaultdict(list)
    for i, article in enumerate(ordered):
        for paragraph in article.body.split("\n"):
            words = split_words(paragraph)
            if len(words) >= _MIN_WORDS and (not holders[h := _hash(" ".join(words))] or holders[h][-1] != i):
                holders[h].append(i)
    for among in holders.values():
        if len(among) <= _SHARED_PARAGRAPH:
            yield from ((b, a) for n, b in enumerate(among) for a in among[:n])
        else:  # every one with the earliest few only: one of them is the original
            yield from ((b, a) for n, b in enumerate(among) for a in among[: min(n, 5)])


def _pair_by_band(shingles: list[frozenset[int]]) -> Iterator[tuple[int, int]]:
    index = RMinHashLSH(threshold=0.5, num_perm=_PERMUTATIONS, num_bands=_BANDS)
    for i, own in enumerate(shingles):
        if not own:
            continue
        sketch = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
        sketch.update([str(h) for h in sorted(own)])
        for k in sorted(index.query(sketch)):
            yield i, k
        index.insert(i, sketch)


def _is_copy(original: frozenset[int], other: frozenset[int]) -> bool:
    if not original or not other:
        return False
    shared = len(original & other)
    return shared >= _CONTAINED * min(len(original), len(other)) and shared >= _COVERED * max(len(original), len(other))
