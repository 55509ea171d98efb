"""What decisions about names ask of documents is read where it comes to that, and no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, cast

from flows.grouping.document_names import LakeDocuments
from transforms.entities.nodes import NameNode
from warehouse.lake.grouping import Grouping

COMPANY = {1: ["Lena Orlo"], 2: ["Piet Maas"], 3: ["Lena Orlo"]}


class ToyLake:
    """Answers what `LakeDocuments` asks, and keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[list[int]] = []

    def choose_nodes(self, nodes: Iterable[int]) -> None:
        self.asked.append(sorted(nodes))

    def read_rows(self, query: str, at_once: int) -> Iterator[tuple[Any, ...]]:
        assert query == "read_company_of_names"
        return ((node, COMPANY[node]) for node in self.asked[-1] if node in COMPANY)


def _node(number: int, documents: LakeDocuments) -> NameNode:
    return NameNode("person", ("ada", "moss"), None, [], [], documents, number)


def test_a_decision_is_made_again_until_it_asks_for_nothing_new() -> None:
    lake = ToyLake()
    documents = LakeDocuments(cast(Grouping, lake))
    first, second, third, fourth = (_node(n, documents) for n in (1, 2, 3, 4))

    def decide() -> bool:
        """Asks of the third only where the first two have no company in common, of the fourth never."""
        return bool(first.companions() & second.companions()) or bool(first.companions() & third.companions()) or fourth.count > 0

    assert documents.settle(decide)
    assert lake.asked == [[1, 2, 3]]
    assert first.companions() == {"Lena Orlo"}


def test_what_no_document_has_is_asked_once() -> None:
    lake = ToyLake()
    documents = LakeDocuments(cast(Grouping, lake))
    alone = _node(9, documents)
    assert documents.settle(alone.companions) == frozenset()
    assert documents.settle(alone.companions) == frozenset()
    assert lake.asked == [[9]]
