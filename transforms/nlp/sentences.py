"""Sentences by punctuation: which of them are worth a parse is decided before the parser has seen one."""

from __future__ import annotations

import re

from transforms.word_lists import read_words

# A sentence ends at . ! ? or … (with closing marks behind it) before white space and a capital, digit or opening mark.
_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘«„(\[]*[A-Z0-9À-Þ])")
# … but not after these, and not after a single capital ("Marco A. Rubio").
_SHORT = "|".join(sorted({*read_words("text/abbreviations.txt"), *read_words("text/short_titles.txt")}))
_ABBREVIATION = re.compile(rf"(?:^|[\s(“\"'‘])(?:[A-Z]|(?:[A-Za-z]\.)+[A-Za-z]|{_SHORT})\.$")

# … but where it is the network: "announced the closure on X. Workers were told nothing."
_ON_X = re.compile(r"\b(?:on|to|via|from|of)\sX\.$")


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Half-open code-point spans of the sentences of one paragraph, without the white space between them.

    A splitter by punctuation, fast enough to decide which sentences are worth a parse. It joins rather than cuts where
    a full stop may belong to an abbreviation.

    >>> text = 'He met Mr. Orlo. “We agreed.” They left.'
    >>> [text[a:b] for a, b in split_sentences(text)]
    ['He met Mr. Orlo.', '“We agreed.”', 'They left.']
    """
    spans, start = [], 0
    for m in _SENTENCE_END.finditer(text):
        before = text[max(start, m.start() - 24) : m.end()]
        if m.group().startswith(".") and len(m.group()) == 1 and _ABBREVIATION.search(before) and not _ON_X.search(before):
            continue
        spans.append((start, m.end()))
        start = m.end()
    spans.append((start, len(text)))
    trimmed = []
    for a, b in spans:
        while a < b and text[a].isspace():
            a += 1
        while b > a and text[b - 1].isspace():
            b -= 1
        if a < b:
            trimmed.append((a, b))
    return trimmed
