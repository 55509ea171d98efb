"""Whether a text is English, by its small words: the model and the word lists know no other language."""

from __future__ import annotations

from collections.abc import Iterable

from transforms.candidates import Scan
from transforms.word_lists import read_words

_LEAST = 40  # words in small letters; below, nothing can be said
_SHARE = 0.2  # of them that are English function words: some .45 in English, .05 in German


def reads_english(scans: Iterable[Scan]) -> bool:
    """False for a text long enough to tell whose small words are not English, as far as they are Latin letters."""
    common = read_words("common_words.txt")
    words = hits = 0
    for scan in scans:
        for token in scan.tokens:
            if token.text.islower() and token.text.isalpha():
                words += 1
                hits += token.text in common
    return words < _LEAST or hits >= _SHARE * words
