"""What one document calls a place in short: "the South" a country, "O'Moss" the airport of the name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from transforms.disjoint_sets import DisjointSets
from transforms.names.forms import plain
from transforms.names.keys import is_known
from transforms.word_lists import read_set

if TYPE_CHECKING:
    from transforms.mentions.coreference import Surface

_AIRPORT = " airport"
_KINDS_OF_AIRPORT = read_set("mentions/words.csv", "kinds of airport")


def join_place_forms(surfaces: Sequence[Surface], indexes: Sequence[int], sets: DisjointSets) -> None:
    """Joins what places of a document are called in short to the only place that it can mean, by their positions in `surfaces`."""
    sides = read_set("mentions/words.csv", "compass")
    airports = {i: set(parts_of_airport(plain(surfaces[i].text))) for i in indexes}
    for i in indexes:
        words, text = surfaces[i].words, plain(surfaces[i].text)
        if len(words) == 1 and words[0] in sides:  # "The South" is the only country of the article whose name begins so
            fits = [j for j in indexes if plain(surfaces[j].text).startswith(words[0] + " ") and is_known(surfaces[j].key)]
        else:
            fits = [j for j in indexes if text in airports[j]]
        if len({sets.find(j) for j in fits}) == 1:
            sets.join(fits[0], i)


def parts_of_airport(name: str) -> Iterator[str]:
    """What a text calls an airport in short, of a name in small letters; not its town.

    >>> list(parts_of_airport("orlo moss international airport")), list(parts_of_airport("orlo airport"))
    (['orlo moss', 'moss'], [])
    """
    words = [w for w in name.removesuffix(_AIRPORT).split() if w not in _KINDS_OF_AIRPORT]
    if name.endswith(_AIRPORT) and len(words) > 1:
        yield " ".join(words)
        yield words[-1]
