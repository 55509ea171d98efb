"""Two people of one surname: told apart by their titles ("Sir Owen Moss" and "Lady Moss"), or one of them never named in full."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Mapping, Sequence

from transforms.mentions.roles import find_role
from transforms.mentions.scan import Candidate
from transforms.names.forms import core_words, honorifics, name_words
from transforms.names.lexicon import forename_gender
from transforms.names.short_titles import short_titles
from transforms.word_lists import read_set

_HERS = read_set("mentions/words.csv", "titles of women")
_HIS = read_set("mentions/words.csv", "titles of men")
_KIN = read_set("mentions/words.csv", "kin")

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
    """The title directly before a name, written out in small letters ("dr", "senator" for "Sen."), None where there is none."""
    i = c.first - 1
    if i >= 0 and c.scan.tokens[i].text == ".":
        i -= 1
    word = c.scan.tokens[i].text.casefold().rstrip(".") if i >= 0 else ""
    return short_titles().get(word, word).casefold() if (word,) in honorifics() else None


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


def part_strangers(kept: Sequence[Candidate], clusters: list[int], people: Container[int]) -> None:
    """Gives the surnames of whom an article never names in full a cluster of their own, in place; `people` are the clusters of people.

    A body that says "President Moss" and later "his daughter Ada Moss" speaks of two people: the surname stands before the full name, with
    an office or of a gender that its bearer has nowhere, or the full name is told by whose relative it is.
    """
    of_cluster: dict[int, list[int]] = defaultdict(list)
    for k, number in enumerate(clusters):
        if number in people:
            of_cluster[number].append(k)
    for positions in of_cluster.values():
        if strangers := _find_strangers(kept, positions):
            number = max(clusters) + 1
            for k in strangers:
                clusters[k] = number


def _find_strangers(kept: Sequence[Candidate], positions: Sequence[int]) -> list[int]:
    """The positions of the surnames of one cluster that are somebody else's, all without a title of the full name's bearer."""
    full = [k for k in positions if len(core_words(kept[k].text)) > 1]
    if not full:
        return []
    families = {core_words(kept[k].text)[-1:] for k in full}
    bare = [k for k in positions if core_words(kept[k].text) in families]
    before = [k for k in bare if k < full[0] and kept[k].scan.reading.passage.part == "body"]
    if not before or len(families) > 1:
        return []
    own = {title for k in full if (title := title_of(kept[k]))} | {w for k in full for w in name_words(find_role(kept[k]) or "")}
    gender = next((g for k in full if (g := title_gender(kept[k]) or forename_gender(kept[k].text.split()[0]))), None)
    other_gender = [k for k in bare if gender and (g := title_gender(kept[k])) and g != gender]
    other_office = [k for k in before if (title := title_of(kept[k])) and honorifics().get((title,)) and title not in own]
    has_relative = any(is_relative(kept[k]) for k in full)
    if not (other_gender or has_relative or other_office):
        return []
    if len(full) > len(other_gender) and not (has_relative or other_office):
        return other_gender  # "Lady Moss" once, where it is all about Sir Owen Moss
    return [k for k in bare if not (gender and title_gender(kept[k]) == gender)]


def is_relative(c: Candidate) -> bool:
    """Whether a full name is told by whose relative it is: "his daughter Ada Moss", "Moss’s mother, Ada Moss"."""
    at = c.first - 2 if c.first > 1 and c.scan.tokens[c.first - 1].text == "," else c.first - 1
    return at > 0 and c.scan.tokens[at].text in _KIN


def choose_but_kin(choices: Sequence[int], kin: Container[int], alone: Container[int]) -> Sequence[int]:
    """Those of several people of one surname who are not told by whose relative they are, where one of them is called by it `alone`."""
    others = [n for n in choices if n not in kin]
    return others if any(n in alone for n in others) else choices


def kin_of(kept: Sequence[Candidate], clusters: Sequence[int]) -> frozenset[int]:
    """The clusters of the people whose first full name is told by whose relative they are."""
    first: dict[int, Candidate] = {}
    for c, number in zip(kept, clusters, strict=True):
        if " " in c.text:
            first.setdefault(number, c)
    return frozenset(number for number, c in first.items() if is_relative(c))
