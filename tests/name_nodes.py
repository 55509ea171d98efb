"""Names of documents by hand, as nodes: what the rules that join names are given."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from transforms.disjoint_sets import DisjointSets
from transforms.entities.nodes import GivenDocuments, NameNode, earliest, pool_members
from transforms.entities.resolve import find_key
from transforms.records import DocumentName, MentionType

Join = Callable[[Sequence[int], Sequence[NameNode], DisjointSets], None]


def make_name(
    text: str, article: str = "a", beside: Sequence[str] = (), type_: MentionType = "person", forms: Sequence[str] = (), **more: object
) -> DocumentName:
    """A name of an article. `beside` are the names that stand there besides, `forms` its spellings where it has others than itself."""
    counted = tuple((form, 1) for form in forms or (text,))
    return DocumentName(f"{article}:{text}", article, date(2025, 1, 1), type_, text, counted, companions=tuple(beside), **more)  # type: ignore[arg-type]


def make_nodes(*names: DocumentName) -> list[NameNode]:
    """Equal names as one node each, in the order of their earliest members."""
    table: dict[object, list[DocumentName]] = {}
    for n in sorted(names, key=earliest):
        table.setdefault((n.type, *find_key(n.name, n.type, n.owner, n.sport, n.outlet)), []).append(n)
    given = GivenDocuments()
    return [
        given.give(NameNode(m[0].type, *find_key(m[0].name, m[0].type, m[0].owner, m[0].sport, m[0].outlet), *pool_members(m), given), m)
        for m in table.values()
    ]


def join_names(join: Join, *names: DocumentName) -> list[set[str]]:
    """What a rule makes one of these names, each by its text, in the order of the first of each."""
    nodes = make_nodes(*names)
    sets = DisjointSets(len(nodes))
    join(range(len(nodes)), nodes, sets)
    found: dict[int, set[str]] = {}
    for i, node in enumerate(nodes):
        found.setdefault(sets.find(i), set()).update(m.name for m in node.members)
    return list(found.values())
