"""News agencies by the forms in which their copy is signed."""

from __future__ import annotations

import functools
from typing import NamedTuple

from transforms.word_lists import NameCell, any_of, read_table


class Agency(NamedTuple):
    """A news agency: its short name, and the other forms in which its copy is signed."""

    short: str
    forms: NameCell


@functools.cache
def known_agencies() -> tuple[Agency, ...]:
    """All agencies of the list, in its order."""
    return read_table("pages/agencies.csv", Agency)


@functools.cache
def agency_forms() -> dict[str, str]:
    """Every form of an agency's name to its short name."""
    return {form: agency.short for agency in known_agencies() for form in (agency.short, *agency.forms)}


@functools.cache
def agency_pattern() -> str:
    """A regular expression for any agency's name, the longer forms first."""
    return f"(?:{any_of(agency_forms())})"


def find_agency(text: str) -> str | None:
    """The short name of the agency that the whole text names, or None.

    >>> find_agency("The Associated Press"), find_agency("Agence France-Presse"), find_agency("Anna Orlo")
    ('AP', 'AFP', None)
    """
    stripped = text.strip(" .,;:()[]-–—/")
    return agency_forms().get(stripped) or (agency_forms().get(stripped.upper()) if len(stripped) > 2 and stripped.isupper() else None)
