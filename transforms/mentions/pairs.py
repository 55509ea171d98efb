"""Names of organizations that hold what other names end at: "Orlo and Banes Police", "a McMoss's"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from transforms.countries import name_code
from transforms.mentions.scan import Candidate, Scan
from transforms.mentions.telling_words import head_words
from transforms.names.lexicon import is_known_place
from transforms.word_lists import read_words

_CERTAIN = 3.0  # the vote of a rule for an organization: as much as a word within a name
_TWICE = 2  # how often an article must write a pair for it to be one name


def join_pairs(scans: Sequence[Scan], seen: Sequence[Candidate]) -> list[Candidate]:
    """The candidates of an article with two as one where it says "A and B Police" again, and A never without B."""
    found = [(scan, a, b) for scan in scans if scan.case == "sentence" for a, b in _pairs(scan)]
    counts = Counter(scan.text(a, b) for scan, a, b in found)
    wanted = {text for text, n in counts.items() if n >= _TWICE and _stands_only_so(text, n, scans)}
    joined = [Candidate(scan, a, b, "organization", _CERTAIN) for scan, a, b in found if scan.text(a, b) in wanted]
    if not joined:
        return list(seen)
    kept = [c for c in seen if not any(j.scan is c.scan and j.first < c.last and c.first < j.last for j in joined)]
    return sorted([*kept, *joined], key=lambda c: (c.scan.index, c.first))


def _pairs(scan: Scan) -> Iterator[tuple[int, int]]:
    for (a, b), (c, d) in zip(scan.runs, scan.runs[1:], strict=False):
        if c == b + 1 and scan.tokens[b].text in ("and", "&") and head_words().get(scan.tokens[d - 1].text.casefold()) == "organization":
            first = a + 1 if scan.tokens[a].text.casefold() in read_words("names/opening_words.txt") else a
            if first < b and not name_code(scan.text(first, b)):
                yield first, d


def _stands_only_so(text: str, times: int, scans: Sequence[Scan]) -> bool:
    """Whether the first half is named only within the pair."""
    first = text.replace("&", "and").split(" and ")[0]
    head = first.split()[0]
    return sum(s.words.count(head) for s in scans) == times


def with_shop_marks(seen: Sequence[Candidate], scans: Sequence[Scan]) -> list[Candidate]:
    """The candidates, the 's drawn into names that never stand without it and own nothing: "the windows of a McMoss's in Orlo"."""
    alone: Counter[str] = Counter()
    for scan in scans:
        for word, after in zip(scan.words, [*scan.words[1:], ""], strict=False):
            alone[word] += after not in ("'s", "’s")
    return [Candidate(c.scan, c.first, c.last + 1, "organization", _CERTAIN) if _owns_nothing(c) and not alone[c.text] else c for c in seen]


def _owns_nothing(c: Candidate) -> bool:
    if c.scan.case != "sentence" or c.last - c.first != 1 or c.type in ("place", "group") or name_code(c.text) or is_known_place(c.text):
        return False
    if c.scan.text_after(c.last) not in ("'s", "’s"):
        return False
    after = c.scan.text_after(c.last + 1)
    return not after or after in read_words("mentions/behind_shops.txt") or not after[0].isalnum()
