"""Words with a capital that tell of a name."""

from __future__ import annotations

import pytest

from transforms.mentions.telling_words import head_words, is_attribute, is_role_word


@pytest.mark.parametrize(("word", "type_"), [("academy", "organization"), ("lake", "place"), ("orlo", None)])
def test_head_words(word: str, type_: str | None) -> None:
    assert head_words().get(word) == type_


@pytest.mark.parametrize(
    ("word", "is_role"), [("Mayor", True), ("mayor", True), ("vice-president", True), ("Gen.", True), ("Orlo", False), ("harbour", False)]
)
def test_roles(word: str, is_role: bool) -> None:
    assert is_role_word(word) is is_role


@pytest.mark.parametrize(("word", "is_one"), [("Tunisian", True), ("Mayor", True), ("After", True), ("Orlo", False)])
def test_what_stands_before_a_name_without_being_part_of_it(word: str, is_one: bool) -> None:
    assert is_attribute(word) is is_one
