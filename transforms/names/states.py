"""States and provinces by the letters that stand behind a town."""

from __future__ import annotations

import functools
from typing import NamedTuple

from transforms.word_lists import NameCell, read_table


class _State(NamedTuple):
    code: str
    name: str
    others: NameCell


@functools.cache
def _by_letters() -> dict[str, str]:
    table: dict[str, str] = {}
    for state in read_table("names/states.csv", _State):
        for letters in (state.code, *state.others):
            table[letters] = state.name
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
