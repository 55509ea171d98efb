"""Words for the people of a place, made of its name: "the Osmiran minister", "an average Montanan". They name no place, and show one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from transforms.mentions.kinds.votes import Votes, best_type
from transforms.names.lexicon import is_known_place
from transforms.word_lists import read_set

_SHORTEST = 4  # letters of a place that such a word is made of
_SHOWS = 2.0  # what it counts for the place it is made of
_ENDINGS = tuple(sorted(read_set("mentions/words.csv", "endings of demonyms"), key=lambda ending: (-len(ending), ending)))


def settle_demonyms(votes: Mapping[str, Votes]) -> frozenset[str]:
    """The surface keys that are voted places and are words for the people of one: of a place that the lists know, or that the article names
    as well. Adds votes to the latter."""
    found: set[str] = set()
    for key, own in votes.items():
        if own and best_type(own) == "place" and not is_known_place(key):
            for stem in _stems(key):
                if stem in votes:
                    votes[stem]["place"] = votes[stem].get("place", 0.0) + _SHOWS
                if stem in votes or is_known_place(stem):
                    found.add(key)
    return frozenset(found)


def _stems(key: str) -> Iterator[str]:
    """Names of places that a word may be made of.

    >>> list(_stems("osmiran")), list(_stems("moss"))
    (['osmir', 'osmira'], [])
    """
    for ending in _ENDINGS:
        if key.endswith(ending) and len(stem := key.removesuffix(ending)) >= _SHORTEST:
            yield stem
