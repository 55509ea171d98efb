"""Which runs are out of the ordinary."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from pydantic import ValidationError

from corpus.web.records import Account, Result
from flows.settings import Settings
from flows.watch.history import ArrivalRow, History
from flows.watch.limits import LIMITS, Crossing, Share, Verdict, is_jump, judge_run
from tests.unit.flows.watch.histories import arrival, history, outlet_row

DAY = 86400.0


def judge(given: History, *accounts: Account, sites: tuple[str, ...] = ("gazette.example",), outlets: tuple[str, ...] = ()) -> Verdict:
    verdict = judge_run(given, accounts, sites, outlets, DAY, 0.3)
    assert {c.key for c in verdict.crossings} <= verdict.judged
    assert {limit for limit, _ in verdict.judged} <= set(LIMITS)
    return verdict


def crossings(given: History, *accounts: Account, **read: tuple[str, ...]) -> list[Crossing]:
    return list(judge(given, *accounts, **read).crossings)


@pytest.mark.parametrize(
    ("now", "before", "expected"),
    [
        (Share(18, 20), Share(10, 200), True),
        (Share(5, 20), Share(10, 200), False),  # a rise of 20 points
        (Share(19, 19), Share(10, 200), False),  # too few documents to say
        (Share(20, 20), Share(0, 19), False),  # too few to compare with
        (Share(0, 20), Share(150, 200), False),  # a fall is no fault
        (Share(17, 20), Share(100, 200), False),  # half is usual: 35 points more may be chance among 20
        (Share(170, 200), Share(100, 200), True),  # among 200 they are not
        (Share(8, 20), Share(0, 200), True),
    ],
)
def test_a_share_jumps_when_the_rise_is_large_and_no_chance(now: Share, before: Share, expected: bool) -> None:
    assert is_jump(now, before, 0.3) is expected


def test_runs_like_those_before_cross_nothing() -> None:
    assert crossings(history([outlet_row(i) for i in range(1, 5)], [arrival(3)])) == []


def test_a_first_run_crosses_nothing() -> None:
    assert crossings(history([outlet_row(1, rejected=400, undated=30, unspoken=60)], [arrival(0, 0, moments=1)], runs=1)) == []


@pytest.mark.parametrize(
    ("limit", "counts", "words"),
    [
        (
            "rejections",
            {"articles": 2, "rejected": 28, "main_reason": "no_text"},
            "93% of the last 30 documents rejected, before that 3% of 93",
        ),
        ("titles", {"untitled": 30}, "100% of the last 30 articles without title, before that 0% of 90"),
        ("dates", {"undated": 15}, "50% of the last 30 articles without day, before that 10% of 90"),
        ("authors", {"unsigned": 30}, "100% of the last 30 articles without authors, before that 20% of 90"),
        ("speakers", {"unspoken": 40}, "67% of the last 60 quotes without speaker, before that 10% of 180"),
    ],
)
def test_each_share_of_an_outlet_has_its_limit(limit: str, counts: dict[str, Any], words: str) -> None:
    [found] = crossings(history([*(outlet_row(i) for i in range(1, 4)), outlet_row(4, **counts)]))
    assert found.key == (limit, "The Harbour Gazette")
    assert found.message.startswith(f"The Harbour Gazette: {words}")


def test_a_jump_in_rejections_names_the_commonest_reason() -> None:
    [found] = crossings(history([*(outlet_row(i) for i in range(1, 4)), outlet_row(4, articles=0, rejected=30, main_reason="no_text")]))
    assert found.message.endswith("mostly for no_text")


def test_small_runs_are_judged_together_with_those_just_before() -> None:
    usual = [outlet_row(i) for i in range(1, 4)]
    few = {"articles": 0, "rejected": 8, "main_reason": "no_text"}
    assert crossings(history([*usual, outlet_row(4, **few)], runs=4)) == []  # 8 with the 31 before them: 9 of 39
    rows = [*usual, outlet_row(4, **few), outlet_row(5, **few), outlet_row(6, **few)]
    [found] = crossings(history(rows, runs=6))
    assert found.message.startswith("The Harbour Gazette: 100% of the last 24")


def test_an_outlet_without_documents_in_the_run_is_not_judged_by_them() -> None:
    changed = outlet_row(3, articles=0, rejected=30)
    verdict = judge(history([outlet_row(1), outlet_row(2), changed, outlet_row(4, "Delta Courier")]))
    assert verdict.crossings == ()
    assert ("rejections", "Delta Courier") in verdict.judged
    assert ("rejections", "The Harbour Gazette") not in verdict.judged


def test_many_new_names_cross_a_limit_of_the_run() -> None:
    [found] = crossings(history([], entities_new=90))
    assert found.key == ("entities", "")
    assert found.message == "90% of the last 100 names new, before that 20% of 300"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (arrival(23), False),  # less than a day
        (arrival(25), True),
        (arrival(25, longest_gap_hours=13), False),  # twice its longest pause has not passed
        (arrival(27, longest_gap_hours=13), True),
        (arrival(300, moments=3), False),  # it gave articles too seldom to be missed
    ],
)
def test_silence_is_measured_by_what_is_usual(row: ArrivalRow, expected: bool) -> None:
    assert [c.limit for c in crossings(history([], [row]))] == ["silence"] * expected


def test_silence_says_how_long_and_what_was_usual() -> None:
    [found] = crossings(history([], [arrival(49)]))
    usual = "90 came in the 30 days before, never more than 6 hours apart"
    assert found.message == f"The Harbour Gazette: no article for 2 days 1 hour; {usual}"


def test_only_outlets_whose_sources_were_read_are_silent() -> None:
    given = history([], [arrival(48)])
    assert judge(given, sites=("courier.example",)).judged == {("entities", "")}
    assert crossings(given, sites=("courier.example",)) == []
    assert crossings(given, sites=(), outlets=("The Harbour Gazette",))  # as a list of sources names it


def test_limits_that_let_a_run_fail_are_known_by_name() -> None:
    assert Settings.given(failing_limits="silence, speakers").failing == {"silence", "speakers"}
    assert Settings.given(failing_limits="").failing == set()
    with pytest.raises(ValidationError, match="no limit is called quiet; there are silence"):
        Settings.given(failing_limits="quiet,silence")


def listing(name: str, result: Result = "fetched", **values: Any) -> Account:
    location = f"https://{name}.example/feed"
    return Account(location, "listing", result, listed_in=location, **values)


def test_feeds_that_give_nothing_are_told_together() -> None:
    given = history([])
    [found] = crossings(
        given,
        listing("tide", "rejected", reason="http_status"),
        listing("gazette", lists=3),
        listing("courier"),
        listing("post", "unchanged"),
        replace(listing("herald"), listed_in="https://herald.example/index"),  # one of several in an index
    )
    told = "https://courier.example/feed lists no page, https://tide.example/feed cannot be read (http_status)"
    assert (found.limit, found.message) == ("listings", told)
    assert crossings(given, listing("gazette", lists=3)) == []
    assert crossings(given, listing("gazette", "rejected", reason="timeout"), listing("gazette", lists=3)) == []  # asked again since
    [many] = crossings(given, *(listing(f"outlet{i}") for i in range(5)))
    assert many.message.endswith("https://outlet2.example/feed lists no page and 2 more")
