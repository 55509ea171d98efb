"""What speaks for and against an entity being one at all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import transforms.entities.evidence
from transforms.entities.evidence import TABLE, list_evidence, rate_existence
from transforms.entities.resolve import group_names
from transforms.evidence_table import read_evidence
from transforms.records import DocumentName, MentionType


def _name(name: str, type_: MentionType, *signs: str, article: str = "a", count: int = 1) -> DocumentName:
    return DocumentName(f"{article}:0", article, None, type_, name, ((name, count),), signs=signs)  # type: ignore[arg-type]


def _called(name: str, form: str) -> DocumentName:
    return replace(_name(name, "person", "inside"), forms=((name, 1), (form, 1)))


def _sure(*names: DocumentName) -> float:
    return rate_existence(names[0].type, names, [1] * len(names))


@pytest.mark.parametrize(
    ("fact", "surer", "less"),
    [
        ("shown", _name("Ada Tennick", "person", "seen", "shown"), _name("Ada Tennick", "person", "seen")),
        ("seen by the model", _name("Deskora", "organization", "inside", "seen"), _name("Deskora", "organization", "inside")),
        ("inside a sentence", _name("Deskora", "organization", "inside"), _name("Deskora", "organization", "listed")),
        ("no word of the language", _name("Deskora", "organization", "inside"), _name("Pencil", "organization", "inside")),
        ("a forename", _name("Ada Brush", "person", "inside"), _name("Face Brush", "person", "inside")),
        ("a page of names", _name("Deskora", "place", "inside"), _name("Deskora", "place", "inside", "unclear")),
        ("like a thing", _name("Deskora", "place", "inside"), _name("Deskora", "place", "inside", "thing")),
        ("no product", _name("Deskora", "organization", "shown"), _name("Deskora", "organization", "shown", "thing")),
        ("letters that act", _name("NXTO", "organization", "inside", "acts"), _name("NXTO", "organization", "inside")),
        ("what it does", _name("Zub Kettles", "organization", "seen"), _name("Zub Deskora", "organization", "seen")),
        ("no heading", _name("Ada Woods", "person", "seen", "shown"), _name("Ada Lends Woods", "person", "seen", "shown")),
        ("a figure", _name("Deskora", "organization", "inside"), _name("Deskora 5", "organization", "inside")),
        ("a chamber of a state", _name("Senate", "organization", "inside", "seen"), _name("Pencil", "organization", "inside", "seen")),
        ("letters of the lists", _name("NATO", "organization", "inside"), _name("NXTO", "organization", "inside")),
        ("a known name", _name("Reuters", "organization", "inside"), _name("Deskora", "organization", "inside")),
        ("called in full and by the last word", _called("Zub Deskora", "Deskora"), _called("Zub Deskora", "Zub")),
        ("who plays", replace(_name("Deskora", "organization", "inside"), sport="soccer"), _name("Deskora", "organization", "inside")),
        ("a forename before a word", _name("Ada Kettle", "person", "seen", "shown"), _name("Chef Kettle", "person", "seen", "shown")),
        ("no heading's words", _name("Zub Deskora", "person", "shown"), _name("Stone Oven", "person", "shown")),
        ("a creek", _name("Stone Creek", "place", "seen", "shown"), _name("Stone Oven", "place", "seen", "shown")),
        ("a harbour", _name("Port Stone", "place", "seen", "shown"), _name("Stone Port Oven", "place", "seen", "shown")),
        ("a known place", _name("Aleppo", "place", "inside"), _name("Deskora", "place", "inside")),
    ],
)
def test_what_makes_an_entity_surer(fact: str, surer: DocumentName, less: DocumentName) -> None:
    assert 0.0 < _sure(less) < _sure(surer) < 1.0, fact


def test_more_articles_make_an_entity_surer() -> None:
    one, two, many = ([_name("Deskora", "organization", "inside", article=str(i)) for i in range(n)] for n in (1, 2, 6))
    assert _sure(*one) < _sure(*two) < _sure(*many)


def test_words_that_nothing_shows_stand_in_no_row() -> None:
    assert group_names([_name("Face Mask Brush", "person", "inside", "seen", "unclear")]) == []
    assert group_names([_name("Pencil", "organization", "listed", "unclear")]) == []
    assert len(group_names([_name("Ada Tennick", "person", "inside", "seen", "shown")])) == 1


@pytest.mark.parametrize(
    "name",
    [
        _name("Pencil Kit", "person", "inside", "shown", "unclear"),
        _name("Fresh Oven Blade", "person", "inside", "shown", "unclear"),
        _name("Personnel", "person", "shown"),
        _name("Ovens", "place", "inside", "shown"),
        _name("Near Policy", "place", "inside", "shown"),
        _name("Deskora", "place", "seen", "unclear"),
        _name("DeskError", "organization", "inside", "seen", "unclear"),
        _name("Tennick", "organization", "inside", "seen", "unclear"),
    ],
    ids=lambda n: n.name,
)
def test_words_that_hardly_anything_shows_stand_in_no_row(name: DocumentName) -> None:
    assert group_names([name]) == []


@pytest.mark.parametrize(
    "name",
    [
        _name("Stone County", "place", "inside", "seen", "shown", "unclear"),
        _name("Deskora", "place", "inside", "seen"),
        _name("Deskora", "organization", "inside", "seen"),
        _name("Deskora", "organization", "inside", "seen", "shown", "unclear"),
        _name("Stone", "person", "inside", "seen", "shown"),
    ],
    ids=lambda n: f"{n.type} {n.name}",
)
def test_names_that_something_shows_stand_in_a_row(name: DocumentName) -> None:
    assert [g.type for g in group_names([name])] == [name.type]


def test_names_that_came_without_signs_are_entities() -> None:
    assert _sure(_name("Pencil", "organization")) == 1.0


def test_each_row_of_the_table_is_asked_for() -> None:
    code = Path(transforms.entities.evidence.__file__).read_text(encoding="utf-8")
    by_type = {f"{t}, {shown}" for t in ("person", "organization", "place", "group") for shown in ("shown", "not shown")}
    by_words = {f"{w} of the language, {shown}" for w in ("a word", "words") for shown in ("shown", "not shown")}
    assert [e for e in read_evidence(TABLE) if f'"{e}"' not in code and e not in by_type | by_words] == []


def test_what_is_listed_has_points() -> None:
    names = [_name(n, "person", "aside", "foreign", "listed", "torn", "thing", "unclear") for n in ("Face Mask", "AB", "Orlo Brush 5 A B")]
    assert {e for n in names for e in list_evidence("person", [n], [1])} <= read_evidence(TABLE).keys()
