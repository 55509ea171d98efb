"""Products of sparse rows, taken of one with all that follow it within a window."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


class Postings:
    """Rows of weighted terms, by term. State: how far the window has moved; rows are asked for in their order."""

    def __init__(self, terms: Sequence[npt.NDArray[np.int32]], weights: Sequence[npt.NDArray[np.float32]]) -> None:
        """Keeps what weighs anything, sorted by term and then by row."""
        kept = [(t[w > 0], w[w > 0]) for t, w in zip(terms, weights, strict=True)]
        self._rows = kept
        every = np.concatenate([t for t, _ in kept]) if kept else np.zeros(0, np.int32)
        order = np.argsort(every, kind="stable")
        self._holders = np.repeat(np.arange(len(kept)), [t.size for t, _ in kept])[order]
        self._weights = np.concatenate([w for _, w in kept])[order].astype(np.float64) if kept else np.zeros(0)
        size = int(every.max()) + 1 if every.size else 0
        counts = np.bincount(every, minlength=size)
        self._next = np.cumsum(counts) - counts
        self._end = self._next.copy()
        self._first = self._last = 0

    def multiply(self, row: int, end: int) -> Floats:
        """The products of a row with the rows after it up to before `end`, in their order. `row` and `end` never go down."""
        while self._first <= row:
            self._next[self._rows[self._first][0]] += 1
            self._first += 1
        while self._last < end:
            self._end[self._rows[self._last][0]] += 1
            self._last += 1
        terms, weights = self._rows[row]
        starts = self._next[terms]
        lengths = np.maximum(self._end[terms] - starts, 0)
        shift = np.cumsum(lengths) - lengths
        slots = np.arange(int(lengths.sum())) + np.repeat(starts - shift, lengths)
        products = np.repeat(weights.astype(np.float64), lengths) * self._weights[slots]
        others = self._holders[slots] - (row + 1)
        return np.bincount(others, weights=products, minlength=max(0, end - row - 1)).astype(np.float64)
