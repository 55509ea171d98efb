"""Which articles are alike enough that they have to be looked at together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from transforms.groups.order import article_order
from transforms.groups.stories.compare import (
    MOST_AGREEMENT,
    STORY_DAYS,
    Report,
    compare_reports,
    compare_signs,
    read_report,
)
from transforms.groups.stories.postings import Postings
from transforms.groups.stories.weights import UNIT, Hashes, number_terms, weigh_article
from transforms.records import ArticleFeatures

Ints = npt.NDArray[np.int64]

# Articles as alike as this are of one component. Below it chains of background bind a week's news into one.
LINK_FLOOR = 0.2
# Heaviest terms that an article without a day, which might be of any, shares at least with what it is compared with. That bounds the
# work: of pairs as alike as `LINK_FLOOR` some in a hundred share fewer, and most of them meet through others.
UNDATED_SHARED = 4
_BATCH = 5_000  # reports whose products are taken at once


def link_stories(fresh: Sequence[ArticleFeatures], others: Sequence[ArticleFeatures]) -> list[tuple[str, str, float]]:
    """The pairs of articles (the earlier first) of which one is fresh and that are alike, with their similarity."""
    ordered = [read_report(f) for f in sorted([*fresh, *others], key=article_order)]
    ids = {f.article_id for f in fresh}
    is_fresh = [r.features.article_id in ids for r in ordered]
    return [(ordered[i].features.article_id, ordered[k].features.article_id, s) for i, k, s in link_reports(ordered, is_fresh)]


def list_undated_keys(features: ArticleFeatures) -> list[int]:
    """The terms by which an article meets those without a day: one of both without a day and fewer than `UNDATED_SHARED` of these in
    common, two articles are never linked."""
    return [int(term) for term in weigh_article(features).heaviest]


def link_reports(ordered: Sequence[Report], fresh: Sequence[bool] | None = None) -> Iterator[tuple[int, int, float]]:
    """Pairs (i, k, similarity), i < k, of reports that are alike; with `fresh`, only those of which one is fresh.

    `ordered` has the earliest first, those without a day last.
    """
    days = [r.day for r in ordered if r.day is not None]
    for first in range(0, len(days), _BATCH):
        end = min(first + _BATCH, len(days))
        for i, k, product in _multiply_window(ordered[first : bisect_right(days, days[end - 1] + STORY_DAYS)], end - first):
            if fresh is None or fresh[first + i] or fresh[first + k]:
                one, other = ordered[first + i], ordered[first + k]
                if (similarity := product * compare_signs(one, other)) >= LINK_FLOOR:
                    yield first + i, first + k, similarity
    if len(days) < len(ordered):
        yield from _link_undated(ordered, len(days), fresh)


def _multiply_window(reports: Sequence[Report], count: int) -> Iterator[tuple[int, int, float]]:
    """The pairs (i, k, similarity without signs), i < k, of the first `count` reports with those within days that may be alike.

    All reports have a day, the earliest first.
    """
    days = [r.day or 0 for r in reports]
    numbers = number_terms([r.vector for r in reports])
    postings = Postings(numbers, [r.vector.weights for r in reports])
    for i in range(count):
        end = bisect_right(days, days[i] + STORY_DAYS)
        products = postings.multiply(i, end) / UNIT**2
        for k in np.flatnonzero(products >= LINK_FLOOR / MOST_AGREEMENT).tolist():
            yield i, i + 1 + k, float(products[k])


def _link_undated(ordered: Sequence[Report], dated: int, fresh: Sequence[bool] | None) -> Iterator[tuple[int, int, float]]:
    """The pairs of which the second has no day: it is compared with any report that shares some of its very heaviest terms."""
    is_fresh = np.array(fresh if fresh is not None else [True] * len(ordered))
    holders = _Holders([r.vector.heaviest for r in ordered])
    for i, one in enumerate(ordered):
        found = holders.find(one.vector.heaviest, max(i + 1, dated), len(ordered), UNDATED_SHARED)
        for k in (found if is_fresh[i] else found[is_fresh[found]]).tolist():
            if (similarity := compare_reports(one, ordered[k])) >= LINK_FLOOR:
                yield i, k, similarity


class _Holders:
    """Which reports hold a term."""

    def __init__(self, own: Sequence[Hashes]) -> None:
        """Keeps the terms sorted, and for equal ones their holders in order."""
        terms = np.concatenate(own) if own else np.zeros(0, np.uint32)
        holders = np.repeat(np.arange(len(own), dtype=np.int64), [t.size for t in own])
        order = np.argsort(terms, kind="stable")
        self._holders = holders[order]
        values, starts = np.unique(terms[order], return_index=True)
        ends = np.append(starts[1:], len(terms))[: len(starts)]
        self._span = dict(zip(values.tolist(), zip(starts.tolist(), ends.tolist(), strict=True), strict=True))

    def find(self, terms: Hashes, first: int, end: int, shared: int) -> Ints:
        """The reports from `first` up to before `end` that hold `shared` of the terms or more."""
        if first >= end:
            return np.zeros(0, np.int64)
        found = []
        for term in terms.tolist():
            if span := self._span.get(term):
                holders = self._holders[span[0] : span[1]]
                found.append(holders[np.searchsorted(holders, first) : np.searchsorted(holders, end)])
        numbers, times = np.unique(np.concatenate(found), return_counts=True) if found else (np.zeros(0, np.int64), np.zeros(0))
        return numbers[times >= shared]
