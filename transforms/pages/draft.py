"""An article while it is put together from the paragraphs of its document."""

from __future__ import annotations

import re
from collections.abc import Iterable

from transforms.metadata.agency import find_agency
from transforms.metadata.dateline import find_dateline, find_signoff
from transforms.metadata.stated import Published
from transforms.records import AuthorsFrom, Role, TitleFrom
from transforms.text import clean_line

# An agency's name in a few words, perhaps in brackets, behind the end of the last sentence.
_SIGNED = re.compile(r"(?<=[.!?”\"’])\s+\(?([A-Z][\w/-]{1,12}(?: [A-Z]\w+)?)\)?\.?$")


class Draft:
    """An article while it is put together from its paragraphs."""

    def __init__(self) -> None:
        self.blocks: list[tuple[Role, str, str]] = []
        self.title: str | None = None
        self.title_from: TitleFrom | None = None
        self.authors_from: AuthorsFrom | None = None
        self.standfirst: str | None = None
        self.authors: list[str] = []
        self.contributors: list[str] = []
        self.agency: str | None = None
        self.place: str | None = None
        self.day: str | None = None
        self.url: str | None = None
        self.outlet: str | None = None
        self.language: str | None = None
        self.published = Published(None, None, None)
        self.flags: set[str] = set()

    def add(self, role: Role, text: str, reason: str) -> None:
        text = clean_line(text)
        if text:
            self.blocks.append((role, text, reason))

    def take_title(self, given: str | None) -> None:
        """Take the title given with the document, if any."""
        self.title = clean_given(given)
        self.title_from = "given" if self.title else None

    def texts(self, *roles: Role) -> list[str]:
        return [t for r, t, _ in self.blocks if r in roles]


def split_opening(draft: Draft) -> None:
    """A dateline that opens the text becomes a block of its own."""
    for i, (role, text, reason) in enumerate(draft.blocks):
        if role != "body":
            continue
        if line := find_dateline(text):
            draft.place, draft.agency, draft.day = line.place or None, line.agency, line.day
            draft.blocks[i : i + 1] = [
                ("dateline", text[: line.end].strip(), "dateline_prefix"),
                ("body", text[line.end :].strip(), reason),
            ]
        return


def split_signoff(draft: Draft) -> None:
    """An agency's name behind the last sentence signs the report."""
    for i in range(len(draft.blocks) - 1, -1, -1):
        role, text, reason = draft.blocks[i]
        if role != "body":
            continue
        if agency := find_signoff(text):
            draft.agency = draft.agency or agency
            draft.blocks[i] = ("credit", text, "agency_signoff")
            return
        m = _SIGNED.search(text)
        if m and (agency := find_agency(m[1])):
            draft.agency = draft.agency or agency
            draft.blocks[i : i + 1] = [
                ("body", text[: m.start()].rstrip(), reason),
                ("credit", text[m.start() :].strip(), "agency_signoff"),
            ]
        return


def clean_given(value: str | None) -> str | None:
    """One clean line of what somebody gave with a document, None for nothing."""
    return (clean_line(value) or None) if value else None


def keep_first(names: Iterable[str]) -> list[str]:
    """Each name once, as it is spelled first; those without a letter or figure are none."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(re.sub(r"\W+", "", name.casefold()), name)
    return [n for k, n in found.items() if k]
