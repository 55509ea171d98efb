"""Disjoint sets of numbers that join, some of them forbidden to meet."""

from __future__ import annotations

from collections.abc import Iterable


class DisjointSets:
    """Sets of the numbers 0 … size-1; the smallest number stands for its set.

    Pairs in `apart` never come into one set: the join that would bring them together is left out.
    """

    def __init__(self, size: int, apart: Iterable[tuple[int, int]] = ()) -> None:
        self._parent = list(range(size))
        self._foes: dict[int, set[int]] = {}
        for a, b in apart:
            self._foes.setdefault(a, set()).add(b)
            self._foes.setdefault(b, set()).add(a)

    def find(self, i: int) -> int:
        """The smallest number of the set that holds `i`."""
        parent = self._parent
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    def join(self, i: int, j: int) -> bool:
        """Makes one set of two; False where that is forbidden."""
        a, b = self.find(i), self.find(j)
        if a == b:
            return True
        if self._foes and any(self.find(foe) == b for foe in self._foes.get(a, ())):
            return False
        if b < a:
            a, b = b, a
        self._parent[b] = a
        if b in self._foes:
            self._foes.setdefault(a, set()).update(self._foes.pop(b))
        return True
