"""How names are written: their words, particles, titles and suffixes."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from anyascii import anyascii

from transforms.word_lists import read_set, read_table, read_words

# Parts of a name that are never a name alone. They belong to the word behind them.
PARTICLES = read_words("names/particles.txt")
# Of these the article of Arabic names, in all its spellings before sun letters: it comes and goes between outlets.
ARABIC_ARTICLES = read_set("names/words.csv", "Arabic articles")
SUFFIXES = read_set("names/words.csv", "suffixes")

# Words that are one name with the word behind them: the servant of (God), the father and the mother of.
_SERVANT = read_set("names/words.csv", "servant of")
_PARENT = {"abu": "abu", "abou": "abu", "umm": "umm"}
# … and with the word before them, behind an article: "Nour al-Din", "Nour Eddine".
_RELIGION = read_set("names/words.csv", "religion")
_OF_RELIGION = read_set("names/words.csv", "of religion")
_DIN_ARTICLES = read_set("names/words.csv", "articles of religion")
# Between a name and the father's: "Sultan bin Nayef" is a name and no title, and its order says whose child it is.
SON_OF = read_set("names/words.csv", "son of")
# Behind one of these "van" is a middle name, though a particle elsewhere.
_VIETNAMESE = read_words("names/vietnamese_families.txt")

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "ʻ": "'", "′": "'"})
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*\.?")


@functools.lru_cache(maxsize=200_000)
def plain(text: str) -> str:
    """The text in plain small Latin letters, apostrophes straight, diacritics and other scripts spelled out.

    >>> plain("Đoković"), plain("O’Gorman"), plain("Пєсков")
    ('dokovic', "o'gorman", 'pieskov')
    """
    text = text.translate(_APOSTROPHES)
    return (text if text.isascii() else anyascii(text)).casefold()


def cut_possessive(text: str) -> str:
    """The name without the 's that makes it a possessive.

    >>> cut_possessive("Orlo’s"), cut_possessive("the Banes'")
    ('Orlo', 'the Banes')
    """
    return _POSSESSIVE.sub("", text)


@functools.lru_cache(maxsize=200_000)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name in plain small letters: hyphens part words, full stops and possessives are gone.

    >>> name_words("Ahmed al-Sharo’s"), name_words("J.R. O’Neil")
    (('ahmed', 'al', 'sharo'), ('j', 'r', "o'neil"))
    """
    return tuple(w.rstrip(".") for w in _WORD.findall(re.sub(r"(?<=[a-z])\.(?=[a-z])", ". ", plain(cut_possessive(name)))))


@functools.lru_cache(maxsize=200_000)
def core_words(name: str) -> tuple[str, ...]:
    """The words of a person's name that tell it apart: titles in front, particles and suffixes left out.

    >>> core_words("Prince Faris bin al-Harun"), core_words("Sen. Ada Moss Jr.")
    (('faris', 'harun'), ('ada', 'moss'))
    >>> core_words("Abu Omar al-Harun"), core_words("Nour al-Din Harun"), core_words("Abdel Aziz Harun")
    (('abuomar', 'harun'), ('nourdin', 'harun'), ('abdelaziz', 'harun'))
    """
    words = cut_titles(name_words(name))
    kept: list[str] = []
    prefix = ""
    for k, word in enumerate(words):
        if word in _SERVANT or (word in _PARENT and k + 1 < len(words)):
            prefix += _PARENT.get(word, word)  # "Abdel Fattah" is one name, also written "Abdelfattah"
        elif kept and (word in _OF_RELIGION or (word in _RELIGION and words[k - 1] in _DIN_ARTICLES)):
            kept = kept[: -1 if len(kept) > 1 and kept[-1] == "ed" else None]
            kept[-1] += "din"
        elif (word not in PARTICLES and word not in SUFFIXES) or (word == "van" and k == 1 and words[0] in _VIETNAMESE):
            kept.append(prefix + word)
            prefix = ""
    return (*kept, prefix) if prefix else tuple(kept) or words


_BEGIN = r"(?:zh|ch|sh|ts|tz|hs|hw|kw|ky|gy|my|by|kh|th|ph|nh|ng|tr|gi|qu|[b-dfghj-np-tw-z])?"
# Words of a name whose family stands first: a family of one syllable or two, and three words at most behind it.
_LONGEST_FAMILY_FIRST = 4
_SYLLABLES = re.compile(rf"(?:{_BEGIN}[aeiouy]{{1,4}}(?:ng|nh|[nmlkptrhc])?){{1,2}}")


@functools.lru_cache(maxsize=50_000)
def is_family_first(words: tuple[str, ...]) -> bool:
    """Whether these are the words of a Chinese, Korean or Vietnamese name, whose first word is the family's.

    >>> is_family_first(("gao", "wenbin")), is_family_first(("han", "seo", "jun")), is_family_first(("park", "avenue", "hotel"))
    (True, True, False)
    """
    if not 1 < len(words) <= _LONGEST_FAMILY_FIRST or words[0] not in read_words("names/family_first.txt"):
        return False
    return all(map(_SYLLABLES.fullmatch, words[1:]))


class _Honorific(NamedTuple):
    title: str
    role: bool


# How many words a title may have, the most first: the longest that fits is the title.
TITLE_LENGTHS = (3, 2, 1)


@functools.cache
def honorifics() -> dict[tuple[str, ...], bool]:
    """Titles before names, by their words, with whether they are a role to keep."""
    return {name_words(r.title): r.role for r in read_table("names/honorifics.csv", _Honorific)}


def cut_titles(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without titles in front, as long as a word remains."""
    titles = honorifics()
    while len(words) > 1:
        length = next((n for n in TITLE_LENGTHS if n < len(words) and words[:n] in titles and words[n] not in SON_OF), 0)
        if words[0] == "u" and len(words) > 2 and len(words[1]) > 1:
            length = 1  # Burmese "U Kyaw Moss"; as an initial before two names it is hardly found
        if not length:
            break
        words = words[length:]
    return words
