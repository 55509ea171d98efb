"""Names of one document that are one: a surname joins the full name, an acronym what it stands for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from transforms.countries import name_code
from transforms.names import SUFFIXES, core_words, name_words, plain
from transforms.records import MentionType

# Words that an acronym passes over.
_UNSOUNDED = frozenset(["of", "the", "and", "for", "in", "on", "to", "a", "an", "de", "la", "del", "des", "du", "et", "y"])


@dataclass(slots=True)
class Surface:
    """One spelling of a name in one document, with what the text says of it. `order` counts first appearances."""

    text: str
    type: MentionType
    count: int
    order: int
    abbreviates: str | None = None
    words: tuple[str, ...] = field(default=(), init=False)

    def __post_init__(self) -> None:
        self.words = core_words(self.text) if self.type == "person" else tuple(w for w in name_words(self.text) if w != "the")


def is_acronym_of(short: str, long: str) -> bool:
    """Whether the short form is made of the first letters of the long one.

    >>> is_acronym_of("NCT", "National Council of Tarsia"), is_acronym_of("HTS", "Hayat Tahrir al-Sham")
    (True, True)
    """
    letters = plain(short).replace(".", "")
    if len(letters) < 2 or not letters.isalpha() or " " in short:
        return False
    words = name_words(long)
    if len(words) < 2:
        return False
    heads = "".join(w[0] for w in words if w not in _UNSOUNDED)
    everything = "".join(w[0] for w in words)
    without_article = "".join(w[0] for w in words if w not in _UNSOUNDED and w not in {"al", "el"})
    return letters in {heads, everything, without_article}


def _is_short_person(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a shorter person name can be the longer one: its words in order, the last the same, initials allowed."""
    if len(short) >= len(full) or not short:
        return False
    if len(short) == 1:
        return short[0] in (full[-1], full[0]) or short[0] in full[1:-1]
    if short[-1] != full[-1]:
        return False
    rest = iter(full[:-1])
    return all(any(w == f or (len(w) == 1 and f.startswith(w)) or (len(f) == 1 and w.startswith(f)) for f in rest) for w in short[:-1])


def _suffix(name: str) -> str | None:
    words = name_words(name)
    return words[-1] if len(words) > 2 and words[-1] in SUFFIXES else None


def cluster_surfaces(surfaces: Sequence[Surface]) -> list[int]:
    """A cluster number for each surface, numbered by first appearance; only surfaces of one type share a cluster."""
    parent = list(range(len(surfaces)))

    def find(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    def join(i: int, j: int) -> None:
        a, b = sorted((find(i), find(j)))
        parent[b] = a

    by_type: dict[str, list[int]] = defaultdict(list)
    for i in sorted(range(len(surfaces)), key=lambda i: surfaces[i].order):
        by_type[surfaces[i].type].append(i)
    for kind, indexes in by_type.items():
        _join_equal(surfaces, indexes, join)
        if kind == "person":
            _join_persons(surfaces, indexes, find, join)
        elif kind in ("organization", "group"):
            _join_bodies(surfaces, indexes, join)
    numbers: dict[int, int] = {}
    for i in sorted(range(len(surfaces)), key=lambda i: surfaces[i].order):
        numbers.setdefault(find(i), len(numbers))
    return [numbers[find(i)] for i in range(len(surfaces))]


def _join_equal(surfaces: Sequence[Surface], indexes: list[int], join) -> None:  # type: ignore[no-untyped-def]
    first: dict[object, int] = {}
    for i in indexes:
        s = surfaces[i]
        key: object = (name_code(s.text) if s.type == "place" else None) or (s.words, _suffix(s.text))
        if key in first:
            join(first[key], i)
        else:
            first[key] = i


def _join_persons(surfaces: Sequence[Surface], indexes: list[int], find, join) -> None:  # type: ignore[no-untyped-def]
    # Longest first, so that "R. Moss" finds "Rita Ann Moss" before "Moss" is looked at.
    for i in sorted(indexes, key=lambda i: (-len(surfaces[i].words), surfaces[i].order)):
        short = surfaces[i].words
        fits = [j for j in indexes if _is_short_person(short, surfaces[j].words)]
        if len(short) == 1:  # by the surname before the forename
            fits = [j for j in fits if surfaces[j].words[-1] == short[0]] or fits
        roots = list(dict.fromkeys(find(j) for j in fits))
        if not roots:
            continue
        if len(roots) > 1:  # two people of one surname: the one named last before, else the first
            before = [j for j in fits if surfaces[j].order < surfaces[i].order]
            join(find(max(before, key=lambda j: surfaces[j].order)) if before else roots[0], i)
        else:
            join(roots[0], i)


def _join_bodies(surfaces: Sequence[Surface], indexes: list[int], join) -> None:  # type: ignore[no-untyped-def]
    for i in indexes:
        s = surfaces[i]
        for j in indexes:
            other = surfaces[j]
            if i == j:
                continue
            if (s.abbreviates and s.abbreviates == plain(other.text)) or is_acronym_of(s.text, other.text):
                join(i, j)
    for i in indexes:
        words = surfaces[i].words
        fits = [j for j in indexes if len(surfaces[j].words) > len(words) and surfaces[j].words[: len(words)] == words and words]
        if not fits and len(words) == 1:  # "the Council" of "City Council", "Tigers" of "Orlo Tigers"
            fits = [j for j in indexes if len(surfaces[j].words) > 1 and surfaces[j].words[-1:] == words]
        if len(fits) == 1 and not name_code(surfaces[i].text):
            join(i, fits[0])


def fullest_name(forms: Counter[str], type_: MentionType) -> str:
    """The form to call a cluster by: the fullest that is usual, not the longest string.

    A form of two words or more beats a single one; among those the more frequent, then the one with more words, then
    the first in the alphabet. Forms in capitals lose to others.
    """

    def rank(item: tuple[str, int]) -> tuple[object, ...]:
        text, count = item
        words = core_words(text) if type_ == "person" else name_words(text)
        return (text.isupper() and len(text) > 5, len(words) < 2, -min(len(words), 3), -count, len(text), text)

    return min(forms.items(), key=rank)[0]
