"""Organizations that the whole world knows: by letters ("EU" and "European Union" are one), or by a name that is hardly anything else."""

from __future__ import annotations

import functools
from typing import NamedTuple

from transforms.names.forms import name_words
from transforms.word_lists import NameCell, read_lines, read_table

# Letters of a name up to which only capitals make it an organization's: "WHO", not "Who".
_LETTERS = 4


class KnownOrganization(NamedTuple):
    """An organization by its letters, with the name they stand for and its other names."""

    short: str
    name: str
    others: NameCell


@functools.cache
def known_organizations() -> tuple[KnownOrganization, ...]:
    """All organizations of the list, in its order."""
    return read_table("names/organizations.csv", KnownOrganization)


@functools.cache
def _organizations() -> dict[tuple[str, ...], str]:
    table: dict[tuple[str, ...], str] = {}
    for organization in known_organizations():
        for name in (organization.short, organization.name, *organization.others):
            table.setdefault(_organization_words(name), organization.short)
    return table


def _organization_words(name: str) -> tuple[str, ...]:
    words = tuple(w for w in name_words(name) if w != "the")
    return ("".join(words),) if len(words) > 1 and all(len(w) == 1 for w in words) else words


def organization_letters(name: str) -> str | None:
    """The letters of an organization that the list knows under this name, None for others. Words in small letters are no letters.

    >>> [organization_letters(name) for name in ("European Union", "E.U.", "who", "Tarsian Union")]
    ['EU', 'EU', None, None]
    """
    if name.islower():
        return None
    found = _organizations().get(_organization_words(name))
    if found and len(name) <= _LETTERS and name != found and not name.replace(".", "").isupper():
        return None  # "Who", "Is"
    return found


@functools.cache
def _brands() -> frozenset[tuple[str, ...]]:
    return frozenset(_organization_words(line) for line in read_lines("names/brands.txt"))


def is_known_organization(name: str) -> bool:
    """Whether the lists know an organization of this name, by letters or not.

    >>> is_known_organization("NATO"), is_known_organization("Reuters"), is_known_organization("reuters"), is_known_organization("Orlo")
    (True, True, False, False)
    """
    return bool(organization_letters(name)) or is_brand(name)


def is_brand(name: str) -> bool:
    """Whether the lists know an organization by this very name."""
    return not name.islower() and _organization_words(name) in _brands()
