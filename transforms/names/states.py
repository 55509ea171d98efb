"""States and provinces by the letters that stand behind a town."""

from __future__ import annotations

import functools

from transforms.word_lists import read_rows


@functools.cache
def _by_letters() -> dict[str, str]:
    table: dict[str, str] = {}
    for row in read_rows("names/states.csv"):
        for letters in (row["code"], *row["others"].split("|")):
            if letters:
                table[letters] = row["name"]
    return table


@functools.cache
def _names() -> frozenset[str]:
    return frozenset(name.casefold() for name in _by_letters().values())


def is_state(name: str) -> bool:
    """Whether plain small words are the name of a state or province of the list."""
    return name in _names()


def state_name(letters: str) -> str | None:
    """The name of the state or province of these letters, None for others. Only behind a town are they its letters.

    >>> state_name("PA"), state_name("Pa."), state_name("pa"), state_name("N.J."), state_name("Orlo")
    ('Pennsylvania', 'Pennsylvania', None, 'New Jersey', None)
    """
    return _by_letters().get(letters.replace(".", ""))
