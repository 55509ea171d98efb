"""One type for each name of a document, from all its votes and from the names it is part of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from transforms.countries import name_code
from transforms.mentions.kinds.votes import Votes, best_type
from transforms.mentions.place_forms import parts_of_airport
from transforms.mentions.telling_words import head_words
from transforms.names.forms import core_words, is_family_first, name_words
from transforms.names.known_organizations import is_known_organization
from transforms.names.lexicon import is_common_word, is_forename, is_known_place
from transforms.records import MentionType
from transforms.word_lists import read_set, read_words

_COMPASS = read_set("mentions/words.csv", "compass")
_LONGEST_PERSON = 3  # words of a full name whose last one a text may call the person by
_CLEARLY_PLACE = 2.0  # a vote from which a name is known for a place, and above which it is no person's
_CLEARLY_GROUP = 1.0  # the same of a group
_CALLED_BY_LAST = 1.0  # what it counts for a person that the text calls the name by its last word
_CALLED_BY_FIRST = 0.5  # what it counts for an organization that the text calls it by its first
_ENDS_IN_ORGANIZATION = 1.0  # what it counts for an organization that the text calls one by its last two words or more
_HARDLY = 1.5  # a vote up to which a word may be short for the organization that it begins
_FORENAME_NEEDS = 1.5  # how many votes more for a place or an organization leave a word the forename that it is


def add_short_forms(votes: Mapping[str, Votes]) -> None:
    """Lets short forms vote on the long ones: whom a text calls by the last word is a person, what by the first an organization."""
    for key, own in votes.items():
        words = key.split()
        tail = key.partition(" ")[2]
        if " " in tail and tail in votes and best_type(votes[tail]) == "organization":
            own["organization"] += _ENDS_IN_ORGANIZATION  # "Orlo White Tigers" where "White Tigers" is one
        elif 2 <= len(words) <= _LONGEST_PERSON and not own.get("place", 0.0) > _CLEARLY_PLACE:
            is_of_place = is_known_place(" ".join(words[:-1])) or name_code(" ".join(words[:-1]))
            if _is_short_form(votes.get(words[-1])) and words[-1] not in head_words() and not is_of_place:
                own["person"] += _CALLED_BY_LAST
            elif _is_short_form(votes.get(words[0])) and best_type(votes[words[0]]) == "organization":
                own["organization"] += _CALLED_BY_FIRST


def _is_short_form(votes: Votes | None) -> bool:
    """Whether a word stands alone in the text as a name that is not known for something else."""
    return votes is not None and votes.get("place", 0.0) < _CLEARLY_PLACE and votes.get("group", 0.0) < _CLEARLY_GROUP


def find_persons(votes: Mapping[str, Votes]) -> frozenset[str]:
    """Surface keys that can only be people: full names voted so, and surnames of such where no place has the name."""
    full = {k for k, v in votes.items() if len(core_words(k)) > 1 and best_type(v) == "person" and v.get("person", 0.0) > 0}
    surnames = {w for k in full for w in family_words(k)}
    short = {k for k, v in votes.items() if (w := core_words(k)) and len(w) == 1 and w[0] in surnames and not _is_rather_place(k, v)}
    return frozenset(full | short)


def _names_family(words: Sequence[str]) -> bool:
    """Whether the last word of what is taken for a full name may be a family's: not of English words alone, none of them a forename."""
    return is_forename(words[0]) or not all(is_common_word(w) for w in words)


def family_words(key: str) -> tuple[str, ...]:
    """The words of a full name that may name the person alone: the last, or the first where the family stands first."""
    words = core_words(key)
    return (words[-1], words[0]) if is_family_first(words) else words[-1:]


def _is_rather_place(key: str, votes: Votes) -> bool:
    """Whether a word that is a surname, too, is a place here: one that the lists know, by its own votes."""
    return bool(name_code(key) or is_known_place(key)) and votes.get("place", 0.0) > votes.get("person", 0.0)


def _begins_organization(word: str, type_: MentionType, votes: Votes, organizations: Collection[str]) -> bool:
    """Whether a word is hardly voted a person or a place, so that it may be short for an organization: "Orlo" for "Orlo Foods Inc".

    An organization is more often called by its place than by a word that looks like one: a place it becomes only for a company.
    """
    if type_ not in ("person", "place") or votes.get(type_, 0.0) > _HARDLY or votes.get("place" if type_ == "person" else "person"):
        return False
    if type_ == "place" and all(name_words(b)[-1] not in read_words("names/added_words.txt") for b in organizations):
        return False
    return not is_known_place(word) and word not in _COMPASS


def _is_rather_forename(word: str, votes: Votes, of_full: float) -> bool:
    """Whether the first word of somebody's name is that person, by what else it is voted and by the votes for the full name.

    An organization by the model's word again and again is the person all the same ("Deskora" of "Deskora Moss"), unless the lists know one.
    """
    person = votes.get("person", 0.0)
    is_listed = is_known_place(word) or name_code(word.title()) or is_known_organization(word.title())
    as_organization = person + (_FORENAME_NEEDS if is_listed else max(_FORENAME_NEEDS, of_full))
    return votes.get("place", 0.0) <= person + _FORENAME_NEEDS and votes.get("organization", 0.0) <= as_organization


def _is_family(word: str, surnames: Collection[str]) -> bool:
    """Whether a word is the plural of a surname of the text: "the Mosses", "the Orlos"."""
    return (word.endswith("s") and word[:-1] in surnames) or (word.endswith("es") and word[:-2] in surnames)


def settle_types(votes: Mapping[str, Votes], teams: frozenset[str]) -> dict[str, MentionType]:
    """The type of each surface key.

    Teams are organizations. A surname takes the type of the full name of a person, unless it is a place that the
    lists know and its own votes call so; so does a forename that nothing else claims. Its plural is a family. A single
    word that begins the name of one organization and is hardly voted a person is that organization.
    """
    types: dict[str, MentionType] = {key: "organization" if key in teams else best_type(v) for key, v in votes.items()}
    surnames: set[str] = set()
    double: set[str] = set()  # "Moss-Berg"
    forenames: dict[str, int] = defaultdict(int)
    of_forename: dict[str, float] = defaultdict(float)
    organizations: dict[str, set[str]] = defaultdict(set)
    for key, type_ in types.items():
        if type_ == "person":
            words = core_words(key)
            if len(words) > 1 and _names_family(words):
                surnames.update(family_words(key))
                double.update(w for w in key.split()[1:][-1:] if "-" in w)
                forenames[words[0]] += 1
                of_forename[words[0]] += votes[key].get("person", 0.0)
        elif type_ == "organization" and " " in key:
            organizations[name_words(key)[0]].add(key)
    airports = {part for key in types for part in parts_of_airport(key)}
    for key, own in votes.items():
        words = core_words(key)
        if key in airports and types[key] == "organization":
            types[key] = "place"
        if key in teams:
            continue
        if key in double:
            types[key] = "person"
        elif len(words) != 1 and any(f"{key} {form}" in votes for form in read_words("names/added_words.txt")):
            types[key] = "organization"  # "Marlow Salt" where "Marlow Salt plc" stands, too
        if len(words) != 1:
            continue
        word = words[0]
        if word in surnames:
            if not _is_rather_place(key, own):
                types[key] = "person"
        elif _is_family(word, surnames) and types[key] != "place":
            types[key] = "group"
        elif forenames.get(word) == 1 and _is_rather_forename(word, own, of_forename[word]) and types[key] != "group":
            types[key] = "person"
        elif len(organizations.get(word, ())) == 1 and _begins_organization(word, types[key], own, organizations[word]):
            types[key] = "organization"
    return types
