"""Whom a phrase without a name means: the one person or organization of the document that is called so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from transforms.countries import adjective_code
from transforms.quotes.sayings.speaking_nouns import organization_nouns
from transforms.quotes.spans.span import WORD
from transforms.quotes.speakers.called_organizations import head_of, organization_kinds
from transforms.quotes.speakers.courtesy_titles import known_titles
from transforms.quotes.speakers.discourse import Discourse, Referent, pronouns
from transforms.quotes.speakers.genders import find_gender
from transforms.records import Mention
from transforms.word_lists import read_set, read_words

_CAPITALISED = re.compile(r"\b[A-Z][\w’'\-]*")


def find_role_noun(words: str, noun: str, before: str, everywhere: Sequence[Mention], discourse: Discourse) -> Referent:
    """A phrase without a name: the one person or organization in the document that is called so, else the words themselves.

    `noun` is its head in small letters, or empty; `before` is what the paragraph says before it.
    """
    tokens = [w.lower() for w in WORD.findall(words)]
    if not tokens:
        return Referent()
    head = noun or tokens[-1]
    if "-of-" in tokens[-1]:
        head = tokens[-1].partition("-of-")[0]  # "the mum-of-two"
    elif tokens[-1].startswith((f"{head}-", "ex-")):
        head = tokens[-1].rpartition("-")[2]  # "the ex-boxer"
    is_organization = head in organization_nouns()
    is_role = not is_organization and (head in read_words("mentions/roles.txt") or head in read_set("quotes/words.csv", "person nouns"))
    is_person = is_role and tokens[0] in pronouns("definite")
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
        if not called and (titled := _titled(head, everywhere, discourse)) is not None:
            return Referent("person", titled.cluster, titled.name, titled.role)
        if (unnamed := discourse.spoken_as(head)) is not None:
            return unnamed
    if tokens[0] == "the" and not is_organization and (is_person or _is_national(words)):
        is_new = head not in discourse.seen and head not in _lower_words(before)
        same = _same_person(head, discourse)
        if same is not None and (is_new or (is_person and called and not clusters)) and _fits(head, same, discourse):
            return same
    if tokens[0] == "the" and not is_person and (organization := _find_organization(words, head, everywhere, discourse)) is not None:
        return organization
    return Referent("thing" if is_organization else "person" if is_role else "group", None, words)


def _find_organization(words: str, head: str, everywhere: Sequence[Mention], discourse: Discourse) -> Referent | None:
    """The one organization that the document calls so, or the nearest of several; else the nearest whose name lets it be called so.

    For "the company" and the like, which names seldom say: the one that has just been named.
    """
    called = discourse.organizations.get(head, frozenset())
    if len(called) == 1 and not called <= discourse.told and discourse.organizations_here:
        called = frozenset()  # another one that is named later
    if len(called) == 1:
        m = next(m for m in everywhere if m.cluster in called)
        return None if _is_another(words, m.name) else Referent(m.type, m.cluster, m.name, m.role)
    if words[len("the ") :] != head:
        return None
    kinds = organization_kinds().get(head, frozenset())
    near = discourse.nearest_organization(lambda r: r.cluster in called or head_of(r.name or "") in kinds)
    if near is not None:
        return near
    if head not in read_words("quotes/renaming_organizations.txt"):
        return None
    just_named = discourse.only_organization()
    return just_named if just_named is not None and _is_chief(just_named, head, everywhere) else None


def _is_chief(organization: Referent, head: str, everywhere: Sequence[Mention]) -> bool:
    """Whether no other organization is named as often, and its name says nothing else of what it is: no ministry is "the company"."""
    kind = (organization.name or "").rpartition(" ")[2].lower()
    if kind != head and kind in organization_nouns():
        return False
    counts = Counter(m.cluster for m in everywhere if m.type == "organization")
    mine = counts.pop(organization.cluster or 0, 0)
    return mine > max(counts.values(), default=0)


def _titled(head: str, everywhere: Sequence[Mention], discourse: Discourse) -> Mention | None:
    """The one person who bears a role as a title: "the judge" is Mr Justice Orlo."""
    title = known_titles().get(head)
    clusters = {c for c, titles in discourse.titles.items() if title is not None and title.short in titles}
    return next((m for m in everywhere if m.cluster in clusters), None) if len(clusters) == 1 else None


def _same_person(head: str, discourse: Discourse) -> Referent | None:
    """Whom a new noun may call by another name: the one whom the paragraph is about. Who belongs to the scene is somebody else."""
    if head in read_set("quotes/words.csv", "scene roles"):
        return None
    return discourse.only_subject() or discourse.only_recent()


def _is_another(words: str, role: str) -> bool:
    """Whether a phrase and a role or name mean two organizations: "the Orlo manager" is not the "Moss manager"."""
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
    return [w.lower() for w in WORD.findall(text)]


def _role_words(role: str) -> list[str]:
    """The words of a role: an ex-commander is called the commander, too, but no vice-president the president."""
    return WORD.findall(role.lower().replace("ex-", "ex "))
