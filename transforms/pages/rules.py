"""What the rules that decide the role of a paragraph go by, in words for people."""

from __future__ import annotations

import functools

from transforms.word_lists import read_rows

# The rule of paragraphs that are words of somebody else, with or without marks; who reads quotes looks for it.
SET_APART = "set_apart"


@functools.cache
def rule_meanings() -> dict[str, str]:
    """The meaning of each rule by its short name, as it stands in the column `reason` of `blocks`."""
    return {row["rule"]: row["meaning"] for row in read_rows("pages/block_rules.csv")}
