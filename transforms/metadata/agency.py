"""News agencies by the forms in which their copy is signed."""

from __future__ import annotations

import functools

from transforms.word_lists import any_of, read_rows


@functools.cache
def agency_forms() -> dict[str, str]:
    """Every form of an agency's name to its short name."""
    forms = {}
    for row in read_rows("pages/agencies.csv"):
        for form in (row["short"], *row["forms"].split("|")):
            forms[form] = row["short"]
    return forms


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
