"""Names of many documents that are one person, organization, place or group.

Equal names are one node; nodes are compared only within blocks of equal keys, so that the work grows with the number
of names, not with its square. The result depends on the set of names alone, never on the order in which they come.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from transforms.countries import country
from transforms.disjoint_sets import DisjointSets
from transforms.entities.confidence import rate_oneness
from transforms.entities.corrections import Corrections
from transforms.entities.evidence import rate_existence
from transforms.entities.namesakes import part_namesakes
from transforms.entities.nodes import GivenDocuments, NameNode, Presence, earliest, measure_presence, pool_members
from transforms.entities.organizations import join_organizations
from transforms.entities.people import join_people
from transforms.entities.places import join_places
from transforms.entities.pooled import settle_types
from transforms.mentions.roles import head_of_role, is_title_of_one_name, usual_role
from transforms.mentions.usual_names import fullest_name
from transforms.names.forms import name_words
from transforms.names.keys import Key, NameKey, Words, is_known, is_owned_organization, name_key, suffix_of
from transforms.names.short_titles import short_titles
from transforms.names.states import shares_its_name
from transforms.records import DocumentName, EntityGroup, MentionType
from transforms.word_lists import read_set, read_words

# Below this names stand in no row: an organization and a place that is rather none (letters of a thing, a product, half of a longer
# name). Of rows of real pages that people read, organizations between a third and a half were right in two fifths of the cases and
# places in a third; of people in between half were.
_LEAST_SURE: Mapping[MentionType, float] = {"person": 1 / 3, "organization": 1 / 2, "place": 1 / 2, "group": 1 / 3}
_MUCH_MORE = 3  # times as often a party must be called without its country to be named so


def group_names(names: Iterable[DocumentName], corrections: Corrections | None = None) -> list[EntityGroup]:
    """The entities behind the names, in order of their earliest members.

    What a user corrected wins over the rules. Names that all articles together show to be none stand in no group.
    """
    corrections = corrections or Corrections()
    given = GivenDocuments()
    groups = []
    for nodes in join_nodes(_make_nodes(settle_types(sorted(names, key=earliest)), corrections, given), corrections):
        members = sorted((m for node in nodes for m in node.documents.read_members(node)), key=earliest)
        if described := describe_entity(nodes, measure_presence(members), corrections):
            groups.append((earliest(members[0]), EntityGroup(tuple(m.key for m in members), *described)))
    return [group for _, group in sorted(groups, key=lambda g: g[0])]


def join_nodes(nodes: Sequence[NameNode], corrections: Corrections) -> list[list[NameNode]]:
    """The names that are one, each group with its earliest name first. `nodes` come in the order of their earliest members; one that is
    two people of one name is parted.

    The names of one group depend only on those that are linked to them by a key (see `link_keys`), straight or through others.
    """
    parts = [part_namesakes(node) if node.type == "person" and len(node.key) > 1 else [node] for node in nodes]
    parted = [node for found in parts for node in found]
    sets = DisjointSets(len(parted), [*_list_namesakes(parts), *_apart(parted, corrections)])
    _join_corrected(parted, corrections, sets)
    by_type: dict[str, list[int]] = defaultdict(list)
    for i, node in enumerate(parted):
        by_type[node.type].append(i)
    join_people(by_type["person"], parted, sets)
    join_organizations(by_type["organization"], parted, sets)
    join_organizations(by_type["group"], parted, sets)
    join_places(by_type["place"], parted, sets)
    grouped: dict[int, list[NameNode]] = defaultdict(list)
    for i, node in enumerate(parted):
        grouped[sets.find(i)].append(node)
    return list(grouped.values())


def _list_namesakes(parts: Iterable[Sequence[NameNode]]) -> Iterator[tuple[int, int]]:
    """Pairs of nodes, by their positions among all, that are two people of one name."""
    start = 0
    for found in parts:
        yield from itertools.combinations(range(start, start + len(found)), 2)
        start += len(found)


def _make_nodes(names: Iterable[DocumentName], corrections: Corrections, given: GivenDocuments) -> list[NameNode]:
    """Equal names of one type as one node each."""
    table: dict[tuple[MentionType, Key, str | None], list[DocumentName]] = {}
    for n in names:
        type_ = correct_type(n, corrections)
        table.setdefault((type_, *find_key(n.name, type_, n.owner, n.sport, n.outlet)), []).append(n)
    return [given.give(NameNode(*node, *pool_members(members), given), members) for node, members in table.items()]


def find_key(name: str, type_: MentionType, owner: str | None, sport: str | None, outlet: str | None) -> tuple[Key, str | None]:
    """What equal names share, and what tells them apart.

    "The Foreign Ministry" is that of the country that its article speaks of; where that is unknown, each outlet's own.
    """
    key = name_key(name, type_)
    if type_ == "person":
        return key, suffix_of(name)
    if type_ == "organization" and is_owned_organization(key) and sport is None:
        found = country(owner) if owner else None
        return (name_key(f"{name} of {found.names[0]}", type_), None) if found else (key, f"of {outlet}")
    if type_ == "place" and owner and (state := shares_its_name(name)):
        return name_key(f"{state} state", type_), None
    return key, team_of(sport)


def team_of(sport: str | None) -> str | None:
    """The kind of team that plays a sport ("soccer team"), None for what is no team."""
    return f"{sport} team" if sport else None


def _description(name: DocumentName, told: bool) -> str | None:
    """What a document calls the bearer of a name: its role, "soccer team", or "of Norway" unless the name has `told` so."""
    if name.owner and not told and (owner := country(name.owner)):
        return f"{'state ' if name.type == 'place' else ''}of {owner.names[0]}"
    return _useful(name.role) if name.role else team_of(name.sport)


def _useful(role: str) -> str | None:
    """A role that says something of its bearer, short titles written out; None for kin ("Ada's wife"), for what anybody may be ("witness")
    and for a rank alone ("Sergeant")."""
    words = [w.rstrip(".") for w in role.casefold().split()]
    if head_of_role(role) in read_set("mentions/words.csv", "kin") or (len(words) == 1 and words[0] in read_words("mentions/anybody.txt")):
        return None
    if all(w in read_words("mentions/ranks.txt") for w in words):
        return None
    return short_titles().get(" ".join(words), role)


def correct_type(name: DocumentName, corrections: Corrections) -> MentionType:
    """The type that a user gives a name, by one of its spellings; else its own."""
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


def describe_entity(
    nodes: Sequence[NameNode], presence: Presence, corrections: Corrections
) -> tuple[MentionType, str, str | None, float] | None:
    """Type, name, description and confidence of the names that are one, the earliest first; None where all articles together show
    that they are no names."""
    used = sorted(((m, times) for node in nodes for m, times in zip(node.members, node.times, strict=True)), key=lambda u: earliest(u[0]))
    members = [m for m, _ in used]
    type_ = nodes[0].type
    existence = rate_existence(type_, members, [times for _, times in used])
    if existence < _LEAST_SURE[type_]:
        return None
    forms: Counter[str] = Counter()
    readable = [(m, times) for m, times in used if "foreign" not in m.signs]  # other languages neither name nor describe
    for m, times in readable or used:
        written = {text: count for text, count in m.forms if m.type == "organization" or text == m.name or " " in text}
        forms.update({text: times * count for text, count in (written or {m.name: 1}).items()})
    name = _name(forms, nodes[0], members, corrections)
    told = type_ == "organization" and _tells_country(name)
    roles: Counter[str] = Counter()
    for m, times in readable:
        if description := _description(m, told):
            roles[description] += times
    role = usual_role(roles) if roles else None
    name = _with_title(name, type_, role)
    role = None if role and name.casefold().startswith(f"{role.casefold()} ") else role  # "Prince" says nothing more of Prince Owen
    return type_, name, role, round(existence * rate_oneness(members, nodes, presence), 2)


def _name(forms: Counter[str], node: NameNode, members: Sequence[DocumentName], corrections: Corrections) -> str:
    if corrections.names:
        for text in sorted({t for m in members for t in (m.name, *(form for form, _ in m.forms))}):
            if chosen := corrections.names.get(name_words(text)):
                return chosen
    first = node.key[0]
    if node.type == "place" and isinstance(first, NameKey) and first.kind == "country" and (found := country(first.value)):
        return found.names[0]
    if node.type == "organization" and is_known(node.key):  # a ministry is called by its country where any document does
        told = Counter({t: n for t, n in forms.items() if _tells_country(t)})
        bare = forms - told
        is_bare_party = "party" in node.key and any(" " in t for t in bare) and bare.total() > _MUCH_MORE * told.total()
        forms = Counter({t: n for t, n in bare.items() if " " in t}) if is_bare_party else told or forms
    name = fullest_name(forms, node.type)
    if node.type == "person" and name.isupper() and " " in name:
        return " ".join(w.capitalize() for w in name.split())  # a credit in capitals: "ADA MOSS"
    return name


def _with_title(name: str, type_: MentionType, role: str | None) -> str:
    """A name of one word with the title that is part of it: "Queen Ada", "Pope Owen"."""
    if type_ != "person" or " " in name or role is None or not is_title_of_one_name(role):
        return name
    return f"{role.rpartition(' ')[2].capitalize()} {name}"


def _tells_country(organization: str) -> bool:
    return is_known(name_key(organization, "organization"))
