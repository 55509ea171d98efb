"""Two people of one name: told apart where their documents show two walks of life and no company in common."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import NamedTuple

from transforms.entities.nodes import GivenDocuments, NameNode, company_of, pool_members
from transforms.names.forms import name_words
from transforms.records import DocumentName
from transforms.word_lists import WordCell, read_set, read_table


class _Walk(NamedTuple):
    walk: str
    words: WordCell


@functools.cache
def _walks() -> dict[str, str]:
    return {word: row.walk for row in read_table("names/walks.csv", _Walk) for word in row.words}


def walk_of(role: str | None) -> str | None:
    """The walk of life that a role tells, None where it tells none or several. A former one is none.

    >>> walk_of("England striker"), walk_of("Tarsian foreign minister"), walk_of("former striker"), walk_of(None)
    ('sport', 'state', None, None)
    """
    words = name_words(role or "")
    if not words or not read_set("names/words.csv", "no longer").isdisjoint(words):
        return None
    found = {_walks()[w] for w in words if w in _walks()}
    return next(iter(found)) if len(found) == 1 else None


def part_namesakes(node: NameNode) -> list[NameNode]:
    """One node, or one for each person that its documents show. The first holds the earliest member.

    Members of one walk are one person, and so are members of two walks that share company. Members whose role tells
    nothing go where they share most company, else to the person with most documents. The documents are read only where
    roles of two walks are given.
    """
    if len({walk for m in node.members if (walk := walk_of(m.role))}) < 2:
        return [node]
    members = node.documents.read_members(node)
    walks: dict[str, list[DocumentName]] = {}
    unknown = []
    for member in members:
        walk = walk_of(member.role)
        if walk is None:
            unknown.append(member)
        else:
            walks.setdefault(walk, []).append(member)
    parts = _joined_by_company(list(walks.values()))
    if len(parts) < 2:
        return [node]
    order = {m.key: i for i, m in enumerate(members)}
    whole = [sorted(p + a, key=lambda m: order[m.key]) for p, a in zip(parts, _share_out(unknown, parts), strict=True)]
    given = GivenDocuments()
    return [
        given.give(NameNode(node.type, node.key, node.mark, *pool_members(part), given, node.number, number), part)
        for number, part in enumerate(sorted(whole, key=lambda part: order[part[0].key]))
    ]


def _share_out(unknown: Sequence[DocumentName], parts: Sequence[Sequence[DocumentName]]) -> list[list[DocumentName]]:
    """The members whose role tells nothing, for each person those that are taken for it."""
    company = [company_of(p) for p in parts]
    largest = max(range(len(parts)), key=lambda i: (len(parts[i]), -i))
    added: list[list[DocumentName]] = [[] for _ in parts]
    for member in unknown:
        shared = [len(company_of([member]) & c) for c in company]
        added[max(range(len(parts)), key=lambda i: (shared[i], i == largest, -i))].append(member)
    return added


def _joined_by_company(parts: Sequence[list[DocumentName]]) -> list[list[DocumentName]]:
    """Parts that share a companion or an article as one, in order of their first members."""
    joined: list[list[DocumentName]] = []
    for part in parts:
        mine = [*part]
        rest = []
        for other in joined:
            if _meet(mine, other):
                mine = [*other, *mine]
            else:
                rest.append(other)
        joined = [*rest, mine]
    return joined


def _meet(one: Sequence[DocumentName], other: Sequence[DocumentName]) -> bool:
    if {m.article_id for m in one} & {m.article_id for m in other}:
        return True
    mine, yours = company_of(one), company_of(other)
    return bool(mine & yours) or not mine or not yours
