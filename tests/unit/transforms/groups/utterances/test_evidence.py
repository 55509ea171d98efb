"""What speaks for and against two wordings being one utterance."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from transforms.groups.utterances.evidence import Wording, are_company_and_name, have_other_names, is_near, is_same_speaker, is_scrap
from transforms.groups.utterances.words import read_statement, weigh


def wording(text: str = "We will dredge the harbour", speaker: str | None = "orlo", name: str = "", **changes) -> Wording:
    weighed = weigh(read_statement(text))
    made = Wording(
        weighed, len(weighed.counts), speaker, frozenset(name.split()), False, False, frozenset("a"), frozenset("s"), (), True, False, (0,)
    )
    return replace(made, **changes)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (wording(), wording(), True),
        (wording(), wording(speaker="imhof"), False),
        (wording(speaker=None, name="harbour police"), wording(name="police"), True),
        (wording(speaker=None, name="police"), wording(name="mayor"), False),
        (wording(speaker=None), wording(), False),
    ],
)
def test_same_speaker(a: Wording, b: Wording, same: bool) -> None:
    assert is_same_speaker(a, b) is same


def test_names_that_fit_are_one_speaker_in_one_event_only() -> None:
    police = wording(speaker=None, name="police")
    assert not is_same_speaker(police, replace(police, stories=frozenset("t"), articles=frozenset("b")))


def test_near_is_one_event_within_days() -> None:
    day = replace(wording(), days=(date(2031, 3, 1),))
    assert is_near(day, replace(day, days=(date(2031, 3, 4),)))
    assert not is_near(day, replace(day, days=(date(2031, 3, 5),)))
    assert not is_near(day, wording(speaker="imhof", stories=frozenset("t"), articles=frozenset("b")))


def test_other_names_share_no_word() -> None:
    assert have_other_names(wording(name="jana holt"), wording(name="mayor"))
    assert not have_other_names(wording(name="jana holt"), wording(name="holt"))
    assert not have_other_names(wording(), wording(name="holt"))


@pytest.mark.parametrize(
    ("company", "changes", "may_be"),
    [
        ("compani", {}, True),
        ("orlo compani", {}, False),  # a name
        ("", {}, False),  # nobody printed
        ("compani", {"stories": frozenset("t"), "articles": frozenset("b")}, False),  # another event
    ],
)
def test_the_company_of_one_report_may_be_named_in_another(company: str, changes: dict[str, frozenset[str]], may_be: bool) -> None:
    assert are_company_and_name(wording(speaker=None, name=company), wording(name="velm ship", **changes)) is may_be


def test_a_company_is_no_name() -> None:
    assert not have_other_names(wording(name="compani"), wording(name="velm ship"))
    assert have_other_names(wording(name="orlo compani"), wording(name="velm ship"))


@pytest.mark.parametrize(
    ("made", "scrap"),
    [
        (wording("outrageous"), True),
        (wording("outrageous", is_indirect=True), False),
        (wording("behind us", is_mixed=True), True),
        (wording(), False),
    ],
)
def test_scraps(made: Wording, scrap: bool) -> None:
    assert is_scrap(made) is scrap
