"""Whom a bare name means in a story."""

from __future__ import annotations

import pytest

from tests.wordings import make_wording
from transforms.groups.utterances.evidence import Wording
from transforms.groups.utterances.voices import give_voices, list_namesakes, name_body

Name = tuple[str | None, str, str]  # the entity, the stems of what it is called, the article


def voices(*names: Name) -> list[str | None]:
    """Names with a capital are those of people."""
    return [w.voice for w in give_voices([say(*name) for name in names])]


def say(who: str | None, name: str, article: str) -> Wording:
    return make_wording("The dam will hold", article, who, name.lower(), is_person=name[:1].isupper())


@pytest.mark.parametrize(
    ("names", "found"),
    [
        ([("e1", "Moira", "a"), ("e2", "Moira teal", "b")], ["e2", None]),
        ([("e1", "Teal", "a"), ("e2", "Moira teal", "b")], ["e2", None]),
        ([(None, "Moira teal", "a"), ("e2", "Moira teal", "b")], ["e2", None]),
        ([(None, "velm harbour navi", "a"), ("e2", "royal velm harbour navi", "b")], ["e2", None]),
        ([(None, "parti", "a"), ("e2", "velm parti", "b")], [None, None]),  # any of them
        ([("e1", "jordan", "a"), ("e2", "Jordan kost", "b")], [None, None]),  # a country
        ([("e1", "Jackson", "a"), ("e2", "jackson hospital", "b")], [None, None]),  # a house
        ([(None, "spokesman fjordjet", "a"), ("e2", "fjordjet", "b")], ["e2", None]),
        ([("e1", "Moira", "a"), ("e2", "Moira teal", "b"), ("e3", "Moira kost", "c")], [None, None, None]),  # two may be meant
        ([("e1", "Teal", "a"), ("e2", "Moira teal", "a")], [None, None]),  # one article has both
        ([("e1", "Teal", "a"), ("e1", "Dan teal", "c"), ("e2", "Moira teal", "b")], [None, None, None]),  # who has a name of his own
        ([("e1", "velm", "a"), ("e2", "velm port union", "b")], [None, None]),  # nobody's forename
        ([(None, "velm campaign", "a"), ("e2", "velm", "b")], [None, None]),  # something of somebody's
        ([("e1", "Moira", "a"), ("e2", "Pilar kost", "b")], [None, None]),
    ],
)
def test_whom_a_bare_name_means(names: list[Name], found: list[str | None]) -> None:
    assert voices(*names) == found


def test_all_whom_a_name_may_mean_are_looked_at_together() -> None:
    names = [("e1", "Moira", "a"), ("e2", "Moira teal", "b"), ("e3", "Moira kost", "c"), ("e4", "Ada moss", "c")]
    assert list(list_namesakes([say(*name) for name in names])) == [[0, 1, 2]]


def test_a_full_name_of_the_same_is_looked_at_with_its_bare_one() -> None:
    names = [("e1", "Teal", "a"), ("e1", "Dan teal", "c"), ("e2", "Moira teal", "b")]
    assert list(list_namesakes([say(*name) for name in names])) == [[0, 1, 2]]


@pytest.mark.parametrize(("name", "body"), [("spokeswoman ministri", "ministri"), ("offici", "offici"), ("harbour polic", "harbour polic")])
def test_who_speaks_for_it_is_no_part_of_a_name(name: str, body: str) -> None:
    assert name_body(frozenset(name.split())) == frozenset(body.split())
