"""A paragraph of the page together with what has been decided about it so far."""

from __future__ import annotations

from dataclasses import dataclass

from transforms.pages.blocks import is_prose
from transforms.pages.paragraphs import PageBlock
from transforms.records import Role


@dataclass(slots=True)
class Choice:
    """A paragraph of the page with the role it got and the rule that decided."""

    block: PageBlock
    role: Role
    reason: str

    @property
    def is_text(self) -> bool:
        """Whether it is part of the body so far."""
        return self.role in ("body", "heading")

    def decide(self, role: Role, reason: str) -> None:
        self.role, self.reason = role, reason


def running_text(choices: list[Choice]) -> list[Choice]:
    """The running text chosen so far: sentences, not headings."""
    return [c for c in choices if c.role == "body" and is_prose(c.block.text)]


def signature_of(block: PageBlock) -> str:
    """How a site marks its paragraphs: the tag with its class names, numbered ones left out."""
    return " ".join([block.tag, *(w for w in block.own.split() if not any(ch.isdigit() for ch in w) and len(w) < 40)])
