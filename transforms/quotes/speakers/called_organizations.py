"""What a document calls its organizations: "the airline Orlo Air", "Orlo Air, a small airline", so that "the airline said" is known."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from transforms.nlp import Passage, Reading
from transforms.records import Mention
from transforms.word_lists import WordCell, read_table

# "the parcel company [Orlo]", "the operator, [Orlo],".
_BEFORE = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[\w’']+[’']s)\s(?:[\w’'\-]+\s){0,4}?([a-z][a-z\-]+),?\s$")
# "[Orlo], a small airline", "[Orlo], the Tarsian maker of frozen fish".
_BEHIND = re.compile(r",\s(?:the|an?)\s(?:[\w’'\-]+\s){0,4}?([a-z][a-z\-]+)(?=,|\.|\sof\s|\sthat\s|\swhich\s|\sin\s|\sbased\s)")
_REACH = 60
# What stands behind the head of a name.
_COMPLEMENT = re.compile(r"\s(?:of|for|on|in|and)\s")


class _Kind(NamedTuple):
    noun: str
    heads: WordCell


def find_called_organizations(readings: Sequence[Reading], mentions: Sequence[Mention]) -> Mapping[str, frozenset[int]]:
    """The clusters of the organizations that each noun calls, by the noun in small letters.

    A noun counts where it stands as title or apposition beside the name, or is its head ("the Orlo Museum", "Ministry of Trade").
    """
    passages: dict[tuple[str, int | None], list[Passage]] = {}
    for reading in readings:
        passages.setdefault((reading.passage.part, reading.passage.block_ordinal), []).append(reading.passage)
    called: dict[str, set[int]] = defaultdict(set)
    for m in mentions:
        if m.type != "organization":
            continue
        if " " in m.name:
            called[head_of(m.name)].add(m.cluster)
        for passage in passages.get((m.part, m.block_ordinal), ()):
            start, end = m.start_char - passage.start, m.end_char - passage.start
            if not 0 <= start < end <= len(passage.text):
                continue
            for match in (_BEFORE.search(passage.text, max(0, start - _REACH), start), _BEHIND.match(passage.text, end)):
                if match is not None:
                    called[match.group(1)].add(m.cluster)
    return {noun: frozenset(clusters) for noun, clusters in called.items()}


def head_of(name: str) -> str:
    """What a name says that an organization is, in small letters: its last word, or the last before "of" and the like.

    >>> head_of("Orlo Museum"), head_of("Ministry of Trade")
    ('museum', 'ministry')
    """
    return _COMPLEMENT.split(name)[0].rpartition(" ")[2].lower()


@functools.cache
def organization_kinds() -> Mapping[str, frozenset[str]]:
    """The heads of the names of organizations that a noun may call."""
    return {row.noun: frozenset(row.heads) for row in read_table("quotes/organization_kinds.csv", _Kind)}
