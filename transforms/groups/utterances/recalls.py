"""Whether a sentence repeats what somebody said on an earlier occasion: "Last month Orlo had promised …"."""

from __future__ import annotations

import re

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_BEFORE = re.compile(
    rf"\b(?:last (?:week|month|year|spring|summer|autumn|fall|winter|{_MONTHS})|(?:days|weeks|months|years) (?:ago|earlier|before)|"
    r"earlier (?:this|in the) (?:week|month|year)|previously|at the time|"
    r"had (?:\w+ )?(?:said|told|promised|vowed|warned|called|pledged|insisted|declared|described|announced|written|claimed|predicted))\b",
    re.IGNORECASE,
)
_IN_MONTH = re.compile(rf"\b[Ii]n (?:{_MONTHS})\b[^.]*\bhad\b|\b[Bb]ack in\b")


def is_recalled(sentence: str, text: str) -> bool:
    """Whether the words around a quote place it on an earlier occasion than the one that the article reports.

    >>> is_recalled("Last month Orlo promised: “No train will wait.”", "No train will wait.")
    True
    >>> is_recalled("“I was here last month,” Orlo said.", "I was here last month,")
    False
    """
    around = sentence.replace(text, " ")
    return bool(_BEFORE.search(around) or _IN_MONTH.search(around))
