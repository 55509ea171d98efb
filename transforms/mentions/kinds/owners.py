"""Whose organization: the country that "the Foreign Ministry" of an article belongs to, where nothing beside the name says so."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from transforms.countries import adjective_code, capital_code, country, name_code, people_code
from transforms.mentions.scan import Candidate, Scan
from transforms.mentions.special_spans import DATELINE
from transforms.names.keys import is_owned_organization, list_possible_owners, name_key
from transforms.names.states import state_country

# What a country word counts: in the dateline, in the title, and near the first naming of the organization.
_IN_DATELINE = 4.0
_IN_TITLE = 2.0
_NEAR = 2.0
_REACH = 40  # tokens before the first naming that are near it
_COUNTRY_LENGTHS = (3, 2, 1)  # words of a country, the most first
# Of all that is counted, what a country must have, and what that of the dateline.
_SHARE = 0.6
_HOME_SHARE = 0.3


def find_owners(
    scans: Sequence[Scan], kept: Sequence[Candidate], named: Iterable[tuple[str, str]], dateline: str | None = None
) -> dict[str, str]:
    """The code of the country of each organization whose name says none, by its text.

    It is the country that the article was written from, by its dateline, if it speaks of it at all; else the country that
    most of the article speaks of.
    """
    organizations: dict[str, Candidate] = {}
    for c, (text, type_) in zip(kept, named, strict=True):
        if type_ == "organization" and text not in organizations and is_owned_organization(name_key(text, "organization")):
            organizations[text] = c
    if not organizations:
        return {}
    home = _home(kept, dateline)
    everywhere = _count_everywhere(scans)
    owners = {}
    for text, c in organizations.items():
        counts = everywhere + _count_before(c)
        if home:
            counts[home] += _IN_DATELINE  # type: ignore[assignment]
        possible = list_possible_owners(name_key(text, "organization"))
        if possible:
            owners[text] = max(possible, key=lambda code: (counts[code], -possible.index(code)))
            continue
        code, most = max(counts.items(), key=lambda item: (item[1], item[0]), default=("", 0.0))
        if home and counts[home] >= _HOME_SHARE * sum(counts.values()):
            code, most = home, sum(counts.values())
        if most >= _SHARE * sum(counts.values()) and country(code) is not None:
            owners[text] = code
    return owners


def _home(kept: Sequence[Candidate], dateline: str | None) -> str | None:
    """The country of the dateline: of one that the page gives apart, or that stands in the text."""
    places = [p.strip() for p in (dateline or "").split(",")] + [c.text for c in kept if c.type == "place" and c.weight >= DATELINE]
    return next((code for p in places if p and (code := name_code(p) or capital_code(p))), None)


def _count_everywhere(scans: Sequence[Scan]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for scan in scans:
        weight = _IN_TITLE if scan.reading.passage.part == "title" else 1.0
        for code in _codes(scan, 0, len(scan.tokens)):
            counts[code] += weight  # type: ignore[assignment]
    return counts


def _count_before(c: Candidate) -> Counter[str]:
    return Counter({code: n * _NEAR for code, n in Counter(_codes(c.scan, max(0, c.first - _REACH), c.first)).items()})


def _codes(scan: Scan, first: int, last: int) -> Iterator[str]:
    """The country of every word, or of two or three, that names one, its people, its capital or a state of it."""
    words = scan.words
    reach = first
    for i in range(first, last):
        if i < reach or not words[i][0].isupper():
            continue
        is_longer = i + 1 < last and (words[i + 1][0].isupper() or words[i + 1] in ("of", "and"))
        for n in _COUNTRY_LENGTHS if is_longer else (1,):
            if i + n <= last and (code := _code(scan.text(i, i + n) if n > 1 else words[i])):
                yield code
                reach = i + n
                break


@functools.lru_cache(maxsize=50_000)
def _code(text: str) -> str | None:
    return name_code(text) or adjective_code(text) or people_code(text) or capital_code(text) or state_country(text)
