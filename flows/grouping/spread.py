"""How a grouping hands out work that needs no table: the results are the same, in the same order, whoever does it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")


class Spread(Protocol):
    """Applies a function to items and gives the results in the order of the items; it may take some items ahead."""

    def __call__(self, function: Callable[[T], R], items: Iterable[T], /) -> Iterator[R]: ...


def in_turn(function: Callable[[T], R], items: Iterable[T], /) -> Iterator[R]:
    """The results of this process, one after the other."""
    return map(function, items)
