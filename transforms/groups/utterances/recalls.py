"""Whether a sentence repeats what somebody said on an earlier occasion: "Last month Orlo had promised …"."""

from __future__ import annotations

import re

from transforms.calendar import month_names
from transforms.word_lists import read_sequence

_SETS = "groups/words.csv"
_MONTHS = "|".join(month_names())
_SEASONS = "|".join(read_sequence(_SETS, "seasons"))
_SPANS = "|".join(read_sequence(_SETS, "spans"))
_PERIODS = "|".join(read_sequence(_SETS, "periods"))
_SAID = "|".join(read_sequence(_SETS, "said before"))
_BEFORE = re.compile(
    rf"\b(?:last (?:{_SEASONS}|{_MONTHS})|(?:{_SPANS}) (?:ago|earlier|before)|earlier (?:this|in the) (?:{_PERIODS})|"
    rf"previously|at the time|had (?:\w+ )?(?:{_SAID}))\b",
    re.IGNORECASE,
)
_IN_MONTH = re.compile(rf"\b[Ii]n (?:{_MONTHS.title()})\b[^.]*\bhad\b|\b[Bb]ack in\b")


def is_recalled(sentence: str, text: str) -> bool:
    """Whether the words around a quote place it on an earlier occasion than the one that the article reports.

    >>> is_recalled("Last month Orlo promised: “No train will wait.”", "No train will wait.")
    True
    >>> is_recalled("“I was here last month,” Orlo said.", "I was here last month,")
    False
    """
    around = sentence.replace(text, " ")
    return bool(_BEFORE.search(around) or _IN_MONTH.search(around))
