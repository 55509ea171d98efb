"""Whose words are whose, where a report names nobody."""

from __future__ import annotations

from typing import Any

import pytest

from tests.wordings import make_wording
from transforms.groups.utterances.edges import PARAPHRASED, find_edges
from transforms.groups.utterances.evidence import Wording
from transforms.groups.utterances.unnamed import tie_adoptions


def find_adopted(*wordings: Wording) -> list[tuple[int, int]]:
    return [(e.first, e.second) for e in find_edges(wordings) if e.rule == PARAPHRASED]


def nobody(text: str, name: str = "", **changes: Any) -> Wording:
    return make_wording(text, "b", None, name, **changes)


SHIFT = make_wording("My son drowned because somebody wanted a quick ferry", name="orlo moss")
REPORT = make_wording("the police had told him to wait outside the tower", name="orlo moss", is_indirect=True)


@pytest.mark.parametrize(
    ("a", "b", "adopted"),
    [
        (SHIFT, nobody("My boy is dead because someone wished for a quick ferry", "father"), True),
        (SHIFT, nobody("My boy is dead because someone wished for a quick ferry"), True),
        (SHIFT, nobody("his boy had died because someone had wished for a quick ferry", is_indirect=True), True),
        (SHIFT, nobody("My boy is dead because someone wished for a quick ferry", "ada kost"), False),  # has a name
        (SHIFT, nobody("The quick ferry to the islands has a crew of nine", "father"), False),  # says something else
        (SHIFT, nobody("My boy is not dead because nobody wanted a quick ferry", "father"), False),  # denies it
        (REPORT, nobody("that officers had asked him to stay outside the tower", "father", is_indirect=True), False),  # two reports
        (SHIFT, nobody("My boy is dead because someone wished for a quick ferry", stories=frozenset("t")), False),  # another event
    ],
)
def test_whose_words_are_whose(a: Wording, b: Wording, adopted: bool) -> None:
    assert bool(find_adopted(a, b)) is bool(find_adopted(b, a)) is adopted


def test_of_two_that_may_be_meant_the_nearer_one() -> None:
    near, far = nobody("My boy is dead because someone wished for a quick ferry"), nobody("The quick ferry drowned my hopes for a holiday")
    assert find_adopted(SHIFT, far, near) == [(0, 2)]


def test_what_a_choice_hangs_on_is_looked_at_together() -> None:
    own, beside, other = nobody("My boy is dead"), nobody("The ferry was late"), make_wording("A third thing is said", "c", "imhof")
    assert list(tie_adoptions([SHIFT, own, beside, other], [(0, 1)])) == [(0, 1), (0, 2)]
