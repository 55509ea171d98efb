"""Names of writers as catalogues have them, the family name first: "Holm, Ines"."""

from __future__ import annotations

import re

from transforms.word_lists import read_words

_MOST_WORDS = 3  # of the part before or behind the comma: a name of more is a title and an office
_BETWEEN = re.compile(r"\s*;\s*|\s+(?:and|und|et|y|e|&)\s+")
_INITIALS = re.compile(r"(?:[A-Z]\.?[\s-]?)+")


def turn_names(printed: str, *, is_catalogue: bool = False) -> str:
    """The same names with the given name first, where all of them have the family name first. `is_catalogue`: the place is one where names
    stand so, such as the citation of a paper; elsewhere the given names must be known ones or initials, and the family names none.

    >>> turn_names("Holm, Ines; Varga, Piet"), turn_names("Ines Holm, Lomvik"), turn_names("Ines, Piet")
    ('Ines Holm; Piet Varga', 'Ines Holm, Lomvik', 'Ines, Piet')
    """
    parts = [part.strip() for piece in _BETWEEN.split(printed) for part in piece.split(",")]
    if len(parts) < 2 or len(parts) % 2 or printed.count(",") < len(parts) // 2:
        return printed
    pairs = list(zip(parts[::2], parts[1::2], strict=True))
    if all(_is_turned(family, given, is_catalogue) for family, given in pairs):
        return "; ".join(f"{given} {family}" for family, given in pairs)
    return printed


def _is_turned(family: str, given: str, is_catalogue: bool) -> bool:
    if not family or not given or max(len(family.split()), len(given.split())) > _MOST_WORDS or not given[0].isupper():
        return False
    known = read_words("names/forenames.txt")
    first = re.split(r"[\s-]", given.casefold())[0]
    is_given = first in known or _INITIALS.fullmatch(given) is not None
    return is_catalogue or (is_given and not set(family.casefold().split()) & known)
