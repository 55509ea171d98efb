"""Signs that a text lost letters, words or marks on its way to us."""

from __future__ import annotations

import re

# Wrong encodings, in any language.
_GARBLED = re.compile("\ufffd|Ã[\u0080-\u00bf]|â€[™œ˜“”¦]|Ð[\u0080-\u00bf]Ñ")
# English only: a bare ending without its word ("significant s", "ed a law"), an opening mark before a space, a comma after one.
_MISSING = re.compile(
    r"(?<=[a-z]) (?:s|ed|ing|ly)(?=[ ,.;:”\"])(?!['’])|[“„] (?=[a-z])|(?<=[a-z]) [,;](?= [a-z])|(?<=\w )\" (?=[a-z][^\"]{2,80}\")"
)


def is_damaged(text: str, language: str | None) -> bool:
    """Whether letters or words are missing or garbled. Only English is looked at for missing ones.

    >>> is_damaged("a matter involving significant s, he said", "en"), is_damaged("una cosa ed un'altra", "it")
    (True, False)
    """
    return _GARBLED.search(text) is not None or (language == "en" and _MISSING.search(text) is not None)


def has_unbalanced_quotes(paragraphs: list[str]) -> bool:
    """Whether a paragraph opens a double mark without closing it, or the reverse.

    A quotation that runs over several paragraphs opens each of them and closes only the last. In „such“ marks the
    same sign closes that elsewhere opens; where only ” stands, it does both.
    """
    for i, text in enumerate(paragraphs):
        following = paragraphs[i + 1] if i + 1 < len(paragraphs) else ""
        if text.count('"') % 2 and not following.startswith('"'):
            return True
        if "„" in text:
            opened, closed, opener = text.count("„"), text.count("“") + text.count("”"), "„"
        elif "“" not in text:
            opened, closed, opener = text.count("”") % 2, 0, "”"
        else:
            opened, closed, opener = text.count("“"), text.count("”"), "“"
        if closed > opened or (opened > closed and not (opened == closed + 1 and following.startswith(opener))):
            return True
    return False
