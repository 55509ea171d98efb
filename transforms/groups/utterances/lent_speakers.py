"""Speakers that other articles of the story know: the same words stand there under somebody's name."""

from __future__ import annotations

import re
from collections import defaultdict
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
        articles: dict[str, dict[tuple[str, str], set[str]]] = defaultdict(lambda: defaultdict(set))  # by story, then speaker and name
        for quote in members:
            if quote.speaker is not None and quote.story_id is not None:
                articles[quote.story_id][(quote.speaker, quote.speaker_name or "")].add(quote.article_id)
        for quote in members:
            if quote.speaker is None and quote.story_id in articles:
                known = [one for one, own in articles[quote.story_id].items() if len(own) > (quote.article_id in own)]
                if len({speaker for speaker, _ in known}) == 1 and _may_mean(quote.speaker_name, [name for _, name in known]):
                    lent[quote.quote_id] = known[0][0]
    return lent


def _may_mean(printed: str | None, names: Sequence[str]) -> bool:
    """Whether what is printed as speaker is no name ("the ad"), or one of the names, be it misspelled."""
    surname = _surname(printed or "")
    return surname is None or any(_is_one(surname, own) for name in names if (own := _surname(name)) is not None)


def _surname(printed: str) -> str | None:
    """The last word of a name, None for a phrase: "a Velm spokesman", "the head of Velm Port"."""
    words = _WORD.findall(_BOUND.split(printed)[0])
    return words[-1] if words and words[-1][:1].isupper() and (len(words) == 1 or words[-2][:1].isupper()) else None


def _is_one(a: str, b: str) -> bool:
    return skeleton(a) == skeleton(b) or SequenceMatcher(None, a.casefold(), b.casefold()).ratio() >= _ONE_SURNAME
