"""The names of the rules."""

from __future__ import annotations

from typing import get_args

from transforms.quotes.methods import INDIRECT, MEANINGS, Method
from transforms.quotes.sayings.reported import Construction


def test_every_method_has_a_meaning() -> None:
    assert set(MEANINGS) == set(get_args(Method))
    assert all(MEANINGS.values())


def test_every_construction_has_a_method() -> None:
    assert set(INDIRECT) == set(get_args(Construction))
