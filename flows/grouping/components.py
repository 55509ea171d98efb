"""Keys that belong together, what a run touches of them, and batches that keep together what they name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

import pyarrow as pa

from warehouse.lake.grouping import Grouping

K = TypeVar("K", str, int)
M = TypeVar("M")
_KEY = pa.schema([("key", pa.string())])


class Components(Generic[K]):
    """Sets of keys, each set named after its smallest key."""

    def __init__(self) -> None:
        self._parent: dict[K, K] = {}

    def find(self, key: K) -> K:
        """The key that stands for all that are joined with this one."""
        root = key
        while (parent := self._parent.get(root, root)) != root:
            root = parent
        while (parent := self._parent.get(key, key)) != root:
            self._parent[key] = root
            key = parent
        return root

    def join(self, one: K, other: K) -> None:
        """Has two keys, and all that are joined with either, stand together."""
        a, b = sorted((self.find(one), self.find(other)))
        if a != b:
            self._parent[b] = a

    def cut(self, members: Mapping[K, Sequence[M]], size: int) -> Iterator[list[M]]:
        """The members of all keys in batches of `size` or a little more, those of joined keys in one.

        >>> sets = Components[str]()
        >>> sets.join("a", "c")
        >>> list(sets.cut({"a": ["1"], "b": ["2"], "c": ["3"]}, 1))
        [['1', '3'], ['2']]
        """
        whole: dict[K, list[M]] = defaultdict(list)
        for key in sorted(members):
            whole[self.find(key)] += members[key]
        batch: list[M] = []
        for root in sorted(whole):
            batch += whole[root]
            if len(batch) >= size:
                yield batch
                batch = []
        if batch:
            yield batch


def join_linked(
    roots: Components[str], links: Iterable[Sequence[tuple[str, str]]], find_keys: Callable[[Iterable[str]], Mapping[str, str]]
) -> set[str]:
    """Joins the keys of what is linked; all these keys. `links` come a part at a time, `find_keys` gives the key of each id."""
    touched: set[str] = set()
    for pairs in links:
        keys = find_keys({i for pair in pairs for i in pair})
        for a, b in pairs:
            roots.join(keys[a], keys[b])
            touched |= {keys[a], keys[b]}
    return touched


def cut_touched(grouping: Grouping, roots: Components[str], touched: Iterable[str], query: str, size: int) -> Iterator[list[str]]:
    """What a run groups again, all of one root in one batch: members of the touched keys, and the fresh ones, as `query` lists
    them (id, key, and the group of before or None: all that was one group stands in one batch)."""
    members: dict[str, list[str]] = defaultdict(list)
    grouping.load("touched_keys", _KEY, ((key,) for key in sorted(touched)))
    for member, key, before in grouping.ask(query):
        if before:
            roots.join(key, before)
        members[key].append(member)
    yield from roots.cut(members, size)
