"""Ships: "the ferry Danube Pearl" is no person, body or place, and neither is the Danube in it."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.mentions.candidates import Candidate, Scan, is_attribute
from transforms.word_lists import read_words

_PREFIXES = frozenset(("USS", "HMS", "HMAS", "HMCS", "MV", "M/V", "SS", "RMS", "RRS", "INS"))


def find_ships(scans: Sequence[Scan]) -> frozenset[tuple[str, ...]]:
    """The words of every ship's name of an article: what a kind of vessel, or a ship's prefix, stands directly before."""
    kinds = read_words("vessels.txt")
    names = set()
    for scan in scans:
        tokens = scan.tokens
        for first, last in scan.runs if scan.case == "sentence" else ():
            if tokens[first].text in _PREFIXES and last - first > 1:
                names.add(_words(scan, first, last))
                names.add(_words(scan, first + 1, last))
            elif first and tokens[first - 1].text in kinds and not is_attribute(tokens[first].text):
                names.add(_words(scan, first, last))
    return frozenset(names)


def is_ship(c: Candidate, ships: frozenset[tuple[str, ...]]) -> bool:
    """Whether a candidate stands in a ship's name. A ship of one word is one only behind an article or its kind ("the Orlo")."""
    tokens = c.scan.tokens
    for words in ships:
        for first in range(max(0, c.last - len(words)), c.first + 1):
            if tuple(t.text for t in tokens[first : first + len(words)]) == words:
                before = tokens[first - 1].text if first else ""
                return len(words) > 1 or before in ("the", "The") or before in read_words("vessels.txt")
    return False


def _words(scan: Scan, first: int, last: int) -> tuple[str, ...]:
    return tuple(t.text for t in scan.tokens[first:last])
