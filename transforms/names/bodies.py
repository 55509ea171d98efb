"""Bodies that the whole world knows by letters: "EU" and "European Union" are one."""

from __future__ import annotations

import functools
from typing import NamedTuple

from transforms.names.forms import name_words
from transforms.word_lists import NameCell, read_table

# Letters of a name up to which only capitals make it a body's: "WHO", not "Who".
_LETTERS = 4


class KnownBody(NamedTuple):
    """A body by its letters, with the name they stand for and its other names."""

    short: str
    name: str
    others: NameCell


@functools.cache
def known_bodies() -> tuple[KnownBody, ...]:
    """All bodies of the list, in its order."""
    return read_table("names/bodies.csv", KnownBody)


@functools.cache
def _bodies() -> dict[tuple[str, ...], str]:
    table: dict[tuple[str, ...], str] = {}
    for body in known_bodies():
        for name in (body.short, body.name, *body.others):
            table.setdefault(_body_words(name), body.short)
    return table


def _body_words(name: str) -> tuple[str, ...]:
    words = tuple(w for w in name_words(name) if w != "the")
    return ("".join(words),) if len(words) > 1 and all(len(w) == 1 for w in words) else words


def body_letters(name: str) -> str | None:
    """The letters of a body that the list knows under this name, None for others. Words in small letters are no letters.

    >>> body_letters("European Union"), body_letters("E.U."), body_letters("who"), body_letters("Tarsian Union")
    ('EU', 'EU', None, None)
    """
    if name.islower():
        return None
    found = _bodies().get(_body_words(name))
    if found and len(name) <= _LETTERS and not name.replace(".", "").isupper():
        return None  # "Who", "Is"
    return found
