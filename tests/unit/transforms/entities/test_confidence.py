"""How sure it is that the mentions of an entity are one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import transforms.entities.confidence
from transforms.entities.confidence import doubts
from transforms.entities.resolve import group_names
from transforms.records import DocumentName, MentionType


def _sure(*names: DocumentName) -> float:
    (group,) = group_names(names)
    return group.confidence


def _name(
    article: str, name: str, type_: MentionType = "person", role: str | None = None, year: int = 2025, **more: object
) -> DocumentName:
    return DocumentName(f"{article}:0", article, date(year, 1, 1), type_, name, ((name, 1),), role, **more)  # type: ignore[arg-type]


def _ada(article: str, role: str | None = None, beside: str = "Owen Marlow", year: int = 2025) -> DocumentName:
    day = date(year, 1, 1)
    return DocumentName(f"{article}:0", article, day, "person", "Ada Tennick", (("Ada Tennick", 1),), role, (beside,))


AGREEING = (_ada("a", "mayor of Leeds"), _ada("b", "Leeds mayor"))


@pytest.mark.parametrize(
    ("fact", "doubtful"),
    [
        ("a bare surname", (_name("a", "Tennick"), _name("b", "Tennick"))),
        ("no company in common", (_ada("a"), _ada("b", beside="Piet Maas"))),
        ("two nations", (_ada("a", "Danish envoy"), _ada("b", "Swiss envoy"))),
        ("two walks of life", (_ada("a", "striker"), _ada("b", "senator"))),
        ("ten years between", (_ada("a"), _ada("b", year=2010))),
        ("another spelling", (_name("a", "Sergei Lobakov"), _name("b", "Serhiy Lobakov"))),
    ],
)
def test_what_speaks_against_one_person(fact: str, doubtful: tuple[DocumentName, ...]) -> None:
    assert 0.0 < _sure(*doubtful) < _sure(*AGREEING) < 1.0, fact


def test_a_ministry_of_an_unknown_country_is_doubtful() -> None:
    bare = _name("a", "Foreign Ministry", "organization", outlet="gazette.example")
    inferred = _name("a", "Foreign Ministry", "organization", owner="NO")
    named = _name("a", "Norwegian Foreign Ministry", "organization")
    assert _sure(bare) <= 0.5 < _sure(inferred) < _sure(named)


def test_a_country_is_surer_than_a_place_that_no_list_has() -> None:
    assert _sure(_name("a", "Orlo", "place"), _name("b", "Orlo", "place")) < _sure(
        _name("a", "Norway", "place"), _name("b", "Norway", "place")
    )


def test_each_doubt_of_the_table_is_asked_for() -> None:
    code = Path(transforms.entities.confidence.__file__).read_text(encoding="utf-8")
    assert [name for name in doubts() if f'"{name}"' not in code] == []


def test_a_doubt_that_is_counted_has_its_most() -> None:
    assert all(0.0 < row.share <= row.most < 1.0 and row.why for row in doubts().values())
