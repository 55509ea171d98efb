"""Keys by which names meet: what is not linked by one, straight or through others, does not decide about a name.

The rules that join names ask other names by keys (a family name, letters, the first word of an organization). So each name has keys by
which it asks and keys by which it can be found; a key that nobody asks by links nothing. Names that are linked are looked at together.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from transforms.entities.corrections import Corrections
from transforms.entities.nodes import NameNode
from transforms.entities.organizations import list_organization_links
from transforms.entities.people import list_person_links
from transforms.entities.places import list_place_links
from transforms.names.forms import name_words
from transforms.names.keys import Key
from transforms.records import MentionType

Link = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class LinkKeys:
    """Keys of a name, 64 bits each, in ascending order: those by which it asks, and those by which it is found."""

    asks: tuple[int, ...]
    offers: tuple[int, ...]


def link_keys(node: NameNode, corrections: Corrections) -> LinkKeys:
    """The keys by which a name asks for others, and by which others find it."""
    asks: set[int] = set()
    offers: set[int] = set()
    for is_asking, link in _list_links(node, corrections):
        (asks if is_asking else offers).add(_hash(node.type, *link))
    return LinkKeys(tuple(sorted(asks)), tuple(sorted(offers)))


def number_name(type_: MentionType, key: Key, mark: str | None) -> int:
    """What the lake calls a name: a signed integer of 64 bits, the same for equal names."""
    return _hash(type_, "name", key, mark)


def _list_links(node: NameNode, corrections: Corrections) -> Iterator[tuple[bool, Link]]:
    """Each key before it is hashed, with whether the name asks by it."""
    if node.type == "person":
        yield from list_person_links(node)
    elif node.type == "place":
        yield from list_place_links(node)
    else:
        yield from list_organization_links(node)
    if corrections.same or corrections.different:
        yield from _list_corrected(node, corrections)


def _list_corrected(node: NameNode, corrections: Corrections) -> Iterable[tuple[bool, Link]]:
    """Keys of what a user joins or keeps apart."""
    spellings = {name_words(text) for m in node.members for text in (m.name, *(form for form, _ in m.forms))}
    for number, words in enumerate(corrections.same):
        if words & spellings:
            yield True, ("same", number)
    for pair in corrections.different:
        if pair & spellings:
            yield True, ("different", *sorted(pair))


def _hash(*parts: object) -> int:
    return int.from_bytes(hashlib.blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)
