"""Expressions evaluated by kinds of elements give what they give by themselves: in whatever tree, the first time and later."""

from __future__ import annotations

import random
import re
import sys
from typing import Any

import pytest
import trafilatura.xpaths
from lxml import etree, html
from trafilatura.settings import BASIC_CLEAN_XPATH

from transforms.pages.selection.core import as_it_comes
from transforms.pages.selection.expressions import FirstOfKinds, KindExpression, PossibleKinds

with as_it_comes():
    BODY = list(trafilatura.xpaths.BODY_XPATH)
    PLAIN = [
        *trafilatura.xpaths.OVERALL_DISCARD_XPATH,
        *trafilatura.xpaths.REMOVE_COMMENTS_AND_LISTS_XPATH,
        BASIC_CLEAN_XPATH,
    ]
    RAW = list(trafilatura.xpaths.RAW_TREE_PRUNE_XPATH)
NAMES = (
    "div",
    "section",
    "aside",
    "p",
    "span",
    "item",
    "list",
    "ul",
    "ol",
    "details",
    "article",
    "main",
    "footer",
    "h1",
    "svg",
    "fencedframe",
)
VALUES = ("", "card", "x hidden", "entry", "story", "nav", "true", "display: none", "article", "content", "Main", "text")
ATTRIBUTES = ("id", "class", "role", "style", "aria-hidden", "itemprop", "data-component", "href")


def make_tree(expression: Any, chance: random.Random) -> Any:
    """A tree of elements whose attributes are often words of the expression, one or several, in any order."""
    words = re.findall(r"[A-Za-z-]{3,}", re.sub(r"\(\?:(\w+)[^)]*\)|\?", r"\1", " ".join(re.findall(r"'([^']*)'", expression.path))))
    root = html.document_fromstring("<html><body></body></html>")
    places = [root[0]]
    for _ in range(chance.randrange(1, 40)):
        element = etree.SubElement(chance.choice(places), chance.choice(NAMES))
        for name in chance.sample(ATTRIBUTES, chance.randrange(4)):
            value = chance.choice(words) if chance.random() < 0.4 else chance.choice(VALUES)
            element.set(name, f"{value} {chance.choice(words)}" if chance.random() < 0.2 else value)
        places.append(element)
    return root


@pytest.mark.parametrize(
    ("kind", "expression"),
    [*((KindExpression, e) for e in PLAIN), *((PossibleKinds, e) for e in RAW), *((FirstOfKinds, e) for e in BODY if "re:test(" in e.path)],
)
def test_answers_are_those_of_the_expression(kind: type[KindExpression], expression: Any) -> None:
    quick, chance, found = kind(expression), random.Random(5), 0
    for _ in range(300):
        tree = make_tree(expression, chance)
        expected = expression(tree)[:1] if kind is FirstOfKinds else expression(tree)
        assert quick(tree) == quick(tree) == expected
        found += len(expected)
    assert found > 10


def test_order_of_attributes_tells_kinds_apart() -> None:
    first_of_two = etree.XPath(".//*[contains(@id|@class, 'foot')]")
    tree = html.document_fromstring('<body><p id="foot" class="a"></p><p class="a" id="foot"></p></body>')
    assert KindExpression(first_of_two)(tree) == first_of_two(tree) == [tree[0][0]]


@pytest.mark.parametrize("kind", [KindExpression, FirstOfKinds])
def test_a_name_that_no_element_can_be_given_leaves_it_to_the_expression(kind: type[KindExpression]) -> None:
    tree = html.document_fromstring('<body><o:p class="menu">a</o:p><p class="menu">b</p></body>')
    assert kind(etree.XPath(".//*[@class = 'menu']"))(tree)[0] is tree[0][0]


@pytest.mark.parametrize("kind", [KindExpression, FirstOfKinds])
def test_kinds_are_forgotten_where_they_are_many_but_those_that_are_met_again(
    kind: type[KindExpression], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("transforms.pages.selection.expressions._MOST_BYTES", 12_000)
    expression = etree.XPath(".//p[contains(@class, '1 ')]")
    quick = kind(expression)
    for start in range(1_000, 1_200, 5):
        page = '<p class="usual"></p>' + "".join(f'<p class="{n} {"a" * 1_000}"></p>' for n in range(start, start + 5))
        tree = html.document_fromstring(f"<body>{page}</body>")
        assert quick(tree) == expression(tree)[: 1 if kind is FirstOfKinds else None]
        kept = [*quick._answers, *quick._answers_before]
        assert ("p", (("class", "usual"),)) in kept
        assert sum(400 + sum(len(value) for _, value in values) for _, values in kept) <= 2 * 12_000
    assert len(kept) > 8


def test_expressions_of_the_installed_trafilatura_are_evaluated_so() -> None:
    places = [*trafilatura.xpaths.OVERALL_DISCARD_XPATH, *trafilatura.xpaths.REMOVE_COMMENTS_AND_LISTS_XPATH]
    assert all(type(e) is KindExpression for e in places)
    assert isinstance(trafilatura.xpaths.RAW_TREE_PRUNE_XPATH[0], PossibleKinds)
    assert [isinstance(e, FirstOfKinds) for e in trafilatura.xpaths.BODY_XPATH] == [True, False, True, True, False]
    assert isinstance(vars(sys.modules["trafilatura.baseline"])["BASIC_CLEAN_XPATH"], KindExpression)


PLAIN_PATH = ".//*[self::div or self::p][re:test(@id|@class, 'a[1]//b|::text()')]"


@pytest.mark.parametrize(
    ("path", "kinds"),
    [
        (PLAIN_PATH, {KindExpression, FirstOfKinds, PossibleKinds}),
        (f".//aside|{PLAIN_PATH}", {KindExpression, FirstOfKinds, PossibleKinds}),
        (f"{PLAIN_PATH}[1]", {FirstOfKinds}),
        (f"({PLAIN_PATH})[1]", {FirstOfKinds}),
        (f"({PLAIN_PATH})[2]", set()),
        (f"{PLAIN_PATH}[not(.//h1) or @id='a']", {PossibleKinds}),
        (f"{PLAIN_PATH}[.//h1]", set()),
        (f"{PLAIN_PATH}[h1]", set()),
        (f"{PLAIN_PATH}[not(ancestor::article)]", set()),
        (f"{PLAIN_PATH}[../@id]", set()),
        (f"{PLAIN_PATH}[position()=1]", set()),
        (f"{PLAIN_PATH}[text()]", set()),
        (f"{PLAIN_PATH}/a", set()),
        (f"{PLAIN_PATH}//a", set()),
        ("//p[@id]", set()),
    ],
)
def test_an_expression_that_asks_for_more_is_left_alone(path: str, kinds: set[type[KindExpression]]) -> None:
    assert {kind for kind in (KindExpression, FirstOfKinds, PossibleKinds) if kind.can_evaluate(path)} == kinds
