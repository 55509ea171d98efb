"""Names of many documents that are one person, organisation, place or group.

Equal names are one node; nodes are compared only within blocks of equal keys, so that the work grows with the number
of names, not with its square. The result depends on the set of names alone, never on the order in which they come.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from transforms.countries import country
from transforms.disjoint_sets import DisjointSets
from transforms.entities.body_names import join_bodies
from transforms.entities.confidence import rate_entity
from transforms.entities.corrections import Corrections
from transforms.entities.namesakes import part_namesakes
from transforms.entities.nodes import NameNode
from transforms.entities.people import join_people
from transforms.entities.places import join_places
from transforms.mentions.coreference import fullest_name
from transforms.mentions.roles import usual_role
from transforms.names.forms import name_words
from transforms.names.keys import Key, is_owned_body, name_key, suffix_of
from transforms.records import DocumentName, Group, MentionType


def _earliest(name: DocumentName) -> tuple[bool, date, str, str]:
    return (name.published_on is None, name.published_on or date.min, name.article_id, name.key)


def group_names(names: Iterable[DocumentName], corrections: Corrections | None = None) -> list[Group]:
    """The entities behind the names, in order of their earliest members.

    `members` are keys of `DocumentName`, the earliest first; `attributes` are `name` (the fullest usual form), `type`,
    `description` (the role most often given, "" where none is) and `confidence` (0 to 1, that all members are one). What
    a user corrected wins over the rules.
    """
    corrections = corrections or Corrections()
    nodes, namesakes = _nodes(sorted(names, key=_earliest), corrections)
    sets = DisjointSets(len(nodes), [*namesakes, *_apart(nodes, corrections)])
    _join_corrected(nodes, corrections, sets)
    by_type: dict[str, list[int]] = defaultdict(list)
    for i, node in enumerate(nodes):
        by_type[node.type].append(i)
    join_people(by_type["person"], nodes, sets)
    join_bodies(by_type["organization"], nodes, sets)
    join_bodies(by_type["group"], nodes, sets)
    join_places(by_type["place"], nodes, sets)
    grouped: dict[int, list[int]] = defaultdict(list)
    for i in range(len(nodes)):
        grouped[sets.find(i)].append(i)
    groups = []
    for root, indexes in grouped.items():
        members = sorted((m for i in indexes for m in nodes[i].members), key=_earliest)
        groups.append(_group(members, [nodes[root], *(nodes[i] for i in indexes if i != root)], corrections))
    return [group for _, group in sorted(groups, key=lambda g: g[0])]


def _nodes(names: Sequence[DocumentName], corrections: Corrections) -> tuple[list[NameNode], list[tuple[int, int]]]:
    """Equal names of one type as one node each; and pairs of nodes that are two people of one name."""
    table: dict[tuple[str, Key, str | None], NameNode] = {}
    for n in names:
        type_ = _type(n, corrections)
        key, mark = _key_and_mark(n, type_)
        table.setdefault((type_, key, mark), NameNode(type_, key, mark)).members.append(n)
    nodes: list[NameNode] = []
    apart: list[tuple[int, int]] = []
    for node in table.values():
        parts = part_namesakes(node) if node.type == "person" and len(node.key) > 1 else [node]
        apart += itertools.combinations(range(len(nodes), len(nodes) + len(parts)), 2)
        nodes += parts
    return nodes, apart


def _key_and_mark(n: DocumentName, type_: MentionType) -> tuple[Key, str | None]:
    """What equal names share, and what tells them apart.

    "The Foreign Ministry" is that of the country that its article speaks of; where that is unknown, each outlet's own.
    """
    key = name_key(n.name, type_)
    if type_ == "person":
        return key, suffix_of(n.name)
    if type_ == "organization" and is_owned_body(key) and team_of(n) is None:
        owner = n.role.removeprefix("of ") if n.role and n.role.startswith("of ") else None
        return (name_key(f"{n.name} of {owner}", type_), None) if owner else (key, f"of {n.outlet}")
    return key, team_of(n)


def team_of(name: DocumentName) -> str | None:
    """The kind of team that a name plays as ("soccer team"), None for other names."""
    return name.role if name.type == "organization" and name.role and name.role.endswith(" team") else None


def _type(name: DocumentName, corrections: Corrections) -> MentionType:
    for text in (name.name, *(form for form, _ in name.forms)):
        if type_ := corrections.types.get(name_words(text)):
            return type_
    return name.type


def _spellings(node: NameNode) -> set[Key]:
    return {name_words(text) for m in node.members for text in (m.name, *(form for form, _ in m.forms))}


def _apart(nodes: Sequence[NameNode], corrections: Corrections) -> list[tuple[int, int]]:
    """Pairs of nodes that a user keeps apart."""
    if not corrections.different:
        return []
    having: dict[Key, list[int]] = defaultdict(list)
    told_apart = {words for pair in corrections.different for words in pair}
    for i, node in enumerate(nodes):
        for words in {name_words(m.name) for m in node.members} & told_apart:
            having[words].append(i)
    return [(a, b) for pair in corrections.different for one, two in [sorted(pair)] for a in having[one] for b in having[two] if a != b]


def _join_corrected(nodes: Sequence[NameNode], corrections: Corrections, sets: DisjointSets) -> None:
    """Joins the names that a user calls one, as far as they are of one type."""
    if not corrections.same:
        return
    set_of = {words: n for n, keys in enumerate(corrections.same) for words in keys}
    first: dict[tuple[int, str], int] = {}
    for i, node in enumerate(nodes):
        for n in sorted({set_of[words] for words in _spellings(node) if words in set_of}):
            sets.join(first.setdefault((n, node.type), i), i)


def _group(members: list[DocumentName], nodes: Sequence[NameNode], corrections: Corrections) -> tuple[tuple[bool, date, str, str], Group]:
    forms: Counter[str] = Counter()
    roles: Counter[str] = Counter()
    for m in members:
        forms[m.name] += max(1, sum(count for _, count in m.forms))
        if m.role:
            roles[m.role] += 1
    name = _name(forms, nodes[0], members, corrections)
    if nodes[0].type == "organization" and _tells_country(name):
        roles = Counter({role: n for role, n in roles.items() if not role.startswith("of ")})  # the name says of which country
    attributes = {
        "name": name,
        "type": str(nodes[0].type),
        "description": usual_role(roles) if roles else "",
        "confidence": f"{rate_entity(members, nodes):.2f}",
    }
    return _earliest(members[0]), Group(tuple(m.key for m in members), attributes)


def _name(forms: Counter[str], node: NameNode, members: Sequence[DocumentName], corrections: Corrections) -> str:
    if corrections.names:
        for text in sorted({t for m in members for t in (m.name, *(form for form, _ in m.forms))}):
            if chosen := corrections.names.get(name_words(text)):
                return chosen
    if node.type == "place" and node.key[0].startswith("=") and (found := country(node.key[0][1:])):
        return found.names[0]
    if node.type == "organization" and node.key[0].startswith("="):  # a ministry is called by its country where any document does
        forms = Counter({t: n for t, n in forms.items() if _tells_country(t)}) or forms
    return fullest_name(forms, node.type)


def _tells_country(body: str) -> bool:
    return name_key(body, "organization")[0].startswith("=")
