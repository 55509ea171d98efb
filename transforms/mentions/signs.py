"""What one article shows of each of its names, for the entities to judge by: each sign is counted once an article."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from transforms.mentions.candidates import Candidate
from transforms.mentions.kinds.votes import surface_key
from transforms.records import MentionType

_ASIDE = "block"


@dataclass(frozen=True, slots=True)
class Occurrences:
    """All occurrences of the names of one cluster, their type, and what the article shows by surface key."""

    candidates: Sequence[Candidate]
    type: MentionType
    shown: Mapping[str, MentionType]
    is_foreign: bool


def _is_shown(o: Occurrences) -> bool:
    return any(o.shown.get(surface_key(c.text)) == o.type for c in o.candidates)


def _stands_inside(o: Occurrences) -> bool:
    return any(c.scan.case == "sentence" and c.first > 0 and not c.scan.is_initial(c.first) for c in o.candidates)


def _is_full(o: Occurrences) -> bool:
    return any(" " in c.text for c in o.candidates)


def _is_aside(o: Occurrences) -> bool:
    return all(c.scan.reading.passage.part == _ASIDE for c in o.candidates)


def _is_in_headline(o: Occurrences) -> bool:
    return any(c.scan.reading.passage.part == "title" for c in o.candidates)


def _is_foreign(o: Occurrences) -> bool:
    return o.is_foreign


SIGNS: Mapping[str, Callable[[Occurrences], bool]] = {
    "shown": _is_shown,
    "inside": _stands_inside,
    "full": _is_full,
    "aside": _is_aside,
    "headline": _is_in_headline,
    "foreign": _is_foreign,
}


def find_signs(occurrences: Occurrences) -> tuple[str, ...]:
    """The signs that hold of a name in its article, in the alphabet's order."""
    return tuple(sorted(sign for sign, holds in SIGNS.items() if holds(occurrences)))
