"""Articles that are nearly the same text: syndicated, lightly edited, or wrapped in another site's boilerplate."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from transforms.groups.components import find_components
from transforms.groups.copies.keys import BAND_ROWS, list_copy_keys
from transforms.groups.features.sketches import PERMUTATIONS
from transforms.groups.order import article_order
from transforms.records import ArticleFeatures

# Shares of shingles from which on two texts are copies: of the shorter text's those that stand in the other, and of both
# texts' those that are shared. A report that only takes over a passage is no copy.
_CONTAINED = 0.6
_JACCARD = 0.25
# Days within which a text is taken over (Smith et al., arXiv 2210.04261: reproduction is quick). An article without a day
# is compared with any that shares a band.
COPY_DAYS = 30
_BATCH = 10_000  # pairs compared at once


def find_copies(articles: Iterable[ArticleFeatures]) -> dict[str, str]:
    """Article id of each copy to that of the earliest article with nearly the same text; only copies are keys.

    Three fifths of the shorter text's shingles stand in the other and a quarter of all, as their sketches tell. Earliest is by
    (published_on nulls last, article_id). An article is compared with originals only, so that a chain of rewrites does not
    become one text. Texts under 20 words are never copies. The order of `articles` does not matter.
    """
    ordered = sorted(articles, key=article_order)
    earlier: dict[int, list[int]] = defaultdict(list)
    for a, b in _link(ordered, None):
        earlier[b].append(a)
    copies: dict[int, int] = {}
    for i in sorted(earlier):
        if originals := [k for k in earlier[i] if k not in copies]:
            copies[i] = min(originals)
    return {ordered[i].article_id: ordered[k].article_id for i, k in copies.items()}


def link_copies(fresh: Sequence[ArticleFeatures], others: Sequence[ArticleFeatures]) -> list[tuple[str, str]]:
    """The pairs of articles (the earlier first) of which one is fresh and that are nearly the same text."""
    ordered = sorted([*fresh, *others], key=article_order)
    return [(ordered[a].article_id, ordered[b].article_id) for a, b in _link(ordered, {f.article_id for f in fresh})]


def find_copy_components(articles: Iterable[ArticleFeatures]) -> dict[str, str]:
    """The article ids that are nearly the same text as some other, each with the earliest of its component."""
    ordered = sorted(articles, key=article_order)
    parts = find_components(len(ordered), _link(ordered, None))
    return {ordered[i].article_id: ordered[part[0]].article_id for part in parts if len(part) > 1 for i in part}


def _link(ordered: Sequence[ArticleFeatures], fresh: set[str] | None) -> list[tuple[int, int]]:
    """The pairs (i, k), i < k, that are nearly the same text, each once, sorted; of `fresh` articles, or of all."""
    proposed = np.array(sorted(_propose(ordered, fresh)), dtype=np.int64).reshape(-1, 2)
    if not proposed.size:
        return []
    empty = np.zeros(PERMUTATIONS, dtype="<u4")
    rows = np.array([np.frombuffer(a.sketch, dtype="<u4") if a.sketch else empty for a in ordered])
    sizes = np.array([a.shingles for a in ordered], dtype=np.float64)
    dated = np.array([a.published_on is not None for a in ordered])
    pairs: list[tuple[int, int]] = []
    for first in range(0, len(proposed), _BATCH):
        i, k = proposed[first : first + _BATCH].T
        equal = rows[i] == rows[k]
        jaccard = equal.mean(axis=1)
        shared = jaccard / (1 + jaccard) * (sizes[i] + sizes[k])
        found = (jaccard >= _JACCARD) & (shared >= _CONTAINED * np.minimum(sizes[i], sizes[k]))
        found &= (dated[i] & dated[k]) | equal.reshape(len(i), -1, BAND_ROWS).all(axis=2).any(axis=1)
        pairs.extend(zip(i[found].tolist(), k[found].tolist(), strict=True))
    return pairs


def _propose(ordered: Sequence[ArticleFeatures], fresh: set[str] | None) -> set[tuple[int, int]]:
    """The pairs that share a key and, where both have a day, stand within the days of copying."""
    owned = [np.array(list_copy_keys(a), dtype=np.uint64) for a in ordered]
    keys = np.concatenate(owned) if owned else np.zeros(0, np.uint64)
    owners = np.repeat(np.arange(len(ordered)), [k.size for k in owned])
    order = np.argsort(keys, kind="stable")
    keys, owners = keys[order], owners[order]
    ends = np.flatnonzero(np.append(keys[1:] != keys[:-1], True)) + 1 if keys.size else np.zeros(0, np.int64)
    starts = np.append(0, ends[:-1])
    many = ends - starts > 1
    days = [a.published_on.toordinal() if a.published_on else None for a in ordered]
    pairs: set[tuple[int, int]] = set()
    for start, end in zip(starts[many].tolist(), ends[many].tolist(), strict=True):
        among = owners[start:end].tolist()
        for n, k in enumerate(among):
            pairs.update((i, k) for i in _list_near(among[:n], days, days[k]))
    if fresh is None:
        return pairs
    is_fresh = [a.article_id in fresh for a in ordered]
    return {(i, k) for i, k in pairs if is_fresh[i] or is_fresh[k]}


def _list_near(among: Sequence[int], days: Sequence[int | None], day: int | None) -> Sequence[int]:
    """Those of earlier articles that may be the original of one of this day."""
    if day is None:
        return among
    return among[bisect_left(among, day - COPY_DAYS, key=lambda i: days[i] or 0) :]  # those without a day come last
