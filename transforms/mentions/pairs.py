"""Names of organizations that hold what other names end at: "Orlo and Banes Police", "a McMoss's"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from transforms.countries import adjective_code, name_code
from transforms.mentions.kinds.organization_signs import organization_nouns
from transforms.mentions.scan import Candidate, Scan
from transforms.mentions.telling_words import head_words, is_role_word
from transforms.names.lexicon import is_common_word, is_forename, is_known_place
from transforms.word_lists import read_set, read_words

_CERTAIN = 3.0  # the vote of a rule for an organization: as much as a word within a name
_OF_A_LINE = 0.5  # the vote of a line of a list for a place: lists of two names in one are of seats and districts
# "The Ministry of Energy and Parliament" are two.
_BODIES = read_words("mentions/institutions.txt") | read_set("mentions/words.csv", "institutions alone")
_FOR = frozenset(("of", "for", "on"))
_ARTICLES = frozenset(("a", "an", "the"))
_LONGEST_OBJECT = 2  # words of each of the things that an organization is for
_MOST_LISTED = 4  # what an organization may be for in a list: "Environment, Forestry and Tourism"
_HALVES = 2  # names in such a line
_LONGEST_LINE = 7  # tokens of a line that is one name: "Orlo and Banes Vale"
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


def join_lists(scans: Sequence[Scan], seen: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, those of organizations drawn out over all that they are for ("Ministry of Environment, Forestry and Tourism"), and
    each line of a list that is two names in one ("Orlo and Mid Banes") as one."""
    listed = [found for c in seen if (found := _with_all_objects(c) or _with_purpose(c)) is not None]
    lines = [found for scan in scans if (found := _line(scan, seen)) is not None]
    joined = [*listed, *lines]
    if not joined:
        return list(seen)
    kept = [c for c in seen if not any(j.scan is c.scan and j.first < c.last and c.first < j.last for j in joined)]
    return sorted([*kept, *joined], key=lambda c: (c.scan.index, c.first))


def _with_all_objects(c: Candidate) -> Candidate | None:
    """An organization's name with all that it is for, None where nothing follows; each object is an English word or two with capitals."""
    words = [t.text for t in c.scan.tokens[c.first : c.last]]
    link = next((i for i, w in enumerate(words) if w in _FOR), None)
    if c.scan.case != "sentence" or link is None or not 0 < link < len(words) - 1 or c.type not in (None, "organization"):
        return None
    if not any(head_words().get(w.casefold()) == "organization" for w in words[:link]) or not _are_objects(words[link + 1 :]):
        return None
    tokens, i = c.scan.tokens, c.last
    for _ in range(_MOST_LISTED):
        mark = c.scan.text_after(i)
        is_last = mark in ("and", "&")
        i += 1 + (mark == "," and c.scan.text_after(i + 1) in ("and", "&"))
        is_last = is_last or tokens[min(i, len(tokens)) - 1].text in ("and", "&")
        first = i
        while i < len(tokens) and i - first < _LONGEST_OBJECT and tokens[i].text[0].isupper():
            i += 1
        if (not is_last and mark != ",") or not _are_objects([t.text for t in tokens[first:i]]):
            return None
        if is_last:
            return Candidate(c.scan, c.first, i, "organization", max(c.weight, 1.0))
    return None


def _with_purpose(c: Candidate) -> Candidate | None:
    """An organization's name with what it is for, behind an article or several words, which the model left out or took for another name:
    "the Marlow Institute for Near Salt Policy", "Carers for a Democratic Union". English words with capitals alone; None for others."""
    if c.scan.case != "sentence" or c.type != "organization" or c.scan.text_after(c.last) != "for":
        return None
    first = c.last + 1 + (c.scan.text_after(c.last + 1) in _ARTICLES)
    last = next((b for a, b in c.scan.runs if a == first), first)
    words = c.scan.words[first:last]
    is_body = any(head_words().get(w.casefold()) == "organization" for w in (c.scan.words[c.last - 1], *words[-1:]))
    are_words = all(is_common_word(w) or adjective_code(w) for w in words) and not any(map(_names_by_itself, words[:1]))
    return Candidate(c.scan, c.first, last, "organization", max(c.weight, 1.0)) if is_body and are_words and len(words) > 1 else None


def _are_objects(words: Sequence[str]) -> bool:
    """Whether words are English ones with capitals, none that stands for a person or an organization of its own."""
    return bool(words) and all(w[0].isupper() and is_common_word(w) and not _names_by_itself(w) for w in words)


def _names_by_itself(word: str) -> bool:
    low = word.casefold()
    return is_role_word(word) or low in _BODIES or low in organization_nouns("kind") or name_code(word) is not None


def _line(scan: Scan, seen: Sequence[Candidate]) -> Candidate | None:
    """The name that a whole line is, of which a candidate is only a half: "Orlo and Mid Banes". None for people and for English words."""
    tokens = scan.tokens
    if scan.reading.passage.part == "title" or len(tokens) > _LONGEST_LINE or len(scan.runs) != _HALVES:
        return None
    (a, b), (x, y) = scan.runs
    is_pair = tokens[b].text == "and" or (
        tokens[b].text == "of" and tokens[b - 1].text.casefold() in read_words("mentions/kinds_of_places.txt")
    )
    if (a, y, x) != (0, len(tokens), b + 1) or not is_pair:
        return None
    words = [t.text for t in tokens if t.text[0].isupper()]
    if all(map(is_common_word, words)) or any(is_forename(tokens[i].text) for i in (a, x)) or any(map(is_role_word, words)):
        return None
    inside = [c for c in seen if c.scan is scan]
    if not inside or any((c.first, c.last) == (a, y) for c in inside):
        return None
    return Candidate(scan, a, y, "place", _OF_A_LINE)


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
