"""The names of the rules."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from transforms.quotes.methods import INDIRECT, MEANINGS
from transforms.quotes.sayings.reported import Construction
from transforms.records import Method


def test_every_method_has_a_meaning() -> None:
    assert set(MEANINGS) == set(get_args(Method))
    assert all(MEANINGS.values())


def test_every_construction_has_a_method() -> None:
    assert set(INDIRECT) == set(get_args(Construction))


def test_the_docs_say_what_every_method_means() -> None:
    docs = (Path(__file__).parents[4] / "docs" / "how-it-decides.md").read_text(encoding="utf-8")
    rows = dict(line.strip("| ").split(" | ", 1) for line in docs.splitlines() if line.startswith("| `") and " | " in line)
    assert {m: rows.get(f"`{m}`") for m in MEANINGS} == dict(MEANINGS)
