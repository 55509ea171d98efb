"""How sure it is that everything under one entity is one: what speaks against it, multiplied."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from transforms.countries import adjective_code, name_code
from transforms.entities.namesakes import walk_of
from transforms.entities.nodes import NameNode, Presence
from transforms.names.forms import name_words
from transforms.names.keys import is_full_name, is_known, is_owned_organization
from transforms.names.known_organizations import organization_letters
from transforms.names.lexicon import is_acronym, is_forename, is_known_place, is_surname
from transforms.records import DocumentName, MentionType
from transforms.word_lists import read_table

_LONG_GAP = 8 * 365  # days without a word of somebody, after which the next may be another
_READ_FOR_LETTERS = 3  # members whose forms tell whether an organization goes by letters


class Doubt(NamedTuple):
    """A row of `transforms/data/entities/doubts.csv`: what speaks against one entity, for each time, at most, and why."""

    doubt: str
    share: float
    most: float
    why: str


@functools.cache
def doubts() -> dict[str, Doubt]:
    """All doubts of the table, by name."""
    return {row.doubt: row for row in read_table("entities/doubts.csv", Doubt)}


class Doubted(NamedTuple):
    """A doubt that holds of an entity, and what it takes from its confidence, 0 to 1."""

    doubt: Doubt
    share: float


def _doubt(name: str, times: float = 1.0) -> Doubted:
    row = doubts()[name]
    return Doubted(row, min(row.share * times, row.most))


def rate_oneness(members: Sequence[DocumentName], nodes: Sequence[NameNode], presence: Presence) -> float:
    """From 0 to 1: what the doubts leave. The arguments are those of `find_doubts`."""
    sure = 1.0
    for doubted in find_doubts(members, nodes, presence):
        sure *= 1.0 - doubted.share
    return sure


def find_doubts(members: Sequence[DocumentName], nodes: Sequence[NameNode], presence: Presence) -> Iterator[Doubted]:
    """All that speaks against one entity. `members` are the different ways in which documents use the names, in order of their first
    days, `nodes` the distinct names among them, `presence` where they stand."""
    yield from _BY_TYPE[nodes[0].type](members, nodes, presence)


def _doubts_of_person(members: Sequence[DocumentName], nodes: Sequence[NameNode], presence: Presence) -> Iterator[Doubted]:
    articles = presence.articles
    full = [n for n in nodes if is_full_name(n.words)]
    yield _doubt("any person")
    if full:
        yield _doubt("single names", sum(len(n.key) == 1 for n in nodes))
        yield _doubt("spellings of a person", len(full) - 1)
    elif any(len(n.key) > 1 for n in nodes):
        yield _doubt("an initial here" if articles == 1 else "an initial everywhere")
    elif articles == 1 and is_forename(nodes[0].words[0]) and not is_surname(nodes[0].words[0]):
        yield _doubt("a forename here")
    else:
        yield _doubt("a surname here" if articles == 1 else "a surname everywhere")
    roles = [m.role for m in members if m.role]
    if len({w for r in roles if (w := walk_of(r))}) > 1:
        yield _doubt("two walks of life")
    if _parted_nations(roles):
        yield _doubt("two nations")
    if articles > 1:
        yield _doubt("without company", presence.alone / sum(n.count for n in nodes))
        if presence.longest_gap > _LONG_GAP:
            yield _doubt("a long gap")


def _doubts_of_organization(members: Sequence[DocumentName], nodes: Sequence[NameNode], presence: Presence) -> Iterator[Doubted]:
    longest = max(nodes, key=lambda n: (len(n.key), n.words))
    yield _doubt("any organization")
    if any(is_owned_organization(n.key) for n in nodes):
        yield _doubt("nobody's ministry")
    elif longest.mark:
        yield _doubt("a team")
    elif len(longest.key) == 1 and not is_known(longest.key) and not organization_letters(longest.members[0].name):
        is_everywhere = presence.articles > 1
        if all(is_acronym(text) for m in members[:_READ_FOR_LETTERS] for text, _ in m.forms):
            yield _doubt("letters everywhere" if is_everywhere else "letters here")
        else:
            yield _doubt("one word everywhere" if is_everywhere else "one word here")
    inferred = sum(times for n in nodes for m, times in zip(n.members, n.times, strict=True) if m.owner is not None)
    yield _doubt("country inferred", inferred / sum(n.count for n in nodes))
    yield _doubt("spellings of an organization", len(nodes) - 1)


def _doubts_of_place(members: Sequence[DocumentName], nodes: Sequence[NameNode], presence: Presence) -> Iterator[Doubted]:
    is_everywhere = presence.articles != 1
    yield _doubt("any place everywhere" if is_everywhere else "any place here")
    if not any(is_known(n.key) for n in nodes):
        if is_known_place(members[0].name):
            yield _doubt("a city")
        else:
            yield _doubt("an unknown place everywhere" if is_everywhere else "an unknown place here")
    yield _doubt("spellings of a place", len(nodes) - 1)


def _doubts_of_group(members: Sequence[DocumentName], nodes: Sequence[NameNode], presence: Presence) -> Iterator[Doubted]:
    yield _doubt("a nation" if is_known(nodes[0].key) else "any other group")


_BY_TYPE: dict[MentionType, Callable[[Sequence[DocumentName], Sequence[NameNode], Presence], Iterator[Doubted]]] = {
    "person": _doubts_of_person,
    "organization": _doubts_of_organization,
    "place": _doubts_of_place,
    "group": _doubts_of_group,
}


@functools.lru_cache(maxsize=50_000)
def _nations(role: str) -> frozenset[str]:
    """The countries that a role names: "Tarsian foreign minister", "president of Tarsia"."""
    return frozenset(code for w in name_words(role) if (code := adjective_code(w.title()) or name_code(w.title())))


def _parted_nations(roles: Sequence[str]) -> bool:
    """Whether roles name two countries, each alone."""
    return len({code for r in roles if len(found := _nations(r)) == 1 for code in found}) > 1
