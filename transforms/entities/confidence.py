"""How sure it is that everything under one entity is one: what speaks against it, multiplied.

The doubts were set by hand and compared with wire reports whose names are known: entities that they leave at .9 and more
are hardly ever several, those below it more often.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence

from transforms.countries import adjective_code, name_code
from transforms.entities.namesakes import walk_of
from transforms.entities.nodes import NameNode, Presence
from transforms.names.bodies import body_letters
from transforms.names.forms import name_words
from transforms.names.keys import is_full_name, is_known, is_owned_body
from transforms.names.lexicon import is_acronym, is_known_place
from transforms.records import DocumentName

# Doubts by what no article shows of a name: set by hand after reading web pages, not yet measured on judged rows.
_NOT_SHOWN = 0.2  # nothing but the model's word for its type
_NOT_SHOWN_WORD = 0.35  # … and it is a single word
_NEVER_INSIDE = 0.1  # it stands only where any word has a capital
_ASIDE = 0.2  # it stands only in captions, credits, bylines and posts
_FOREIGN = 0.2  # it stands only in languages that names are not read in
_LONG_GAP = 8 * 365  # days without a word of somebody, after which the next may be another


def rate_entity(members: Sequence[DocumentName], nodes: Sequence[NameNode], presence: Presence) -> float:
    """From 0 to 1, two digits. `members` are the different ways in which documents use the names, in order of their first days,
    `nodes` the distinct names among them, `presence` where they stand."""
    sure = 1.0
    for doubt in _doubts_of_signs(members):
        sure *= 1.0 - doubt
    doubts = {"person": _doubts_of_person, "organization": _doubts_of_body, "place": _doubts_of_place, "group": _doubts_of_group}
    for doubt in doubts[nodes[0].type](members, nodes, presence):
        sure *= 1.0 - doubt
    return round(sure, 2)


def _doubts_of_signs(members: Sequence[DocumentName]) -> Iterable[float]:
    """What the articles' signs leave open: a type that none shows, a name of captions or of other languages only."""
    if any(not m.signs for m in members):
        return
    if not any("shown" in m.signs for m in members):
        yield _NOT_SHOWN if any("full" in m.signs for m in members) else _NOT_SHOWN_WORD
    if not any("inside" in m.signs for m in members):
        yield _NEVER_INSIDE
    if all("aside" in m.signs for m in members):
        yield _ASIDE
    if all("foreign" in m.signs for m in members):
        yield _FOREIGN


def _doubts_of_person(members: Sequence[DocumentName], nodes: Sequence[NameNode], presence: Presence) -> Iterable[float]:
    articles = presence.articles
    full = [n for n in nodes if is_full_name(n.words)]
    yield 0.02
    if not full:
        is_initial = any(len(n.key) > 1 for n in nodes)
        yield (0.1 if is_initial else 0.2) if articles == 1 else (0.3 if is_initial else 0.5)
    yield min(0.05 * sum(len(n.key) == 1 for n in nodes) if full else 0.0, 0.2)
    yield min(0.03 * (len(full) - 1) if full else 0.0, 0.15)  # every further spelling of the full name
    roles = [m.role for m in members if m.role]
    if len({w for r in roles if (w := walk_of(r))}) > 1:
        yield 0.3
    if _parted_nations(roles):
        yield 0.15
    if articles > 1:
        yield 0.15 * presence.alone / sum(n.count for n in nodes)
        if presence.longest_gap > _LONG_GAP:
            yield 0.15


def _doubts_of_body(members: Sequence[DocumentName], nodes: Sequence[NameNode], presence: Presence) -> Iterable[float]:
    articles = presence.articles
    longest = max(nodes, key=lambda n: (len(n.key), n.words))
    yield 0.02
    if any(is_owned_body(n.key) for n in nodes):
        yield 0.5  # the ministry of nobody knows which country
    elif longest.mark:
        yield 0.05  # a team
    elif len(longest.key) == 1 and not is_known(longest.key) and not body_letters(longest.members[0].name):
        letters = all(is_acronym(text) for m in members[:3] for text, _ in m.forms)
        yield (0.25 if letters else 0.15) if articles > 1 else (0.1 if letters else 0.05)
    inferred = sum(times for n in nodes for m, times in zip(n.members, n.times, strict=True) if m.owner is not None)
    yield 0.15 * inferred / sum(n.count for n in nodes)  # ministries whose country was inferred
    yield min(0.03 * (len(nodes) - 1), 0.15)


def _doubts_of_place(members: Sequence[DocumentName], nodes: Sequence[NameNode], presence: Presence) -> Iterable[float]:
    articles = presence.articles
    yield 0.01 if articles == 1 else 0.04  # a state is also what it was before, and its team
    if not any(is_known(n.key) for n in nodes):
        is_city = is_known_place(members[0].name)
        yield 0.03 if is_city else 0.05 if articles == 1 else 0.12
    yield min(0.03 * (len(nodes) - 1), 0.15)


def _doubts_of_group(members: Sequence[DocumentName], nodes: Sequence[NameNode], presence: Presence) -> Iterable[float]:
    yield 0.02 if is_known(nodes[0].key) else 0.1


@functools.lru_cache(maxsize=50_000)
def _nations(role: str) -> frozenset[str]:
    """The countries that a role names: "Tarsian foreign minister", "president of Tarsia"."""
    return frozenset(code for w in name_words(role) if (code := adjective_code(w.title()) or name_code(w.title())))


def _parted_nations(roles: Sequence[str]) -> bool:
    """Whether roles name two countries, each alone."""
    return len({code for r in roles if len(found := _nations(r)) == 1 for code in found}) > 1
