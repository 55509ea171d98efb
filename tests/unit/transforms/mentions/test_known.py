"""A name known from one sentence is found in all others."""

from __future__ import annotations

from collections import defaultdict

from tests.unit.transforms.mentions.scans import candidate, scan
from transforms.mentions.kinds.votes import Votes
from transforms.mentions.known import find_everywhere
from transforms.mentions.scan import Candidate, Scan

_VOTES: dict[str, Votes] = {
    "ada moss": defaultdict(float, {"person": 2.0}),
    "marlow salt": defaultdict(float, {"organization": 2.0}),
    "quits": defaultdict(float, {"person": 0.1}),
}


def _found(scans: list[Scan], *kept: Candidate) -> list[tuple[int, str]]:
    return [(c.scan.index, c.text) for c in find_everywhere(scans, kept, _VOTES)]


def test_the_same_words_and_the_last_word_of_a_person() -> None:
    scans = [scan("They met Ada Moss.", index=1), scan("Later Ada Moss left, and Moss was seen.", index=2)]
    assert _found(scans, candidate(scans[0], "Ada Moss", "person")) == [(1, "Ada Moss"), (2, "Ada Moss"), (2, "Moss")]


def test_the_last_word_of_an_organization_is_no_name_of_it() -> None:
    scans = [scan("They left Marlow Salt.", index=1), scan("They sell Salt.", index=2)]
    assert _found(scans, candidate(scans[0], "Marlow Salt", "organization")) == [(1, "Marlow Salt")]


def test_capitals_are_read_as_small_letters() -> None:
    scans = [scan("They met Ada Moss.", index=1), scan("HARBOUR MASTER ADA MOSS QUITS", index=2)]
    assert _found(scans, candidate(scans[0], "Ada Moss", "person")) == [(1, "Ada Moss"), (2, "ADA MOSS")]


def test_a_headline_keeps_only_names_that_the_text_knows() -> None:
    title = scan("Harbour Master Ada Moss Quits After Storm", part="title", index=0)
    scans = [title, scan("They met Ada Moss.", index=1)]
    kept = (candidate(title, "Ada Moss"), candidate(title, "Quits", "person"), candidate(scans[1], "Ada Moss", "person"))
    assert _found(scans, *kept) == [(0, "Ada Moss"), (1, "Ada Moss")]


def test_an_initial_behind_a_name_is_nobody_alone() -> None:
    scans = [scan("They cite Moss J in it.", index=1), scan("Am J Epidemiol has it.", index=2)]
    votes: dict[str, Votes] = {"moss j": defaultdict(float, {"person": 2.0})}
    found = find_everywhere(scans, [candidate(scans[0], "Moss J", "person")], votes)
    assert [c.text for c in found] == ["Moss J"]
