"""Country words: names, adjectives, people and capitals, mapped to one code a country.

Data: `transforms/data/names/countries.csv`. Capitals are never names of their country: Damascus is not Syria, although it may
speak for the Syrian government.
"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from transforms.word_lists import NameCell, read_set, read_table


class Country(NamedTuple):
    """One country or territory with its words; the usual name and the usual adjective stand first."""

    code: str
    names: NameCell
    adjectives: NameCell
    people: NameCell
    capitals: NameCell


@functools.lru_cache(maxsize=50_000)
def _folded(text: str) -> str:
    # "U.S." and "US" are one word, "us" is none: words without small letters keep their case.
    plain = text if text.isascii() else "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    plain = " ".join(plain.replace("’", "'").replace(".", " ").replace("-", " ").split())
    short = plain.replace(" ", "")
    if short.isupper() and len(short) <= _LONGEST_LETTERS:
        return short
    return plain.casefold().removeprefix("the ")


@functools.cache
def countries() -> tuple[Country, ...]:
    """All countries of the list, in its order."""
    return read_table("names/countries.csv", Country)


# Adjectives with these endings name people too, with an "s" in the plural: Syrians, Iraqis, Greeks.
_COUNTABLE = tuple(sorted(read_set("names/words.csv", "adjectives with a plural")))
_LONGEST_LETTERS = 4  # of a country's letters: UAE, USSR; "IRAN" is as long


def _people(country: Country) -> Iterator[str]:
    yield from country.people
    for adjective in country.adjectives:
        if adjective.endswith(_COUNTABLE) and not adjective.endswith("ench"):
            yield adjective + "s"


@functools.cache
def _codes(column: str) -> dict[str, str]:
    table: dict[str, str] = {}
    for country in countries():
        words = tuple(_people(country)) if column == "people" else getattr(country, column)
        for word in words:
            table.setdefault(_folded(word), country.code)
    return table


def _code(column: str, text: str) -> str | None:
    table, key = _codes(column), _folded(text)
    # "IRAN" is no letters of an organization, though as short as some.
    return table.get(key) or (table.get(key.casefold()) if len(key) == _LONGEST_LETTERS and key.isupper() else None)


@functools.cache
def country(code: str) -> Country | None:
    """The country of a code, None where the list has no such code."""
    return next((c for c in countries() if c.code == code), None)


@functools.lru_cache(maxsize=100_000)
def name_code(text: str) -> str | None:
    """Code of the country whose name this is, None if it is no country's name.

    >>> name_code("Syrian Arab Republic"), name_code("U.S."), name_code("Damascus"), name_code("IRAQ")
    ('SY', 'US', None, 'IQ')
    """
    return _code("names", text)


@functools.lru_cache(maxsize=100_000)
def adjective_code(text: str) -> str | None:
    """Code of the country whose adjective this is ("Russian", "U.S.")."""
    return _code("adjectives", text)


@functools.lru_cache(maxsize=100_000)
def people_code(text: str) -> str | None:
    """Code of the country whose people this word names in the plural ("Syrians", "Danes")."""
    return _code("people", text)


@functools.lru_cache(maxsize=100_000)
def capital_code(text: str) -> str | None:
    """Code of the country whose government sits here ("Damascus")."""
    return _code("capitals", text)
