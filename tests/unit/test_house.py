"""What holds in every module of `transforms`: a test of its own, a size that can be read, no list of words in code.

`house.json` names the modules that do not hold yet. It may only shrink: a module that comes to hold must leave it.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = [p.relative_to(ROOT) for p in sorted((ROOT / "transforms").rglob("*.py")) if p.name != "__init__.py"]
WAITING = json.loads(Path(__file__).with_name("house.json").read_text(encoding="utf-8"))
LONGEST = 300  # lines of a module
WORDS = 8  # plain words from which on a literal is a list of words, and belongs into transforms/data


def word_lists(source: str) -> Iterator[int]:
    """The lines at which a literal of many plain words in small letters begins; digests, keys of tables and call names are none."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, (ast.Tuple, ast.List, ast.Set)):
            words = [e.value for e in node.elts if isinstance(e, ast.Constant) and isinstance(e.value, str)]
            if len(words) == len(node.elts) >= WORDS and all(w.isalpha() and w.islower() for w in words):
                yield node.lineno


def _offenders(what: str) -> set[str]:
    found = set()
    for module in MODULES:
        source = (ROOT / module).read_text(encoding="utf-8")
        if (
            (what == "untested" and not (ROOT / "tests/unit" / module.parent / f"test_{module.name}").exists())
            or (what == "long" and source.count("\n") > LONGEST)
            or (what == "word_lists" and any(True for _ in word_lists(source)))
        ):
            found.add(module.as_posix())
    return found


@pytest.mark.parametrize("what", ["untested", "long", "word_lists"])
def test_no_module_breaks_the_rule_but_those_that_wait(what: str) -> None:
    assert _offenders(what) <= set(WAITING[what])


def test_a_list_of_words_is_seen() -> None:
    assert list(word_lists('X = frozenset(("a", "b", "c", "d", "e", "f", "g", "h"))')) == [1]
    assert not list(word_lists('X = ("PERSON", "ORG")'))
