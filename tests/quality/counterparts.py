"""How surely does the model of sentences part what is one from what is two? `python -m tests.quality.counterparts [FOLDER ...]`.

Prints, for the annotated events of folders (by default `gold/events`), the points of `transforms/data/groups/counterparts.csv` anew: a
logistic regression of whether two statements of one speaker in two reports are one, the points of `SET` held. Then, of each event by
a fit on all others, how many of the pairs that are one and of those that are two would be joined.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple
from unittest import mock

import numpy as np
from numpy.typing import NDArray

from tests.golden.sample_run import run_pages
from tests.quality.events import GOLD, event_folders, find_said, read_expected
from tests.quality.regression import fit_points
from transforms.groups.utterances import paraphrases
from transforms.groups.utterances.counterparts import Signs, points
from transforms.groups.utterances.evidence import Wording
from transforms.groups.utterances.paraphrases import SURE, Candidate, find_candidates, is_nearest
from transforms.groups.utterances.words import read_statement

# What the events are too few or too regular to tell.
SET = {"beyond"}
# How often a speaker says two things on one subject in news, for each time in the annotated events, which were written for what is one.
_TWO = 3
_RIDGE = 0.05  # how strongly the points are drawn to those in the table


class Row(NamedTuple):
    """Two statements of an event that may be one: what they show, and whether they are."""

    event: str
    signs: Signs
    content: int  # stems of the shorter one
    is_one: bool


def read_rows(event: Path) -> list[Row]:
    """The candidates of an event that its annotations decide about."""
    found: list[tuple[Wording, Wording, Signs]] = []

    def watch(wordings: Sequence[Wording], edges: Sequence[tuple[int, int]] = ()) -> list[Candidate]:
        candidates = list(find_candidates(wordings, edges))
        found.extend((wordings[c.first], wordings[c.second], c.signs) for c in candidates)
        return candidates

    with mock.patch.object(paraphrases, "find_candidates", watch):
        run = run_pages(sorted(event.glob("*.txt")), event)
    expected = read_expected(event)
    number: dict[tuple[str, tuple[str, ...]], int] = {}
    for n, places in enumerate([*expected["one"], *([place] for place in expected["alone"])]):
        for file, words in places:
            if said := find_said(run, file, words):
                number[(run.pages[file].article_id, read_statement(said.text).words)] = n
    rows = []
    for a, b, signs in found:
        mine, yours = ({number.get((article, w.statement.words)) for article in w.articles} - {None} for w in (a, b))
        if mine and yours:
            rows.append(Row(event.name, signs, min(a.size, b.size), not mine.isdisjoint(yours)))
    return rows


def fit(rows: Sequence[Row]) -> NDArray[np.float64]:
    """The points that make what is one as likely as can be, in the order of the table."""
    names, prior = list(points()), np.array(list(points().values()))
    held = np.array([name in SET for name in names])
    weighed = [row for row in rows for _ in range(1 if row.is_one else _TWO)]
    return fit_points(_matrix(weighed), [row.is_one for row in weighed], prior, _RIDGE, lambda p: np.where(held, prior, p))


def _matrix(rows: Sequence[Row]) -> NDArray[np.float64]:
    return np.array([[{"always": 1.0, **row.signs._asdict()}[name] for name in points()] for row in rows])


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.quality.counterparts", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, default=[GOLD], help="folders of events")
    events = [event for folder in parser.parse_args().folders for event in event_folders(folder)]
    rows = [row for event in events for row in read_rows(event)]
    print(*(f"{name} {value:.2f}" for name, value in zip(points(), fit(rows), strict=True)))
    joined = {True: 0, False: 0}
    for event in {row.event for row in rows}:
        mine = [row for row in rows if row.event == event]
        chances = 1 / (1 + np.exp(-_matrix(mine) @ fit([row for row in rows if row.event != event])))
        for row, chance in zip(mine, chances, strict=True):
            joined[row.is_one] += chance >= SURE and is_nearest(row.signs, row.content)
    ones = sum(row.is_one for row in rows)
    print(f"joined by a fit on the other events: {joined[True]} of {ones} that are one, {joined[False]} of {len(rows) - ones} that are two")


if __name__ == "__main__":
    main()
