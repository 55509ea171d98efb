"""Words of a passage as names need them: possessives apart, initials whole, hyphens parted where they join two names."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from transforms.countries import adjective_code, name_code
from transforms.word_lists import read_names, read_set, read_words

LetterCase = Literal["sentence", "title", "capitals"]


class Token(NamedTuple):
    """A word or a mark by code points into the passage's text."""

    start: int
    end: int
    text: str


_new_token = tuple.__new__
_TOKEN = re.compile(
    r"[^\W_]++(?=[\s,])"  # most words by far
    r"|(?:[A-ZÀ-ÖØ-Þ]\.)+(?:-?[A-ZÀ-ÖØ-Þ]\.)*|(?:St|Mt|Ft|Ste)\."  # initials, U.S., St.
    r"|['’]s\b"  # the possessive
    r"|[^\W_]+(?:(?!['’]s\b)[-'’&.][^\W_]+)*"  # words with what joins them inside
    r"|[^\s]"
)
_PREFIX = re.compile(rf"(?:{'|'.join(sorted(read_set('names/words.csv', 'prefixes')))})-(?=[A-ZÀ-Þ])")
_SUFFIX = re.compile(r"(?<=[^\W\d_])-[a-zß-ÿ]+$")
# Two syllables of one given name, as Korean and older Chinese spellings write it: "Han Seo-jun", "Lee Teng-wei".
_SYLLABLE = r"(?:zh|ch|sh|ts|tz|hs|hw|kw|ky|gy|my|by|kk|tt|pp|jj|ss|[b-dfghj-np-tw-z])?[aeiouyüŏŭ]{1,4}(?:ng|[nmlkptrh])?"
_SYLLABLES = re.compile(rf"(?i:{_SYLLABLE})-(?!run$|hit$|like$){_SYLLABLE}")

# Small words that join the words of one person's or place's name.
JOINING = read_words("names/joining_words.txt")
_BOUND_ARTICLES = read_set("names/words.csv", "bound articles")


def tokenise(text: str) -> list[Token]:
    """The words and marks of a text, in order, offsets into it.

    >>> [t.text for t in tokenise("Tarsia’s J. Orlo, an ex-Banian, met al-Sharo.")]
    ['Tarsia', '’s', 'J.', 'Orlo', ',', 'an', 'ex', '-', 'Banian', ',', 'met', 'al-Sharo', '.']
    """
    tokens: list[Token] = []
    append = tokens.append
    find = text.index
    end = 0
    for word in _TOKEN.findall(text):  # between two of them is only white space: where each stands need not be asked of a match
        start = find(word, end)
        end = start + len(word)
        if "-" in word and end - start > 1:
            if tokens and tokens[-1].text[0].isupper() and tokens[-1].end + 1 == start and _SYLLABLES.fullmatch(word):
                append(_new_token(Token, (start, end, word)))
            else:
                tokens.extend(_parted(word, start))
        else:
            append(_new_token(Token, (start, end, word)))  # half the time of Token(…), and this is the hottest line of names
    return tokens


def _parted(word: str, start: int) -> list[Token]:
    """A hyphened word as one token, or as three where the hyphen joins a name to something else."""
    if (m := _PREFIX.match(word)) and m.end() < len(word):
        cut = m.end() - 1
    elif word[0].isupper() and (s := _SUFFIX.search(word)):
        cut = s.start()
    else:
        cut = word.find("-")
        if not (_is_land(word[:cut]) and _is_land(word[cut + 1 :])):
            return [Token(start, start + len(word), word)]
    return [
        Token(start, start + cut, word[:cut]),
        Token(start + cut, start + cut + 1, "-"),
        Token(start + cut + 1, start + len(word), word[cut + 1 :]),
    ]


def _is_land(word: str) -> bool:
    return (
        bool(name_code(word) or adjective_code(word))
        or word.casefold() in read_names("names/regions.txt")
        or word in read_set("names/words.csv", "parts of a hyphen")
    )


def is_name_word(word: str) -> bool:
    """Whether a word is written as names are: with a capital, or with one behind a small article ("al-Sharo").

    >>> is_name_word("Orlo"), is_name_word("al-Sharo"), is_name_word("d'Arlo"), is_name_word("orlo"), is_name_word("1st")
    (True, True, True, False, False)
    """
    if word[0].isupper():
        return True
    if word.isalnum():
        return False
    head, mark, rest = word.replace("’", "-").replace("'", "-").partition("-")
    return bool(mark) and rest[:1].isupper() and head in _BOUND_ARTICLES


# Letters of a word from which its capital tells of the way of writing; words, and their shares, of a headline.
_LONG = 4
_FEWEST_OF_HEADLINE = 4
_SHARE_OF_CAPITALS = 0.8
_SHARE_OF_HEADLINE = 0.85
# The share of the tokens that, in small letters, show a sentence before all words are looked at.
_SHARE_OF_SENTENCE = 0.2
_PAUSES = frozenset(".:;,")


def letter_case(tokens: list[Token], is_title: bool = False) -> LetterCase:
    """How a passage is written: as a sentence, as a headline (most words with a capital), or in capitals throughout.

    A row of names with numbers or brackets, or one that ends as sentences do, is no headline, whatever its letters.
    """
    if not is_title and tokens and not _may_be_headline(tokens):
        return "sentence"
    words = [t.text for t in tokens if t.text[0].isalpha()]
    long = [w for w in words if len(w) >= _LONG]
    if len(words) < 2 or not long:
        return "sentence"
    if len(long) > 1 and sum(w.isupper() for w in words) >= _SHARE_OF_CAPITALS * len(words):
        return "capitals"
    if len(words) < _FEWEST_OF_HEADLINE or not (is_title or _looks_like_headline(tokens)):
        return "sentence"
    function_words = read_words("names/opening_words.txt")
    telling = [w for w in long if w.casefold() not in function_words]
    capital = sum(w[0].isupper() for w in telling)
    return "title" if len(telling) > 2 and capital >= _SHARE_OF_HEADLINE * len(telling) else "sentence"


def _may_be_headline(tokens: list[Token]) -> bool:
    """Whether it takes all words to tell; most passages show by their end and their first words that they are sentences."""
    if tokens[-1][2] not in _PAUSES:
        return True
    small, enough = 0, _SHARE_OF_SENTENCE * len(tokens)
    for _, _, word in tokens:
        if word[0].isalpha() and not word.isupper():
            small += 1
            if small > enough:
                return False
    return True


def _looks_like_headline(tokens: list[Token]) -> bool:
    return tokens[-1].text not in _PAUSES and not any(t.text[0].isdigit() or t.text in {"(", ";"} for t in tokens)
