"""Whom a bare name means in a story."""

from __future__ import annotations

import pytest

from tests.wordings import make_wording
from transforms.groups.utterances.voices import give_voices, list_namesakes, name_body

Name = tuple[str | None, str, str]  # the entity, the stems of what it is called, the article


def voices(*names: Name) -> list[str | None]:
    return [w.voice for w in give_voices([make_wording("The dam will hold", article, who, name) for who, name, article in names])]


@pytest.mark.parametrize(
    ("names", "found"),
    [
        ([("e1", "moira", "a"), ("e2", "moira teal", "b")], ["e2", None]),
        ([("e1", "teal", "a"), ("e2", "moira teal", "b")], ["e2", None]),
        ([(None, "moira teal", "a"), ("e2", "moira teal", "b")], ["e2", None]),
        ([(None, "navi", "a"), ("e2", "velm navi", "b")], ["e2", None]),
        ([(None, "spokesman fjordjet", "a"), ("e2", "fjordjet", "b")], ["e2", None]),
        ([("e1", "moira", "a"), ("e2", "moira teal", "b"), ("e3", "moira kost", "c")], [None, None, None]),  # two may be meant
        ([("e1", "teal", "a"), ("e2", "moira teal", "a")], [None, None]),  # one article has both
        ([("e1", "teal", "a"), ("e1", "dan teal", "c"), ("e2", "moira teal", "b")], [None, None, None]),  # who has a name of his own
        ([("e1", "velm", "a"), ("e2", "velm port union", "b")], [None, None]),  # nobody's forename
        ([(None, "velm campaign", "a"), ("e2", "velm", "b")], [None, None]),  # something of somebody's
        ([("e1", "moira", "a"), ("e2", "pilar kost", "b")], [None, None]),
    ],
)
def test_whom_a_bare_name_means(names: list[Name], found: list[str | None]) -> None:
    assert voices(*names) == found


def test_all_whom_a_name_may_mean_are_looked_at_together() -> None:
    names = [("e1", "moira", "a"), ("e2", "moira teal", "b"), ("e3", "moira kost", "c"), ("e4", "ada moss", "c")]
    wordings = [make_wording("The dam will hold", article, who, name) for who, name, article in names]
    assert list(list_namesakes(wordings)) == [[0, 1, 2]]


@pytest.mark.parametrize(("name", "body"), [("spokeswoman ministri", "ministri"), ("offici", "offici"), ("harbour polic", "harbour polic")])
def test_who_speaks_for_it_is_no_part_of_a_name(name: str, body: str) -> None:
    assert name_body(frozenset(name.split())) == frozenset(body.split())
