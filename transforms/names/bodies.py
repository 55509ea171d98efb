"""Bodies that the whole world knows by letters: "EU" and "European Union" are one."""

from __future__ import annotations

import functools

from transforms.names.forms import name_words
from transforms.word_lists import read_rows


@functools.cache
def _bodies() -> dict[tuple[str, ...], str]:
    table: dict[tuple[str, ...], str] = {}
    for row in read_rows("names/bodies.csv"):
        for name in (row["short"], row["name"], *row["others"].split("|")):
            if name:
                table.setdefault(_body_words(name), row["short"])
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
    if found and len(name) <= 4 and not name.replace(".", "").isupper():
        return None  # "Who", "Is"
    return found
