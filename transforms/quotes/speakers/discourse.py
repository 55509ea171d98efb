"""Who was talked of so far in a document, and who spoke: what pronouns look back at."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from transforms.quotes.paragraphs import Paragraph
from transforms.quotes.spans.span import WORD
from transforms.quotes.speakers.genders import find_gender
from transforms.records import Mention
from transforms.word_lists import read_set

# What "it" and "they" may mean.
_ONE = ("organization", "place", "thing")
_SEVERAL = ("organization", "group", "thing", "place")
_BOUND = re.compile(r"\s(?:of|for|at|from|with|in|to)\s")


def pronouns(kind: str) -> frozenset[str]:
    """The pronouns of a row of `data/quotes/words.csv`: he, she, it, they, vague."""
    return read_set("quotes/words.csv", kind)


@dataclass(frozen=True, slots=True)
class Referent:
    """Whom a speaker refers to: a cluster and its name where it is a mention, else the words themselves, or nothing.

    `kind` is a mention's type, or "thing" for a noun phrase that is none; `end` where the printed speaker ends, in the
    paragraph, when a name that belongs to it goes further than the parse saw; `lost` how easily a pronoun means somebody else, from 0 to 1.
    """

    kind: str = "thing"
    cluster: int | None = None
    name: str | None = None
    role: str | None = None
    stands_for: str | None = None
    end: int | None = None
    lost: float = 0.0


@dataclass(slots=True)
class Discourse:
    """Who was talked of so far in the document, and who spoke, the latest last.

    `genders`, `titles` and `organizations` are what the whole document tells of its names; `protagonist` is whom alone its title names.
    `here` are the people named in this paragraph, `organizations_here` and `organizations_before` the organizations that this paragraph
    and the one before name or let speak, `told` those named so far; `opened` and `opened_before` say how many subjects there were when
    these two began, `spoken_before` and `spoken_before_last` how many had spoken when they did. `unnamed` is somebody without a
    name whom the sentences right before a pronoun are about, `unnamed_genders` what pronouns tell of those who spoke, `last` the
    paragraph before.
    """

    spoken: list[Referent] = field(default_factory=list)
    subjects: list[Referent] = field(default_factory=list)
    genders: dict[int, str] = field(default_factory=dict)
    named: dict[int, Referent] = field(default_factory=dict)
    documents: list[str] = field(default_factory=list)
    has_organization_spoken: bool = False
    by_part: dict[tuple[str, int | None], list[Mention]] = field(default_factory=dict)
    organizations: Mapping[str, frozenset[int]] = field(default_factory=dict)
    titles: Mapping[int, frozenset[str]] = field(default_factory=dict)
    protagonist: Referent | None = None
    seen: set[str] = field(default_factory=set)
    here: list[Referent] = field(default_factory=list)
    organizations_here: list[Referent] = field(default_factory=list)
    organizations_before: list[Referent] = field(default_factory=list)
    told: set[int] = field(default_factory=set)
    spoken_before: int = 0
    spoken_before_last: int = 0
    opened: int = 0
    opened_before: int = 0
    unnamed: Referent | None = None
    unnamed_genders: dict[str, str] = field(default_factory=dict)
    last: Paragraph | None = None

    def mentions_in(self, part: str, block_ordinal: int | None, start: int, end: int) -> list[Mention]:
        """The mentions that begin between two code points of a part, in order."""
        there = self.by_part.get((part, block_ordinal), [])
        return there[bisect_left(there, start, key=_start_of) : bisect_left(there, end, key=_start_of)]

    def open_paragraph(self, documents: list[str]) -> None:
        """Begin a paragraph that speaks of these documents."""
        self.documents, self.has_organization_spoken, self.here = documents, False, []
        self.organizations_before, self.organizations_here = self.organizations_here, []
        self.opened_before, self.opened = self.opened, len(self.subjects)
        self.spoken_before_last, self.spoken_before = self.spoken_before, len(self.spoken)

    def only_subject(self) -> Referent | None:
        """The one person whom the paragraph was about so far; None where there are more, or none."""
        people = {r.cluster: r for r in self.subjects[self.opened :] if r.kind == "person" and r.cluster is not None}
        return next(iter(people.values())) if len(people) == 1 else None

    def only_recent(self) -> Referent | None:
        """The one person whom this paragraph and the one before were about; None where there are more, or none, or one without a name."""
        people = {(r.cluster, r.name): r for r in self.subjects[self.opened_before :] if r.kind == "person"}
        only = next(iter(people.values())) if len(people) == 1 else None
        return None if only is None or only.cluster is None else only

    def nearest_organization(self, fits: Callable[[Referent], bool]) -> Referent | None:
        """The one organization that fits and that the paragraph has named so far, else the one before; None where there are more."""
        for near in (self.organizations_here, self.organizations_before):
            if fit := {r.cluster: r for r in near if fits(r)}:
                return next(iter(fit.values())) if len(fit) == 1 else None
        return None

    def only_organization(self) -> Referent | None:
        """The one organization that the paragraph has named so far, else that the paragraph before named; None where there are more."""
        near = {r.cluster: r for r in self.organizations_here or self.organizations_before}
        return next(iter(near.values())) if len(near) == 1 else None

    def spoken_as(self, noun: str) -> Referent | None:
        """The unnamed speaker last called so: "a spokeswoman for the port" is "the spokeswoman" later."""
        return next((r for r in reversed(self.spoken) if r.kind == "person" and r.cluster is None and _is_called(r, noun)), None)

    def gender_of(self, referent: Referent) -> str | None:
        """`m`, `f`, or None where nothing tells."""
        if referent.cluster is not None:
            return self.genders.get(referent.cluster)
        return find_gender("", referent.name or "") or self.unnamed_genders.get(referent.name or "")

    def note_words(self, text: str) -> None:
        """Remember the words of a paragraph: a phrase that comes for the first time may be another name for somebody."""
        self.seen.update(w.lower() for w in WORD.findall(text))

    def note_speaker(self, referent: Referent, printed: str) -> None:
        """Remember that somebody has just spoken, printed so: who was "she" once is no "he" later."""
        if (low := printed.lower()) in pronouns("he") | pronouns("she"):
            gender = "m" if low in pronouns("he") else "f"
            if referent.cluster is not None:
                self.genders.setdefault(referent.cluster, gender)
            elif referent.name is not None:
                self.unnamed_genders.setdefault(referent.name, gender)
        if referent.name is not None:
            self.spoken.append(replace(referent, end=None))
            self.has_organization_spoken |= referent.kind in ("organization", "place", "thing")
            if referent.kind == "organization" and referent.cluster is not None:
                self.organizations_here.append(replace(referent, end=None))
            self.note_subject(referent)

    def note_named(self, mention: Mention, *, is_agent: bool = False) -> None:
        """Remember a person who is named, be it as an object; "Asked by Ada Orlo, she …" (`is_agent`) goes on about somebody else."""
        if mention.type == "person":
            who = Referent("person", mention.cluster, mention.name, mention.role)
            self.named.setdefault(mention.cluster, who)
            if not is_agent:
                self.here.append(who)

    def note_organization(self, mention: Mention) -> None:
        """Remember an organization that the outlet itself names."""
        self.organizations_here.append(Referent(mention.type, mention.cluster, mention.name, mention.role))
        self.told.add(mention.cluster)

    def note_subject(self, referent: Referent) -> None:
        """Remember that somebody was what a sentence was about."""
        if referent.name is not None:
            self.subjects.append(replace(referent, end=None))

    def person(self, gender: str | None, addressed: int | None = None) -> Referent:
        """The person last spoken of whom "he" (`m`) or "she" (`f`) may mean; nobody whose gender is the other, nor the one `addressed`.

        Somebody of that gender whom the paragraph names wins over a subject of whom nothing is known: "When Moss visited his
        editor Ada Orlo, she …". Where no subject fits: the one whom the paragraph names, else whom the title names, else the only one.
        """
        if self.unnamed is not None and self.gender_of(self.unnamed) in (None, gender):
            return self.unnamed
        here = self._named_here(gender, addressed)
        for i, r in reversed(list(enumerate(self.subjects))):
            if i < self.opened and len(here) == 1:
                return here[0]  # whom this paragraph names is likelier meant than the subject of an earlier one
            if r.kind != "person" or r.name is None or (r.cluster is not None and r.cluster == addressed):
                continue
            own = self.gender_of(r)
            if r.cluster is None and own is None and self.named:
                continue  # "a reporter asked": who is named is likelier meant than somebody of whom nothing is known
            if own in (None, gender) or gender is None:
                is_other = own is None and len(here) == 1 and not self._has_just_spoken(r)
                return here[0] if is_other else Referent("person", r.cluster, r.name, r.role)
        if len(here) == 1:
            return here[0]
        chief = self.protagonist
        if chief is not None and self.gender_of(chief) in (None, gender) and (chief.cluster is None or chief.cluster != addressed):
            return chief
        fit = [r for c, r in self.named.items() if self.genders.get(c, gender) == gender and c != addressed]
        return fit[0] if len(fit) == 1 else Referent("person")

    def _has_just_spoken(self, referent: Referent) -> bool:
        """Whether somebody was the last to speak, in this paragraph."""
        return len(self.spoken) > self.spoken_before and self.spoken[-1].cluster == referent.cluster is not None

    def _named_here(self, gender: str | None, addressed: int | None) -> list[Referent]:
        """The people of a gender whom this paragraph names, each once, but for the one who is spoken to."""
        fit = (r for r in self.here if gender is not None and self.gender_of(r) == gender and (r.cluster is None or r.cluster != addressed))
        return list({r.cluster: r for r in fit}.values())

    def organization(self) -> Referent:
        """The organization, place or thing that spoke last; nobody where the paragraph has since named another organization."""
        if self.documents and not self.has_organization_spoken:
            return Referent("thing", None, self.documents[-1])
        last = next((r for r in reversed(self.spoken) if r.kind in _ONE), Referent("organization"))
        is_other = last.kind == "organization" and not self.has_organization_spoken and bool(self.organizations_here)
        return Referent("organization") if is_other and all(r.cluster != last.cluster for r in self.organizations_here) else last

    def group(self) -> Referent:
        """Those who spoke last, in this paragraph or the one before, where they can be "they"."""
        near = reversed(self.spoken[self.spoken_before_last :])
        return next((r for r in near if r.kind in _SEVERAL and not _is_document(r)), Referent("group"))


def _is_document(referent: Referent) -> bool:
    """Whether a speaker is a paper or a post, which is no "they"."""
    words = WORD.findall(_BOUND.split((referent.name or "").lower())[0])
    return referent.kind == "thing" and bool(words) and words[-1] in read_set("quotes/words.csv", "documents")


def _is_called(referent: Referent, noun: str) -> bool:
    """Whether a speaker without a name was called by a noun, be it with what belongs to it ("a spokesman for the port")."""
    return noun in WORD.findall(_BOUND.split((referent.name or "").lower())[0])[-1:]


def find_protagonist(mentions: Sequence[Mention]) -> Referent | None:
    """The one person whom the title names, else the one whom the standfirst names; None where there are several."""
    for part in ("title", "standfirst"):
        people = {m.cluster: Referent("person", m.cluster, m.name, m.role) for m in mentions if m.part == part and m.type == "person"}
        if people:
            return next(iter(people.values())) if len(people) == 1 else None
    return None


def _start_of(mention: Mention) -> int:
    return mention.start_char


def index_mentions(mentions: Sequence[Mention]) -> dict[tuple[str, int | None], list[Mention]]:
    """The mentions of each part and block, in order."""
    by_part: dict[tuple[str, int | None], list[Mention]] = {}
    for m in sorted(mentions, key=_start_of):
        by_part.setdefault((m.part, m.block_ordinal), []).append(m)
    return by_part


def read_genders(mentions: Sequence[Mention]) -> dict[int, str]:
    """The gender of each person's cluster that shows one, from its fullest name and its role."""
    genders: dict[int, str] = {}
    for m in mentions:
        if m.type == "person" and m.cluster not in genders and (gender := find_gender(m.name, m.role)):
            genders[m.cluster] = gender
    return genders
