"""A distinct name across documents, with what its documents show of it as counts: it is judged without reading them.

A decision about a name hangs on the name (its key, what tells it from an equal one), on the ways in which documents use it, each with
how many do, and on the names that are linked to it. Only where two others fit does it hang on its company, and only where its roles
show two people on each document: these are asked of `Documents` when it comes to that.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Protocol

from transforms.countries import name_code
from transforms.mentions.kinds.evidence import agencies
from transforms.names.forms import name_words
from transforms.names.keys import Key, Words, spell_part
from transforms.records import DocumentName, MentionType
from transforms.word_lists import read_set

Earliest = tuple[bool, date, str, str]


@dataclass(frozen=True, slots=True)
class Presence:
    """Where the names of an entity stand: in how many articles, how many of them name nobody beside it whom another one names beside
    it, too (countries count for nothing), and the most days in a row without it."""

    articles: int
    alone: int
    longest_gap: int


class Documents(Protocol):
    """What is asked of the documents themselves, where a decision hangs on it."""

    def read_company(self, node: NameNode) -> frozenset[str]:
        """Names that stand beside this one in its documents, without countries."""
        ...

    def read_members(self, node: NameNode) -> Sequence[DocumentName]:
        """Each document's name, with its companions, earliest first."""
        ...


@dataclass(slots=True, eq=False)
class NameNode:
    """One name of one type, by the key that equal names share.

    `mark` tells equal names apart: the suffix of a person ("jr"), the sport of a team. `members` are the different ways in which
    documents use it (name, forms, role, owner, sport, signs), each as its earliest document has it, earliest first; `times` is how
    many documents use it so. `number` is what the lake calls it, `part` which of several people of that name it is.
    """

    type: MentionType
    key: Key
    mark: str | None
    members: Sequence[DocumentName]
    times: Sequence[int]
    documents: Documents
    number: int = 0
    part: int = 0

    @property
    def words(self) -> Words:
        """The parts of the key as plain words; of a person's name, all of it."""
        return tuple(map(spell_part, self.key))

    @property
    def count(self) -> int:
        """How many documents use the name."""
        return sum(self.times)

    def companions(self) -> frozenset[str]:
        """Names that stand beside this one in its documents, without those that stand beside everybody: countries, platforms, agencies."""
        return frozenset(name for name in self.documents.read_company(self) if not is_beside_everybody(name))


class GivenDocuments:
    """Documents that are all at hand."""

    def __init__(self) -> None:
        self._members: dict[NameNode, Sequence[DocumentName]] = {}
        self._company: dict[NameNode, frozenset[str]] = {}

    def give(self, node: NameNode, members: Sequence[DocumentName]) -> NameNode:
        """Has the members of a node be these. The node."""
        self._members[node] = members
        return node

    def read_company(self, node: NameNode) -> frozenset[str]:
        """As of `Documents`."""
        if node not in self._company:
            self._company[node] = company_of(self._members[node])
        return self._company[node]

    def read_members(self, node: NameNode) -> Sequence[DocumentName]:
        """As of `Documents`."""
        return self._members[node]


def earliest(name: DocumentName) -> Earliest:
    """What names are ordered by: day, article, position."""
    return order_name(name.published_on, name.article_id, name.key)


def order_name(published_on: date | None, article_id: str, key: str) -> Earliest:
    """The order of a name by the day of its article, the article and the name's own key; those without a day come last."""
    return (published_on is None, published_on or date.min, article_id, key)


def pool_members(members: Iterable[DocumentName]) -> tuple[list[DocumentName], list[int]]:
    """The different ways in which documents use a name, each as its first document has it, and how many documents use it so."""
    first: dict[tuple[object, ...], DocumentName] = {}
    times: Counter[tuple[object, ...]] = Counter()
    for m in members:
        way = (m.name, m.forms, m.role, m.owner, m.sport, m.signs)
        first.setdefault(way, m)
        times[way] += 1
    return list(first.values()), [times[way] for way in first]


@functools.lru_cache(maxsize=100_000)
def is_beside_everybody(name: str) -> bool:
    """Whether a name is that of a platform, an agency or an outlet, which tell nothing of whom they stand beside.

    >>> is_beside_everybody("Twitter"), is_beside_everybody("Reuters"), is_beside_everybody("Marlow Salt")
    (True, True, False)
    """
    words = tuple(word for word in name_words(name) if word != "the")
    return words in agencies() or " ".join(words) in read_set("names/words.csv", "platforms")


def company_of(members: Iterable[DocumentName]) -> frozenset[str]:
    """Names that stand beside these in their documents, without countries."""
    return frozenset(c for m in members for c in m.companions if not name_code(c))


def measure_presence(members: Sequence[DocumentName]) -> Presence:
    """Where the names of an entity stand."""
    beside = Counter(c for m in members for c in m.companions)
    alone = sum(not any(beside[c] > 1 and not name_code(c) for c in m.companions) for m in members)
    days = sorted({m.published_on for m in members if m.published_on is not None})
    return Presence(len({m.article_id for m in members}), alone, max(((b - a).days for a, b in pairwise(days)), default=0))
