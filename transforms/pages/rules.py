"""What the rules that decide the role of a paragraph go by, in words for people."""

from __future__ import annotations

import csv
import functools

from transforms.word_lists import read_lines


@functools.cache
def rule_meanings() -> dict[str, str]:
    """The meaning of each rule by its short name, as it stands in the column `reason` of `blocks`."""
    return dict(csv.reader(line for line in read_lines("pages/block_rules.csv") if line.strip()))
