"""Words beside a name that show a team playing under it."""

from __future__ import annotations

import functools

from transforms.word_lists import read_rows


@functools.cache
def team_cues() -> dict[str, dict[str, float]]:
    """How clearly each word before and after a name shows a team, below zero a place; by side, then word."""
    table: dict[str, dict[str, float]] = {"before": {}, "after": {}}
    for r in read_rows("mentions/team_words.csv"):
        table[r["side"]][r["word"]] = float(r["weight"])
    return table


def is_team_cue(after: str) -> bool:
    """Whether this word behind a name shows clearly that it plays."""
    return team_cues()["after"].get(after, 0.0) >= 1.0
