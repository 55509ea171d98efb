"""What holds in every module of `transforms`: a test of its own, a size that can be read, no words and no bare numbers in code.

`house.json` names the modules that do not hold yet. It may only shrink: a module that comes to hold must leave it.
"""

from __future__ import annotations

import ast
import functools
import importlib.util
import json
import re
from collections.abc import Callable, Iterator, Sequence
from encodings.aliases import aliases
from pathlib import Path

import pytest
from lxml.html import defs

ROOT = Path(__file__).parents[2]
MODULES = [p.relative_to(ROOT) for p in sorted((ROOT / "transforms").rglob("*.py")) if p.name != "__init__.py"]
PACKAGES = [p.relative_to(ROOT) for name in ("flows", "transforms", "corpus", "warehouse") for p in sorted((ROOT / name).rglob("*.py"))]
WAITING = json.loads(Path(__file__).with_name("house.json").read_text(encoding="utf-8"))
LONGEST = 300  # lines of a module
LONGEST_FUNCTION = 50  # lines of a function, its docstring included
WORDS = 4  # words of a language from which on a literal is a list of words, and belongs into transforms/data
PATTERN_WORDS = 8  # the same between the bars of one regular expression: a few are grammar, many are a list
# Codes of spaCy's lexemes, which its glossary leaves out.
LEXEME_CODES = frozenset(("NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY"))
# Numbers that count or bound: nothing, one, a pair, the two ends of a share. As a weight, 1.0 is as bare as any other.
COUNTS = (0, 1, 2)
ENDS = (0.0, 1.0)
# Keywords that only size what a library makes, and decide nothing.
SIZES = frozenset(("digest_size", "maxsize"))
# Modules that decide nothing: their numbers are those of a format.
# ONNX: the field numbers of its protobuf; the nodes of a model as they were published.
FORMATS = frozenset(("transforms/nlp/graph.py", "transforms/nlp/word_vectors.py"))
_ALTERNATIVES = re.compile(r"[^\W\d_]{3,}(?:\|[^\W\d_]{3,})+")


@functools.cache
def tree_of(module: Path) -> ast.Module:
    return ast.parse((ROOT / module).read_text(encoding="utf-8"))


def _literals(tree: ast.AST) -> Iterator[str]:
    """The values of each type that is a choice of strings."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == "Literal":
            yield from (n.value for n in ast.walk(node.slice) if isinstance(n, ast.Constant) and isinstance(n.value, str))


def _labels() -> set[str]:
    """The labels of spaCy's glossary, read and not imported: that takes a second."""
    package = importlib.util.find_spec("spacy")
    assert package is not None
    assert package.origin is not None
    tree = ast.parse(Path(package.origin).with_name("glossary.py").read_text(encoding="utf-8"))
    return {label for node in ast.walk(tree) if isinstance(node, ast.Dict) for label in _strings(node.keys)}


@functools.cache
def codes() -> frozenset[str]:
    """Strings that are no words of a language: values of the project's types, HTML's names, encodings, the labels of parses and names."""
    values = {value for module in MODULES for value in _literals(tree_of(module))}
    return frozenset(values | LEXEME_CODES | aliases.keys() | set(aliases.values()) | _labels() | defs.tags | defs.safe_attrs)


def _is_word(text: object) -> bool:
    return isinstance(text, str) and text.replace("'", "").replace("’", "").isalpha() and text not in codes()


def _strings(nodes: Sequence[ast.expr | None]) -> list[str]:
    return [n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)]


def word_lists(tree: ast.AST) -> Iterator[int]:
    """The lines of literals that hold words of a language: tuples, lists, sets, the keys of a dictionary, a string to be split."""
    assigned = (n for n in ast.walk(tree) if isinstance(n, ast.Assign))
    exported = {id(n.value) for n in assigned if any(isinstance(t, ast.Name) and t.id == "__all__" for t in n.targets)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.expr) or id(node) in exported:
            continue
        found: list[str] = []
        if isinstance(node, (ast.Tuple, ast.List, ast.Set)):
            found = _strings(node.elts)
        elif isinstance(node, ast.Dict):
            found = _strings(node.keys)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "split":
            found = " ".join(_strings([node.func.value])).split()
        if sum(map(_is_word, found)) >= WORDS:
            yield node.lineno


def words_in_patterns(tree: ast.AST) -> Iterator[int]:
    """The lines of strings in which many words stand between bars."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            runs = (m[0].split("|") for m in _ALTERNATIVES.finditer(node.value))
            if any(sum(map(_is_word, run)) >= PATTERN_WORDS for run in runs):
                yield node.lineno


def _is_bare(value: object, weighs: bool) -> bool:
    if isinstance(value, float):
        return value not in ENDS or (weighs and value == 1.0)
    return isinstance(value, int) and value not in COUNTS


def bare_numbers(tree: ast.AST, *, inside: bool = False, weighs: bool = False) -> Iterator[int]:
    """The lines of numbers within functions that have no name. `weighs`: beside a name or added up, where 1.0 is a weight.

    Not counted: constants and tables of a module or class, which have a name; `COUNTS` and `ENDS`; an index or a slice; the
    digits of `round`; the `SIZES` of a library.
    """
    if isinstance(tree, ast.Constant):
        if inside and _is_bare(tree.value, weighs):
            yield tree.lineno
    elif isinstance(tree, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
        for part in (*tree.args.defaults, *tree.args.kw_defaults, *(tree.body if isinstance(tree.body, list) else (tree.body,))):
            if part is not None:
                yield from bare_numbers(part, inside=True)
    elif isinstance(tree, ast.Subscript):
        yield from bare_numbers(tree.value, inside=inside, weighs=weighs)
    elif isinstance(tree, ast.Call) and isinstance(tree.func, ast.Name) and tree.func.id == "round":
        yield from bare_numbers(tree.args[0], inside=inside)
    elif not (isinstance(tree, ast.keyword) and tree.arg in SIZES):
        weighs = (weighs or isinstance(tree, (ast.Tuple, ast.AugAssign))) and not isinstance(tree, (ast.BinOp, ast.Compare))
        for child in ast.iter_child_nodes(tree):
            yield from bare_numbers(child, inside=inside, weighs=weighs)


def _is_untested(module: Path) -> bool:
    return not (ROOT / "tests/unit" / module.parent / f"test_{module.name}").exists()


def _is_long(module: Path) -> bool:
    return (ROOT / module).read_text(encoding="utf-8").count("\n") > LONGEST


def _has_long_function(module: Path) -> bool:
    functions = (n for n in ast.walk(tree_of(module)) if isinstance(n, (ast.FunctionDef, ast.AsyncFunctionDef)))
    return any((f.end_lineno or f.lineno) - f.lineno >= LONGEST_FUNCTION for f in functions)


def _has_bare_numbers(module: Path) -> bool:
    return module.as_posix() not in FORMATS and any(True for _ in bare_numbers(tree_of(module)))


RULES: dict[str, Callable[[Path], bool]] = {
    "untested": _is_untested,
    "long": _is_long,
    "long_functions": _has_long_function,
    "word_lists": lambda module: any(True for _ in word_lists(tree_of(module))),
    "words_in_patterns": lambda module: any(True for _ in words_in_patterns(tree_of(module))),
    "bare_numbers": _has_bare_numbers,
}


def constants_in_a_row(tree: ast.Module) -> Iterator[int]:
    """The lines of a module on which several constants get their values: a comment could not say which of them it means."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Tuple) and isinstance(node.value, ast.Tuple):
            yield node.lineno


@pytest.mark.parametrize("module", PACKAGES, ids=str)
def test_one_constant_a_line_and_a_number_where_an_amount_is_meant(module: Path) -> None:
    assert not list(constants_in_a_row(tree_of(module)))
    assert not re.findall(r"\b(?:so|such) many\b", (ROOT / module).read_text(encoding="utf-8"))


@functools.cache
def offenders(what: str) -> set[str]:
    return {module.as_posix() for module in MODULES if RULES[what](module)}


@pytest.mark.parametrize("what", RULES)
def test_no_module_breaks_the_rule_but_those_that_wait(what: str) -> None:
    assert offenders(what) <= set(WAITING[what])


@pytest.mark.parametrize("what", RULES)
def test_who_holds_no_longer_waits(what: str) -> None:
    assert set(WAITING[what]) <= offenders(what)


@pytest.mark.parametrize(
    "source",
    [
        'X = frozenset(("said", "told", "asked", "wrote"))',
        'X = {"regime": 1, "clan": 1, "dynasty": 2, "junta": 2}',
        'X = "said told asked wrote".split()',
        'def f(w): return w in ("USS", "HMS", "RMS", "INS")',
        'X = ("said", "told", ",", "asked", "", "wrote")',
    ],
)
def test_a_list_of_words_is_seen(source: str) -> None:
    assert list(word_lists(ast.parse(source))) == [1]


@pytest.mark.parametrize(
    "source",
    [
        'X = ("PERSON", "ORG", "GPE", "LOC")',
        'X = ("dobj", "attr", "pobj", "oprd")',
        'X = ("nav", "aside", "footer", "form")',
        'X = ("the", "a", "an")',
        'X = {"title": 0, "standfirst": 1, "body": 2, "block": 3}',
        '__all__ = ["Passage", "Reading", "Sentence", "Model"]',
        'X = (".", ":", ";", "-")',
        'X = ("ascii", "latin", "gbk", "sjis")',
    ],
)
def test_codes_and_a_few_words_are_no_list(source: str) -> None:
    assert not list(word_lists(ast.parse(source)))


@pytest.mark.parametrize(
    ("source", "is_seen"),
    [
        ('X = r"(?:said|told|asked|wrote|vowed|swore|noted|argued) that"', True),
        ('X = r"(?:said|told|asked) that"', False),
        ('X = r"b|c|d|e|f|g|h|i|j"', False),
    ],
)
def test_a_list_of_words_in_a_pattern_is_seen(source: str, is_seen: bool) -> None:
    assert bool(list(words_in_patterns(ast.parse(source)))) is is_seen


@pytest.mark.parametrize(("source", "lines"), [("A, B = 1, 2", [1]), ("A = 1\nB = (1, 2)\nC, D = range(2)", [])])
def test_constants_in_a_row_are_seen(source: str, lines: list[int]) -> None:
    assert list(constants_in_a_row(ast.parse(source))) == lines


@pytest.mark.parametrize(
    "source",
    [
        "def f(w): return len(w) > 4",
        "def f(w, cost=0.7): return cost",
        "def f(w): return w.weight * 0.4",
        'def f(w): yield "person", 1.0',
        "def f(w): w.score += 1.0",
        "def f(w): return w.score > -3",
        "X = [Row('near', lambda c: 3 * c.distance)]",
    ],
)
def test_a_bare_number_is_seen(source: str) -> None:
    assert list(bare_numbers(ast.parse(source))) == [1]


@pytest.mark.parametrize(
    "source",
    [
        "LEAST = 4",
        "X = [Row('near', 3.0, 'the nearer')]",
        "class A:\n    weight: float = 0.5",
        "def f(w): return w[3:7] + w[-5]",
        "def f(w): return len(w) > 1 or w[0] == -1 or len(w) % 2 == 0",
        "def f(w): return max(0.0, 1.0 - w.share)",
        "def f(w): w.sure *= 1.0 - w.doubt",
        "def f(w): return round(w.share, 3)",
        "@lru_cache(maxsize=50_000)\ndef f(w): return blake2b(w, digest_size=8)",
        "def f(w): return w is True",
    ],
)
def test_numbers_that_count_or_have_a_name_are_not_bare(source: str) -> None:
    assert not list(bare_numbers(ast.parse(source)))
