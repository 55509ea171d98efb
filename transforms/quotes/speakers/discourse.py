"""Who was talked of so far in a document, and who spoke: what pronouns look back at."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from transforms.quotes.speakers.genders import find_gender
from transforms.records import Mention
from transforms.word_lists import read_set

_WORD = re.compile(r"[\w’'\-]+")


def pronouns(kind: str) -> frozenset[str]:
    """The pronouns of a row of `data/quotes/words.csv`: he, she, it, they, vague."""
    return read_set("quotes/words.csv", kind)


@dataclass(frozen=True, slots=True)
class Referent:
    """Whom a speaker refers to: a cluster and its name where it is a mention, else the words themselves, or nothing.

    `kind` is a mention's type, or "thing" for a noun phrase that is none; `end` where the printed speaker ends, in the
    paragraph, when a name that belongs to it goes further than the parse saw.
    """

    kind: str = "thing"
    cluster: int | None = None
    name: str | None = None
    role: str | None = None
    stands_for: str | None = None
    end: int | None = None


@dataclass(slots=True)
class Discourse:
    """Who was talked of so far in the document, and who spoke, the latest last."""

    spoken: list[Referent] = field(default_factory=list)
    subjects: list[Referent] = field(default_factory=list)
    genders: dict[int, str] = field(default_factory=dict)
    named: dict[int, Referent] = field(default_factory=dict)
    documents: list[str] = field(default_factory=list)
    has_body_spoken: bool = False
    places: dict[tuple[str, int | None], list[Mention]] = field(default_factory=dict)
    bodies: Mapping[str, frozenset[int]] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    opened: int = 0

    def mentions_in(self, part: str, block_ordinal: int | None, start: int, end: int) -> list[Mention]:
        """The mentions that begin between two code points of a part, in order."""
        there = self.places.get((part, block_ordinal), [])
        return there[bisect_left(there, start, key=_start_of) : bisect_left(there, end, key=_start_of)]

    def open_paragraph(self, documents: list[str]) -> None:
        """Begin a paragraph that speaks of these documents."""
        self.documents, self.has_body_spoken, self.opened = documents, False, len(self.subjects)

    def only_subject(self) -> Referent | None:
        """The one person whom the paragraph was about so far; None where there are more, or none."""
        people = {r.cluster: r for r in self.subjects[self.opened :] if r.kind == "person" and r.cluster is not None}
        return next(iter(people.values())) if len(people) == 1 else None

    def note_words(self, text: str) -> None:
        """Remember the words of a paragraph: a phrase that comes for the first time may be another name for somebody."""
        self.seen.update(w.lower() for w in _WORD.findall(text))

    def note_speaker(self, referent: Referent, printed: str) -> None:
        """Remember that somebody has just spoken, printed so: who was "she" once is no "he" later."""
        if referent.cluster is not None and (low := printed.lower()) in pronouns("he") | pronouns("she"):
            self.genders.setdefault(referent.cluster, "m" if low in pronouns("he") else "f")
        if referent.name is not None:
            self.spoken.append(replace(referent, end=None))
            self.has_body_spoken |= referent.kind in ("organization", "place", "thing")
            self.note_subject(referent)

    def note_named(self, mention: Mention) -> None:
        """Remember a person who is named, be it as an object."""
        if mention.type == "person":
            self.named.setdefault(mention.cluster, Referent("person", mention.cluster, mention.name, mention.role))

    def note_subject(self, referent: Referent) -> None:
        """Remember that somebody was what a sentence was about."""
        if referent.name is not None:
            self.subjects.append(replace(referent, end=None))

    def person(self, gender: str | None) -> Referent:
        """The person last spoken of whom "he" (`m`) or "she" (`f`) may mean; nobody whose gender is the other."""
        for r in reversed(self.subjects):
            if r.kind != "person" or r.name is None:
                continue
            own = find_gender("", r.name) if r.cluster is None else self.genders.get(r.cluster)
            if own in (None, gender) or gender is None:
                return Referent("person", r.cluster, r.name, r.role)
        fit = [r for c, r in self.named.items() if self.genders.get(c, gender) == gender]
        return fit[0] if len(fit) == 1 else Referent("person")

    def body(self) -> Referent:
        """The organisation, place or thing that spoke last."""
        if self.documents and not self.has_body_spoken:
            return Referent("thing", None, self.documents[-1])
        return next((r for r in reversed(self.spoken) if r.kind in ("organization", "place", "thing")), Referent("organization"))

    def group(self) -> Referent:
        """Those who spoke last, where they can be "they"."""
        return next((r for r in reversed(self.spoken) if r.kind in ("organization", "group", "thing", "place")), Referent("group"))


def _start_of(mention: Mention) -> int:
    return mention.start_char


def index_places(mentions: Sequence[Mention]) -> dict[tuple[str, int | None], list[Mention]]:
    """The mentions of each part and block, in order."""
    places: dict[tuple[str, int | None], list[Mention]] = {}
    for m in sorted(mentions, key=_start_of):
        places.setdefault((m.part, m.block_ordinal), []).append(m)
    return places


def read_genders(mentions: Sequence[Mention]) -> dict[int, str]:
    """The gender of each person's cluster that shows one, from its fullest name and its role."""
    genders: dict[int, str] = {}
    for m in mentions:
        if m.type == "person" and m.cluster not in genders and (gender := find_gender(m.name, m.role)):
            genders[m.cluster] = gender
    return genders
