"""Marked words that repeat what somebody says elsewhere in the article: headlines, pull quotes, captions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from transforms.quotes.confidence import Evidence, form_of, rate
from transforms.records import Quote, QuoteKind

# The fewest words that two do not say alike by chance, as a name of something is said by many.
_LEAST_WORDS = 5
# Words of nobody within a sentence of the outlet's are somebody's after all; a sentence stays one.
_KIND: tuple[QuoteKind, QuoteKind] = ("mixed", "direct")
_APOSTROPHES = re.compile(r"['’‘]")
_WORD = re.compile(r"\w+")


def name_repeated(quotes: Sequence[Quote]) -> list[Quote]:
    """The quotes in their order, words of nobody given to the one who says them in marks elsewhere in the article."""
    unsaid = {i: _plain(q.text) for i, q in enumerate(quotes) if q.method == "none" and len(q.text.split()) >= _LEAST_WORDS}
    if not unsaid:
        return list(quotes)
    said = [(_plain(q.text), q) for q in quotes if q.kind in ("direct", "mixed") and q.speaker_name is not None]
    return [_said_by(q, [s for words, s in said if unsaid[i] in words]) if i in unsaid else q for i, q in enumerate(quotes)]


def _said_by(quote: Quote, same: Sequence[Quote]) -> Quote:
    """The quote as its one speaker's; as it is where nobody, or more than one, says the same words."""
    if len({(s.speaker_cluster, s.speaker_name) for s in same}) != 1:
        return quote
    s, kind = same[0], _KIND[quote.kind == "direct"]
    form = form_of(s.speaker_name, s.speaker_name, is_entity=s.speaker_cluster is not None)
    return replace(
        quote,
        kind=kind,
        method="repeated",
        speaker_name=s.speaker_name,
        speaker_kind=s.speaker_kind,
        speaker_cluster=s.speaker_cluster,
        speaker_role=s.speaker_role,
        stands_for=s.stands_for,
        confidence=min(s.confidence, rate(Evidence(kind, "repeated", form))),
    )


def _plain(text: str) -> str:
    """The words of a text between spaces, small, without marks and apostrophes."""
    return f" {' '.join(_WORD.findall(_APOSTROPHES.sub('', text.casefold())))} "
