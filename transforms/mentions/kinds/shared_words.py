"""A word that is a person's name and a place's: in an article on Denise Jordan, "Jordan" is she, but not "in Jordan"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from transforms.countries import adjective_code, capital_code, name_code, people_code
from transforms.mentions.kinds.evidence import context_votes
from transforms.mentions.kinds.types import family_words
from transforms.mentions.scan import Candidate, Scan
from transforms.mentions.special_spans import DATELINE
from transforms.names.forms import core_words
from transforms.records import MentionType


def find_people_called_as_places(
    scans: Sequence[Scan], kept: Sequence[Candidate], keys: Mapping[int, str], types: Mapping[str, MentionType], teams: Collection[str]
) -> frozenset[int]:
    """The ids of the candidates that stand for a person by a word that is typed a place.

    A full name with the word comes first. Places they stay where most of them stand as places do ("in Jordan"), or where the
    article speaks of that country in other words, too ("Jordanian", "Amman").
    """
    words: dict[str, int] = {}
    for at, c in enumerate(kept):
        key = keys[id(c)]
        if types[key] == "person" and len(core := core_words(c.text)) > 1 and c.scan.reading.passage.part != "title":
            for word in (*family_words(key), core[0]):
                words.setdefault(word, at)
    rivals: dict[str, list[tuple[int, Candidate]]] = defaultdict(list)
    for at, c in enumerate(kept):
        key = keys[id(c)]
        if key in words and types[key] == "place" and key not in teams and not (c.type == "place" and c.weight >= DATELINE):
            rivals[key].append((at, c))
    found: set[int] = set()
    for key, seen in rivals.items():
        loose = [(at, c) for at, c in seen if not _stands_as_place(c)]
        in_text = [at for at, c in loose if c.scan.reading.passage.part != "title"]
        if 2 * len(loose) >= len(seen) and (not in_text or min(in_text) > words[key]) and not _is_spoken_of(key, scans):
            found.update(id(c) for _, c in loose)
    return frozenset(found)


def _stands_as_place(c: Candidate) -> bool:
    tokens = c.scan.tokens
    if c.first > 1 and tokens[c.first - 1].text == "," and tokens[c.first - 2].text[0].isupper() and c.scan.text_after(c.last) != "who":
        return True  # "Amman, Jordan"
    return sum(v.weight if v.type == "place" else -v.weight for v in context_votes(c) if v.type in ("place", "person")) > 0


def _is_spoken_of(key: str, scans: Sequence[Scan]) -> bool:
    """Whether the article names the people, the language or the capital of the country of this name."""
    code = name_code(key)
    return code is not None and any(
        code in (adjective_code(t.text), people_code(t.text), capital_code(t.text))
        for s in scans
        for t in s.tokens
        if t.text[0].isupper() and t.text.casefold() != key
    )
