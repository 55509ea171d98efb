"""What equal names have in common, whatever their spelling in capitals, country words, legal forms and letters."""

from __future__ import annotations

import functools
import re
from typing import Literal, NamedTuple

from transforms.countries import adjective_code, capital_code, name_code, people_code
from transforms.names.forms import SUFFIXES, core_words, cut_possessive, name_words
from transforms.names.known_organizations import is_brand, organization_letters
from transforms.names.states import is_state, state_name
from transforms.records import MentionType
from transforms.word_lists import NameCell, read_lines, read_set, read_table, read_words

Words = tuple[str, ...]


class NameKey(NamedTuple):
    """A name that the lists know by one value: a country by its code, an organization by its letters, a place by its usual name."""

    kind: Literal["country", "acronym", "exonym"]
    value: str


# The parts of a name's key: plain words, and what the lists know. African Union and Australia are both AU, and two.
Key = tuple[str | NameKey, ...]

_LINKING = read_set("names/words.csv", "linking")
# Forms of companies and kinds of media that outlets add or leave off.
_ADDED = read_words("names/added_words.txt")
_MEDIA = read_words("names/media_words.txt")
_DEPARTMENT = "department"
_PAIR = 2  # words of which the second is as much of the name as the first
_SHORTEST_PLURAL = 4  # letters of a group's word whose s at the end is cut: "Thais", not "Gas"
_MOVEMENT = "cratic"  # the ending of an adjective whose people end in "crat"
_COUNTRY_LENGTHS = (3, 2, 1)  # words of a country within an organization's name, the most first
# Letters of countries within an organization's name. Of other words two letters name no country.
_LETTERS = read_set("names/words.csv", "letters of countries")
_SHORTEST_WORD = 3
_BETWEEN_CAPITALS = re.compile(r"(?<=[A-Z])&(?=[A-Z])")  # "A&O": one word, whose letters mean nothing apart
_DOMAIN = re.compile(r"(?<=\w\w\w)\.(?:com|org|net|co\.uk)$")  # "Orlo.com" is Orlo
# What clubs carry before or behind their name: "FC Orlo", "Orlo FC".
_CLUBS = read_set("names/words.csv", "clubs")
# Organizations of state: a capital before one of these is its country ("Moscow's foreign ministry").
_STATE = read_set("names/words.csv", "organizations of state")


@functools.lru_cache(maxsize=200_000)
def name_key(name: str, type_: MentionType) -> Key:
    """The words that decide which names are equal, country words as codes. Never empty.

    >>> name_key("Moscow’s foreign ministry", "organization") == name_key("The Russian Foreign Ministry", "organization")
    True
    >>> name_key("Syrian Arab Republic", "place"), name_key("U.N.", "organization"), name_key("Kiev", "place")
    ((NameKey(kind='country', value='SY'),), (NameKey(kind='acronym', value='UN'),), (NameKey(kind='exonym', value='kyiv'),))
    """
    if type_ == "person":
        return core_words(name)
    if type_ == "place":
        return place_key(name)
    if type_ == "group":
        return group_key(name)
    return organization_key(name)


def spell_part(part: str | NameKey) -> str:
    """A part of a key as one word."""
    return part if isinstance(part, str) else part.value


def is_known(key: Key) -> bool:
    """Whether a key begins with what the lists know: a country, an organization by its letters, a place by its usual name."""
    return isinstance(key[0], NameKey)


def is_full_name(key: Words) -> bool:
    """Whether a person's key has a given and a family name: no single name, no initial first.

    >>> is_full_name(("ada", "moss")), is_full_name(("a", "moss")), is_full_name(("moss",))
    (True, False, False)
    """
    return len(key) > 1 and len(key[0]) > 1


@functools.cache
def _exonyms() -> dict[Words, str]:
    table: dict[Words, str] = {}
    for line in read_lines("names/places.txt"):
        names = line.split("|")
        for name in names:
            table.setdefault(tuple(_spellings().get(w, w) for w in _bare(name)), " ".join(name_words(names[0])))
    return table


def _bare(name: str) -> Words:
    words = tuple(cut_possessive(w) for w in name_words(name))
    return tuple(w for w in words if w != "the") or words or (name,)


def place_key(name: str) -> Key:
    """A country's code, the usual name of a place with several, else its words."""
    if code := name_code(name):
        return (NameKey("country", code),)
    if found := state_name(name):
        return (NameKey("exonym", " ".join(name_words(found))),)
    words = tuple(_spellings().get(w, w) for w in _bare(name))
    if words[0] in read_set("names/words.csv", "parts of a place") and len(words) > 1:
        words = words[1:]
    if words[-1] == "state" and is_state(" ".join(words[:-1])):
        return (NameKey("exonym", " ".join(words)),)
    known = _exonyms().get(words) or (state if is_state(state := " ".join(words)) else None)
    return (NameKey("exonym", known),) if known else words


def group_key(name: str) -> Key:
    """A people by its country's code, other groups by their words in the singular."""
    if code := people_code(name) or adjective_code(name):
        return (NameKey("country", code),)
    words = _bare(name)
    last = words[-1]
    if last.endswith(_MOVEMENT):
        return (*words[:-1], last[: -len("ic")])  # "Democratic" leaders are Democrats
    return (*words[:-1], last[:-1] if last.endswith("s") and len(last) >= _SHORTEST_PLURAL else last)


def _spell(word: str) -> str:
    return _spellings().get(word) or (word[:-7] + "ization" if word.endswith("isation") else word)


@functools.cache
def _spellings() -> dict[str, str]:
    """British words in names of organizations as Americans spell them, and small words cut short."""
    return {word: first for first, *others in map(str.split, read_lines("names/spellings.txt")) for word in others}


def _joined_letters(words: Words) -> Words:
    """Words with runs of single letters as one: letters with and without full stops are the same."""
    out: list[str] = []
    was_letter = False
    for w in words:
        is_letter = len(w) == 1 and w.isalpha()
        if is_letter and was_letter:
            out[-1] += w
        else:
            out.append(w)
        was_letter = is_letter
    return tuple(out)


def organization_key(name: str) -> Key:
    """The words of an organization: known letters, or its country's code and the rest, legal forms and small words left out."""
    if letters := organization_letters(name):
        return (NameKey("acronym", letters),)
    if code := name_code(name):
        return (NameKey("country", code),)
    owner, _, kind = name.rpartition(" News ")
    if kind == "Agency" and is_brand(owner):
        return organization_key(owner)  # "Reuters News Agency" is Reuters
    name = _DOMAIN.sub("", _BETWEEN_CAPITALS.sub("and", name))
    words = _joined_letters(tuple(_spell(w) for w in _bare(name) if w not in _LINKING)) or _bare(name)
    if len(words) > 1 and words[0] in _CLUBS:
        words = words[1:]
    elif len(words) > 1 and words[-1] in _CLUBS:
        words = words[:-1]
    if len(words) == 1:
        return words
    coded = _with_code(words)
    is_added = coded[-1] in _ADDED or (coded[-1] in _MEDIA and (len(coded) > _PAIR or name.split()[0].isupper()))
    return coded[:-1] if is_added and (len(coded) > _PAIR or not is_known(coded)) else coded


def _with_code(words: Words) -> Key:
    is_state = not _STATE.isdisjoint(words)
    for length in _COUNTRY_LENGTHS:
        for start in range(len(words) - length + 1):
            if length == len(words):
                continue
            phrase = " ".join(words[start : start + length])
            if len(phrase) < _SHORTEST_WORD and phrase not in _LETTERS:
                continue
            phrase = phrase.upper() if phrase in _LETTERS else phrase
            code = name_code(phrase) or adjective_code(phrase) or (capital_code(phrase) if is_state else None)
            if code:
                rest = (*words[:start], *words[start + length :])
                return (NameKey("country", code), *(_state_words(rest) if is_state else _department_first(rest)))
    return tuple(_state_words(words)) if is_state and len(words) > 1 else _department_first(words)


def _department_first(words: Words) -> Words:
    """The words of a department in one order: "Department of Energy" and "Energy Department"."""
    return (_DEPARTMENT, *words[:-1]) if words and words[-1] == _DEPARTMENT else words


def _state_words(words: Words) -> list[str]:
    """The words of a state organization in one order: "Ministry of Foreign Affairs" and "Foreign Ministry"."""
    return sorted(w for w in words if w != "affairs") if len(words) > 1 else list(words)


class OwnedOrganization(NamedTuple):
    """An organization that countries have under one name, and the codes of those that alone have it."""

    name: str
    countries: NameCell


@functools.cache
def _owned_organizations() -> dict[Key, tuple[str, ...]]:
    return {organization_key(row.name): row.countries for row in read_table("names/owned_organizations.csv", OwnedOrganization)}


def list_possible_owners(key: Key) -> tuple[str, ...]:
    """Codes of the countries that alone have an organization of this key; empty where any country may.

    >>> [list_possible_owners(name_key(name, "organization")) for name in ("House of Lords", "Senate")]
    [('GB',), ()]
    """
    return _owned_organizations().get(key, ())


def is_owned_organization(key: Key) -> bool:
    """Whether an organization's key is the name of an organization that every country has, without the country.

    >>> [is_owned_organization(name_key(name, "organization")) for name in ("Foreign Ministry", "Tunisian Foreign Ministry")]
    [True, False]
    """
    return not is_known(key) and ("ministry" in key or key in _owned_organizations())


def suffix_of(name: str) -> str | None:
    """What tells father and son apart ("jr", "ii"), None where nothing does."""
    words = name_words(name)
    if len(words) < 2 or words[-1] not in SUFFIXES:
        return None
    return {"junior": "jr", "senior": "sr"}.get(words[-1], words[-1])
