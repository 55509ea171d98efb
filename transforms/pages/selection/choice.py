"""A paragraph of the page together with what has been decided about it so far."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from transforms.pages.paragraphs import PageBlock
from transforms.records import Role
from transforms.text import is_prose

_LONG_CLASS = 40  # characters of a class name; longer ones are made by a machine, anew for each page

# A text that is mostly links is a list of links, not prose: the share of its characters.
LINKED = 0.8
_DIGIT = re.compile(r"\d")


@dataclass(slots=True)
class Choice:
    """A paragraph of the page with the role it got and the rule that decided."""

    block: PageBlock
    role: Role
    reason: str
    without: frozenset[str] = frozenset()  # rules that are left out, for the ledger that tells what each is worth

    @property
    def is_text(self) -> bool:
        """Whether it is part of the body so far."""
        return self.role in ("body", "heading")

    def decide(self, role: Role, reason: str) -> None:
        """Give it a role, and the rule's name as the reason."""
        if reason not in self.without:
            self.role, self.reason = role, reason


def running_text(choices: list[Choice]) -> list[Choice]:
    """The running text chosen so far: sentences, not headings."""
    return [c for c in choices if c.role == "body" and is_prose(c.block.text)]


def signature_of(block: PageBlock) -> str:
    """How a site marks its paragraphs: the tag with its class names, numbered ones left out."""
    return _signature(block.tag, block.own)


@functools.lru_cache(maxsize=2_000)  # the paragraphs of a page have few markups, and rule after rule asks
def _signature(tag: str, own: str) -> str:
    return " ".join([tag, *(w for w in own.split() if len(w) < _LONG_CLASS and not _DIGIT.search(w))])
