"""Names of one document that are one: a surname joins the full name, letters what they stand for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from transforms.disjoint_sets import DisjointSets
from transforms.mentions.place_forms import join_place_forms
from transforms.mentions.units import goes_on_from_known, is_branch, is_like_unit, is_object, is_unit_of_known
from transforms.names.forms import name_words, plain
from transforms.names.keys import Key, Words, is_known, name_key, spell_part, suffix_of
from transforms.names.lexicon import is_forename
from transforms.names.sounds import full_name_block, given_distance, same_given, same_sound, sound_block, sound_distance
from transforms.records import MentionType
from transforms.word_lists import read_set

# Words that letters pass over.
_UNSOUNDED = read_set("mentions/words.csv", "unsounded")
# Single words that are an organization of their own: "the House" is not the White House.
_INSTITUTIONS = frozenset((word,) for word in read_set("mentions/words.csv", "institutions alone"))
GENERATIONS = frozenset(("jr", "sr"))  # suffixes that no ruler bears
_SELDOM = 3  # times as often a full name must stand as one that puts a forename before it for the two to be relatives
_HARDLY_EVER = 10  # times as often an organization must stand as a longer name that it is part of for that to be its unit's or product's


@dataclass(slots=True)
class Surface:
    """One spelling of a name in one document. `order` counts first appearances, `below` those below the title, which shortens names (-1:
    in the title alone). `linked` are the positions in the list of surfaces that the text itself says are the same ("also known as").
    """

    text: str
    type: MentionType
    count: int
    order: int
    linked: tuple[int, ...] = ()
    below: int | None = None
    key: Key = field(default=(), init=False)
    words: Words = field(default=(), init=False)
    suffix: str | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        self.key = name_key(self.text, self.type)
        self.words = tuple(map(spell_part, self.key))
        self.suffix = suffix_of(self.text) if self.type == "person" else None

    @property
    def introduced(self) -> int:
        """Where among all names the text first has it."""
        return self.order if self.below is None else self.below


@dataclass(slots=True)
class Clusters:
    """A cluster number for each surface, by first appearance, and for a short form that fits several: all of them."""

    numbers: list[int]
    choices: dict[int, tuple[int, ...]]


def is_acronym_of(short: str, long: str) -> bool:
    """Whether the short form is made of the first letters of the long one.

    >>> is_acronym_of("NCT", "National Council of Tarsia"), is_acronym_of("HTS", "Hayat Tahrir al-Sham")
    (True, True)
    """
    letters = plain(short).replace(".", "")
    return len(letters) > 1 and letters.isalpha() and letters in acronyms(long)


def acronyms(name: str) -> frozenset[str]:
    """The letters a name of several words can go by: of all words, or without the small ones."""
    words = name_words(name)
    if len(words) < 2:
        return frozenset()
    heads = "".join(w[0] for w in words if w not in _UNSOUNDED)
    full = "".join(w[0] for w in words)
    no_article = "".join(w[0] for w in words if w not in _UNSOUNDED and w not in {"al", "el"})
    with_the = f"t{heads}" if words[0] == "the" else ""  # TERI, The Energy and Resources Institute
    return frozenset(a for a in (heads, full, no_article, with_the) if len(a) > 1)


def cluster_surfaces(surfaces: Sequence[Surface]) -> Clusters:
    """The surfaces of one document as clusters; only surfaces of one type share one.

    A surname that fits two people is no cluster's: `choices` names both, for what stands around it to decide.
    """
    sets = DisjointSets(len(surfaces))
    by_type: dict[str, list[int]] = defaultdict(list)
    for i in sorted(range(len(surfaces)), key=lambda i: surfaces[i].order):
        by_type[surfaces[i].type].append(i)
    open_to: dict[int, list[int]] = {}
    for kind, indexes in by_type.items():
        _join_equal(surfaces, indexes, sets)
        if kind == "person":
            _join_full_names(surfaces, indexes, sets)
            _join_linked(surfaces, indexes, sets)
            open_to |= _join_short_names(surfaces, indexes, sets)
        else:
            _join_linked(surfaces, indexes, sets)
            if kind != "place":
                _join_organizations(surfaces, indexes, sets)
            else:
                join_place_forms(surfaces, indexes, sets)
    numbers: dict[int, int] = {}
    for i in sorted(range(len(surfaces)), key=lambda i: surfaces[i].order):
        if i not in open_to:
            numbers.setdefault(sets.find(i), len(numbers))
    choices = {i: tuple(sorted({numbers[sets.find(j)] for j in fits})) for i, fits in open_to.items()}
    return Clusters([choices[i][0] if i in choices else numbers[sets.find(i)] for i in range(len(surfaces))], choices)


def _is_named_later(short: Surface, long: Surface, times: int) -> bool:
    """Whether a longer name comes after a shorter one, used `times` as often: the full name of what an article is about comes first."""
    return 0 <= short.introduced < long.introduced and short.count >= times * long.count


def _join_equal(surfaces: Sequence[Surface], indexes: Iterable[int], sets: DisjointSets) -> None:
    first: dict[tuple[Key, str | None], int] = {}
    for i in indexes:
        sets.join(first.setdefault((surfaces[i].key, surfaces[i].suffix), i), i)
    reigning = [(key, j) for (key, suffix), j in first.items() if suffix and suffix not in GENERATIONS and len(key) == 1]
    for i in indexes if reigning else ():  # "Queen Ada" is Queen Ada II where no other Ada reigns
        found = {sets.find(j) for key, j in reigning if key == surfaces[i].key}
        if surfaces[i].suffix is None and len(found) == 1:
            sets.join(found.pop(), i)


def _join_linked(surfaces: Sequence[Surface], indexes: Iterable[int], sets: DisjointSets) -> None:
    for i in indexes:
        for j in surfaces[i].linked:
            if surfaces[j].type == surfaces[i].type:
                sets.join(i, j)


def _join_full_names(surfaces: Sequence[Surface], indexes: Iterable[int], sets: DisjointSets) -> None:
    """Two spellings of one full name ("Ahmed al-Sharo", "Ahmad Sharo"), and "Ada Moss" with "Ada Jane Moss"."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i in indexes:
        if block := full_name_block(surfaces[i].words):
            blocks[block].append(i)
    for alike in blocks.values():
        for n, i in enumerate(alike):
            for j in alike[:n]:
                if same_person(surfaces[i].words, surfaces[j].words) and _are_of_one_generation(surfaces[i], surfaces[j]):
                    sets.join(i, j)


def _are_of_one_generation(a: Surface, b: Surface) -> bool:
    """Whether two spellings can be one person's: "Owen Moss Jr." may later be "Owen Moss", but who comes first as that is no junior."""
    if a.suffix == b.suffix:
        return a.suffix is None
    bare, marked = (a, b) if a.suffix is None else (b, a)
    return bare.suffix is None and not 0 <= bare.introduced < marked.introduced


def same_person(a: Words, b: Words) -> bool:
    """Whether two full names can be one person's: given and family name sound alike, names between them agree.

    At most one of the two may fit loosely: "Tom Johnson" is no "Thomas Johansson".
    """
    given, family = given_distance(a[0], b[0]), sound_distance(a[-1], b[-1])
    if given is None or family is None or (given and family):
        return False
    return middles_agree(a[1:-1], b[1:-1])


def middles_agree(a: Words, b: Words) -> bool:
    """Whether the names between given and family name agree: one has none, or each of the fewer is among the others."""
    if not a or not b:
        return True
    fewer, more = (a, b) if len(a) <= len(b) else (b, a)
    if all(len(w) == 1 for w in fewer):  # "Ada H. W. Moss" is "Ada H. Moss", and not "Ada W. Moss"
        return all(agrees(x, y) for x, y in zip(fewer, more, strict=False))
    return all(any(agrees(x, y) for y in more) for x in fewer)


def agrees(a: str, b: str) -> bool:
    """Whether two words can be one name: by sound, or one an initial of the other."""
    return a[0] == b[0] if len(a) == 1 or len(b) == 1 else same_sound(a, b) or same_given(a, b)


def is_short_for(short: Words, full: Words) -> bool:
    """Whether a person's shorter name of two words or more can be the longer one: initials, words left out."""
    if len(short) > len(full) or len(short) < 2 or short == full:
        return False
    if not same_sound(short[-1], full[-1]):
        return short == full[: len(short)]
    if len(short) == len(full):
        return any(len(w) == 1 for w in short[:-1]) and all(agrees(x, y) for x, y in zip(short, full, strict=True))
    rest = iter(full[:-1])
    if len(short[0]) > 1 and len(full[0]) == 1 and not any(agrees(short[0], f) for f in full[:-1] if len(f) > 1):
        return all(len(f) == 1 for f in full[:-1])  # "O.W. (Piet) Moss" goes by Piet
    return all(any(agrees(w, f) for f in rest) for w in short[:-1])


def _join_short_names(surfaces: Sequence[Surface], indexes: list[int], sets: DisjointSets) -> dict[int, list[int]]:
    """Joins initials, surnames and forenames to the full name they fit. Returns those that fit several people."""
    full = [i for i in indexes if len(surfaces[i].words) > 1]
    by_last: dict[str, list[int]] = defaultdict(list)
    by_first: dict[str, list[int]] = defaultdict(list)
    by_inner: dict[str, list[int]] = defaultdict(list)
    longer: dict[tuple[str, str], list[int]] = defaultdict(list)  # by last name and an initial, or by the first two words
    for i in full:
        words = surfaces[i].words
        by_last[sound_block(words[-1])].append(i)
        by_first[words[0]].append(i)
        for w in words[1:-1]:
            by_inner[w].append(i)
        for initial in {w[0] for w in words[:-1]}:
            longer[(sound_block(words[-1]), initial)].append(i)
        if len(words) > 2:
            longer[words[0], words[1]].append(i)
    open_to: dict[int, list[int]] = {}
    for i in sorted(full, key=lambda i: (-len(surfaces[i].words), surfaces[i].order)):
        words = surfaces[i].words
        near = {*longer.get((sound_block(words[-1]), words[0][0]), ()), *longer.get((words[0], words[1]), ())}
        fits = [j for j in sorted(near) if j != i and is_short_for(words, surfaces[j].words) and not _is_relative(surfaces[i], surfaces[j])]
        if len({sets.find(j) for j in fits} - {sets.find(i)}) == 1:
            sets.join(i, fits[0])
    for i in indexes:
        if len(surfaces[i].words) != 1:
            continue
        word = surfaces[i].words[0]
        alike = by_last.get(sound_block(word), [])
        fits = [j for j in alike if surfaces[j].words[-1] == word] or by_first.get(word, []) or by_inner.get(word, [])
        fits = fits or [j for j in alike if same_sound(word, surfaces[j].words[-1])]
        if surfaces[i].suffix is not None:  # "Owen Jr." is no Owen without
            fits = [j for j in fits if surfaces[j].suffix == surfaces[i].suffix]
        roots = {sets.find(j) for j in fits}
        if len(roots) == 1:
            sets.join(fits[0], i)
        elif roots:
            open_to[i] = fits
    return open_to


def _is_relative(short: Surface, full: Surface) -> bool:
    """Whether a name that puts a forename before another full name is a relative's: "John Owen Moss", where it was all about Owen Moss."""
    return adds_forename(short.words, full.words) and _is_named_later(short, full, _SELDOM)


def adds_forename(short: Words, full: Words) -> bool:
    """Whether a longer name is a full name with a forename before it: "John Owen Moss" and "Owen Moss"."""
    return len(short) > 1 and full[1:] == short and is_forename(full[0])


def _join_organizations(surfaces: Sequence[Surface], indexes: list[int], sets: DisjointSets) -> None:
    """Joins letters, first words and last words of organizations to the one longer name that they fit."""
    by_letters: dict[str, list[int]] = defaultdict(list)
    by_part: dict[Key, list[int]] = defaultdict(list)
    for i in indexes:
        key = surfaces[i].key
        for letters in acronyms(surfaces[i].text):
            by_letters[letters].append(i)
        for n in range(1, len(key)):
            by_part[key[:n]].append(i)
            if key[n:] not in _INSTITUTIONS and not is_object(surfaces[i].text, key[n:]):
                by_part[key[n:]].append(i)

    counts: Counter[Key] = Counter()
    for i in indexes:
        counts[surfaces[i].key] += surfaces[i].count

    def owns(i: int, j: int) -> bool:
        """Whether a name is the owner's and a longer one its product's: "Orlo" and "Paint" both stand alone beside "Orlo Paint"."""
        mine, long = surfaces[i].key, surfaces[j].key
        return long[: len(mine)] == mine and counts[long[len(mine) :]] > 0 and counts[mine] > counts[long]

    def join_only(i: int, fits: Sequence[int]) -> None:
        if len({sets.find(j) for j in fits}) == 1:
            sets.join(fits[0], i)

    for i in indexes:
        text, key = surfaces[i].text, surfaces[i].key
        if text.replace(".", "").isupper() and " " not in text and not is_known(key):
            join_only(i, by_letters.get(plain(text).replace(".", ""), []))
        if not is_known(key) and (text.isupper() or not any(is_branch(surfaces[j].key, key) for j in by_part.get(key, []))):
            fits = [j for j in by_part.get(key, []) if not owns(i, j)]
            join_only(i, fits if not any(_is_unit(surfaces[i], surfaces[j]) for j in fits) else ())
        elif len(key) > 1 and key[-1] == "ministry":  # "the Tarsian ministry", where one of its ministries is named
            join_only(i, [j for j in indexes if surfaces[j].key != key and set(key) <= set(surfaces[j].key)])


def _is_unit(short: Surface, long: Surface) -> bool:
    """Whether a longer name is that of a unit or a product, and not the full name of what a shorter one names."""
    if goes_on_from_known(short.text, long.text):
        return is_unit_of_known(short.text, long.text)
    return is_like_unit(short.text, long.text) and _is_named_later(short, long, _HARDLY_EVER)
