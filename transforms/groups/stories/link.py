"""Which articles are alike enough that they have to be looked at together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from transforms.groups.order import article_order
from transforms.groups.stories.compare import STORY_DAYS, Report, compare_signs, mix_similarity, read_report
from transforms.groups.stories.weights import Hashes, number_terms
from transforms.records import ArticleFeatures

Ints = npt.NDArray[np.int64]

# Articles as alike as this are of one component. Below it chains of background bind a week's news into one.
LINK_FLOOR = 0.2
# Two articles with days are compared where they share so many of their heaviest terms …
_SHARED = 2
# … and where one has no day, so many of the first of them: it might be of any day.
UNDATED_HEAVIEST, UNDATED_SHARED = 24, 4


def link_stories(fresh: Sequence[ArticleFeatures], others: Sequence[ArticleFeatures]) -> list[tuple[str, str, float]]:
    """The pairs of articles (the earlier first) of which one is fresh and that are alike, with their similarity."""
    ordered = [read_report(f) for f in sorted([*fresh, *others], key=article_order)]
    ids = {f.article_id for f in fresh}
    is_fresh = [r.features.article_id in ids for r in ordered]
    return [(ordered[i].features.article_id, ordered[k].features.article_id, s) for i, k, s in link_reports(ordered, is_fresh)]


def link_reports(ordered: Sequence[Report], fresh: Sequence[bool] | None = None) -> Iterator[tuple[int, int, float]]:
    """Pairs (i, k, similarity), i < k, of reports that are alike; with `fresh`, only those of which one is fresh.

    `ordered` has the earliest first, those without a day last.
    """
    numbers = number_terms([r.vector for r in ordered])
    width = max((int(n[-1]) + 1 for n in numbers if n.size), default=0)
    whole, lead = np.zeros(width), np.zeros(width)
    for i, candidates in _propose(ordered, fresh):
        one = ordered[i]
        whole[numbers[i]], lead[numbers[i]] = one.vector.whole, one.vector.lead
        for k in candidates:
            other, terms = ordered[k], numbers[k]
            similarity = mix_similarity(float(whole[terms] @ other.vector.whole), float(lead[terms] @ other.vector.lead))
            if similarity > 0 and (similarity := similarity * compare_signs(one, other)) >= LINK_FLOOR:
                yield i, k, similarity
        whole[numbers[i]], lead[numbers[i]] = 0.0, 0.0


def _propose(ordered: Sequence[Report], fresh: Sequence[bool] | None) -> Iterator[tuple[int, list[int]]]:
    """For each report the later ones that are worth comparing."""
    is_fresh = np.array(fresh if fresh is not None else [True] * len(ordered))
    days = [r.day for r in ordered if r.day is not None]
    dated, undated = _Holders(ordered, None), _Holders(ordered, UNDATED_HEAVIEST)
    for i, report in enumerate(ordered):
        last = bisect_right(days, report.day + STORY_DAYS) if report.day is not None else 0
        found = np.concatenate(
            [
                dated.find(report.vector.heaviest, i + 1, last, _SHARED),
                undated.find(report.vector.heaviest[:UNDATED_HEAVIEST], max(i + 1, len(days)), len(ordered), UNDATED_SHARED),
            ]
        )
        if not is_fresh[i]:
            found = found[is_fresh[found]]
        if found.size:
            yield i, found.tolist()


class _Holders:
    """Which reports hold a term among their first `most` heaviest ones (None: among all)."""

    def __init__(self, ordered: Sequence[Report], most: int | None) -> None:
        """Keeps the terms sorted, and for equal ones their holders in order."""
        own = [r.vector.heaviest[:most] for r in ordered]
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
