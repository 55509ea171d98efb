"""Names in a text whose language the model does not know: only those that capitals and the lists make certain."""

from __future__ import annotations

from collections.abc import Iterator

from transforms.countries import capital_code, name_code
from transforms.mentions.scan import Candidate, Scan
from transforms.names.forms import PARTICLES
from transforms.names.known_organizations import organization_letters
from transforms.names.lexicon import is_common_word, is_forename, is_known_place
from transforms.names.tokens import is_name_word

_LONGEST = 3  # words of a person's name behind the forename that are taken without a model
_LISTED_LENGTH = 3  # words of a country, city or organization of the lists that are looked for
_SURE = 2.0  # the weight of a name that the lists support


def foreign_candidates(scan: Scan) -> Iterator[Candidate]:
    """Countries, cities and organizations that the lists know, and forenames with the words of capitals behind them."""
    tokens = scan.tokens
    for first, last in scan.runs:
        i = first
        while i < last:
            if found := _listed(scan, i, last):
                yield found
                i = found.last
            elif tokens[i].text[0].isupper() and is_forename(tokens[i].text) and (end := _end_of_person(scan, i, last)) > i + 1:
                yield Candidate(scan, i, end, "person", _SURE)
                i = end
            else:
                i += 1


def _listed(scan: Scan, first: int, last: int) -> Candidate | None:
    for n in range(min(_LISTED_LENGTH, last - first), 0, -1):
        text = scan.text(first, first + n)
        if name_code(text) or capital_code(text) or (is_known_place(text) and not is_common_word(text)):
            return Candidate(scan, first, first + n, "place", _SURE)
        if organization_letters(text):
            return Candidate(scan, first, first + n, "organization", _SURE)
    return None


def _end_of_person(scan: Scan, first: int, last: int) -> int:
    """Where a person's name ends that begins with a forename: behind at most three more words, particles inside."""
    tokens = scan.tokens
    end = first + 1
    while end < last and end - first <= _LONGEST and (is_name_word(tokens[end].text) or tokens[end].text in PARTICLES):
        if tokens[end].text.isupper() and len(tokens[end].text) > 1:
            break
        end += 1
    while end > first + 1 and not tokens[end - 1].text[0].isupper():
        end -= 1
    return end
