"""On what occasion something was said: "in a statement", "in a December interview with the Daily Orlo"."""

from __future__ import annotations

import functools
import re

from transforms.quotes.cues import read_cues
from transforms.word_lists import any_of_set, read_words

# An occasion has a preposition, an owner and a noun before a verb may end it: "in a statement said".
_LEAST_WORDS = 3
_PAST = re.compile(r"(?:ed|said|told|wrote)$")


@functools.cache
def _occasion() -> re.Pattern[str]:
    nouns = sorted(read_words("quotes/occasions.txt"), key=lambda w: (-len(w), w))
    noun = "|".join(map(re.escape, nouns))
    opening = r"\b(?:[Ii]n|[Aa]t|[Dd]uring|[Oo]n|[Vv]ia|[Tt]hrough)\s+"
    owner = rf"(?:(?:{any_of_set('quotes/words.csv', 'occasion owners')}|[\w’'.\-]+[’']s)\s+)?"
    stop = r"(?!\b(?:in|at|on|that|who|which|said|says|and|but|as)\b)"
    rest = rf"(?:\s+(?:with|to|on|of|at|by|before|from|for|about|in)\s+(?:{stop}[\w’'.&\-]+\s*){{1,7}})?"
    return re.compile(rf"{opening}{owner}(?:(?!(?:in|on|at|of|to|the|and|with)\b)[\w’'.\-]+\s+){{0,4}}?(?:{noun})\b{rest}", re.IGNORECASE)


def find_occasion(text: str, start: int, end: int, near: int, latest: int | None = None) -> str | None:
    """The occasion named between `start` and `end`, code points of the paragraph; of several the one nearest to `near`.
    It begins not behind `latest`.

    >>> find_occasion("In a March interview with Orlo Radio, she said no.", 0, 50, 42)
    'In a March interview with Orlo Radio'
    """
    found = [m for m in _occasion().finditer(text, start, end) if not re.search(r"[“”\"«»\x00]", m.group())]
    found = [m for m in found if latest is None or m.start() <= latest]
    if not found:
        return None
    best = min(found, key=lambda m: (min(abs(m.start() - near), abs(m.end() - near)), m.start()))
    words = best.group().split()
    verb = next((i for i, w in enumerate(words) if i >= _LEAST_WORDS and w in read_cues() and _PAST.search(w)), len(words))
    cut = best.group() if verb == len(words) else best.group()[: best.group().index(words[verb])]
    return cut.strip(" ,.")
