"""Whether a text is English, by its small words: the model and the word lists know no other language."""

from __future__ import annotations

from collections.abc import Iterable

from transforms.mentions.candidates import Scan
from transforms.word_lists import read_words

_LEAST = 40  # words in small letters; below, nothing can be said
# The share of them that are English function words: over .45 in English prose, .1 in its sports tables, under .065 in
# German, French, Spanish, Norwegian and Turkish news.
_SHARE = 0.08


def reads_english(scans: Iterable[Scan]) -> bool:
    """False for a text long enough to tell whose small words are not English, as far as they are Latin letters."""
    common = read_words("common_words.txt")
    words = hits = 0
    for scan in scans:
        for token in scan.tokens:
            if len(token.text) > 1 and token.text.islower() and token.text.isalpha():
                words += 1
                hits += token.text in common
    return words < _LEAST or hits >= _SHARE * words
