"""What decisions about names ask of documents, read from the lake where it comes to that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from transforms.entities.nodes import NameNode
from transforms.records import DocumentName, Sign
from warehouse.lake.grouping import Grouping

T = TypeVar("T")
_FEW = 100  # names whose company is fetched at once: some stand beside thousands


class LakeDocuments:
    """Answers what is known already; what is not is answered as if there were nothing, and noted.

    So a decision is made again and again, each time with the answers to what it asked before, until it asks for nothing new: then
    it is the one that knowing all would give, and only what it hung on was read.
    """

    def __init__(self, grouping: Grouping) -> None:
        self._grouping = grouping
        self._company: dict[int, frozenset[str]] = {}
        self._held: dict[str, str] = {}
        self._members: dict[int, list[DocumentName]] = {}
        self.rows: dict[
            str, tuple[int, int, str | None]
        ] = {}  # by key of a member: version and number in the article, and its entity of before
        self._asked_company: set[int] = set()
        self._asked_members: set[int] = set()

    def read_company(self, node: NameNode) -> frozenset[str]:
        """As of `Documents`."""
        if node.number not in self._company:
            self._asked_company.add(node.number)
        return self._company.get(node.number, frozenset())

    def read_members(self, node: NameNode) -> Sequence[DocumentName]:
        """As of `Documents`."""
        if node.number not in self._members:
            self._asked_members.add(node.number)
        return self._members.get(node.number, [])

    def settle(self, decide: Callable[[], T]) -> T:
        """What a decision gives when all that it asks for is answered."""
        while True:
            found = decide()
            if not self._asked_company and not self._asked_members:
                return found
            self._answer()

    def _answer(self) -> None:
        """Reads what was asked for."""
        if self._asked_company:
            self._grouping.choose_nodes(self._asked_company)
            self._company |= dict.fromkeys(self._asked_company, frozenset())
            for node, names in self._grouping.read_rows("read_company_of_names", _FEW):
                # Who is well known stands beside many: each name is held once.
                self._company[node] = frozenset(map(self._held.setdefault, names, names))
        if self._asked_members:
            self._grouping.choose_nodes(self._asked_members)
            found: dict[int, list[DocumentName]] = defaultdict(list)
            for node, version, number, before, *member in self._grouping.read_rows("read_members_of_names"):
                found[node].append(name := read_member(*member))
                self.rows[name.key] = (version, number, before)
            self._members |= {node: found[node] for node in self._asked_members}
        self._asked_company, self._asked_members = set(), set()


def read_member(
    type_: Any, key: str, article_id: str, published_on: Any, name: str, forms: Sequence[str], counts: Sequence[int],
    role: str | None, owner: str | None, sport: str | None, signs: Sequence[Sign], companions: Sequence[str] | None = None,
) -> DocumentName:  # fmt: skip
    """A name of an article, of the columns of a query."""
    return DocumentName(
        key, article_id, published_on, type_, name, tuple(zip(forms, counts, strict=True)), role, tuple(companions or ()),
        owner=owner, sport=sport, signs=tuple(signs),
    )  # fmt: skip
