"""Words of a text as terms that can be compared: folded and stemmed."""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import NamedTuple

from transforms.word_lists import WordCell, read_table, read_words

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'"})
_VOWEL = re.compile(r"[aeiouy]")
# Letters of a stem at least: of fewer the words that share it are strangers ("us", "use").
_SHORTEST = 3
# Letters that may stand twice at the end of a word as such: "free", "pass", "fall"; of others an ending doubled them.
_DOUBLED = "aeiousl"
# Longest first: the first suffix that leaves a stem of three letters with a vowel is cut or changed.
_SUFFIXES = (
    ("ational", "ate"), ("isation", "ize"), ("ization", "ize"), ("fulness", "ful"), ("ousness", "ous"), ("iveness", "ive"),
    ("ements", ""), ("ement", ""), ("ations", "ate"), ("ation", "ate"), ("ments", ""), ("ment", ""), ("ingly", ""), ("edly", ""),
    ("ities", "ity"), ("ising", "ize"), ("izing", "ize"), ("ised", "ize"), ("ized", "ize"), ("ises", "ize"), ("izes", "ize"),
    ("ise", "ize"), ("ies", "y"), ("ied", "y"), ("ings", ""), ("ing", ""), ("ness", ""), ("tion", "t"), ("tions", "t"),
    ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("ed", ""), ("ly", ""), ("es", "e"), ("s", ""),
)  # fmt: skip


@functools.cache
def stopwords() -> frozenset[str]:
    """Words without content of their own, from `data/groups/stopwords.txt`."""
    return read_words("groups/stopwords.txt")


@functools.cache
def negations() -> frozenset[str]:
    """Words that deny, from `data/groups/negations.txt`."""
    return read_words("groups/negations.txt")


class _Forms(NamedTuple):
    base: str
    forms: WordCell


@functools.cache
def irregular_forms() -> dict[str, str]:
    """Form to base of the words that change more than their ending, from `data/groups/irregular_forms.csv`."""
    return {form: row.base for row in read_table("groups/irregular_forms.csv", _Forms) for form in row.forms}


def split_words(text: str) -> list[str]:
    """Words in lower case without accents, apostrophes straight, in their order.

    >>> split_words("Señor Orlo’s plan: 3 votes")
    ['senor', "orlo's", 'plan', '3', 'votes']
    """
    text = text.translate(_APOSTROPHES)
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return [w.lower() for w in _WORD.findall(text)]


@functools.lru_cache(maxsize=1 << 18)
def stem(word: str) -> str:
    """The word without its ending, so that the forms of one word are equal. Rough: made to compare, not to read.

    >>> [stem(w) for w in ("talks", "talking", "agreed", "agreement", "policies", "realise", "sought")]
    ['talk', 'talk', 'agr', 'agr', 'polici', 'realiz', 'seek']
    """
    word = word.removesuffix("'s") if "'" in word else word
    base = irregular_forms().get(word)
    if base and irregular_forms().get(base) == base:
        return base  # only looks like a form of another
    word = base or word
    if len(word) <= _SHORTEST or not word.isalpha() or not word.isascii():
        return word
    for suffix, instead in _SUFFIXES:
        if word.endswith(suffix):
            if suffix == "s" and word.endswith(("ss", "us", "is")):
                break
            base = word[: -len(suffix)] + instead
            if len(base) >= _SHORTEST and _VOWEL.search(base):
                word = base
                break
    if len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in _DOUBLED:
        word = word[:-1]  # "stopp" of "stopped"
    if word.endswith("e") and len(word) > _SHORTEST:
        word = word[:-1].rstrip("e") if len(word) > _SHORTEST + 1 else word[:-1]
    return word[:-1] + "i" if word.endswith("y") and len(word) > _SHORTEST else word


def is_negation(word: str) -> bool:
    """Whether a word of `split_words` denies."""
    return word.removesuffix("'s") in negations() or word.endswith("n't")


def content_stems(text: str) -> list[str]:
    """Stems of the words that carry content, in their order; negations and stop words are left out.

    >>> content_stems("We are not leaving the islands")
    ['leav', 'island']
    """
    stops = stopwords()
    return [stem(w) for w in split_words(text) if w not in stops and not is_negation(w) and w.removesuffix("'s") not in stops]
