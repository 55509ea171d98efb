"""Entities of the names that a run touches; what it does not touch stays as it is.

A name (all that equal names share: a *node*) is touched that an article uses now and did not, or the other way round. It touches the
components of the names that a key links it to or did (see `transforms.entities.links`), and these are joined again, whole, by counts of
how documents use each; documents are read only where two names fit. Of an entity whose names are all untouched, and the same as before,
nothing is done.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

import pyarrow as pa

from flows.grouping.components import Components
from flows.grouping.document_names import LakeDocuments, read_member
from flows.grouping.names import place_names
from transforms.entities.corrections import Corrections, parse_corrections
from transforms.entities.links import link_keys
from transforms.entities.nodes import Earliest, GivenDocuments, NameNode, Presence, earliest, measure_presence, order_name
from transforms.entities.resolve import describe_entity, find_key, join_nodes
from transforms.groups.ids import carry_ids
from transforms.records import DocumentName
from warehouse.lake.grouping import Grouping
from warehouse.lake_schemas import ASSIGNMENTS, LABELS

_BATCH = 20_000  # names joined at once, unless one component has more
_READ = 5_000  # names whose keys are found at once
_NUMBERS = pa.list_(pa.int64())
_LINKS = pa.schema([("node", pa.int64()), ("asks", _NUMBERS), ("offers", _NUMBERS)])
_KEYS = pa.schema([("key", pa.int64())])
_ENTITIES = pa.schema([("entity", pa.int64()), ("node", pa.int64())])
_DECIDED = pa.schema([("node", pa.int64()), ("part", pa.int64()), ("entity_id", pa.string())])
_PARTS = pa.schema([("version", pa.int64()), ("place", pa.int32()), ("part", pa.int64())])


def group_entities(grouping: Grouping, corrections: str) -> None:
    """Decides who is one. Raises `CorrectionError` where the corrections contradict one another."""
    told = parse_corrections(corrections)
    if corrections != grouping.read_corrections():
        grouping.forget_nodes()
    place_names(grouping, told)
    for query in ("touch_names", "touch_nodes", "create_pooled_names"):
        grouping.run(query)
    for name, schema in (
        ("fresh_node_links", _LINKS),
        ("entities_of_nodes", _DECIDED),
        ("parts_of_names", _PARTS),
        ("decided_entities", ASSIGNMENTS["entities"]),
        ("labels_of_nodes", LABELS["node_labels"]),
    ):
        grouping.load(name, schema, ())
    for batch in _cut_nodes(grouping, told):
        _Batch(grouping, told, batch).group()
    for table in ("name_labels", "names", "node_labels"):
        grouping.run(f"assign_{table}")
    for query in ("list_renamed_articles", "list_gone_entities", "assign_entities"):
        grouping.run(query)


def _cut_nodes(grouping: Grouping, told: Corrections) -> Iterator[list[int]]:
    """The names that are joined again, all of one component in one batch, with how documents use them in `pooled_names`."""
    touched = [node for (node,) in grouping.ask("list_touched_nodes")]
    grouping.choose_nodes(touched)
    grouping.run("pool_names")
    for start in range(0, len(touched), _READ):
        nodes = read_nodes(grouping, touched[start : start + _READ], LakeDocuments(grouping))
        found = ((node.number, link_keys(node, told)) for node in nodes)
        grouping.add_rows("fresh_node_links", _LINKS, ((number, keys.asks, keys.offers) for number, keys in found))
    roots = Components[int]()
    components = {component for (component,) in grouping.ask("find_touched_name_components")}
    for _, linked in grouping.read_rows("find_name_links"):
        components.update(linked)
        for other in linked[1:]:
            roots.join(linked[0], other)
    grouping.load("touched_keys", _KEYS, ((key,) for key in sorted(components)))
    members: dict[int, list[int]] = defaultdict(list)
    for node, key in grouping.read_rows("find_name_members"):
        members[key].append(node)
    known = set(touched)
    grouping.choose_nodes(node for found in members.values() for node in found if node not in known)
    grouping.run("pool_names")
    _tie_entities(grouping, members, roots)
    yield from roots.cut(members, _BATCH)


def _tie_entities(grouping: Grouping, members: Mapping[int, Sequence[int]], roots: Components[int]) -> None:
    """Has the names that were one entity stand in one batch, though no key links them any more, or two batches would give its id away."""
    key_of = {node: key for key, found in members.items() for node in found}
    if len(key_of) <= _BATCH:
        return
    grouping.choose_nodes(key_of)
    for _, nodes in grouping.read_rows("find_entity_ties"):
        for node in nodes[1:]:
            roots.join(key_of[nodes[0]], key_of[node])


def read_nodes(grouping: Grouping, numbers: Sequence[int], documents: LakeDocuments) -> list[NameNode]:
    """The names of these numbers, from `pooled_names`, in the order of their earliest members."""
    grouping.choose_nodes(numbers)
    nodes = []
    for number, rows in groupby(grouping.read_rows("read_pooled_names"), key=itemgetter(0)):
        members: list[DocumentName] = []
        times: list[int] = []
        for _, type_, outlet, count, *member in rows:  # noqa: B007 - all rows of a name have one outlet
            members.append(read_member(type_, *member))
            times.append(count)
        first = members[0]
        key, mark = find_key(first.name, first.type, first.owner, first.sport, outlet)
        nodes.append(NameNode(first.type, key, mark, members, times, documents, number))
    return sorted(nodes, key=lambda node: earliest(node.members[0]))


class _Carried(NamedTuple):
    """An entity by the keys of some of its members, the earliest among them."""

    members: tuple[str, ...]


class _Batch:
    """Names that are joined at once."""

    def __init__(self, grouping: Grouping, told: Corrections, numbers: Sequence[int]) -> None:
        self._grouping, self._told = grouping, told
        self._documents = LakeDocuments(grouping)
        self._nodes = read_nodes(grouping, numbers, self._documents)
        grouping.choose_nodes(numbers)
        self._links = {node: rest for node, *rest in grouping.read_rows("read_chosen_links")}  # asks, offers, is_touched, host, size
        self._counts = Counter((host, size) for *_, host, size in self._links.values())

    def group(self) -> None:
        """Joins them and keeps what is decided about those that are not as before."""
        groups = self._documents.settle(lambda: join_nodes(self._nodes, self._told))
        self._keep_labels(groups)
        changed = [group for group in groups if not self._is_as_before(group)]
        presences = self._documents.settle(lambda: self._measure(changed))
        described = [describe_entity(g, p, self._told) for g, p in zip(changed, presences, strict=True)]
        names = [(g, d) for g, d in zip(changed, described, strict=True) if d]
        ids = self._carry([g for g, _ in names], changed)
        rows: list[tuple[int, int, str | None]] = [(node.number, node.part, i) for (g, _), i in zip(names, ids, strict=True) for node in g]
        rows += [(node.number, node.part, None) for g, d in zip(changed, described, strict=True) if not d for node in g]
        self._grouping.add_rows("entities_of_nodes", _DECIDED, rows)
        self._grouping.add_rows("decided_entities", ASSIGNMENTS["entities"], ((i, *d) for (_, d), i in zip(names, ids, strict=True)))
        parted = [(node, m) for g in changed for node in g if _is_part(node) for m in node.documents.read_members(node)]
        self._grouping.add_rows("parts_of_names", _PARTS, ((*self._documents.rows[m.key][:2], node.part) for node, m in parted))

    def _keep_labels(self, groups: Sequence[Sequence[NameNode]]) -> None:
        """Keeps the components as they are now, and which node is the first of each entity."""
        several = {node.number for group in groups for node in group if _is_part(node)}
        hosts = {n.number: (g[0].number, len(g)) for g in groups if not any(n.number in several for n in g) for n in g}
        roots = _join_by_keys((number, asks, offers) for number, (asks, offers, *_) in self._links.items())
        rows = ((n, roots.find(n), *hosts.get(n, (None, None)), asks, offers) for n, (asks, offers, *_) in self._links.items())
        self._grouping.add_rows("labels_of_nodes", LABELS["node_labels"], rows)

    def _is_as_before(self, group: Sequence[NameNode]) -> bool:
        """Whether an entity has the very names that it had, none of which is used otherwise."""
        if any(self._links[node.number][2] or _is_part(node) for node in group):
            return False
        hosts = {tuple(self._links[node.number][3:]) for node in group}
        host, size = next(iter(hosts))
        return len(hosts) == 1 and host is not None and size == len(group) == self._counts[host, size]

    def _measure(self, groups: Sequence[Sequence[NameNode]]) -> list[Presence]:
        """Where each entity stands. Of one that has a part of a name its members are read: the lake knows whole names."""
        whole = {i for i, group in enumerate(groups) if not any(_is_part(node) for node in group)}
        self._grouping.load("chosen_entities", _ENTITIES, ((i, node.number) for i in sorted(whole) for node in groups[i]))
        found = {i: Presence(*presence) for i, *presence in self._grouping.read_rows("measure_presence")}
        return [
            found[i] if i in whole else measure_presence([m for node in group for m in node.documents.read_members(node)])
            for i, group in enumerate(groups)
        ]

    def _carry(self, groups: Sequence[Sequence[NameNode]], changed: Iterable[Sequence[NameNode]]) -> list[str]:
        """The ids of the entities, carried over by the earliest names of each entity of before."""
        members: dict[tuple[int, int], list[tuple[Earliest, str | None]]] = defaultdict(list)
        self._grouping.choose_nodes({node.number for group in changed for node in group})
        for number, entity, first in self._grouping.read_rows("find_earliest_of_entities"):
            members[number, 0].append((order_name(first["published_on"], first["article_id"], first["key"]), entity))
        for node in {node for group in groups for node in group if _is_part(node)}:
            found = node.documents.read_members(node)
            members[node.number, node.part] = [(earliest(m), self._documents.rows[m.key][2]) for m in found]
        told = sorted((order, entity) for group in groups for node in group for order, entity in members[node.number, node.part])
        before = {order[-1]: entity for order, entity in told if entity}
        whole = [_Carried(tuple(order[-1] for order, _ in sorted(_list_members(group, members)))) for group in groups]
        taken = self._grouping.find_taken("entity", whole, before)
        ids, moved = carry_ids("entity", whole, before, [order[-1] for order, _ in told], *taken)
        self._grouping.add_redirects(moved)
        return [ids[group.members[0]] for group in whole]


def _list_members(
    group: Iterable[NameNode], members: dict[tuple[int, int], list[tuple[Earliest, str | None]]]
) -> Iterator[tuple[Earliest, str]]:
    return ((order, entity or "") for node in group for order, entity in members[node.number, node.part])


def _is_part(node: NameNode) -> bool:
    """Whether a node is one of several people of its name."""
    return isinstance(node.documents, GivenDocuments)


def _join_by_keys(links: Iterable[tuple[int, Sequence[int], Sequence[int]]]) -> Components[int]:
    """Names joined that share a key by which one of them asks."""
    roots = Components[int]()
    found: dict[int, list[int]] = defaultdict(list)
    asked: set[int] = set()
    for number, asks, offers in links:
        asked.update(asks)
        for key in (*asks, *offers):
            found[key].append(number)
    for key in asked:
        for other in found[key][1:]:
            roots.join(found[key][0], other)
    return roots
