"""Words beside a name that show a team playing under it."""

from __future__ import annotations

import functools
from typing import Literal, NamedTuple

from transforms.word_lists import read_table

Side = Literal["before", "after"]
_CLEARLY = 1.0  # a weight from which a word shows by itself that a name plays


class _TeamWord(NamedTuple):
    word: str
    side: Side
    weight: float


@functools.cache
def team_cues() -> dict[Side, dict[str, float]]:
    """How clearly each word before and after a name shows a team, below zero a place; by side, then word."""
    table: dict[Side, dict[str, float]] = {"before": {}, "after": {}}
    for row in read_table("mentions/team_words.csv", _TeamWord):
        table[row.side][row.word] = row.weight
    return table


def is_team_cue(after: str) -> bool:
    """Whether this word behind a name shows clearly that it plays."""
    return team_cues()["after"].get(after, 0.0) >= _CLEARLY
