"""Votes on the type of a name, summed over one document by surface."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from transforms.names.forms import plain
from transforms.records import MentionType

Votes = dict[MentionType, float]
_ORDER: tuple[MentionType, ...] = ("person", "organization", "place", "group")


@functools.lru_cache(maxsize=100_000)
def surface_key(text: str) -> str:
    """What is one surface in a document: capitals, a leading article and curly apostrophes make no difference."""
    key = plain(text)
    return key[4:] if key.startswith("the ") else key


def best_type(votes: Mapping[MentionType, float]) -> MentionType:
    """The type with most votes; the first in a fixed order among equals."""
    best, most = _ORDER[0], votes.get(_ORDER[0], 0.0)
    for type_ in _ORDER[1:]:
        if (weight := votes.get(type_, 0.0)) > most:
            best, most = type_, weight
    return best
