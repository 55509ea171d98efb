"""What the articles together show of a name: its type where one article could not tell.

Everything here is a count of articles by spelling, so that names added later change only what shares a spelling with them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from transforms.mentions.kinds.votes import surface_key
from transforms.records import DocumentName, MentionType

# How many times as many articles must show one type of a spelling as show another before it takes the articles that show none.
_CLEAR_MAJORITY = 2
POOLED: tuple[MentionType, ...] = ("person", "organization", "place")


def settle_types(names: Sequence[DocumentName]) -> list[DocumentName]:
    """The names, each that its own article shows no type of with the type that other articles show of its spelling.

    A spelling that no article shows a type of takes the type of most. Teams and groups keep theirs.
    """
    shown, told = _count_types(names)
    return [replace(n, type=type_) if (type_ := _type(n, shown, told)) != n.type else n for n in names]


def _count_types(names: Iterable[DocumentName]) -> tuple[dict[str, Counter[MentionType]], dict[str, Counter[MentionType]]]:
    """Articles by spelling and type: those that show the type, and all."""
    shown: dict[str, Counter[MentionType]] = defaultdict(Counter)
    told: dict[str, Counter[MentionType]] = defaultdict(Counter)
    for n in names:
        if n.type not in POOLED or n.sport or "foreign" in n.signs:
            continue
        for form in {surface_key(text) for text in (n.name, *(text for text, _ in n.forms))}:
            told[form][n.type] += 1
            if "shown" in n.signs:
                shown[form][n.type] += 1
    return shown, told


def _type(n: DocumentName, shown: Mapping[str, Counter[MentionType]], told: Mapping[str, Counter[MentionType]]) -> MentionType:
    if n.type not in POOLED or n.sport or "shown" in n.signs or not n.signs:
        return n.type
    key = surface_key(n.name)
    return choose_type(n.type, shown.get(key, {}), told.get(key, {}))


def choose_type(own: MentionType, shown: Mapping[MentionType, int], told: Mapping[MentionType, int]) -> MentionType:
    """The type of a name that its own article calls `own` but does not show, by how many articles show each type of its spelling
    and how many tell it.

    >>> choose_type("person", {}, {"person": 3, "organization": 1})
    'person'
    >>> choose_type("person", {"organization": 2}, {"person": 3, "organization": 2})
    'organization'
    """
    counts = shown or told
    if not counts or (len(counts) == 1 and own in counts):
        return own
    best, most = min(counts.items(), key=lambda item: (-item[1], item[0]))
    return best if best != own and most >= _CLEAR_MAJORITY * counts.get(own, 0) else own
