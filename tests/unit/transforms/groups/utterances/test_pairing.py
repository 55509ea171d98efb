"""Wordings that are worth comparing share rare words, on one occasion or by one speaker."""

from __future__ import annotations

from typing import Any

import pytest

from tests.wordings import make_wording
from transforms.groups.utterances.evidence import Wording
from transforms.groups.utterances.pairing import propose_pairs

LONG = "The lanterns along the quay will burn until the last trawler is home"
SIMILAR = "Lanterns on the quay burn all night for every trawler and its crew"
ALIKE = "Lanterns flicker on the pier where one trawler rots"
OTHER = "Nobody has been paid since the fire at the cannery"


def elsewhere(text: str, day: int | None = 60, **changes: Any) -> Wording:
    return make_wording(text, "b", day=day, **{"stories": frozenset("t"), **changes})


@pytest.mark.parametrize(
    ("a", "b", "proposed"),
    [
        # one story
        (make_wording(LONG), make_wording(SIMILAR, "b"), True),
        (make_wording(LONG), make_wording(OTHER, "b"), False),
        (make_wording(LONG), make_wording(SIMILAR, "b", None), True),  # nobody known
        (make_wording(LONG), make_wording(SIMILAR, "b", "moss"), False),  # somebody else
        (make_wording("a trawler"), make_wording(LONG, "b"), True),  # a fragment's rarest stem
        (make_wording("so be it"), make_wording("so be it", "b"), True),  # the same words without content
        # one article without a story
        (make_wording(LONG, stories=frozenset()), make_wording(SIMILAR, stories=frozenset()), True),
        # one speaker within days
        (make_wording(LONG, day=0), elsewhere(ALIKE, 3), True),
        (make_wording(LONG, day=0), elsewhere(ALIKE, 3, speaker=None), False),
        (make_wording("a trawler", day=0), elsewhere("a trawler at home"), False),
        # any day
        (make_wording(LONG, day=0), elsewhere(LONG), True),
        (make_wording(LONG, day=0), elsewhere(LONG, speaker=None), True),
        (make_wording(LONG, day=0), elsewhere(ALIKE, speaker=None), False),
        # no day
        (make_wording("rusty trawler"), elsewhere("rusty trawler", None), True),
        (make_wording("rusty trawler", day=0), elsewhere("rusty trawler", None), False),
        # a passage in common
        (make_wording("rusty trawler", repeats=frozenset("p")), elsewhere("a rusty old trawler", repeats=frozenset("p")), True),
        (make_wording("rusty trawler", repeats=frozenset("p")), elsewhere("a rusty old trawler", repeats=frozenset("q")), False),
        (make_wording("trawler", repeats=frozenset("p")), elsewhere("trawler", repeats=frozenset("p")), False),
    ],
)
def test_pairs(a: Wording, b: Wording, proposed: bool) -> None:
    assert list(propose_pairs([a, b])) == [(0, 1)] * proposed


def test_each_pair_is_proposed_once() -> None:
    wordings = [make_wording(LONG, a, day=0, repeats=frozenset("pq")) for a in "abc"]
    pairs = list(propose_pairs(wordings))
    assert sorted(pairs) == sorted(set(pairs)) == [(0, 1), (0, 2), (1, 2)]


@pytest.mark.parametrize("changes", [{"day": None}, {"repeats": frozenset("p")}])
def test_the_same_words_of_many_occasions_are_a_chain(changes: dict[str, Any]) -> None:
    many = [make_wording("rusty trawler", f"a{n}", stories=frozenset({f"s{n}"}), **{"day": 30 * n, **changes}) for n in range(40)]
    assert list(propose_pairs(many))[:2] == [(0, 1), (1, 2)]
    assert len(list(propose_pairs(many))) < 2 * len(many)
