"""A distinct name across documents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from transforms.countries import name_code
from transforms.names.keys import Key, Words, spell_part
from transforms.records import DocumentName, MentionType


@dataclass(slots=True)
class NameNode:
    """One name of one type, by the key that equal names share, with the document names that carry it, earliest first.

    `mark` tells equal names apart: the suffix of a person ("jr"), the sport of a team.
    """

    type: MentionType
    key: Key
    mark: str | None
    members: list[DocumentName] = field(default_factory=list)
    _company: frozenset[str] | None = None

    @property
    def words(self) -> Words:
        """The parts of the key as plain words; of a person's name, all of it."""
        return tuple(map(spell_part, self.key))

    def companions(self) -> frozenset[str]:
        """Names that stand beside this one in its documents, countries aside: those stand beside everybody."""
        if self._company is None:
            self._company = company_of(self.members)
        return self._company


def company_of(members: Iterable[DocumentName]) -> frozenset[str]:
    """Names that stand beside these in their documents, without countries."""
    return frozenset(c for m in members for c in m.companions if not name_code(c))
