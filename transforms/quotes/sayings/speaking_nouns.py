"""Nouns that may be the subject of a verb of saying: people, organizations, papers; no things, plans and events."""

from __future__ import annotations

import functools

from spacy.tokens import Token

from transforms.quotes.cues import read_noun_cues
from transforms.word_lists import read_set, read_words

# "federalists", "a dockworker": whoever holds with something or does it for a living, but no list, twist or wrist.
_PEOPLE = tuple(sorted(read_set("quotes/words.csv", "people endings")))
_NO_PEOPLE = read_set("quotes/words.csv", "no people in -ist")
_COMMON_NOUNS = frozenset({"NN", "NNS"})


def can_speak(noun: Token) -> bool:
    """Whether a word names who may speak: a name, a pronoun, somebody's role, an organization; no "things" and "questions"."""
    if noun.text.isdigit():
        return False
    if noun.tag_ not in _COMMON_NOUNS or noun.text[:1].isupper():
        return True  # a capital is a name's, whatever the tagger takes it for
    return is_speaker(noun.lower_) or noun.lower_ in read_noun_cues()


def is_speaker(low: str) -> bool:
    """Whether a common noun in small letters names people, an organization or a paper."""
    if low.endswith(_PEOPLE):
        return low.removesuffix("s") not in _NO_PEOPLE
    return low.rpartition("-")[2] in _speakers()


@functools.cache
def organization_nouns() -> frozenset[str]:
    """Nouns for organizations and papers that speak as one, and for institutions, in small letters."""
    return read_words("quotes/speaking_organizations.txt") | read_words("mentions/institutions.txt")


@functools.cache
def _speakers() -> frozenset[str]:
    """All nouns for who speaks, singular and plural."""
    lists = ("mentions/roles.txt", "quotes/speaking_people.txt")
    sets = ("person nouns", "scene roles", "documents")
    nouns = organization_nouns().union(*map(read_words, lists), *(read_set("quotes/words.csv", name) for name in sets))
    return nouns | {plural for n in nouns for plural in (f"{n}s", f"{n}es", f"{n.removesuffix('y')}ies")}
