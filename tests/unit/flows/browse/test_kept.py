"""Answers that are kept: those asked for last, none that is long."""

from __future__ import annotations

import pytest

from flows.browse.kept import LETTERS, Answer, Kept


def answer(*values: object) -> Answer:
    return Answer(["value"], ["VARCHAR"], [(value,) for value in values])


def test_what_was_asked_for_last_stays() -> None:
    kept = Kept(2)
    for asked in ("one", "two"):
        kept.put(asked, answer(asked))
    assert kept.get("one")
    kept.put("three", answer("three"))
    assert [asked for asked in ("one", "two", "three") if kept.get(asked)] == ["one", "three"]


@pytest.mark.parametrize(
    ("value", "stays"),
    [
        ("x" * (LETTERS - 10), True),
        ("x" * LETTERS, False),
        (["x" * LETTERS], False),
        ({"name": "x" * LETTERS}, False),
        ([{"name": "short"}, 7, None], True),
    ],
)
def test_a_long_answer_is_not_kept(value: object, stays: bool) -> None:
    kept = Kept()
    kept.put("asked", answer(value))
    assert (kept.get("asked") is not None) == stays


def test_of_none_nothing_stays() -> None:
    kept = Kept(0)
    kept.put("asked", answer(1))
    assert kept.get("asked") is None
