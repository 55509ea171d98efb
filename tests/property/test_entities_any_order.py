"""Entities are the same in any order of arrival, and hang only on the names that a key links."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bench.entities import make_names
from transforms.disjoint_sets import DisjointSets
from transforms.entities.corrections import Corrections
from transforms.entities.links import link_keys, number_name
from transforms.entities.nodes import GivenDocuments, NameNode, earliest, pool_members
from transforms.entities.pooled import settle_types
from transforms.entities.resolve import find_key, group_names
from transforms.names.keys import Key
from transforms.records import DocumentName

GIVEN = ["Ada", "Adda", "Ahmed", "Ahmad", "A.", "Owen", "Sergei", "Serhiy", "Ada Jane", ""]
FAMILY = ["Moss", "al-Sharqa", "Sharqaa", "Tennick", "Tennick Jr.", "Moss Tennick"]
ORGANIZATIONS = ["Russian Foreign Ministry", "Moscow's foreign ministry", "Orlo Tigers", "Tigers", "OT", "EU", "European Union"]
names = st.one_of(
    st.builds(lambda g, f: ("person", f"{g} {f}".strip()), st.sampled_from(GIVEN), st.sampled_from(FAMILY)),
    st.builds(lambda b: ("organization", b), st.sampled_from(ORGANIZATIONS)),
    st.builds(lambda p: ("place", p), st.sampled_from(["Kyiv", "Kiev", "Orlo", "Orlow", "U.S.", "United States"])),
)
rows = st.lists(st.tuples(names, st.integers(0, 5), st.one_of(st.none(), st.integers(0, 9))), max_size=14)


def _document_names(drawn: list) -> list[DocumentName]:
    out = []
    for i, ((type_, name), article, day) in enumerate(drawn):
        published = None if day is None else date(2026, 1, 1) + timedelta(days=day)
        companions = tuple(sorted(other for (_, other), a, _ in drawn if a == article and other != name))
        out.append(DocumentName(f"{article}:{i}", f"article-{article}", published, type_, name, ((name, 1),), None, companions))
    return out


@settings(max_examples=150, deadline=None)
@given(rows, st.randoms(use_true_random=False))
def test_groups_do_not_depend_on_the_order_of_names(drawn: list, random: object) -> None:
    ordered = _document_names(drawn)
    shuffled = list(ordered)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert group_names(shuffled) == group_names(ordered)


@settings(max_examples=100, deadline=None)
@given(rows)
def test_every_name_is_in_one_group_and_types_do_not_mix(drawn: list) -> None:
    given_names = _document_names(drawn)
    groups = group_names(given_names)
    assert sorted(k for g in groups for k in g.members) == sorted(n.key for n in given_names)
    types = {n.key: n.type for n in given_names}
    assert all({types[k] for k in g.members} == {g.type} for g in groups)


@settings(max_examples=150, deadline=None)
@given(rows)
def test_names_that_no_key_links_do_not_matter(drawn: list) -> None:
    given_names = settle_types(sorted(_document_names(drawn), key=earliest))
    apart = [g for names in part_by_links(given_names) for g in group_names(names)]
    assert sorted(apart, key=lambda g: g.members) == sorted(group_names(given_names), key=lambda g: g.members)


def test_names_of_a_large_corpus_hang_on_few() -> None:
    names = settle_types(sorted(make_names(1500), key=earliest))
    parts = part_by_links(names)
    apart = [g for part in parts for g in group_names(part)]
    assert sorted(apart, key=lambda g: g.members) == sorted(group_names(names), key=lambda g: g.members)
    assert max(map(len, parts)) < len(names) / 10


def part_by_links(names: list[DocumentName]) -> list[list[DocumentName]]:
    """The names in parts that no key links."""
    by_node: dict[int, list[DocumentName]] = defaultdict(list)
    for n in names:
        by_node[number_name(n.type, *find_key(n.name, n.type, n.owner, n.sport, n.outlet))].append(n)
    nodes = [NameNode(m[0].type, *_key(m[0]), *pool_members(m), GivenDocuments(), number) for number, m in by_node.items()]
    sets = DisjointSets(len(nodes))
    found: dict[int, list[int]] = defaultdict(list)
    asked: set[int] = set()
    for i, node in enumerate(nodes):
        keys = link_keys(node, Corrections())
        asked.update(keys.asks)
        for key in {*keys.asks, *keys.offers}:
            found[key].append(i)
    for key in asked:
        for i in found[key][1:]:
            sets.join(found[key][0], i)
    parts: dict[int, list[DocumentName]] = defaultdict(list)
    for i, node in enumerate(nodes):
        parts[sets.find(i)] += by_node[node.number]
    return list(parts.values())


def _key(n: DocumentName) -> tuple[Key, str | None]:
    return find_key(n.name, n.type, n.owner, n.sport, n.outlet)
