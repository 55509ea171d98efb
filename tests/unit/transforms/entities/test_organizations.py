"""Which names of organizations are one organization's."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.name_nodes import join_names, make_name
from transforms.entities.organizations import join_organizations
from transforms.records import DocumentName


def _org(text: str, article: str, beside: Sequence[str] = (), forms: Sequence[str] = (), sport: str | None = None) -> DocumentName:
    return make_name(text, article, beside, "organization", forms, sport=sport)


UNION = "Northern Salt Workers Union"


@pytest.mark.parametrize(
    ("fact", "count", "names"),
    [
        ("spelled by another ear", 1, (_org("Khalmut Brigade", "a"), _org("Halmut Brigade", "b"))),
        ("another word", 2, (_org("Khalmut Brigade", "a"), _org("Khalmut Council", "b"))),
        ("a short form that a document uses", 1, (_org("Deskora Lines", "a", forms=["Deskora Lines", "Deskora"]), _org("Deskora", "b"))),
        ("a short form of two", 3, (
            _org("Deskora Lines", "a", forms=["Deskora Lines", "Deskora"]),
            _org("Deskora Bank", "b", forms=["Deskora Bank", "Deskora"]),
            _org("Deskora", "c"),
        )),
        ("a short form of one here and of another there", 3, (
            _org("Times", "a", forms=["Times", "Orlo Times"]),
            _org("Orlo Times", "b"),
            _org("Banes Times", "c", forms=["Banes Times", "Times"]),
        )),
        ("letters of the lists, which one document explains otherwise", 2, (
            _org("Elmer University", "a", forms=["Elmer University", "EU"]), _org("European Union", "b", forms=["European Union", "EU"]),
        )),
        ("letters that one document explains, without company", 2, (_org(UNION, "a", forms=[UNION, "NSWU"]), _org("NSWU", "b"))),
        ("letters that two documents explain", 1, (
            _org(UNION, "a", forms=[UNION, "NSWU"]), _org(UNION, "b", forms=[UNION, "NSWU"]), _org("NSWU", "c")
        )),
        ("letters with company", 1, (_org(UNION, "a", ["Ada Moss"]), _org("NSWU", "b", ["Ada Moss"]))),
        ("letters of a name that many articles have", 1, (*(_org(UNION, a) for a in "abcde"), _org("NSWU", "f"))),
        ("letters of two, of which many articles have one", 2, (
            *(_org(UNION, a, ["Ada Moss"]) for a in "abcde"),
            _org("New Salt Workers Unit", "f", ["Ada Moss"]),
            _org("NSWU", "g", ["Ada Moss"]),
        )),
        ("letters of two", 3, (
            _org(UNION, "a", ["Ada Moss"]), _org("New Salt Workers Unit", "f", ["Ada Moss"]), _org("NSWU", "g", ["Ada Moss"])
        )),
        ("letters that nobody explains", 2, (_org(UNION, "a"), _org("NSWU", "b"))),
        ("a first word with company", 1, (_org("Deskora Lines", "a", ["Ada Moss"]), _org("Deskora", "b", ["Ada Moss"]))),
        ("a first word of a branch", 2, (_org("Deskora TV", "a", ["Ada Moss"]), _org("Deskora", "b", ["Ada Moss"]))),
        ("a team by its place and by its nickname", 1, (
            _org("Orlo Tigers", "a", sport="soccer"), _org("Orlo", "b", sport="soccer"), _org("Tigers", "c", sport="soccer")
        )),
        ("a team of two words in an article about something else", 1, (
            _org("Orlo Tigers", "a", sport="soccer"), _org("Orlo Tigers", "b")
        )),
        ("a team of one word and a company", 2, (_org("Orlo", "a", sport="soccer"), _org("Orlo", "b"))),
        ("as one word and as two", 1, (_org("OrloBanes", "a"), _org("Orlo Banes", "b"))),
        ("as one word, of too few letters", 2, (_org("OrBa", "a"), _org("Or Ba", "b"))),
        ("a team of another sport", 2, (_org("Orlo Tigers", "a", sport="soccer"), _org("Orlo", "b", sport="ice hockey"))),
    ],
)  # fmt: skip
def test_organizations(fact: str, count: int, names: tuple[DocumentName, ...]) -> None:
    assert len(join_names(join_organizations, *names)) == count, fact
