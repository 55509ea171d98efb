"""How sure a row of quotes is."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from transforms.quotes.confidence import UNRESOLVED, Evidence, Form, Rule, form_of, rate, read_points, rule_of
from transforms.quotes.methods import MEANINGS
from transforms.records import QuoteKind

TAG = Evidence("direct", "cue after")


def test_who_could_not_be_resolved_is_never_sure() -> None:
    assert rate(replace(TAG, is_resolved=False)) <= UNRESOLVED < rate(TAG)


@pytest.mark.parametrize("method", [m for m in MEANINGS if m not in ("none", "title", "imagined")])
@pytest.mark.parametrize("form", get_args(Form))
def test_a_surer_cue_and_a_further_rival_never_make_a_row_less_sure(method: str, form: Form) -> None:
    rows = [
        [rate(Evidence("mixed", method, form, weight, margin)) for weight in (0.0, 0.5, 1.0)]  # type: ignore[arg-type]
        for margin in (-2.0, 0.0, 4.0, 30.0)
    ]
    assert all(row == sorted(row) for row in rows)
    assert all(column == sorted(column) for column in map(list, zip(*rows, strict=True)))


def test_a_name_is_surer_than_a_pronoun_and_that_than_nobody() -> None:
    forms: tuple[Form, ...] = ("nobody", "it or they", "he or she", "name")
    rates = [rate(replace(TAG, form=f)) for f in forms]
    assert rates == sorted(rates)


def test_the_table_has_a_row_for_every_kind_rule_and_form_and_says_why() -> None:
    points = read_points()
    assert {v for f, v in points if f == "rule"} == set(get_args(Rule)) == {rule_of(m) for m in MEANINGS}
    assert {v for f, v in points if f == "form"} == set(get_args(Form))
    assert {v for f, v in points if f == "kind"} == set(get_args(QuoteKind)) - {"scare"}


@pytest.mark.parametrize(
    ("printed", "is_name", "expected"),
    [
        ("she", True, "he or she"),
        ("They", False, "it or they"),
        ("Orlo", True, "name"),
        ("a man", False, "phrase"),
        ("we", False, "nobody"),
        (None, False, "nobody"),
    ],
)
def test_forms(printed: str | None, is_name: bool, expected: str) -> None:
    assert form_of(printed, is_name=is_name) == expected
