"""Which files a rules version digests, and what of them."""

from __future__ import annotations

import ast

import pytest

from flows.run.rules import DOCUMENT_ENTRIES, GROUPING_ENTRIES, digested_files, document_rules, grouping_rules, strip_comments


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("def f():\n    return 1\n", "def f():\n    'Says.'\n    return 1  # why\n", id="docstring and comment"),
        pytest.param("x = 1\ny = 2\n", "# about x\nx = 1\n\n\ny = 2", id="lines of comments, empty lines"),
        pytest.param("class A:\n    x: int\n", 'class A:\n    """Two\n\n    lines # so."""\n\n    x: int\n', id="long docstring"),
    ],
)
def test_what_changes_nothing_is_not_digested(one: str, other: str) -> None:
    assert strip_comments(one) == strip_comments(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("x = 'a # b'", "x = 'a # c'", id="mark of a comment in a string"),
        pytest.param('x = """\n# a\n"""', 'x = """\n# b\n"""', id="in a string of several lines"),
        pytest.param("x = f'{y} # a'", "x = f'{y} # b'", id="in a string with values"),
        pytest.param("x = 'é', '#1'", "x = 'é', '#2'", id="behind letters of two bytes"),
        pytest.param("x = 1", "x = 2", id="code"),
        pytest.param("if a:\n    b\nc", "if a:\n    b\n    c", id="indentation"),
    ],
)
def test_what_changes_something_is_digested(one: str, other: str) -> None:
    assert strip_comments(one) != strip_comments(other)


def test_documents_hang_on_no_rule_that_groups_alone() -> None:
    documents, grouping = ({name for name, _ in digested_files(entries)} for entries in (DOCUMENT_ENTRIES, GROUPING_ENTRIES))
    assert "transforms.entities.resolve" in grouping - documents
    assert "transforms.pages.extract" in documents - grouping
    assert "data/quotes/cues.csv" in documents - grouping
    assert "data/groups/opposites.csv" in grouping - documents


def test_the_two_versions_are_two() -> None:
    assert document_rules() != grouping_rules()


def test_a_source_whose_tree_another_thread_disturbed_is_parsed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """CPython 3.11 raises SystemError where a collection of garbage lets another thread parse in the middle of a tree."""
    expected, parse = strip_comments("x = 1  # why"), ast.parse
    disturbed = iter([True, True, False])

    def parse_disturbed(source: str) -> ast.Module:
        if next(disturbed):
            raise SystemError("AST constructor recursion depth mismatch (before=54, after=73)")
        return parse(source)

    monkeypatch.setattr(ast, "parse", parse_disturbed)
    assert strip_comments("x = 1  # why") == expected
