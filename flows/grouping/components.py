"""Keys that belong together, and batches that keep together what they name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence


class Components:
    """Sets of keys, each set named after its smallest key."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def find(self, key: str) -> str:
        """The key that stands for all that are joined with this one."""
        root = key
        while (parent := self._parent.get(root, root)) != root:
            root = parent
        while (parent := self._parent.get(key, key)) != root:
            self._parent[key] = root
            key = parent
        return root

    def join(self, one: str, other: str) -> None:
        """Has two keys, and all that are joined with either, stand together."""
        a, b = sorted((self.find(one), self.find(other)))
        if a != b:
            self._parent[b] = a

    def cut(self, members: Mapping[str, Sequence[str]], size: int) -> Iterator[list[str]]:
        """The members of all keys in batches of `size` or a little more, those of joined keys in one.

        >>> sets = Components()
        >>> sets.join("a", "c")
        >>> list(sets.cut({"a": ["1"], "b": ["2"], "c": ["3"]}, 1))
        [['1', '3'], ['2']]
        """
        whole: dict[str, list[str]] = defaultdict(list)
        for key in sorted(members):
            whole[self.find(key)] += members[key]
        batch: list[str] = []
        for root in sorted(whole):
            batch += whole[root]
            if len(batch) >= size:
                yield batch
                batch = []
        if batch:
            yield batch
