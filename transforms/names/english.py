"""Whether a text is English, by its small words: the model and the word lists know no other language."""

from __future__ import annotations

from collections.abc import Mapping

from transforms.word_lists import read_words

_LEAST = 40  # words in small letters; below, nothing can be said
# The share of them that are English function words: over .45 in English prose, .1 in its sports tables, under .065 in
# German, French, Spanish, Norwegian and Turkish news.
_SHARE = 0.08


def reads_english(words_of_text: Mapping[str, int]) -> bool:
    """False for a text long enough to tell whose small words are not English, as far as they are Latin letters.

    The words are given with how often each stands in the text.
    """
    common = read_words("names/opening_words.txt")
    words = hits = 0
    for word, count in words_of_text.items():
        if len(word) > 1 and word.islower() and word.isalpha():
            words += count
            if word in common:
                hits += count
    return words < _LEAST or hits >= _SHARE * words
