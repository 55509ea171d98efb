"""Wordings made by hand, for tests of the rules that join them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from transforms.groups.utterances.evidence import Wording
from transforms.groups.utterances.words import read_statement, weigh

FIRST_DAY = date(2031, 3, 1)


def make_wording(
    text: str, article: str = "a", speaker: str | None = "orlo", name: str = "", day: int | None = None, **changes: Any
) -> Wording:
    """What `article` of the story "s" quotes of `speaker`, who is called `name`, some days after `FIRST_DAY`."""
    weighed = weigh(read_statement(text))
    made = Wording(
        weighed=weighed,
        size=len(weighed.counts),
        speaker=speaker,
        speaker_words=frozenset(name.split()),
        is_indirect=False,
        is_mixed=False,
        articles=frozenset({article}),
        stories=frozenset({"s"}),
        days=(FIRST_DAY + timedelta(days=day),) if day is not None else (),
        is_undated=day is None,
        is_recalled=False,
        quotes=(0,),
    )
    return replace(made, **changes)
