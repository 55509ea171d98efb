"""The first rule that applies decides whether two wordings are one, and has a name."""

from __future__ import annotations

from typing import Any

import pytest

from tests.wordings import make_wording
from transforms.groups.utterances.evidence import Wording
from transforms.groups.utterances.rules import FAR, NEAR, REWORDED, Pair, judge

LONG = "The lanterns along the quay will burn until the last trawler is home"


def said(text: str, **changes: Any) -> Wording:
    return make_wording(text, "b", **changes)


def elsewhere(text: str, **changes: Any) -> Wording:
    return make_wording(text, "b", stories=frozenset("t"), **{"day": 60, **changes})


@pytest.mark.parametrize(
    ("a", "b", "rule", "one"),
    [
        (
            LONG,
            make_wording("The lanterns burn until the trawler is home"),
            "one article gives a statement again only as a part of it",
            False,
        ),
        ("rusty trawler", said("rusty trawler", speaker=None, name="moss"), "a fragment of a speaker with another name", False),
        (LONG, said(LONG), "the same words", True),
        ("trawler", said("trawler", speaker=None), "the same words", False),  # one word of nobody known
        (LONG, said("Nobody has been paid since the fire"), "nothing in common", False),
        (LONG, said("The lanterns along the quay will not burn"), "one says the contrary", False),
        (LONG, said("until the last trawler is home"), "one contains the other", True),
        (LONG, said("lanterns on the quay will burn until the last trawler is home"), "one contains the other but for a word", True),
        (
            LONG,
            said("that until the last trawler is home nobody would go to bed or lock a door", is_indirect=True),
            "a report with the very words",
            True,
        ),
        ("In the harbour we would have lost it all", said("We would have lost it all in the harbour"), "enough in common", True),
        ("Tonight this valley has chosen orchards", said("Tonight this valley has chosen tunnels"), "one frame, filled otherwise", False),
        ("a rusty trawler", said("The trawlers here are all laid up for want of diesel and crew"), "two stems among others", False),
        ("trawlers", said("a trawler"), "a single stem", True),
        ("trawlers", said("The trawlers here are laid up for want of diesel"), "a single stem", False),
        (LONG, said("Until the last trawler is home, lanterns will burn along our quay"), "enough in common", True),
        ("We decided on it a minute before", said("our decision to send the pilot out came a minute before the race"), REWORDED, True),
        ("A team of pilots decided", said("our decision to send the pilot out came a minute before the race"), "", False),
        ("about 900 passengers were affected", said("some 900 travellers could not sail", speaker=None, name="compani"), REWORDED, True),
        (
            "It was our decision to close the quarry for the winter",
            said("We decided that the quarry stays shut till spring"),
            REWORDED,
            True,
        ),
    ],
)
def test_rule_of_one_occasion(a: str, b: Wording, rule: str, one: bool) -> None:
    name = "orlo" if b.speaker_words else ""
    score, found = judge(Pair(make_wording(a, name=name), b), NEAR)
    assert (found, score > 0) == (rule, one)


@pytest.mark.parametrize(
    ("a", "b", "rule", "one"),
    [
        (make_wording("rusty trawler"), elsewhere("rusty trawler", day=None), "the same words, of no known day", True),
        (make_wording("rusty trawler", day=0), elsewhere("rusty trawler"), "too short to be said once only", False),
        (make_wording(LONG, day=0), elsewhere(LONG), "the same words, later", True),
        (make_wording(LONG, day=0), elsewhere(LONG.replace("will", "will not")), "one says the contrary, later", False),
        (make_wording(LONG, day=0), elsewhere(LONG.replace("the last", "every last")), "nearly the same words, later", True),
        (make_wording(LONG, day=0), elsewhere("The lanterns along the quay burn all night for the rusty trawlers of Dorvale"), "", False),
        (
            make_wording("rusty trawler", day=0, repeats=frozenset("p")),
            elsewhere("rusty trawler", repeats=frozenset("p")),
            "repeated beside a passage that is repeated",
            True,
        ),
        (
            make_wording("rusty trawler", day=0, repeats=frozenset("p"), speaker=None, name="pilots"),
            elsewhere("rusty trawler", repeats=frozenset("p"), speaker=None, name="skippers"),
            "too short to be said once only",
            False,
        ),
    ],
)
def test_rule_of_different_occasions(a: Wording, b: Wording, rule: str, one: bool) -> None:
    score, found = judge(Pair(a, b), FAR)
    assert (found, score > 0) == (rule, one)


@pytest.mark.parametrize("rules", [NEAR, FAR])
def test_each_rule_has_a_name_of_its_own(rules: tuple[Any, ...]) -> None:
    assert len({r.name for r in rules}) == len(rules)


def test_two_known_speakers_share_nothing() -> None:
    assert Pair(make_wording(LONG), said(LONG, speaker="moss")).shared.count == 0


@pytest.mark.parametrize(("speaker", "more"), [("orlo", False), (None, True)])
def test_more_must_be_shared_where_the_speaker_is_not_known(speaker: str | None, more: bool) -> None:
    text = "The lanterns burn all night because the trawlers are late"
    known, asked = (Pair(make_wording(LONG), said(text, speaker=s)).need for s in ("orlo", speaker))
    assert (asked > known) is more
