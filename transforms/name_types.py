"""One type for each name of a document, from all its votes and from the names it is part of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from transforms.countries import capital_code, name_code
from transforms.names import core_words, name_words
from transforms.records import MentionType

Votes = dict[MentionType, float]
_ORDER: tuple[MentionType, ...] = ("person", "organization", "place", "group")


def best_type(votes: Mapping[MentionType, float]) -> MentionType:
    """The type with most votes; the first in a fixed order among equals."""
    return max(_ORDER, key=lambda t: (votes.get(t, 0.0), -_ORDER.index(t)))


def settle_types(votes: Mapping[str, Votes], teams: frozenset[str]) -> dict[str, MentionType]:
    """The type of each surface key.

    Teams are organisations. A surname or forename takes the type of the full name of a person, unless it is a
    country or a capital that its own votes call a place; the first words of a body take the body's.
    """
    types = {key: "organization" if key in teams else best_type(v) for key, v in votes.items()}
    persons: dict[str, set[str]] = defaultdict(set)
    bodies: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for key, type_ in types.items():
        if type_ == "person":
            words = core_words(key)
            if len(words) > 1:
                persons[words[-1]].add(key)
        elif type_ == "organization":
            words = name_words(key)
            for n in range(1, len(words)):
                bodies[words[:n]].add(key)
    for key in votes:
        if key in teams:
            continue
        words = core_words(key)
        if len(words) == 1 and words[0] in persons:
            own = votes[key]
            if (name_code(key) or capital_code(key)) and own.get("place", 0.0) > own.get("person", 0.0):
                continue
            types[key] = "person"
        elif types[key] == "person" and len(words) <= 2 and (found := bodies.get(name_words(key))) and len(found) == 1:
            types[key] = "organization"
    return types
