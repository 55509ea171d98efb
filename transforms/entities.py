"""Names of many documents that are one person, organisation, place or group.

Names are compared only within blocks of equal keys, so that the work grows with the number of names, not with its
square. The result depends on the set of names alone, never on the order in which they come.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from rapidfuzz.distance import JaroWinkler

from transforms.coreference import fullest_name
from transforms.corrections import Corrections
from transforms.countries import adjective_code, capital_code, name_code
from transforms.names import ARABIC_ARTICLES, SUFFIXES, core_words, cut_possessive, name_words, skeleton
from transforms.records import DocumentName, Group, MentionType
from transforms.roles import usual_role

_SIMILAR = 0.8  # Jaro-Winkler of two spellings with one skeleton
_LINKING = frozenset(["of", "the", "and", "for", "in", "on"])


@dataclass(slots=True)
class _Node:
    """One distinct name of one type, with the document names that carry it."""

    type: MentionType
    words: tuple[str, ...]
    suffix: str | None
    members: list[DocumentName] = field(default_factory=list)


class _Sets:
    """Disjoint sets of node numbers; the smallest number stands for its set."""

    def __init__(self, size: int) -> None:
        self.parent = list(range(size))

    def find(self, i: int) -> int:
        while self.parent[i] != i:
            self.parent[i] = self.parent[self.parent[i]]
            i = self.parent[i]
        return i

    def join(self, i: int, j: int) -> None:
        a, b = sorted((self.find(i), self.find(j)))
        self.parent[b] = a


def _earliest(name: DocumentName) -> tuple[bool, date, str, str]:
    return (name.published_on is None, name.published_on or date.min, name.article_id, name.key)


def group_names(names: Iterable[DocumentName], corrections: Corrections | None = None) -> list[Group]:
    """The entities behind the names, earliest member first, in order of their earliest members.

    `members` are keys of `DocumentName`; `attributes` are `name` (the fullest usual form), `type` and `description`
    (the role most often given, "" where none is).
    """
    corrections = corrections or Corrections()
    nodes: dict[tuple[object, ...], _Node] = {}
    for n in sorted(names, key=_earliest):
        type_ = corrections.types.get(name_words(n.name), n.type)
        words = _words(n.name, type_)
        suffix = _suffix(n.name) if type_ == "person" else None
        nodes.setdefault((type_, words, suffix), _Node(type_, words, suffix)).members.append(n)
    table = list(nodes.values())
    sets = _Sets(len(table))
    _join_persons([i for i, n in enumerate(table) if n.type == "person"], table, sets)
    _join_spellings([i for i, n in enumerate(table) if n.type != "person"], table, sets)
    _join_attested([i for i, n in enumerate(table) if n.type in ("organization", "group")], table, sets)
    _join_corrected(corrections, table, sets)
    grouped: dict[int, list[DocumentName]] = defaultdict(list)
    kinds: dict[int, MentionType] = {}
    for i, node in enumerate(table):
        grouped[sets.find(i)] += node.members
        kinds.setdefault(sets.find(i), node.type)
    groups = sorted(((sorted(m, key=_earliest), kinds[root]) for root, m in grouped.items()), key=lambda g: _earliest(g[0][0]))
    return [Group(tuple(n.key for n in members), _attributes(members, type_, corrections)) for members, type_ in groups]


def _attributes(members: list[DocumentName], type_: MentionType, corrections: Corrections) -> dict[str, str]:
    forms: Counter[str] = Counter()
    roles: Counter[str] = Counter()
    for n in members:
        forms[n.name] += max(1, sum(c for _, c in n.forms))
        if n.role:
            roles[n.role] += 1
    named = [corrections.names[w] for f in sorted(forms) if (w := name_words(f)) in corrections.names]
    role = usual_role(roles) if roles else ""
    return {"name": named[0] if named else fullest_name(forms, type_), "type": type_, "description": role}


def _suffix(name: str) -> str | None:
    words = name_words(name)
    return words[-1] if len(words) > 2 and words[-1] in SUFFIXES else None


def _words(name: str, type_: MentionType) -> tuple[str, ...]:
    """The words of a name that decide, country words turned into codes."""
    if type_ == "person":
        return core_words(name)
    if code := name_code(name):
        return (code,)
    words = tuple(w for w in (cut_possessive(w) for w in name_words(name)) if w not in _LINKING)
    if type_ == "organization" and len(words) > 1:
        return _with_codes(words)
    return words or name_words(name)


def _with_codes(words: tuple[str, ...]) -> tuple[str, ...]:
    institution = any(w in ("ministry", "government", "parliament", "presidency") for w in words)
    for length in (3, 2, 1):
        for start in range(len(words) - length + 1):
            phrase = " ".join(words[start : start + length])
            code = name_code(phrase) or adjective_code(phrase) or (capital_code(phrase) if institution else None)
            if code and length < len(words):
                rest = words[:start] + words[start + length :]
                if institution:
                    rest = tuple(sorted(w for w in rest if w not in ("affairs",)))
                return (code, *rest)
    return words


def _join_persons(indexes: list[int], table: list[_Node], sets: _Sets) -> None:
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i in indexes:
        words = table[i].words
        if len(words) > 1:
            blocks[(skeleton(words[0]), skeleton(words[-1]))].append(i)
    for block in blocks.values():
        for a, b in _pairs(block):
            if _same_person(table[a], table[b]):
                sets.join(a, b)
    _join_initials(indexes, table, sets)


def _pairs(block: list[int], limit: int = 60) -> Iterator[tuple[int, int]]:
    # A block of more names than any real one has is compared along its order only.
    for k, a in enumerate(block):
        for b in block[k + 1 : k + 1 + limit]:
            yield a, b


def _similar(a: str, b: str) -> bool:
    return a == b or JaroWinkler.similarity(a, b) >= _SIMILAR


def _same_person(a: _Node, b: _Node) -> bool:
    if a.suffix and b.suffix and a.suffix != b.suffix:
        return False
    if not (_similar(a.words[0], b.words[0]) and _similar(a.words[-1], b.words[-1])):
        return False
    inner_a, inner_b = a.words[1:-1], b.words[1:-1]
    if not inner_a or not inner_b:
        return True
    return all(any(x[0] == y[0] and (len(x) == 1 or len(y) == 1 or _similar(x, y)) for y in inner_b) for x in inner_a)


def _join_initials(indexes: list[int], table: list[_Node], sets: _Sets) -> None:
    full: dict[tuple[str, str], set[int]] = defaultdict(set)
    for i in indexes:
        words = table[i].words
        if len(words) > 1 and len(words[0]) > 1:
            full[(words[0][0], words[-1])].add(sets.find(i))
    for i in indexes:
        words = table[i].words
        if len(words) > 1 and len(words[0]) == 1 and len(fits := full.get((words[0], words[-1]), set())) == 1:
            sets.join(next(iter(fits)), i)
    family: dict[str, set[int]] = defaultdict(set)
    for i in indexes:
        if len(table[i].words) > 1:
            family[table[i].words[-1]].add(sets.find(i))
    for i in indexes:
        words = table[i].words
        if len(words) == 1 and len(fits := {sets.find(j) for j in family.get(words[0], set())}) == 1:
            sets.join(next(iter(fits)), i)


def _join_spellings(indexes: list[int], table: list[_Node], sets: _Sets) -> None:
    blocks: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for i in indexes:
        words = tuple(w for w in table[i].words if w not in ARABIC_ARTICLES) or table[i].words
        if sum(map(len, words)) > 4:
            blocks[(table[i].type, *(skeleton(w) for w in words))].append(i)
    for block in blocks.values():
        for a, b in _pairs(block):
            if JaroWinkler.similarity("".join(table[a].words), "".join(table[b].words)) >= 0.86:
                sets.join(a, b)


def _join_attested(indexes: list[int], table: list[_Node], sets: _Sets) -> None:
    """Short forms that documents use for a longer name, where they use them for one name only."""
    known = {(table[i].type, table[i].words): i for i in indexes}
    meant: dict[int, set[int]] = defaultdict(set)
    for i in indexes:
        for member in table[i].members:
            for form, _ in member.forms:
                j = known.get((table[i].type, _words(form, table[i].type)))
                if j is not None and j != i:
                    meant[j].add(sets.find(i))
    for j in sorted(meant):
        roots = {sets.find(i) for i in meant[j]}
        if len(roots) == 1:
            sets.join(next(iter(roots)), j)


def _join_corrected(corrections: Corrections, table: list[_Node], sets: _Sets) -> None:
    if not corrections.same:
        return
    group_of = {words: g for g, keys in enumerate(corrections.same) for words in keys}
    first: dict[tuple[int, MentionType], int] = {}
    for i, node in enumerate(table):
        for member in node.members:
            for words in {name_words(member.name), *(name_words(f) for f, _ in member.forms)}:
                if (g := group_of.get(words)) is not None:
                    sets.join(first.setdefault((g, node.type), i), i)
