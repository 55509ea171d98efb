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
from transforms.entities.pooled import is_no_name, settle_types
from transforms.mentions.coreference import fullest_name
from transforms.mentions.roles import usual_role
from transforms.names.forms import name_words
from transforms.names.keys import Key, NameKey, Words, is_known, is_owned_body, name_key, suffix_of
from transforms.records import DocumentName, EntityGroup, MentionType
from transforms.word_lists import read_words


def _earliest(name: DocumentName) -> tuple[bool, date, str, str]:
    return (name.published_on is None, name.published_on or date.min, name.article_id, name.key)


def group_names(names: Iterable[DocumentName], corrections: Corrections | None = None) -> list[EntityGroup]:
    """The entities behind the names, in order of their earliest members.

    What a user corrected wins over the rules. Names that all articles together show to be none stand in no group.
    """
    corrections = corrections or Corrections()
    nodes, namesakes = _nodes(settle_types(sorted(names, key=_earliest)), corrections)
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
        if is_no_name(members):
            continue
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
    if type_ == "organization" and is_owned_body(key) and n.sport is None:
        owner = country(n.owner) if n.owner else None
        return (name_key(f"{n.name} of {owner.names[0]}", type_), None) if owner else (key, f"of {n.outlet}")
    return key, team_of(n)


def team_of(name: DocumentName) -> str | None:
    """The kind of team that a name plays as ("soccer team"), None for other names."""
    return f"{name.sport} team" if name.sport else None


def _description(name: DocumentName, told: bool) -> str | None:
    """What a document calls the bearer of a name: its role, "soccer team", or "of Norway" unless the name has `told` so."""
    if name.owner and not told and (owner := country(name.owner)):
        return f"of {owner.names[0]}"
    return _useful(name.role) if name.role else team_of(name)


def _useful(role: str) -> str | None:
    """A role that says something of its bearer: no relation ("son"), no rank alone ("Sergeant")."""
    words = [w.rstrip(".") for w in role.casefold().split()]
    if words[-1] in read_words("mentions/relations.txt") and len(words) == 1:
        return None
    return None if all(w in read_words("mentions/ranks.txt") for w in words) else role


def _type(name: DocumentName, corrections: Corrections) -> MentionType:
    for text in (name.name, *(form for form, _ in name.forms)):
        if type_ := corrections.types.get(name_words(text)):
            return type_
    return name.type


def _spellings(node: NameNode) -> set[Words]:
    return {name_words(text) for m in node.members for text in (m.name, *(form for form, _ in m.forms))}


def _apart(nodes: Sequence[NameNode], corrections: Corrections) -> list[tuple[int, int]]:
    """Pairs of nodes that a user keeps apart."""
    if not corrections.different:
        return []
    having: dict[Words, list[int]] = defaultdict(list)
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


def _group(
    members: list[DocumentName], nodes: Sequence[NameNode], corrections: Corrections
) -> tuple[tuple[bool, date, str, str], EntityGroup]:
    forms: Counter[str] = Counter()
    for m in [m for m in members if "foreign" not in m.signs] or members:  # other languages neither name nor describe
        forms[m.name] += max(1, sum(count for _, count in m.forms))
        forms.update({text: count for text, count in m.forms if text != m.name and " " in text})
    type_ = nodes[0].type
    name = _name(forms, nodes[0], members, corrections)
    told = type_ == "organization" and _tells_country(name)
    roles = Counter(d for m in members if "foreign" not in m.signs and (d := _description(m, told)))
    description = usual_role(roles) if roles else None
    return _earliest(members[0]), EntityGroup(tuple(m.key for m in members), type_, name, description, rate_entity(members, nodes))


def _name(forms: Counter[str], node: NameNode, members: Sequence[DocumentName], corrections: Corrections) -> str:
    if corrections.names:
        for text in sorted({t for m in members for t in (m.name, *(form for form, _ in m.forms))}):
            if chosen := corrections.names.get(name_words(text)):
                return chosen
    first = node.key[0]
    if node.type == "place" and isinstance(first, NameKey) and first.kind == "country" and (found := country(first.value)):
        return found.names[0]
    if node.type == "organization" and is_known(node.key):  # a ministry is called by its country where any document does
        forms = Counter({t: n for t, n in forms.items() if _tells_country(t)}) or forms
    name = fullest_name(forms, node.type)
    if node.type == "person" and name.isupper() and " " in name:
        return " ".join(w.capitalize() for w in name.split())  # a credit in capitals: "ADA MOSS"
    return name


def _tells_country(body: str) -> bool:
    return is_known(name_key(body, "organization"))
