"""Votes on the type of a name, summed over one document by surface."""

from __future__ import annotations

from collections.abc import Mapping

from transforms.names.forms import plain
from transforms.records import MentionType

Votes = dict[MentionType, float]
_ORDER: tuple[MentionType, ...] = ("person", "organization", "place", "group")


def surface_key(text: str) -> str:
    """What is one surface in a document: capitals, a leading article and curly apostrophes make no difference."""
    key = plain(text)
    return key[4:] if key.startswith("the ") else key


def best_type(votes: Mapping[MentionType, float]) -> MentionType:
    """The type with most votes; the first in a fixed order among equals."""
    return max(_ORDER, key=lambda t: (votes.get(t, 0.0), -_ORDER.index(t)))
