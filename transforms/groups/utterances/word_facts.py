"""What a word tells by itself, found once for each word."""

from __future__ import annotations

import functools
from typing import NamedTuple

from transforms.groups.words.meanings import number_words, opposites, synonyms
from transforms.groups.words.stems import is_negation, stem, stopwords


class WordFacts(NamedTuple):
    """`stem` of a word, and `meaning`, the stem that stands for all words of its meaning; whether it `denies`, and whether it has
    `content`; its `figure` where it is a number; `turn`, its stem where that has an opposite."""

    stem: str
    meaning: str
    denies: bool
    content: bool
    figure: str | None
    turn: str | None


@functools.lru_cache(maxsize=1 << 17)
def read_word(word: str) -> WordFacts:
    """What a word of `spell_out` tells.

    >>> read_word("forty").figure, read_word("islands").stem, read_word("not").denies, read_word("the").content
    ('40', 'island', True, False)
    """
    own, stops = stem(word), stopwords()
    return WordFacts(
        stem=own,
        meaning=synonyms().get(own, own),
        denies=is_negation(word),
        content=word not in stops and word.removesuffix("'s") not in stops,
        figure=(word if word.isdecimal() else number_words().get(word)) or None,
        turn=own if own in opposites() else None,
    )
