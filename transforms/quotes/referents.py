"""Who is meant by a speaker as printed: the mention it is, or the one that a pronoun or a role noun stands for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from transforms.countries import adjective_code, capital_code, country, name_code
from transforms.nlp import Passage
from transforms.quotes.genders import find_gender
from transforms.records import Mention
from transforms.word_lists import read_words

_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_IT = frozenset({"it", "its", "itself"})
_THEY = frozenset({"they", "them", "their", "themselves", "both"})
# Words that stand for nobody whom the text names.
_VAGUE = frozenset(
    {"i", "we", "you", "me", "us", "who", "one", "another", "others", "some", "many", "that", "this", "which", "those", "these"}
)
_DEFINITE = frozenset({"the", "this", "that", "his", "her", "its", "their"})
_AGED = re.compile(r"the \d+-year-old$")
_APPOSITION = re.compile(r"(?:\sof\s[\w’' \-]{1,30})?,\s(?:[A-Z][\w’'.\-]*\s){0,4}")
# "said one shareholder, the pension fund Orlo Life": no "of" or "at", behind which another one is named.
_LONG_APPOSITION = re.compile(r",\s(?:the|an?)\s(?:(?!(?:of|at|in|on|to|for|by|from|with|who|and|whose|that)\s)[\w’'\-]+\s){1,4}")
_WORD = re.compile(r"[\w’'\-]+")
_CAPITALISED = re.compile(r"\b[A-Z][\w’'\-]*")


@dataclass(frozen=True, slots=True)
class Referent:
    """Whom a speaker refers to: a cluster and its name where it is a mention, else the words themselves, or nothing.

    `kind` is a mention's type, or "thing" for a noun phrase that is none; `end` where the printed speaker ends, in the
    part, when a name that belongs to it goes further than the parse saw.
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

    def note_speaker(self, referent: Referent, printed: str) -> None:
        """Remember that somebody has just spoken, printed so: who was "she" once is no "he" later."""
        if referent.cluster is not None and (low := printed.lower()) in _HE | _SHE:
            self.genders.setdefault(referent.cluster, "m" if low in _HE else "f")
        if referent.name is not None:
            self.spoken.append(referent)
            self.has_body_spoken |= referent.kind in ("organization", "place", "thing")
            self.note_subject(referent)

    def note_named(self, mention: Mention) -> None:
        """Remember a person who is named, be it as an object."""
        if mention.type == "person":
            self.named.setdefault(mention.cluster, Referent("person", mention.cluster, mention.name, mention.role))

    def note_subject(self, referent: Referent) -> None:
        """Remember that somebody was what a sentence was about."""
        if referent.name is not None:
            self.subjects.append(referent)

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


def find_referent(
    passage: Passage,
    head: tuple[int, int],
    span: tuple[int, int],
    here: Sequence[Mention],
    everywhere: Sequence[Mention],
    discourse: Discourse,
) -> Referent:
    """What a printed speaker refers to.

    `head` and `span` are code points in the part of `passage`, whose own mentions are `here`.
    Nothing is guessed: two that fit give none.
    """
    text, base = passage.text, passage.start
    words = text[span[0] - base : span[1] - base]
    low = words.lower()
    if low in _HE or low in _SHE:
        return discourse.person("m" if low in _HE else "f")
    if low in _IT:
        return discourse.body()
    if low in _THEY:
        return discourse.group()
    named = _mention_at(passage, head, span, here)
    if named is not None:
        end = max(span[1], named.end_char)
        return Referent(named.type, named.cluster, named.name, named.role, stands_for(named), end)
    if low in _VAGUE:
        return Referent("person" if low in ("i", "me") else "group", None, None)
    if _AGED.match(low):
        return discourse.person(None) if not discourse.genders else _last_person(discourse)
    return _role_noun(words, text[: span[0] - base], everywhere, discourse)


def _mention_at(passage: Passage, head: tuple[int, int], span: tuple[int, int], here: Sequence[Mention]) -> Mention | None:
    """The mention that the head stands in, or that ends the phrase, or that follows it as its name."""
    for m in here:
        if m.start_char <= head[0] < m.end_char:
            return m
    for m in here:
        if m.type in ("person", "organization"):
            if span[0] < m.start_char <= span[1] + 1 and span[1] <= m.end_char and m.start_char > head[0]:
                return m  # "Speaker of the House Ada Orlo", "Orlo's interim leader Ada Moss"
            between = passage.text[span[1] - passage.start : m.start_char - passage.start] if span[1] < m.start_char else ""
            if m.type == "person" and _APPOSITION.fullmatch(between):
                return m  # "the mayor, Ada Orlo, said", "his guest, Minister Ada Orlo, said"
            if _LONG_APPOSITION.fullmatch(between):
                return m
    return None


def _last_person(discourse: Discourse) -> Referent:
    return next((r for r in reversed(discourse.subjects) if r.kind == "person"), Referent("person"))


def _role_noun(words: str, before: str, everywhere: Sequence[Mention], discourse: Discourse) -> Referent:
    """A phrase without a name: the one person or body in the document that is called so, else the words themselves.

    `before` is what the paragraph says before it.
    """
    tokens = [w.lower() for w in _WORD.findall(words)]
    if not tokens:
        return Referent()
    head = tokens[-1]
    is_body = head in read_words("quotes/speaking_bodies.txt") | read_words("mentions/institutions.txt")
    is_person = not is_body and tokens[0] in _DEFINITE and head in read_words("mentions/roles.txt")
    called: list[Mention] = []
    clusters: dict[int, Mention] = {}
    if is_person:
        called = [m for m in everywhere if m.type == "person" and m.role and head in _role_words(m.role)]
        clusters = {m.cluster: m for m in called if not _is_another(words, m.role or "")}
        if len(clusters) == 1:
            m = next(iter(clusters.values()))
            return Referent("person", m.cluster, m.name, m.role)
        recent = next((r for r in reversed(discourse.subjects) if r.cluster in clusters), None)
        if recent is not None and recent.cluster is not None and len(tokens) == 2:
            m = clusters[recent.cluster]
            return Referent("person", m.cluster, m.name, m.role)
    if tokens[0] == "the" and not is_body and (is_person or _is_national(words)):
        subject = discourse.only_subject()
        is_new = (head not in discourse.seen and head not in _lower_words(before)) or (is_person and called and not clusters)
        if subject is not None and is_new and _fits(head, subject, discourse):
            return subject
    if tokens[0] == "the" and not is_person and len(bodies := discourse.bodies.get(head, frozenset())) == 1:
        m = next(m for m in everywhere if m.cluster in bodies)
        return Referent(m.type, m.cluster, m.name, m.role)
    return Referent("thing" if is_body else "person" if is_person else "group", None, words)


def _is_another(words: str, role: str) -> bool:
    """Whether a phrase and a role name two bodies: "the Orlo manager" is not the "Moss manager"."""
    mine, yours = _CAPITALISED.findall(words[3:]), _CAPITALISED.findall(role)
    return bool(mine and yours) and not set(mine) & set(yours)


def _is_national(words: str) -> bool:
    """Whether a phrase is one of a people: "the Tarsian"."""
    name = words[4:]
    return name[:1].isupper() and " " not in name and not name.endswith("s") and bool(adjective_code(name))


def _fits(head: str, subject: Referent, discourse: Discourse) -> bool:
    """Whether a noun may call somebody so by its gender: no "chairwoman" for a man."""
    mine = find_gender("", head)
    yours = discourse.genders.get(subject.cluster) if subject.cluster is not None else None
    return mine is None or yours is None or mine == yours


def _lower_words(text: str) -> list[str]:
    return [w.lower() for w in _WORD.findall(text)]


def _role_words(role: str) -> list[str]:
    """The words of a role: an ex-commander is called the commander, too, but no vice-president the president."""
    return _WORD.findall(role.lower().replace("ex-", "ex "))


def stands_for(mention: Mention) -> str | None:
    """The government that a country or its capital speaks for, None for other mentions."""
    if mention.type != "place":
        return None
    code = name_code(mention.name) or capital_code(mention.name)
    found = country(code) if code else None
    return f"{found.adjectives[0]} government" if found is not None and found.adjectives else None
