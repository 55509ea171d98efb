"""Two people of one surname whom only their titles tell apart: "Sir Owen Moss" and "Lady Moss"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from transforms.mentions.scan import Candidate
from transforms.names.forms import honorifics
from transforms.names.lexicon import forename_gender
from transforms.word_lists import read_set

_HERS = read_set("mentions/words.csv", "titles of women")
_HIS = read_set("mentions/words.csv", "titles of men")

_OLDER = frozenset(("elder", "older", "senior"))
_YOUNGER = frozenset(("younger", "junior"))


def title_gender(c: Candidate) -> str | None:
    """The gender that the title directly before a name tells, None where there is no such title."""
    i = c.first - 1
    if i >= 0 and c.scan.tokens[i].text == ".":
        i -= 1
    word = c.scan.tokens[i].text.casefold().rstrip(".") if i >= 0 else ""
    return "f" if word in _HERS else "m" if word in _HIS else None


def title_of(c: Candidate) -> str | None:
    """The title directly before a name in small letters ("dr", "senator"), None where there is none."""
    i = c.first - 1
    if i >= 0 and c.scan.tokens[i].text == ".":
        i -= 1
    word = c.scan.tokens[i].text.casefold().rstrip(".") if i >= 0 else ""
    return word if (word,) in honorifics() else None


def choose_by_title(c: Candidate, choices: Sequence[int], titles: Mapping[int, Counter[str]], genders: Mapping[int, str]) -> Sequence[int]:
    """Those of several people of one surname whom the title before it fits: who bears it by the full name ("Dr. Ada Moss", "Dr. Moss"),
    else whose gender it is ("Ms. Moss"). All where it tells nothing."""
    title, gender = title_of(c), title_gender(c)
    bearing = [n for n in choices if title and titles.get(n, Counter())[title]]
    if bearing:
        return bearing
    fitting = [n for n in choices if gender and genders.get(n) == gender] or [n for n in choices if not gender or genders.get(n) is None]
    return fitting or choices


def choose_by_generation(c: Candidate, choices: Sequence[int], suffixes: Mapping[int, str]) -> Sequence[int]:
    """Those of father and son whom the word before the name fits: "the elder Moss" is Ada Moss Sr.; all where it tells nothing."""
    word = c.scan.tokens[c.first - 1].text.casefold() if c.first else ""
    if word in _OLDER:
        return [n for n in choices if suffixes.get(n) == "sr"] or [n for n in choices if n not in suffixes] or choices
    if word in _YOUNGER:
        return [n for n in choices if suffixes.get(n) not in (None, "sr")] or choices
    return choices


def genders_of(kept: Sequence[Candidate], clusters: Sequence[int]) -> dict[int, str]:
    """The gender of each cluster that a title before its full name, or the forename, tells."""
    found: dict[int, str] = {}
    for c, number in zip(kept, clusters, strict=True):
        if " " in c.text and number not in found and (gender := title_gender(c) or forename_gender(c.text.split()[0])):
            found[number] = gender
    return found


def titles_of(kept: Sequence[Candidate], clusters: Sequence[int]) -> dict[int, Counter[str]]:
    """How often each title stands before the full name of each cluster."""
    found: dict[int, Counter[str]] = defaultdict(Counter)
    for c, number in zip(kept, clusters, strict=True):
        if " " in c.text and (title := title_of(c)):
            found[number][title] += 1
    return found


def part_couples(kept: Sequence[Candidate], clusters: list[int]) -> None:
    """Gives the surnames with a title of the other gender than their cluster's a cluster of their own, in place."""
    genders: dict[int, Counter[str]] = defaultdict(Counter)
    titled = [(k, gender) for k, c in enumerate(kept) if (gender := title_gender(c))]
    for k, gender in titled:
        genders[clusters[k]][gender] += 2 if " " in kept[k].text else 1
    new: dict[tuple[int, str], int] = {}
    for k, gender in titled:
        counts = genders[clusters[k]]
        other = "m" if gender == "f" else "f"
        if counts[other] > counts[gender] and " " not in kept[k].text:
            old = clusters[k]
            clusters[k] = new.setdefault((old, gender), max(clusters) + 1)
