"""How names sound: spellings of one name in different transliterations, told from names that are merely alike.

Consonants must agree, the variants of transliteration folded; the vowels between them may differ only as
transliterations differ (a and e, e and i, o and u, a diphthong and its half).
"""

from __future__ import annotations

import functools
import re

from transforms.names.keys import Words, is_full_name
from transforms.word_lists import read_lines

# Spellings of one consonant, longest first, on plain small letters. Applied in this order.
_CONSONANTS = (
    (re.compile(r"shch|sch(?=[aeiouwlmnr])|tsch"), "sh"),
    (re.compile(r"dzh|dj|dg(?=[ei])"), "j"),
    (re.compile(r"(?<=[aeiou])j(?![aeiou])|(?<=[aei])j(?=[lnr]?a$)"), "i"),
    (re.compile(r"tch|cz(?=[aeiouyk])"), "ch"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"gh(?=[aeiouy])"), "g"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"(?<=\w{3}[oe])ff$"), "v"),
    (re.compile(r"zh"), "j"),
    (re.compile(r"th"), "t"),
    (re.compile(r"dh"), "d"),
    (re.compile(r"ic$"), "ich"),
    (re.compile(r"ck|q|c(?![eiyh])"), "k"),
    (re.compile(r"c(?=[eiy])"), "s"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"w"), "v"),
    (re.compile(r"tz"), "ts"),
    (re.compile(r"'"), ""),
)
_SERVANT = re.compile(r"^abd(?:(?:[aeu]l|oul|ur|us|er)?(?=[bcdfghjklmnpqrstvwxyz]\w{2})|(?:[aeu]l|oul)(?=[aeiou]\w{2}))")
_RELIGION = re.compile(r"(?<=\w{3})[aeiou]?d?d(?:in|ine|een)$")  # Saifuddin, Noureddine
_SPLIT = re.compile(r"[aeiouy]+")
_DOUBLED = re.compile(r"(.)\1+")
# One vowel written with two letters, as French, German and scholarly transliteration do.
_DIGRAPHS = ({"ou", "u"}, {"ou", "o"}, {"ue", "u"}, {"oe", "o"}, {"ae", "ai"})
_NEAR = {"a": "ae", "e": "aei", "i": "ei", "o": "ou", "u": "ou"}


def _first_of_line(name: str) -> dict[str, str]:
    table: dict[str, str] = {}
    for line in read_lines(name):
        first, *others = line.split()
        for word in (first, *others):
            table.setdefault(word, first)
    return table


@functools.cache
def _given() -> dict[str, str]:
    """Given name to one of its forms in other languages, the same for all of them."""
    return _first_of_line("names/given_names.txt")


@functools.cache
def _short() -> dict[str, str]:
    """Given name or short form to the long one."""
    return _first_of_line("names/short_names.txt")


@functools.lru_cache(maxsize=200_000)
def _parts(word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Consonants of a word, and the vowels before, between and behind them."""
    text = _RELIGION.sub("din", _SERVANT.sub("abd", word))
    for pattern, letter in _CONSONANTS:
        text = pattern.sub(letter, text)
    text = _DOUBLED.sub(r"\1", text)
    if len(text) > 1:  # h is silent but at the start, where it is a name's only hold ("Hama", "Ama"); in sh, ch it is none
        text = text[0] + re.sub(r"(?<![sc])h", "", text[1:])
    text = _DOUBLED.sub(r"\1", text)
    consonants = tuple(c for c in _SPLIT.split(text) if c)
    vowels = tuple(v.replace("y", "i") for v in re.split(r"[^aeiouy]+", text))
    return consonants, vowels


@functools.lru_cache(maxsize=200_000)
def skeleton(word: str) -> str:
    """The consonants of one plain word with the variants of transliteration folded; "a" leads where a vowel does.

    >>> skeleton("khmeimim") == skeleton("hmeimim"), skeleton("maibani") == skeleton("mibani")
    (True, True)
    """
    consonants, vowels = _parts(word)
    return ("a" if vowels[0] else "") + "".join(consonants) or "a"


@functools.lru_cache(maxsize=200_000)
def sound_block(word: str) -> str:
    """What all words share that `same_sound` may call one; words of other sounds share it, too."""
    text = skeleton(word)
    return text[:1].replace("g", "h") + text[1:].replace("g", "")


# Letters of a name from which other spellings of its vowels are it, too; from which one vowel may fit loosely only; and two.
# Shorter names stand closer together: "Reed" and "Reid" are two.
_LONG = 5
_LONGER = 6
_LONGEST = 9


@functools.cache
def _given_by_sound() -> dict[str, tuple[str, ...]]:
    """The listed given names of five letters or more by what their spellings share."""
    table: dict[str, tuple[str, ...]] = {}
    for word in _given():
        if len(word) >= _LONG:
            table[sound_block(word)] = (*table.get(sound_block(word), ()), word)
    return table


@functools.lru_cache(maxsize=200_000)
def given_key(word: str) -> str:
    """What spellings and short forms of one given name share.

    >>> given_key("serhiy") == given_key("sergey"), given_key("bill") == given_key("william"), given_key("ada")
    (True, True, 'ad')
    >>> given_key("mostafa") == given_key("mustafa")
    True
    """
    long = _short().get(word, word)
    known = _given().get(long)
    if known is None and word not in _short() and len(word) >= _LONG:
        known = next((_given()[w] for w in _given_by_sound().get(sound_block(word), ()) if same_sound(word, w)), None)
    return "=" + known if known else ("=" + long if word in _short() else sound_block(word))


def full_name_block(key: Words) -> tuple[str, str] | None:
    """What the spellings of one person's full name share, middle names or not: its given and its family name by sound.

    None for a single name and for one that begins with an initial.

    >>> full_name_block(("serhiy", "orlo", "mosenko")) == full_name_block(("sergei", "mosenko")), full_name_block(("s", "mosenko"))
    (True, None)
    """
    return (given_key(key[0]), sound_block(key[-1])) if is_full_name(key) else None


def same_given(a: str, b: str) -> bool:
    """Whether two given names are one: by the list of names in several languages, else by sound."""
    return given_distance(a, b) is not None


def given_distance(a: str, b: str) -> int | None:
    """As `sound_distance`; 0 for forms of one name in two languages, 1 for a name and its short form."""
    given, short = _given(), _short()
    if a in given and b in given:
        return 0 if given[a] == given[b] else None
    if a in short and b in short and short[a] == short[b]:
        return int(a != b)
    return sound_distance(a, b)


def same_sound(a: str, b: str) -> bool:
    """Whether two plain words can be spellings of one name.

    >>> same_sound("maibani", "mibani"), same_sound("mario", "mauro"), same_sound("auckland", "oakland")
    (True, False, False)
    >>> same_sound("zelensky", "zelenskyy"), same_sound("ahmed", "ahmad"), same_sound("ivan", "ivana")
    (True, True, False)
    """
    return sound_distance(a, b) is not None


@functools.lru_cache(maxsize=200_000)
def sound_distance(a: str, b: str) -> int | None:
    """How far two spellings of one name stand apart: 0 to 2 vowels that fit loosely only. None: two names.

    Short words are names of their own ("Reed", "Reid"): their vowels must be the same.
    """
    if a == b:
        return 0
    if a.replace("h", "g") == b.replace("h", "g") and len(a) >= _LONGER and _is_inner_or_slavic(a, b):
        return 1  # the Ukrainian sound that is written g in Russian: "Burhalets", "Burgalets"
    (consonants_a, vowels_a), (consonants_b, vowels_b) = _parts(a), _parts(b)
    if "".join(consonants_a) != "".join(consonants_b):
        return None
    shortest = min(len(a), len(b))
    if len(vowels_a) != len(vowels_b):
        return 1 if _writes_one_vowel_more(a, b) else None
    if shortest < _LONG:
        return 0 if vowels_a == vowels_b else None
    loose = 0
    for k, (x, y) in enumerate(zip(vowels_a, vowels_b, strict=True)):
        fit = _fit(x, y, k == 0)
        if k == len(vowels_a) - 1 and k and bool(x) != bool(y) and shortest >= _LONGER and _ends_alike(a, b):
            fit = 1
        if fit is None:
            return None
        loose += fit
    return loose if loose <= (0 if shortest < _LONGER else 1 if shortest < _LONGEST else 2) else None


def _is_inner_or_slavic(a: str, b: str) -> bool:
    """Whether two words that differ in h and g do so inside, or before a consonant at the start."""
    return a[0] == b[0] or a[1] in "lnrv"


def _fit(x: str, y: str, is_first: bool) -> int | None:
    """0 where two runs of vowels are one in transliteration, 1 where they may be, None where they are not."""
    if x == y:
        return 0
    if not x or not y or (is_first and y[0] not in _NEAR[x[0]]):
        return None
    if len(x) == 1 and len(y) == 1:
        return 0 if y in _NEAR[x] else None
    if (set(x) <= set("ei") and set(y) <= set("ei")) or {x, y} in _DIGRAPHS:
        return 0
    return int(x.rstrip("i") != y.rstrip("i")) if set(x) & set(y) else None


def _ends_alike(a: str, b: str) -> bool:
    """A last vowel that transliterations drop or write: -iy, -y, -a after an apostrophe; never a feminine -a."""
    tails = {a[-1], b[-1]}
    return bool(tails & set("iye")) and not tails & set("a")


def _writes_one_vowel_more(a: str, b: str) -> bool:
    """ "Abdlla" and "Abdulla": a vowel written or not between two consonants."""
    longer, shorter = (a, b) if len(a) >= len(b) else (b, a)
    if len(longer) - len(shorter) != 1 or len(shorter) < _LONG:
        return False
    return any(longer[k] in "aeiou" and longer[:k] + longer[k + 1 :] == shorter for k in range(1, len(longer) - 1))
