"""The terms of an article and how often each stands in it."""

from __future__ import annotations

import functools
import re
from collections import Counter

import numpy as np

from transforms.groups.words.shares import hash_stem
from transforms.groups.words.stems import is_negation, stem, stopwords

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# Words of the lead, from the title on. There a report tells its event, further down the background.
LEAD_WORDS = 60
_MOST = 255  # what a byte holds


def cut_lead(text: str) -> str:
    """The first words of standfirst and body."""
    return " ".join(text.split(None, LEAD_WORDS)[:LEAD_WORDS])


def count_terms(title: str | None, text: str) -> tuple[Counter[str], Counter[str]]:
    """The stems of title and text with how often each stands there, and of title and lead alone.

    >>> whole, lead = count_terms("Ferry aground", "The ferry Marisol ran aground.")
    >>> whole["ferri"], lead["marisol"], "the" in whole
    (2, 1, False)
    """
    whole, lead = Counter[str](), Counter[str]()
    for is_title, part in ((True, title or ""), (False, text)):
        for n, token in enumerate(_TOKEN.findall(part)):
            term = _read_term(token)
            if term is None:
                continue
            whole[term] += 1
            if is_title or n < LEAD_WORDS:
                lead[term] += 1
    return whole, lead


def pack_terms(whole: Counter[str], lead: Counter[str]) -> tuple[bytes, bytes, bytes]:
    """The hashes of the terms (uint32, ascending), their counts in the whole and in the lead (uint8), packed."""
    counts: dict[int, tuple[int, int]] = {}
    for term, times in whole.items():
        in_whole, in_lead = counts.get(number := hash_stem(term), (0, 0))  # two terms may have one hash
        counts[number] = min(_MOST, in_whole + times), min(_MOST, in_lead + lead.get(term, 0))
    hashes = sorted(counts)
    packed = [counts[h] for h in hashes]
    return np.array(hashes, dtype="<u4").tobytes(), bytes(n for n, _ in packed), bytes(n for _, n in packed)


@functools.lru_cache(maxsize=1 << 18)
def _read_term(token: str) -> str | None:
    """The stem that a token counts for; None for stop words, negations and single letters."""
    word = token.replace("’", "'").lower()
    return None if word in stopwords() or is_negation(word) or len(word) < 2 else stem(word)
