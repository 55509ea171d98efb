"""What the rules that decide the role of a paragraph go by, in words for people."""

from __future__ import annotations

import functools
from typing import NamedTuple

from transforms.word_lists import read_table

# The rule of paragraphs that are words of somebody else, with or without marks; who reads quotes looks for it.
SET_APART = "set_apart"


class _Rule(NamedTuple):
    rule: str
    meaning: str


@functools.cache
def rule_meanings() -> dict[str, str]:
    """The meaning of each rule by its short name, as it stands in the column `reason` of `blocks`."""
    return {row.rule: row.meaning for row in read_table("pages/block_rules.csv", _Rule)}
