"""What one article shows of each of its names, for the entities to judge by: each sign is counted once an article."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from transforms.mentions.kinds.votes import surface_key
from transforms.mentions.lone_words import is_heading
from transforms.mentions.scan import Candidate
from transforms.records import MentionType, Sign
from transforms.word_lists import read_set

_ASIDE = "block"
_SHORTEST_PAST = 5  # letters of a word in "ed" that is a verb's past: not "red"


@dataclass(frozen=True, slots=True)
class Occurrences:
    """All occurrences of the names of one cluster, their type, and what the article shows of it.

    `shown` has the type that something beside the model's word shows, `things` the votes for a work, a product, an event or a law, both
    by surface key; `is_unclear` is what `is_unclear_page` says of the article.
    """

    candidates: Sequence[Candidate]
    type: MentionType
    shown: Mapping[str, MentionType]
    is_foreign: bool
    things: Mapping[str, float] = field(default_factory=dict)
    is_unclear: bool = False


def _is_shown(o: Occurrences) -> bool:
    """Something beside the model's word shows its type: a forename or a title, a place of the lists or "in", a word of an organization."""
    return any(o.shown.get(surface_key(c.text)) == o.type for c in o.candidates)


def _stands_inside(o: Occurrences) -> bool:
    """It stands within a sentence, where a capital says something."""
    return any(c.scan.case == "sentence" and c.first > 0 and not c.scan.is_initial(c.first) for c in o.candidates)


def _is_seen(o: Occurrences) -> bool:
    """The model takes it for a name of its type within a sentence."""
    return any(c.type == o.type and c.scan.case == "sentence" for c in o.candidates)


def _is_torn(o: Occurrences) -> bool:
    """The model takes it for a name of another type somewhere."""
    return any(c.type not in (None, o.type) for c in o.candidates)


def _is_like_thing(o: Occurrences) -> bool:
    """Something shows a work, a product, an event or a law, though not enough to decide."""
    return any(o.things.get(surface_key(c.text), 0.0) > 0 for c in o.candidates)


def _is_listed(o: Occurrences) -> bool:
    """It stands only in headings, lists and other lines that are no sentences."""
    return all(is_heading(c) for c in o.candidates)


def _is_full(o: Occurrences) -> bool:
    """It is a person's full name or a name of several words."""
    return any(" " in c.text for c in o.candidates)


def _is_aside(o: Occurrences) -> bool:
    """It stands only in captions, credits, bylines and posts."""
    return all(c.scan.reading.passage.part == _ASIDE for c in o.candidates)


def _is_in_headline(o: Occurrences) -> bool:
    """It stands in the title."""
    return any(c.scan.reading.passage.part == "title" for c in o.candidates)


def _is_unclear(o: Occurrences) -> bool:
    """Most names of its article are of a type that nothing shows: a list, a guide, a shop."""
    return o.is_unclear


def _is_foreign(o: Occurrences) -> bool:
    """Its article is in a language that names are not read in."""
    return o.is_foreign


def _acts(o: Occurrences) -> bool:
    """It does something in a sentence ("Orlo fell", "Orlo has asked"), or is spoken to ("told Orlo")."""
    return any(c.scan.case == "sentence" and (_is_doing(c.scan.text_after(c.last)) or _is_spoken_to(c)) for c in o.candidates)


def _is_doing(word: str) -> bool:
    is_past = len(word) >= _SHORTEST_PAST and word.endswith("ed") and word.islower()
    return is_past or word in read_set("mentions/words.csv", "verbs of whoever acts")


def _is_spoken_to(c: Candidate) -> bool:
    return c.first > 0 and c.scan.tokens[c.first - 1].text in read_set("mentions/words.csv", "before whoever is spoken to")


SIGNS: Mapping[Sign, Callable[[Occurrences], bool]] = {
    "shown": _is_shown,
    "seen": _is_seen,
    "torn": _is_torn,
    "thing": _is_like_thing,
    "inside": _stands_inside,
    "listed": _is_listed,
    "full": _is_full,
    "aside": _is_aside,
    "headline": _is_in_headline,
    "unclear": _is_unclear,
    "foreign": _is_foreign,
    "acts": _acts,
}
# Names of an article from which on their share tells of its kind, and the share of shown ones below which it is unclear.
_ENOUGH_NAMES = 5
_CLEAR_SHARE = 0.45


def is_unclear_page(names: Collection[Occurrences]) -> bool:
    """Whether most names of an article are of a type that nothing beside the model's word shows."""
    return len(names) >= _ENOUGH_NAMES and sum(map(_is_shown, names)) < _CLEAR_SHARE * len(names)


def find_signs(occurrences: Occurrences) -> tuple[Sign, ...]:
    """The signs that hold of a name in its article, in the alphabet's order."""
    return tuple(sorted(sign for sign, holds in SIGNS.items() if holds(occurrences)))
