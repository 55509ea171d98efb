"""States and provinces by the letters that stand behind a town."""

from __future__ import annotations

import functools
from typing import NamedTuple

from transforms.word_lists import NameCell, read_table


class _State(NamedTuple):
    code: str
    name: str
    others: NameCell
    country: str
    namesake: bool


@functools.cache
def _by_letters() -> dict[str, str]:
    table: dict[str, str] = {}
    for state in read_table("names/states.csv", _State):
        for letters in (state.code, *state.others):
            table[letters] = state.name
    return table


@functools.cache
def _countries() -> dict[str, str]:
    return {state.name.casefold(): state.country for state in read_table("names/states.csv", _State)}


def is_state(name: str) -> bool:
    """Whether plain small words are the name of a state or province of the list."""
    return name in _countries()


def state_country(name: str) -> str | None:
    """The code of the country of a state or province by its name, None for others.

    >>> state_country("Ohio"), state_country("New Brunswick"), state_country("Orlo")
    ('US', 'CA', None)
    """
    return _countries().get(name.casefold())


@functools.cache
def states_with_namesakes() -> dict[str, str]:
    """The states, in small letters, whose name a city or a country has, too, with the code of the country that they are a state of."""
    table = read_table("names/states.csv", _State)
    return {state.name.casefold().removesuffix(" state"): state.country for state in table if state.namesake}


def shares_its_name(text: str) -> str | None:
    """The state in small letters that this may name, where a city or a country has the same name; None elsewhere.

    >>> [shares_its_name(text) for text in ("New York", "N.Y.", "Wash.", "Georgia", "Ohio")]
    ['new york', 'new york', 'washington', 'georgia', None]
    """
    name = (state_name(text) or text).casefold().removesuffix(" state")
    return name if name in states_with_namesakes() else None


def is_state_letters(text: str) -> bool:
    """Whether these are letters that stand for a state behind a town."""
    return state_name(text) is not None


def state_name(letters: str) -> str | None:
    """The name of the state or province of these letters, None for others. Only behind a town are they its letters.

    Letters with a full stop each stand for words of their own: "N.J.", but no state is "L.A.".

    >>> [state_name(letters) for letters in ("PA", "Pa.", "pa", "N.J.", "L.A.", "Orlo")]
    ['Pennsylvania', 'Pennsylvania', None, 'New Jersey', None, None]
    """
    found = _by_letters().get(letters.replace(".", ""))
    is_parted = letters.count(".") > 1 or "." in letters[:-1]
    return found if found and (" " in found or not is_parted) else None
