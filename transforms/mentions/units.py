"""Units, branches and products of an organization: longer names that are not its full name."""

from __future__ import annotations

from transforms.mentions.telling_words import head_words
from transforms.names.forms import name_words
from transforms.names.keys import Key
from transforms.names.known_organizations import is_brand
from transforms.names.lexicon import is_acronym
from transforms.word_lists import read_set, read_words

_OBJECT_WORDS = read_set("mentions/words.csv", "before an object")


def _words(name: str) -> tuple[str, ...]:
    words = name_words(name)
    return words[1:] if words[:1] == ("the",) else words


def is_branch(long: Key, short: Key) -> bool:
    """Whether an organization's name goes on with a word that makes it another's branch: "Orlo TV" is not "Orlo"."""
    return long[:-1] == short and long[-1] in read_words("names/branch_words.txt")


def goes_on_from_known(short: str, long: str) -> bool:
    """Whether a name begins with one that the lists know: "Google Maps"."""
    return " " in long and is_brand(short) and _words(long)[: len(_words(short))] == _words(short)


def is_unit_of_known(short: str, long: str) -> bool:
    """Whether a name goes on from one that the lists know with more than a legal form or the kind of organization that it is.

    >>> [is_unit_of_known("Google", name) for name in ("Google Maps", "Google Inc", "Google Agency", "Google.com")]
    [True, False, False, False]
    """
    rest = _words(long)[len(_words(short)) :]
    is_kind = any(w in read_words("names/added_words.txt") or head_words().get(w) == "organization" for w in rest)
    return goes_on_from_known(short, long) and bool(rest) and not is_kind


def is_like_unit(short: str, long: str) -> bool:
    """Whether a longer name can be a unit's or a product's by its words: it adds more than a legal form or an address behind, or stands
    before letters or a name that the lists know. Teams and committees are called by the last words of their names.

    >>> is_like_unit("Orlo", "Orlo Software Foundation"), is_like_unit("NSWU", "Montana NSWU"), is_like_unit("Tigers", "Orlo Tigers")
    (True, True, False)
    """
    words, more = _words(short), _words(long)
    if " " not in long:
        return False
    if more[-len(words) :] == words:
        return is_acronym(short) or is_brand(short)
    return not all(w in read_words("names/added_words.txt") for w in more[len(words) :])


def is_object(name: str, tail: Key) -> bool:
    """Whether the end of an organization's name only says whose or what it is for: the Fund for Orlo is not Orlo."""
    words = name_words(name)
    before = words[: len(words) - len(tail)]
    return words[-len(tail) :] == tail and not _OBJECT_WORDS.isdisjoint(before[-1:] if before[-1:] != ("the",) else before[-2:-1])
