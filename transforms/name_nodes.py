"""A distinct name across documents."""

from __future__ import annotations

from dataclasses import dataclass, field

from transforms.name_keys import Key
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

    def companions(self) -> set[str]:
        """Names that stand beside this one in its documents."""
        return {c for m in self.members for c in m.companions}
