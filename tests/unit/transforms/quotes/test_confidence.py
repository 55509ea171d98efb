"""How sure a row of quotes is."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from transforms.annotate import annotate_text
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
    orders: tuple[tuple[Form, ...], ...] = (
        ("nobody", "unnamed he or she", "he or she", "name"),
        ("it or they", "he or she"),
        ("one word", "phrase", "name"),
        ("definite phrase within", "definite phrase", "name"),
        ("one-word name", "name"),
    )
    for forms in orders:
        rates = [rate(replace(TAG, form=f)) for f in forms]
        assert rates == sorted(rates)


def test_the_table_has_a_row_for_every_kind_rule_and_form_and_says_why() -> None:
    points = read_points()
    assert {v for f, v in points if f == "rule"} == set(get_args(Rule)) == {rule_of(m) for m in MEANINGS}
    assert {v for f, v in points if f == "form"} == set(get_args(Form))
    assert {v for f, v in points if f == "kind"} == set(get_args(QuoteKind)) - {"scare"}


@pytest.mark.parametrize(
    ("printed", "name", "is_entity", "expected"),
    [
        ("she", "Ada Orlo", True, "he or she"),
        ("she", "a woman with a dog", False, "unnamed he or she"),
        ("They", None, False, "it or they"),
        ("Orlo", "Ada Orlo", True, "name"),
        ("the mayor", "Ada Orlo", True, "name"),
        ("NATO", "NATO", True, "one-word name"),
        ("a man", "a man", False, "phrase"),
        ("Pals", "Pals", False, "one word"),
        ("The harbour board", "The harbour board", False, "definite phrase"),
        ("the board", "the board", False, "definite phrase within"),
        ("we", None, False, "nobody"),
        (None, None, False, "nobody"),
    ],
)
def test_forms(printed: str | None, name: str | None, is_entity: bool, expected: str) -> None:
    assert form_of(printed, name, is_entity=is_entity) == expected


def test_a_pronoun_behind_others_is_less_sure() -> None:
    rates = [rate(replace(TAG, form="he or she", lost=lost)) for lost in (1.0, 0.5, 0.0)]
    assert rates == sorted(rates) and rates[0] < rates[2]


@pytest.mark.parametrize(
    ("between", "is_sure"),
    [("", True), ("The sky was grey.\nIt rained.\n", True), ("Otto Brack met Ruth Amsel.\nIt rained.\nIt rained again.\n", False)],
)
def test_whom_a_pronoun_means_is_less_sure_where_others_were_named_since(between: str, is_sure: bool) -> None:
    text = f"Ada Orlo came to the harbour.\n{between}“We left,” she said."
    who = annotate_text(text).quotes[0]
    assert who.speaker == "she" and (who.speaker_name is None or (who.confidence > 0.7) is is_sure)
