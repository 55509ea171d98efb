"""How sure a row of quotes is: points for what speaks for and against it, added up.

The points stand in `data/quotes/confidence.csv`, fitted on annotated articles (`python -m tests.quality.reliability`). A row at 0.9
says that of rows with as many points nine in ten are right in words and speaker.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, NamedTuple

from transforms.quotes.attribution.features import LIMIT
from transforms.records import Method, QuoteKind
from transforms.word_lists import read_set, read_table

# Rows without a speaker, and titles and scare quotes.
NOBODY = 0.3
TITLE = 0.6
# A speaker that could not be resolved: the words are there, but not who.
UNRESOLVED = 0.3
# A rival this many words of distance further off, or none at all, is no rival.
_NO_RIVAL = 8.0

Rule = Literal["tag", "before", "other sentence", "carried", "guessed", "turn", "clause", "around tag", "asked or told", "loose clause"]
Form = Literal[
    "name", "one-word name", "phrase", "one word", "definite phrase", "definite phrase within",
    "he or she", "unnamed he or she", "it or they", "nobody",
]  # fmt: skip

_RULES: Mapping[Method, Rule] = MappingProxyType(
    {
        "cue after": "tag", "signature": "tag", "label": "tag", "post": "tag",
        "cue before": "before",
        "cue before, other sentence": "other sentence", "cue after, other sentence": "other sentence",
        "same speaker": "carried", "continued": "carried", "announced": "carried", "paragraph before": "carried", "repeated": "carried",
        "introduced": "guessed", "answered": "guessed", "about": "guessed",
        "transcript": "turn", "interview": "turn",
        "indirect: around tag": "around tag", "indirect: begging": "asked or told", "indirect: wh": "asked or told",
        "indirect: that": "clause", "indirect: that unparsed": "clause", "indirect: bare": "clause",
        "indirect: according": "clause", "indirect: label": "clause",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a row's confidence is made of.

    `form` is the printed speaker's; `cue_weight` from 0 to 1; `margin` how much further off, in words of distance, the next saying with
    another speaker is; `is_resolved` where the text tells who is meant; `said` the chance that words marked within the outlet's sentence
    were said at all (`attribution/said.py`), 1 for others; `lost` how easily a pronoun means somebody else (`speakers/narration.py`);
    `in_title` where the words stand in the headline.
    """

    kind: QuoteKind
    method: Method
    form: Form = "name"
    cue_weight: float = 1.0
    margin: float = LIMIT
    is_resolved: bool = True
    said: float = 1.0
    lost: float = 0.0
    in_title: bool = False


def rule_of(method: Method) -> Rule:
    """The group of rules that a method belongs to."""
    return _RULES.get(method, "loose clause")


def measure(evidence: Evidence) -> dict[tuple[str, str], float]:
    """How much of each feature of the table a row has, by feature and value."""
    return {
        ("kind", evidence.kind): 1.0,
        ("rule", rule_of(evidence.method)): 1.0,
        ("form", evidence.form): 1.0,
        ("cue", "weight"): evidence.cue_weight,
        ("said", "chance"): evidence.said if evidence.kind == "mixed" else 0.0,
        ("lost", "others"): evidence.lost,
        ("part", "title"): float(evidence.in_title),
        ("rival", "none"): min(max(evidence.margin, 0.0), _NO_RIVAL) / _NO_RIVAL,
    }


class _Points(NamedTuple):
    feature: str
    value: str
    points: float
    why: str


@functools.cache
def read_points() -> Mapping[tuple[str, str], float]:
    """The points of each feature and value."""
    return {(row.feature, row.value): row.points for row in read_table("quotes/confidence.csv", _Points)}


def rate(evidence: Evidence, points: Mapping[tuple[str, str], float] | None = None) -> float:
    """Confidence, from 0 to 1, of a quote with a speaker, in hundredths; None: by the points of the table."""
    of = read_points() if points is None else points
    total = sum(of.get(feature, 0.0) * size for feature, size in measure(evidence).items())
    value = round(1 / (1 + math.exp(-total)), 2)
    return value if evidence.is_resolved else min(value, UNRESOLVED)


def form_of(printed: str | None, name: str | None, *, is_entity: bool) -> Form:
    """The form of a printed speaker, whom the document calls `name` and who `is_entity` there: a name, a pronoun, or a phrase.

    A definite phrase that opens a sentence is mostly new, one within ("the company") mostly another name for somebody.

    >>> form_of("she", "Ada Orlo", is_entity=True), form_of("the mayor", "the mayor", is_entity=False)
    ('he or she', 'definite phrase within')
    """
    low = (printed or "").lower()
    if not low or low in _words("vague"):
        return "nobody"
    if low in _words("he") | _words("she"):
        return "he or she" if is_entity else "unnamed he or she"
    if low in _words("it") | _words("they"):
        return "it or they"
    if is_entity:
        return "name" if " " in (name or "") else "one-word name"
    first, _, rest = low.partition(" ")
    if first in _words("definite"):
        return "definite phrase" if printed and printed[0].isupper() else "definite phrase within"
    return "phrase" if rest else "one word"


def _words(row: str) -> frozenset[str]:
    return read_set("quotes/words.csv", row)
