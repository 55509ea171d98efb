"""Ships: "the ferry Danube Pearl" is no person, organization or place, and neither is the Danube in it."""

from __future__ import annotations

from collections.abc import Container, Sequence

from transforms.mentions.scan import Candidate, Scan
from transforms.mentions.telling_words import is_attribute
from transforms.word_lists import read_set, read_words

_PREFIXES = read_set("mentions/words.csv", "ship prefixes")
_HANDS = read_set("mentions/words.csv", "ship hands")
_BOARDED_REACH = 3  # tokens before a name that may say that somebody is aboard: "a deckhand on the"


def find_ships(scans: Sequence[Scan], words: Container[str]) -> frozenset[tuple[str, ...]]:
    """The words of every ship's name of an article: what a kind of vessel, or a ship's prefix, stands directly before.

    `words` are all the article's.
    """
    kinds = read_words("mentions/vessels.txt")
    names = set()
    speaks_of_ships = any(kind in words for kind in kinds)
    if not speaks_of_ships and not any(prefix in words for prefix in _PREFIXES):
        return frozenset()
    for scan in scans:
        tokens = scan.tokens
        for first, last in scan.runs if scan.case == "sentence" else ():
            if tokens[first].text in _PREFIXES and last - first > 1:
                names.add(_words(scan, first, last))
                names.add(_words(scan, first + 1, last))
                continue
            is_behind_kind = first > 0 and tokens[first - 1].text in kinds and not is_attribute(tokens[first].text)
            if is_behind_kind or (speaks_of_ships and last - first > 1 and _is_boarded(scan, first)):
                names.add(_words(scan, first, last))
    return frozenset(names)


def _is_boarded(scan: Scan, first: int) -> bool:
    """Whether somebody is aboard, or the captain, of what is named: "a deckhand on the Orlo Pearl"."""
    words = [t.text for t in scan.tokens[max(0, first - _BOARDED_REACH) : first]]
    if words[-1:] == ["the"]:
        return words[-2:-1] == ["aboard"] or (words[-2:-1] in (["of"], ["on"]) and words[0] in _HANDS)
    return words[-1:] == ["aboard"]


def is_ship(c: Candidate, ships: frozenset[tuple[str, ...]]) -> bool:
    """Whether a candidate stands in a ship's name. A ship of one word is one only behind an article or its kind ("the Orlo")."""
    tokens = c.scan.tokens
    for words in ships:
        for first in range(max(0, c.last - len(words)), c.first + 1):
            if tuple(t.text for t in tokens[first : first + len(words)]) == words:
                before = tokens[first - 1].text if first else ""
                if len(words) > 1 or before in ("the", "The") or before in read_words("mentions/vessels.txt"):
                    return True
    return False


def _words(scan: Scan, first: int, last: int) -> tuple[str, ...]:
    return tuple(t.text for t in scan.tokens[first:last])
