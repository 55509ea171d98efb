"""Whether "he" or "she" may stand for somebody, from given name, title and what the document calls them."""

from __future__ import annotations

import re

from transforms.names.lexicon import forename_gender, gendered_words

_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")


def find_gender(name: str, role: str | None = None) -> str | None:
    """`m` or `f`, or None where nothing tells. A role decides before a title at the head of the name, and that before the given name.

    >>> find_gender("Ada Orlo"), find_gender("Orlo", "foreign ministry spokesman"), find_gender("Kim Orlo")
    ('f', 'm', None)
    """
    for word in _WORD.findall(role or ""):
        if gender := gendered_words("role").get(word.lower()):
            return gender
    words = _WORD.findall(name)
    if words and (gender := gendered_words("title").get(words[0].lower())):
        return gender
    return forename_gender(words[0]) if len(words) > 1 else None
