"""Pairs of wordings that may be one, with the rule that says so and the phase in which they are joined."""

from __future__ import annotations

import pytest

from tests.wordings import make_wording
from transforms.groups.utterances.edges import Phase, find_edges, link_wordings
from transforms.groups.utterances.evidence import Wording

LONG = "The lanterns along the quay will burn until the last trawler is home"


def quoted(text: str, article: str = "b") -> Wording:
    return make_wording(text, article)


def marked(text: str, article: str = "b", **changes) -> Wording:
    return make_wording(text, article, is_mixed=True, **changes)


def reported(text: str, article: str = "b", **changes) -> Wording:
    return make_wording(text, article, is_indirect=True, **changes)


@pytest.mark.parametrize(
    ("a", "b", "phase"),
    [
        (quoted(LONG, "a"), quoted(LONG), Phase.STATEMENTS),
        (quoted(LONG, "a"), marked("until the last trawler is home"), Phase.FRAGMENTS),
        (quoted(LONG, "a"), reported(LONG), Phase.REPORTS),
        (reported(LONG, "a"), reported(LONG), Phase.REPORT_PAIRS),
        (
            quoted("It was our decision to close the quarry for the winter", "a"),
            quoted("We decided that the quarry stays shut till spring"),
            Phase.REWORDED,
        ),
        (quoted("an outrageous and shameful bill", "a"), marked("outrageous"), Phase.SCRAPS),
        (reported("the bill as a slap in the face of fishermen", "a"), marked("slap in the face", "a"), Phase.FRAMES),
        (
            marked("We will never sell the quay", "a", day=0),
            marked("We will never sell the quay", day=60, is_recalled=True, stories=frozenset("t")),
            Phase.RECALLS,
        ),
    ],
)
def test_phase_of_a_pair(a: Wording, b: Wording, phase: Phase) -> None:
    assert phase in {e.phase for e in find_edges([a, b])}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (quoted(LONG, "a"), quoted("Nobody has been paid since the fire at the cannery")),
        (quoted(LONG, "a"), make_wording(LONG, "b", "moss")),  # another speaker
        (
            quoted("an outrageous and shameful bill", "a"),
            make_wording("outrageous", "b", is_mixed=True, stories=frozenset("t")),
        ),  # another story
        (quoted("outrageous, simply outrageous", "a"), marked("outrageous")),  # it stands there twice
        (reported("the bill as a slap in the face of fishermen", "a"), marked("slap in the face", speaker="moss")),
        (quoted("the bill as a slap", "a"), make_wording("sell the quay now", "b", day=60, is_recalled=True, stories=frozenset("t"))),
    ],
)
def test_pairs_without_an_edge(a: Wording, b: Wording) -> None:
    assert find_edges([a, b]) == []


def test_a_piece_is_the_first_of_its_edge() -> None:
    (edge,) = [e for e in find_edges([quoted("an outrageous and shameful bill", "a"), marked("outrageous")]) if e.phase is Phase.SCRAPS]
    assert (edge.first, edge.second, edge.rule) == (1, 0, "a word of the statement")


def test_what_was_said_earlier_is_no_later_than_what_repeats_it() -> None:
    said = make_wording("We will never sell the quay", "a", day=60)
    repeated = make_wording("We will never sell the quay", "b", day=0, is_recalled=True, stories=frozenset("t"))
    assert not [e for e in find_edges([said, repeated]) if e.phase is Phase.RECALLS]


def test_links_connect_what_edges_of_fresh_ones_connect() -> None:
    alike = [quoted("the lanterns on the quay will burn all winter", article) for article in "abcd"]
    assert list(link_wordings(alike, [False] * 4)) == []
    assert list(link_wordings(alike, [False, False, False, True])) == [(0, 3), (1, 3), (2, 3)]  # those known are not joined anew
    assert len(list(link_wordings(alike, [True] * 4))) == 3


def test_links_connect_all_that_a_speaker_says_in_a_story() -> None:
    """Which statements are nearest to each other hangs on the others."""
    told = [
        quoted(text, article) for text, article in (("the quay is safe", "a"), ("nobody sails tonight", "b"), ("lanterns cost money", "b"))
    ]
    assert len(list(link_wordings(told, [True, False, False]))) == 2
    assert list(link_wordings(told[1:], [True, True])) == []  # one article
