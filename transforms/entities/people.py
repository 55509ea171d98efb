"""People across documents: spellings, middle names, initials and single names of one person; namesakes apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from transforms.disjoint_sets import DisjointSets
from transforms.entities.nodes import NameNode
from transforms.mentions.coreference import GENERATIONS, adds_forename, is_short_for, middles_agree, same_person
from transforms.mentions.roles import head_of_role, is_title_of_one_name
from transforms.names.forms import SON_OF, core_words, name_words
from transforms.names.keys import Words, is_full_name
from transforms.names.lexicon import is_common_word, is_forename
from transforms.names.sounds import full_name_block, sound_block
from transforms.word_lists import read_set

_MUCH_LESS = 5  # times as many articles may have a name bare as with "Jr." for it to be the junior's: fathers are written of without him
_TWO_FAMILIES = 4  # words of a name from which on the last but one may be the father's family: José Luis Orlo Moss


def join_people(indexes: Sequence[int], nodes: Sequence[NameNode], sets: DisjointSets) -> None:
    """Joins the nodes of people that are one person.

    Full names join where given and family name sound alike and the names between them agree. A name that fits several
    people (an initial, a single name, a name without its middle) joins the one whose companions it shares most, and
    nobody where none stands out.
    """
    _join_spellings(indexes, nodes, sets)
    _join_shorter(indexes, nodes, sets)
    _join_turned(indexes, nodes, sets)
    _join_single(indexes, nodes, sets)


def list_person_links(node: NameNode) -> Iterator[tuple[bool, tuple[object, ...]]]:
    """What a person's name meets others by in the rules below, each with whether the name asks by it."""
    key, mark = node.words, node.mark or ""
    if block := full_name_block(key):
        yield True, ("full", *block)
    if len(key) == 1:
        yield True, ("single", key[0])
        return
    yield False, ("single", key[-1])
    for form in {*_list_forenames(node), *_list_rare_forename(node)}:
        yield False, ("single", form)
    yield False, ("initial", sound_block(key[-1]), key[0][0])
    if is_full_name(key):
        yield True, ("whole", *key)
    else:
        yield True, ("initial", sound_block(key[-1]), key[0])
    for shorter in _list_shorter(key):
        yield False, ("whole", *shorter)
    if min(map(len, key)) > 1:
        yield True, ("turned", mark, *sorted(key))
        for side, end in (("first", key[0]), ("last", key[-1])):
            yield True, ("syllables", mark, side, end, "".join(key))


def _list_shorter(key: Words) -> Iterator[Words]:
    """Names that leave out the first or the last words of a longer one, or all but the given and the father's family name."""
    for n in range(2, len(key)):
        yield key[:n]
        yield key[-n:]
    if len(key) >= _TWO_FAMILIES:
        yield key[0], key[-2]


def _list_forenames(node: NameNode) -> set[str]:
    """The single words, other than the last of the name, by which documents call a person."""
    forms = {core_words(form) for m in node.members for form, _ in m.forms}
    return {form[0] for form in forms if len(form) == 1 and form[0] != node.words[-1]}


def _list_rare_forename(node: NameNode) -> Words:
    """The first word of a full name where hardly anybody else is called so: "Saddan" of "Saddan Moss", not "Owen"."""
    first = node.words[0]
    return (first,) if is_full_name(node.words) and not is_forename(first) and not is_common_word(first) else ()


def _join_spellings(indexes: Sequence[int], nodes: Sequence[NameNode], sets: DisjointSets) -> None:
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i in indexes:
        if block := full_name_block(nodes[i].words):
            blocks[block].append(i)
    for found in blocks.values():
        if len(found) > 1:
            for alike in _alike(found, nodes):
                _join_by_middles(alike, nodes, sets)


def _alike(block: Sequence[int], nodes: Sequence[NameNode]) -> Iterable[list[int]]:
    """The nodes of one block parted by sound: each is compared with the first of every part, so parts stay few."""
    parts: list[list[int]] = []
    by_ends: dict[tuple[str, str], list[int]] = {}
    for i in block:
        key = nodes[i].words
        ends = (key[0], key[-1])
        part = by_ends.get(ends)
        if part is None:
            part = next((p for p in parts if same_person((nodes[p[0]].words[0], nodes[p[0]].words[-1]), ends)), None)
            if part is None:
                part = []
                parts.append(part)
            by_ends[ends] = part
        part.append(i)
    return parts


def _join_by_middles(alike: Sequence[int], nodes: Sequence[NameNode], sets: DisjointSets) -> None:
    """Joins names of one sound where what stands between given and family name agrees."""
    with_middle: list[list[int]] = []
    without = []
    for i in sorted(alike, key=lambda i: (-len(nodes[i].words), i)):
        middle = nodes[i].words[1:-1]
        if not middle:
            without.append(i)
            continue
        fitting = [g for g in with_middle if all(middles_agree(middle, nodes[j].words[1:-1]) for j in g)]
        if len(fitting) == 1:
            fitting[0].append(i)
        else:
            with_middle.append([i])
    persons = [g for group in with_middle for g in _by_mark(group, nodes)]
    for group in persons:
        for j in group[1:]:
            sets.join(group[0], j)
    plain = _by_mark(without, nodes)
    for group in plain:
        for j in group[1:]:
            sets.join(group[0], j)
        fits = [p[0] for p in persons if nodes[p[0]].mark == nodes[group[0]].mark or None in (nodes[p[0]].mark, nodes[group[0]].mark)]
        if (best := _only_one(group[0], fits, nodes)) is not None:
            sets.join(best, group[0])
    _join_marked(plain, nodes, sets)


def _by_mark(group: Sequence[int], nodes: Sequence[NameNode]) -> list[list[int]]:
    by_mark: dict[str, list[int]] = defaultdict(list)
    for i in group:
        by_mark[nodes[i].mark or ""].append(i)
    return list(by_mark.values())


def _join_marked(groups: Sequence[Sequence[int]], nodes: Sequence[NameNode], sets: DisjointSets) -> None:
    """A name without "Jr." is that with it, where there is only one, no article has both and the bare one is not much more usual."""
    marked = [g for g in groups if nodes[g[0]].mark]
    bare = [g for g in groups if not nodes[g[0]].mark]
    if len(marked) != 1 or len(bare) != 1 or _count(bare[0], nodes) > _MUCH_LESS * _count(marked[0], nodes):
        return
    if not any(_are_beside(i, j, nodes) for i in marked[0] for j in bare[0]):
        sets.join(marked[0][0], bare[0][0])


def _count(group: Sequence[int], nodes: Sequence[NameNode]) -> int:
    return sum(nodes[i].count for i in group)


def _are_beside(i: int, j: int, nodes: Sequence[NameNode]) -> bool:
    """Whether an article names both, as two: father and son."""
    mine = nodes[i].companions()
    return any(m.name in mine for m in nodes[j].members)


def _only_one(i: int, fits: Sequence[int], nodes: Sequence[NameNode]) -> int | None:
    """Of several people the one whom a name's own articles do not name beside it, then whose role and companions it shares most; None
    where none stands out."""
    if len(fits) < 2:
        return fits[0] if fits else None
    mine, roles = nodes[i].companions(), _roles(nodes[i])

    def rank(j: int) -> tuple[bool, bool, int]:
        return (not _are_beside(i, j, nodes), bool(roles & _roles(nodes[j])), len(mine & nodes[j].companions()))

    ranked = sorted(((rank(j), -j) for j in fits), reverse=True)
    return -ranked[0][1] if ranked[0][0] > ranked[1][0] else None


def _roles(node: NameNode) -> frozenset[str]:
    """The offices that documents give somebody, each as one word: "minister" of a "finance minister of Tarsia"."""
    return frozenset(head_of_role(m.role) for m in node.members if m.role)


def _join_shorter(indexes: Sequence[int], nodes: Sequence[NameNode], sets: DisjointSets) -> None:
    """Initials ("A. Moss"), and names that leave out the first or the last words of longer ones."""
    full: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i in indexes:
        key = nodes[i].words
        if len(key) > 1:
            full[("last", sound_block(key[-1]) + key[0][0])].append(i)
        for n in range(2, len(key)):
            full[("head", " ".join(key[:n]))].append(i)
            full[("tail", " ".join(key[-n:]))].append(i)
        if len(key) >= _TWO_FAMILIES:
            full[("inner", f"{key[0]} {key[-2]}")].append(i)  # given and father's family name of José Luis Orlo Moss
    for i in indexes:
        key = nodes[i].words
        if is_full_name(key):
            whole = " ".join(key)
            longer = full.get(("tail", whole), [])
            longer = [j for j in longer if not (adds_forename(key, nodes[j].words) and _are_beside(i, j, nodes))]
            found = full.get(("head", whole), []) or longer or full.get(("inner", whole), [])
        elif len(key) > 1:
            found = [j for j in full.get(("last", sound_block(key[-1]) + key[0]), []) if is_short_for(key, nodes[j].words)]
        else:
            continue
        _join_best(i, found, nodes, sets)


def _join_best(i: int, found: Sequence[int], nodes: Sequence[NameNode], sets: DisjointSets) -> None:
    roots = sorted({sets.find(j) for j in found} - {sets.find(i)})
    if (best := _only_one(i, roots, nodes)) is not None:
        sets.join(best, i)


def _join_turned(indexes: Sequence[int], nodes: Sequence[NameNode], sets: DisjointSets) -> None:
    """The family name first ("Moss Ada"), syllables apart or not ("Moss A-da", "Moss Ada").

    A son of Salman is no father of his: names with "bin" keep their order.
    """
    first: dict[tuple[str, ...], int] = {}
    whole: dict[tuple[str, ...], int] = {}
    for i in indexes:
        key, mark = nodes[i].words, nodes[i].mark or ""
        if len(key) < 2 or min(map(len, key)) < 2:
            continue
        if SON_OF.isdisjoint(name_words(nodes[i].members[0].name)):
            sets.join(first.setdefault((mark, *sorted(key)), i), i)
        for side, end in (("first", key[0]), ("last", key[-1])):
            sets.join(whole.setdefault((mark, side, end, "".join(key)), i), i)


def _join_single(indexes: Sequence[int], nodes: Sequence[NameNode], sets: DisjointSets) -> None:
    """Surnames alone, whose document gives no full name: to the only person so called, or the one whose company it shares."""
    by_last: dict[str, list[int]] = defaultdict(list)
    called: dict[str, list[int]] = defaultdict(list)
    rarely: dict[str, list[int]] = defaultdict(list)
    reigning: dict[str, list[int]] = defaultdict(list)
    for i in indexes:
        key = nodes[i].words
        if len(key) > 1:
            by_last[key[-1]].append(i)
            for form in _list_forenames(nodes[i]):
                called[form].append(i)
            for form in _list_rare_forename(nodes[i]):
                rarely[form].append(i)
        elif nodes[i].mark and nodes[i].mark not in GENERATIONS:
            reigning[key[0]].append(i)
    for i in indexes:
        key = nodes[i].words
        if len(key) == 1:
            if nodes[i].mark is None and any(m.role and is_title_of_one_name(m.role) for m in nodes[i].members):
                _join_best(i, reigning[key[0]], nodes, sets)  # "King Owen" is Owen II, and nobody by his family name
                continue
            families = by_last.get(key[0], [])
            attested = families or called.get(key[0], [])
            fits = attested or rarely.get(key[0], [])
            if nodes[i].mark in GENERATIONS:  # "Owen Jr." is no Owen without
                fits = [j for j in fits if nodes[j].mark == nodes[i].mark]
            is_kin = all(m.role and head_of_role(m.role) in read_set("mentions/words.csv", "kin") for m in nodes[i].members)
            fits = [j for j in fits if not _is_beside_text(nodes[j]) and not (is_kin and _are_beside(i, j, nodes))]
            if not families and (is_forename(key[0]) or not attested):  # others are called so: one of them whom it shares company with
                fits = [j for j in fits if nodes[i].companions() & nodes[j].companions()]
            _join_best(i, fits, nodes, sets)


def _is_beside_text(node: NameNode) -> bool:
    """Whether a name stands only in bylines, credits and captions: who signs an article is seldom spoken of in another."""
    return all("aside" in m.signs for m in node.members)
