"""Which names of organizations are one organization's."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.name_nodes import join_names, make_name
from transforms.entities.organizations import join_organizations
from transforms.records import DocumentName


def _named(text: str, article: str, beside: Sequence[str] = (), forms: Sequence[str] = (), sport: str | None = None) -> DocumentName:
    return make_name(text, article, beside, "organization", forms, sport=sport)


UNION = "Northern Salt Workers Union"


@pytest.mark.parametrize(
    ("fact", "count", "names"),
    [
        ("spelled by another ear", 1, (_named("Khalmut Brigade", "a"), _named("Halmut Brigade", "b"))),
        ("another word", 2, (_named("Khalmut Brigade", "a"), _named("Khalmut Council", "b"))),
        ("a short form that a document uses", 1, (_named("Deskora Lines", "a", forms=["Deskora Lines", "Deskora"]), _named("Deskora", "b"))),
        ("a short form of two", 3, (
            _named("Deskora Lines", "a", forms=["Deskora Lines", "Deskora"]),
            _named("Deskora Bank", "b", forms=["Deskora Bank", "Deskora"]),
            _named("Deskora", "c"),
        )),
        ("letters that one document explains, without company", 2, (_named(UNION, "a", forms=[UNION, "NSWU"]), _named("NSWU", "b"))),
        ("letters that two documents explain", 1, (
            _named(UNION, "a", forms=[UNION, "NSWU"]), _named(UNION, "b", forms=[UNION, "NSWU"]), _named("NSWU", "c")
        )),
        ("letters with company", 1, (_named(UNION, "a", ["Ada Moss"]), _named("NSWU", "b", ["Ada Moss"]))),
        ("letters that nobody explains", 2, (_named(UNION, "a"), _named("NSWU", "b"))),
        ("a first word with company", 1, (_named("Deskora Lines", "a", ["Ada Moss"]), _named("Deskora", "b", ["Ada Moss"]))),
        ("a first word of a branch", 2, (_named("Deskora TV", "a", ["Ada Moss"]), _named("Deskora", "b", ["Ada Moss"]))),
        ("a team by its place and by its nickname", 1, (
            _named("Orlo Tigers", "a", sport="soccer"), _named("Orlo", "b", sport="soccer"), _named("Tigers", "c", sport="soccer")
        )),
        ("a team of another sport", 2, (_named("Orlo Tigers", "a", sport="soccer"), _named("Orlo", "b", sport="ice hockey"))),
    ],
)  # fmt: skip
def test_organizations(fact: str, count: int, names: tuple[DocumentName, ...]) -> None:
    assert len(join_names(join_organizations, *names)) == count, fact
