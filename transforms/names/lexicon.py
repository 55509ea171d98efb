"""What the lists say of words: English words, forenames, family names, places, letters that name no organization."""

from __future__ import annotations

import functools
from typing import Literal, NamedTuple

from transforms.names.forms import plain
from transforms.word_lists import WordCell, read_names, read_table, read_words

# Letters of an organization: two at least, and six at most.
_MOST_LETTERS = 6
# Letters of the shortest word of which an ending of family names is only a part.
_SHORTEST_FAMILY = 7


@functools.lru_cache(maxsize=100_000)
def is_common_word(word: str) -> bool:
    """Whether a word, whatever its capitals, is an English word that is written small.

    >>> is_common_word("Getting"), is_common_word("Maybe"), is_common_word("Orlo")
    (True, True, False)
    """
    low = word.casefold().replace("’", "'")
    return low in read_words("names/common_words.txt") or (low.endswith("'s") and low[:-2] in read_words("names/common_words.txt"))


@functools.lru_cache(maxsize=100_000)
def is_forename(word: str) -> bool:
    """Whether a word is a forename of many languages.

    >>> is_forename("Lorna"), is_forename("Will"), is_forename("Callum"), is_forename("Maybe"), is_forename("Paris")
    (True, True, True, False, False)
    """
    return plain(word).partition("-")[0] in forenames()  # "Carl-Oskar"


@functools.cache
def forenames() -> frozenset[str]:
    """All forenames that the lists have, in plain small letters."""
    return read_words("names/forenames.txt") | read_words("names/census_forenames.txt") | read_words("names/counted_forenames.txt")


class _Gendered(NamedTuple):
    gender: Literal["m", "f"]
    kind: Literal["title", "role", "name"]
    words: WordCell


class _Counted(NamedTuple):
    gender: Literal["m", "f"]
    words: WordCell


@functools.cache
def gendered_words(kind: Literal["title", "role", "name"]) -> dict[str, Literal["m", "f"]]:
    """Words of one kind by which somebody is a man or a woman, in small letters, with which."""
    counted = read_table("names/counted_genders.csv", _Counted) if kind == "name" else ()
    chosen = (row for row in read_table("quotes/genders.csv", _Gendered) if row.kind == kind)
    return {word: row.gender for row in counted for word in row.words} | {word: row.gender for row in chosen for word in row.words}


def forename_gender(word: str) -> str | None:
    """`m` or `f` of a forename that only one of them bears, None for others.

    >>> forename_gender("Ada"), forename_gender("Percival"), forename_gender("Robin"), forename_gender("Orlo")
    ('f', 'm', None, None)
    """
    return gendered_words("name").get(plain(word))


@functools.lru_cache(maxsize=100_000)
def is_surname(word: str) -> bool:
    """Whether a word is one of the frequent family names and no English word.

    >>> is_surname("Sullivan"), is_surname("Stone")
    (True, False)
    """
    return plain(word) in read_words("names/census_surnames.txt")


@functools.lru_cache(maxsize=50_000)
def is_initialism(text: str) -> bool:
    """Whether letters stand for a thing, a kind or a measure, and for no organization: "GPU", "a VIP", "DVDs".

    >>> is_initialism("GPU"), is_initialism("GPUs"), is_initialism("U.N."), is_initialism("NCT")
    (True, True, False, False)
    """
    letters = text.replace(".", "")
    letters = letters[:-1] if letters.endswith("s") and letters[:-1].isupper() else letters
    return letters.isupper() and letters in read_words("mentions/initialisms.txt")


def is_known_place(text: str) -> bool:
    """Whether the lists know a city or region of this name.

    >>> is_known_place("Middle East"), is_known_place("ALEPPO"), is_known_place("Orlo")
    (True, True, False)
    """
    key = plain(text)
    return key in read_names("mentions/cities.txt") or key in read_names("names/regions.txt")


def is_acronym(text: str) -> bool:
    """Whether a word is two to six capitals, dots aside.

    >>> is_acronym("HTS"), is_acronym("U.N."), is_acronym("Orlo"), is_acronym("A")
    (True, True, False, False)
    """
    letters = text.replace(".", "")
    return 2 <= len(letters) <= _MOST_LETTERS and letters.isalpha() and letters.isupper()


@functools.cache
def _surname_endings() -> tuple[str, ...]:
    return tuple(sorted(read_words("mentions/surname_endings.txt")))


def ends_like_surname(word: str) -> bool:
    """Whether a plain word ends as family names do that are hardly anything else.

    >>> ends_like_surname("orlenko"), ends_like_surname("mossdottir"), ends_like_surname("enko"), ends_like_surname("orlo")
    (True, True, False, False)
    """
    return len(word) >= _SHORTEST_FAMILY and word.endswith(_surname_endings())
