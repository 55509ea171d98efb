"""XPath expressions that tell an element by its name and its own attributes, with each kind of element judged once.

trafilatura asks such questions ("its class says that it is a menu") of every element of a page, several times a page, through regular
expressions within XPath: a third of its time. Elements that have the same name and the same values of the attributes asked for get the same
answer, and the pages of a site have few kinds; so the expression is put to one lone element of each kind, and its answer is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from lxml import etree

# Kept of each expression: as much twice, of late and from before. Of a page with an id of its own on each element nothing is met again.
_MOST_BYTES = 1_500_000
_BYTES_OF_KIND = 400  # about, beside its characters
_ATTRIBUTE = re.compile(r"@([\w-]+)")
_NAME = re.compile(r"self::([\w-]+)")
_OF_ANY_NAME = re.compile(r"\.//\*\s*\[(?!\s*self::)")  # in an expression that asks elements of any name
_LITERAL = re.compile(r"'[^']*'")
# An expression that asks for nothing but an element's own name and attributes, its literals emptied: steps down, each with conditions.
_ASKED = r"(?:@[\w-]+|self::[\w-]+|(?:re:test|contains|translate|starts-with|not)\(|\band\b|\bor\b|''|[()|=,\s])*"
_STEP = rf"\s*\.//(?:\*|[\w-]+)\s*(?:\[{_ASKED}\]\s*)*"
_OF_KINDS = re.compile(rf"{_STEP}(?:\|{_STEP})*")
_FIRST = re.compile(r"\s*\((?P<all>.*)\)\s*\[1\]\s*|(?P<of_each>.*)\[1\]\s*", re.DOTALL)
_WITHOUT = re.compile(r"not\(\.//[\w-]+\)")

_Kind = tuple[str, tuple[tuple[str, str], ...]]


class KindExpression:
    """An expression that asks each element below another for its own name and attributes, evaluated by kinds of elements.

    Where something of the page cannot be put to a lone element (a name that only broken markup has), the expression itself is asked.
    """

    def __init__(self, expression: Any) -> None:
        self.expression = expression
        self._attributes = frozenset(_ATTRIBUTE.findall(expression.path))
        names = () if _OF_ANY_NAME.search(expression.path) else tuple(dict.fromkeys(_NAME.findall(expression.path)))
        self._names: tuple[str, ...] = names or ("*",)
        self._answers: dict[_Kind, bool] = {}
        self._answers_before: dict[_Kind, bool] = {}
        self._bytes = 0  # of the answers of late, about

    @classmethod
    def can_evaluate(cls, path: str) -> bool:
        """Whether an expression asks for no more than this kind of evaluation knows."""
        return _OF_KINDS.fullmatch(_LITERAL.sub("''", path)) is not None

    def __call__(self, tree: Any) -> list[Any]:
        """The elements below `tree` of which the expression is true, in page order."""
        attributes = self._attributes
        found = []
        for element in tree.iterdescendants(*self._names):
            kind = (element.tag, tuple([item for item in element.items() if item[0] in attributes]))
            answer = self._answers.get(kind)
            if answer is None:
                answer = self._recall(kind)
            if answer:
                found.append(element)
            elif answer is None:
                return self._judge_all(tree)
        return found

    def _judge_all(self, tree: Any) -> list[Any]:
        kinds = {element: self._kind_of(element) for element in tree.iterdescendants(*self._names)}
        try:
            answers = self._judge(kinds.values())
        except ValueError:
            return self.expression(tree)  # type: ignore[no-any-return]
        return [element for element, kind in kinds.items() if answers[kind]]

    def _kind_of(self, element: Any) -> _Kind:
        attributes = self._attributes
        return element.tag, tuple([item for item in element.items() if item[0] in attributes])

    def _recall(self, kind: _Kind) -> bool | None:
        """The answer for a kind met before, which is kept on; None where it is not known."""
        answer = self._answers.get(kind)
        if answer is None and (answer := self._answers_before.get(kind)) is not None:
            self._keep(kind, answer)
        return answer

    def _keep(self, kind: _Kind, answer: bool) -> None:
        size = _BYTES_OF_KIND + sum(len(value) for _, value in kind[1])
        if self._bytes + size > _MOST_BYTES:
            self._answers_before, self._answers, self._bytes = self._answers, {}, 0
        self._answers[kind] = answer
        self._bytes += size

    def _judge(self, kinds: Iterable[_Kind]) -> dict[_Kind, bool]:
        """The answers for all of these kinds. Raises `ValueError` where one of them cannot be made."""
        known = {kind: self._recall(kind) for kind in kinds}
        holder = etree.Element("holder")
        made = {}
        for kind in [kind for kind, answer in known.items() if answer is None]:
            element = etree.SubElement(holder, kind[0])
            for name, value in kind[1]:  # one by one: their order counts where an expression takes the first of two
                element.set(name, value)
            made[element] = kind
        true = set(self.expression(holder)) if made else set()
        answers = {kind: answer for kind, answer in known.items() if answer is not None}
        for element, kind in made.items():
            answers[kind] = element in true
            self._keep(kind, element in true)
        return answers


class FirstOfKinds(KindExpression):
    """The same, where only the first of the elements is asked for."""

    @classmethod
    def can_evaluate(cls, path: str) -> bool:
        """Also where the expression itself gives but the first, of all or of each element's."""
        found = _FIRST.fullmatch(path)
        return super().can_evaluate((found["all"] or found["of_each"]) if found else path)

    def __call__(self, tree: Any) -> list[Any]:
        """The first element below `tree` of which the expression is true, alone; none where there is none."""
        for element in tree.iterdescendants(*self._names):
            kind = self._kind_of(element)
            answer = self._recall(kind)
            if answer is None:
                try:
                    answer = self._judge([kind])[kind]
                except ValueError:
                    return self.expression(tree)[:1]  # type: ignore[no-any-return]
            if answer:
                return [element]
        return []


class PossibleKinds(KindExpression):
    """An expression that also asks what an element does not hold, evaluated only where the kinds of a page's elements leave it open."""

    @classmethod
    def can_evaluate(cls, path: str) -> bool:
        """Also where elements are ruled out by what they hold: a lone one holds nothing."""
        return super().can_evaluate(_WITHOUT.sub("''", path))

    def __call__(self, tree: Any) -> list[Any]:
        """What the expression gives."""
        return self.expression(tree) if super().__call__(tree) else []
