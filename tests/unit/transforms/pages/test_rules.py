"""Every rule that decides a paragraph's role is explained to people."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import get_args

from transforms.pages.rules import rule_meanings
from transforms.records import Role
from transforms.word_lists import read_lines

ROOT = Path(__file__).parents[4]
_DECIDES = re.compile(r'decide\(|Verdict\(|draft\.add\(|return "\w+", "')


def _rules_of(source: str) -> set[str]:
    """The last texts of the lines that decide a role: `decide("title", "given_title" if given else "first_headline")`."""
    lines = [line for line in source.splitlines() if _DECIDES.search(line)]
    return {rule for line in lines for rule in re.findall(r'"([a-z_]+)"', line)[1:]} - set(get_args(Role))


def test_rules_of_the_code_and_of_the_list_of_forms_have_a_meaning() -> None:
    sources = [p.read_text(encoding="utf-8") for folder in ("pages", "metadata") for p in (ROOT / "transforms" / folder).rglob("*.py")]
    rules = set().union(*map(_rules_of, sources))
    rules |= {line.split("\t")[1] for line in read_lines("pages/block_forms.tsv")[1:]}
    assert len(rules) > 50
    assert rules <= set(rule_meanings()), rules - set(rule_meanings())


def test_rules_of_the_golden_pages_have_a_meaning() -> None:
    pages = [json.loads(p.read_text(encoding="utf-8")) for p in (ROOT / "tests" / "golden" / "pages").glob("*.json")]
    rules = {block.split(" | ")[1] for page in pages for block in page["blocks"]}
    assert rules <= set(rule_meanings()), rules - set(rule_meanings())
