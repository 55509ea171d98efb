"""What each barrier and feature says about marked words and a saying, on candidates made by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from transforms.quotes.attribution.candidate import Candidate
from transforms.quotes.attribution.features import BARRIERS, FEATURES, LIMIT, cost, reasons
from transforms.quotes.cues import Cue
from transforms.quotes.sayings.saying import Saying
from transforms.quotes.spans.marks import Marked
from transforms.quotes.spans.span import Span

SAY = Cue("say", "say", 1.0)
SAYING = Saying(SAY, Span(5, 9), 0, "subject", Span(0, 4), Span(0, 4))
# “It rained,” with a tag right behind it.
TAG = Candidate(
    saying=SAYING, marked=Marked(Span(20, 30), Span(19, 31)), route="after", words=0, breaks=0, between=0, is_used=False, is_tight=True,
    is_last=True, leads=False, has_comma=True, is_governed=False, is_reported=False, is_inside_sentence=False, rest=0,
)  # fmt: skip


def with_cue(c: Candidate, **what: object) -> Candidate:
    return replace(c, saying=replace(c.saying, **what))


NOUN = Cue("claim", "noun", 1.0)
CALL = Cue("call", "call", 1.0)
LAUGH = Cue("laugh", "manner", 0.4)
BEFORE = replace(TAG, route="before", is_tight=False, has_comma=False)
EARLIER = replace(BEFORE, route="earlier", breaks=1)

# (what is so, the candidate, its cost)
COSTS = [
    ("a tag behind a comma", TAG, -6.0),
    ("a tag without a comma", replace(TAG, has_comma=False), 0.0),
    ("a participle is no tag", with_cue(TAG, is_finite=False), 8.0),
    ("a judging verb behind", with_cue(TAG, cue=CALL), -1.0),
    ("words between, behind", replace(TAG, is_tight=False, words=4), 10.0),
    ("another sentence behind", replace(TAG, is_tight=False, words=4, breaks=1, rest=99), 21.0),
    ("a lone tag", replace(TAG, breaks=1, rest=3), -4.0),
    ("words between, before", replace(BEFORE, words=4), 4.0),
    ("in the clause that a far tag reports", replace(TAG, is_tight=False, words=5, is_reported=True), 5.0),
    ("words between, governed", replace(BEFORE, words=5, is_governed=True), 3.0),
    ("a colon right before", replace(BEFORE, leads=True), -3.0),
    ("a noun yields to a verb", with_cue(replace(BEFORE, leads=True), cue=NOUN), 1.0),
    ("nobody speaks", with_cue(BEFORE, speaker=None), 10.0),
    ("a passive", with_cue(BEFORE, speaker=None, how="passive"), 6.0),
    ("an earlier sentence", replace(EARLIER, words=2), 8.0),
    ("the same saying again", replace(EARLIER, route="again", is_used=True), 5.0),
    ("inside another sentence", replace(EARLIER, is_inside_sentence=True), 23.0),
    ("a label within the marks", with_cue(replace(TAG, route="inner label"), at=Span(22, 23)), -8.0),
    ("a signature", with_cue(replace(TAG, route="signature"), at=Span(32, 33)), 0.0),
    ("a colon", with_cue(replace(BEFORE, route="colon", words=1), how="colon"), 3.0),
]


@pytest.mark.parametrize(("what", "candidate", "expected"), COSTS)
def test_costs(what: str, candidate: Candidate, expected: float) -> None:
    assert cost(candidate) == pytest.approx(expected), what
    assert sum(r.cost for r in reasons(candidate)) == pytest.approx(expected), "the reasons are the cost"


RULED_OUT = [
    ("speaks itself", with_cue(TAG, speaker=Span(20, 24))),
    ("manner far off", with_cue(replace(BEFORE, words=3), cue=LAUGH)),
    ("label elsewhere", with_cue(replace(TAG, route="inner label"), at=Span(40, 41))),
    ("signed elsewhere", replace(TAG, route="signature", is_last=False, words=2)),
    ("silent", with_cue(TAG, is_silent=True)),
    ("names", with_cue(BEFORE, cue=replace(CALL, traits=frozenset({"names"})), speaker=None, how="passive")),
    ("noun without comma", with_cue(BEFORE, cue=NOUN)),
    ("does itself", with_cue(replace(TAG, has_comma=False), cue=replace(CALL, weight=0.8), how="inverted")),
    ("colon elsewhere", with_cue(TAG, how="colon")),
]


@pytest.mark.parametrize(("name", "candidate"), RULED_OUT)
def test_barriers_rule_a_saying_out(name: str, candidate: Candidate) -> None:
    assert cost(candidate) == LIMIT
    assert [r.name for r in reasons(candidate)] == [name]


def test_every_reason_has_a_name_of_its_own_and_says_why() -> None:
    named = [*BARRIERS, *FEATURES]
    assert len({n.name for n in named}) == len(named)
    assert all(n.why.endswith((".", "?")) for n in named)
