"""Speakers that other articles of the story know: the same words stand there under somebody's name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher

from transforms.names.sounds import skeleton
from transforms.records import SpokenQuote, UtteranceGroup

# Surnames that have this share of their letters in common, in order, are one spelled twice: Kaverin, Kavarin.
_ONE_SURNAME = 0.8
_WORD = re.compile(r"[^\W\d_][\w’'\-]*")
_BOUND = re.compile(r"\s(?:of|for|at|from|with|in|to|by|on)\s|,")


def lend_speakers(groups: Iterable[UtteranceGroup], quotes: Mapping[str, SpokenQuote]) -> dict[str, str]:
    """The entity that speaks each quote without one, by quote id, where an utterance tells.

    Another article of the story words the same utterance under a known speaker, and all such articles know the same one. A printed
    name that is spelled otherwise than the known speaker's keeps its quote without one. `quotes` has every member.
    """
    lent: dict[str, str] = {}
    for group in groups:
        members = [quotes[m] for m in group.members]
        known = [q for q in members if q.speaker is not None]
        if not known:
            continue
        for quote in members:
            if quote.speaker is None and quote.story_id is not None:
                others = [q for q in known if q.story_id == quote.story_id and q.article_id != quote.article_id]
                if len({q.speaker for q in others}) == 1 and _may_mean(quote.speaker_name, others):
                    lent[quote.quote_id] = str(others[0].speaker)
    return lent


def _may_mean(printed: str | None, others: Sequence[SpokenQuote]) -> bool:
    """Whether what is printed as speaker is no name ("the ad"), or the others' name, be it misspelled."""
    surname = _surname(printed or "")
    return surname is None or any(_is_one(surname, name) for q in others if (name := _surname(q.speaker_name or "")) is not None)


def _surname(printed: str) -> str | None:
    """The last word of a name, None for a phrase: "a Velm spokesman", "the head of Velm Port"."""
    words = _WORD.findall(_BOUND.split(printed)[0])
    return words[-1] if words and words[-1][:1].isupper() and (len(words) == 1 or words[-2][:1].isupper()) else None


def _is_one(a: str, b: str) -> bool:
    return skeleton(a) == skeleton(b) or SequenceMatcher(None, a.casefold(), b.casefold()).ratio() >= _ONE_SURNAME
