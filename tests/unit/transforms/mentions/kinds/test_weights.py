"""The signs of a type, and the votes that they cast."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from transforms.mentions.kinds.weights import after_votes, before_votes, tell_votes, type_signs, vote

_ROOM = Path(__file__).parents[5] / "transforms/mentions"


def test_each_sign_of_the_table_is_asked_for_in_the_code() -> None:
    asked = {
        node.value
        for module in _ROOM.rglob("*.py")
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
    }
    assert type_signs().keys() <= asked


def test_each_sign_says_why() -> None:
    assert all(row.why and row.weight for row in type_signs().values())


def test_an_unknown_sign_is_an_error() -> None:
    with pytest.raises(KeyError, match="of no table"):
        vote("of no table")


def test_a_sign_whose_type_a_list_tells_needs_it() -> None:
    with pytest.raises(KeyError, match="a head inside"):
        vote("a head inside")


def test_words_beside_a_name() -> None:
    assert [(v.type, v.sign) for v in before_votes("near")] == [("place", "“near” before")]
    assert before_votes("orlo") == after_votes("orlo") == ()


def test_the_weightiest_sign_is_told_first() -> None:
    told = tell_votes([vote("a capital"), vote("a role before"), vote("a role before"), vote("the article before one word")])
    assert told == ("a role before: person +3 (2 times)", "a capital: place +2", "the article before one word: person -0.7")
