"""A name known from one sentence is found in all the others, and a headline's words are names where the text knows them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from transforms.countries import name_code
from transforms.mentions.kinds.votes import Votes, best_type, surface_key
from transforms.mentions.scan import Candidate, Scan
from transforms.names.forms import core_words
from transforms.names.known_organizations import organization_letters
from transforms.names.lexicon import is_known_place
from transforms.word_lists import read_words

Names = dict[str, list[tuple[str, ...]]]  # the words of names, by the first of them


def find_everywhere(scans: Sequence[Scan], kept: Sequence[Candidate], votes: Mapping[str, Votes]) -> list[Candidate]:
    """The kept candidates, and every other span where one of their names stands; in headlines only what the text or a list knows."""
    by_scan: dict[int, list[Candidate]] = defaultdict(list)
    for c in kept:
        by_scan[c.scan.index].append(c)
    known, spelled = _known_names(kept, votes)
    folded: Names = defaultdict(list)
    for sequences in known.values():
        for words in sequences:
            folded[words[0].casefold()].append(tuple(w.casefold() for w in words))
    out = []
    for scan in scans:
        mine = by_scan[scan.index]
        capitals = scan.case == "capitals"
        is_title = scan.reading.passage.part == "title"
        if scan.case != "sentence" or is_title:
            is_read = scan.case == "sentence"
            mine = [c for c in mine if (is_read and (c.type or _is_listed(c.text))) or _is_confirmed(c, spelled, folded)]
        out += _add_known(scan, mine, folded if capitals else known, capitals)
    return out


def _known_names(kept: Sequence[Candidate], votes: Mapping[str, Votes]) -> tuple[Names, set[str]]:
    """The names that sentences show, and the last words of full names; and how they are spelled."""
    known: Names = defaultdict(list)
    spelled: set[str] = set()
    for c in kept:
        is_headline = c.scan.reading.passage.part == "title" and c.type is None
        if c.scan.case != "sentence" or is_headline or c.text in spelled or (c.type == "group" and not c.text.endswith("s")):
            continue
        spelled.add(c.text)
        words = tuple(t.text for t in c.scan.tokens[c.first : c.last])
        known[words[0]].append(words)
        is_full = len(core_words(c.text)) > 1 and len(words) > 1 and len(words[-1]) > 1
        if is_full and best_type(votes[surface_key(c.text)]) == "person":
            known[words[-1]].append(words[-1:])
    return known, spelled


def _is_listed(text: str) -> bool:
    """Whether the lists know an organization, a place or a people of this name."""
    return bool(name_code(text) or is_known_place(text) or organization_letters(text))


def _is_confirmed(c: Candidate, spelled: set[str], folded: Names) -> bool:
    """Whether a name of a headline is one that the text knows, or a country's."""
    if c.text in spelled or name_code(c.text):
        return True
    words = tuple(t.text.casefold() for t in c.scan.tokens[c.first : c.last])
    return words in folded.get(words[0], ()) or not spelled


def _add_known(scan: Scan, mine: list[Candidate], known: Names, capitals: bool) -> list[Candidate]:
    here = [w.casefold() for w in scan.words] if capitals else scan.words
    at = [i for i, word in enumerate(here) if word in known]
    if not at:
        return mine
    taken = bytearray(len(here))
    for c in mine:
        taken[c.first : c.last] = b"\x01" * (c.last - c.first)
    common = read_words("names/opening_words.txt")
    for i in at:
        if taken[i]:
            continue
        best = 0
        for words in known[here[i]]:
            n = len(words)
            if n > best and tuple(here[i : i + n]) == words and not any(taken[i : i + n]):
                if n == 1 and here[i].casefold() in common and (scan.is_initial(i) or scan.case != "sentence"):
                    continue
                best = n
        if best:
            mine.append(Candidate(scan, i, i + best, None, 0.0))
            taken[i : i + best] = b"\x01" * best
    return sorted(mine, key=_first)


def _first(c: Candidate) -> int:
    return c.first
