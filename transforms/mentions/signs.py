"""What one article shows of each of its names, for the entities to judge by: each sign is counted once an article."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from transforms.mentions.kinds.votes import surface_key
from transforms.mentions.scan import Candidate
from transforms.records import MentionType, Sign

_ASIDE = "block"


@dataclass(frozen=True, slots=True)
class Occurrences:
    """All occurrences of the names of one cluster, their type, and what the article shows by surface key."""

    candidates: Sequence[Candidate]
    type: MentionType
    shown: Mapping[str, MentionType]
    is_foreign: bool


def _is_shown(o: Occurrences) -> bool:
    """Something beside the model's word shows its type: a forename or a title, a place of the lists or "in", a word of an organization."""
    """Something beside the model's word shows its type: a forename or a title, a place of the lists or "in", a word of an organization."""
    return any(o.shown.get(surface_key(c.text)) == o.type for c in o.candidates)


def _stands_inside(o: Occurrences) -> bool:
    """It stands within a sentence, where a capital says something."""
    """It stands within a sentence, where a capital says something."""
    return any(c.scan.case == "sentence" and c.first > 0 and not c.scan.is_initial(c.first) for c in o.candidates)


def _is_full(o: Occurrences) -> bool:
    """It is a person's full name or a name of several words."""
    """It is a person's full name or a name of several words."""
    return any(" " in c.text for c in o.candidates)


def _is_aside(o: Occurrences) -> bool:
    """It stands only in captions, credits, bylines and posts."""
    """It stands only in captions, credits, bylines and posts."""
    return all(c.scan.reading.passage.part == _ASIDE for c in o.candidates)


def _is_in_headline(o: Occurrences) -> bool:
    """It stands in the title."""
    """It stands in the title."""
    return any(c.scan.reading.passage.part == "title" for c in o.candidates)


def _is_foreign(o: Occurrences) -> bool:
    """Its article is in a language that names are not read in."""
    """Its article is in a language that names are not read in."""
    return o.is_foreign


SIGNS: Mapping[Sign, Callable[[Occurrences], bool]] = {
    "shown": _is_shown,
    "inside": _stands_inside,
    "full": _is_full,
    "aside": _is_aside,
    "headline": _is_in_headline,
    "foreign": _is_foreign,
}


def find_signs(occurrences: Occurrences) -> tuple[Sign, ...]:
    """The signs that hold of a name in its article, in the alphabet's order."""
    return tuple(sorted(sign for sign, holds in SIGNS.items() if holds(occurrences)))
