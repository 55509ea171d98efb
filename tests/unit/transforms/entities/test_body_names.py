"""Which names of bodies are one body's."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.name_nodes import join_names, make_name
from transforms.entities.body_names import join_bodies
from transforms.records import DocumentName


def _body(text: str, article: str, beside: Sequence[str] = (), forms: Sequence[str] = (), sport: str | None = None) -> DocumentName:
    return make_name(text, article, beside, "organization", forms, sport=sport)


UNION = "Northern Salt Workers Union"


@pytest.mark.parametrize(
    ("fact", "count", "names"),
    [
        ("spelled by another ear", 1, (_body("Khalmut Brigade", "a"), _body("Halmut Brigade", "b"))),
        ("another word", 2, (_body("Khalmut Brigade", "a"), _body("Khalmut Council", "b"))),
        ("a short form that a document uses", 1, (_body("Deskora Lines", "a", forms=["Deskora Lines", "Deskora"]), _body("Deskora", "b"))),
        ("a short form of two", 3, (
            _body("Deskora Lines", "a", forms=["Deskora Lines", "Deskora"]),
            _body("Deskora Bank", "b", forms=["Deskora Bank", "Deskora"]),
            _body("Deskora", "c"),
        )),
        ("letters that one document explains, without company", 2, (_body(UNION, "a", forms=[UNION, "NSWU"]), _body("NSWU", "b"))),
        ("letters that two documents explain", 1, (
            _body(UNION, "a", forms=[UNION, "NSWU"]), _body(UNION, "b", forms=[UNION, "NSWU"]), _body("NSWU", "c")
        )),
        ("letters with company", 1, (_body(UNION, "a", ["Ada Moss"]), _body("NSWU", "b", ["Ada Moss"]))),
        ("letters that nobody explains", 2, (_body(UNION, "a"), _body("NSWU", "b"))),
        ("a first word with company", 1, (_body("Deskora Lines", "a", ["Ada Moss"]), _body("Deskora", "b", ["Ada Moss"]))),
        ("a first word of a branch", 2, (_body("Deskora TV", "a", ["Ada Moss"]), _body("Deskora", "b", ["Ada Moss"]))),
        ("a team by its place and by its nickname", 1, (
            _body("Orlo Tigers", "a", sport="soccer"), _body("Orlo", "b", sport="soccer"), _body("Tigers", "c", sport="soccer")
        )),
        ("a team of another sport", 2, (_body("Orlo Tigers", "a", sport="soccer"), _body("Orlo", "b", sport="ice hockey"))),
    ],
)  # fmt: skip
def test_bodies(fact: str, count: int, names: tuple[DocumentName, ...]) -> None:
    assert len(join_names(join_bodies, *names)) == count, fact
