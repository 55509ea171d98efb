"""Which names of people are one person's."""

from __future__ import annotations

import pytest

from tests.name_nodes import join_names, make_name
from transforms.entities.people import join_people


@pytest.mark.parametrize(
    ("fact", "names"),
    [
        ("two transliterations", ("Sergei Lobakov", "Serhiy Lobakov")),
        ("a middle name more", ("Ada Moss", "Ada Jane Moss")),
        ("an initial in the middle", ("Ada J. Moss", "Ada Jane Moss")),
        ("the first of two initials alone", ("Ada H. W. Moss", "Ada H. Moss")),
        ("an initial first", ("A. Moss", "Ada Moss")),
        ("the family name first", ("Moss Ada", "Ada Moss")),
        ("syllables apart", ("Lee Jun-ho", "Lee Junho")),
        ("the mother's family name left out", ("José Orlo", "José Luis Orlo Moss")),
        ("a suffix left out", ("Owen Tennick Jr.", "Owen Tennick")),
        ("the family name alone", ("Tennick", "Owen Tennick")),
    ],
)
def test_one_person(fact: str, names: tuple[str, str]) -> None:
    assert join_names(join_people, *(make_name(n, str(i)) for i, n in enumerate(names))) == [set(names)], fact


@pytest.mark.parametrize(
    ("fact", "names"),
    [
        ("other given names", ("Ada Moss", "Owen Moss")),
        ("other names in the middle", ("Ada Jane Moss", "Ada Ruth Moss")),
        ("father and son", ("Owen Tennick Jr.", "Owen Tennick Sr.")),
        ("a son named after his grandfather", ("Salman bin Faisal", "Faisal bin Salman")),
        ("another initial", ("O. Moss", "Ada Moss")),
        ("the second of two initials alone", ("Ada H. W. Moss", "Ada W. Moss")),
        ("another family name", ("Moss", "Owen Tennick")),
    ],
)
def test_two_people(fact: str, names: tuple[str, str]) -> None:
    assert len(join_names(join_people, *(make_name(n, str(i)) for i, n in enumerate(names)))) == 2, fact


def test_a_family_name_of_two_people_goes_where_it_has_company() -> None:
    two = (make_name("Ada Moss", "a", ["Piet Maas"]), make_name("Owen Moss", "b", ["Lena Orlo"]))
    assert {"Moss", "Owen Moss"} in join_names(join_people, *two, make_name("Moss", "c", ["Lena Orlo"]))
    assert len(join_names(join_people, *two, make_name("Moss", "c"))) == 3


def test_countries_are_no_company() -> None:
    two = (make_name("Ada Moss", "a", ["Norway"]), make_name("Owen Moss", "b"))
    assert len(join_names(join_people, *two, make_name("Moss", "c", ["Norway"]))) == 3


def test_a_forename_alone_is_whom_a_document_calls_so() -> None:
    called = make_name("Saddan Moss", "a", forms=["Saddan Moss", "Saddan"])
    assert join_names(join_people, called, make_name("Saddan", "b")) == [{"Saddan Moss", "Saddan"}]
    assert len(join_names(join_people, make_name("Saddan Moss", "a"), make_name("Saddan", "b"))) == 2


def test_a_forename_that_many_have_needs_company_in_common() -> None:
    called = make_name("Ada Moss", "a", ["Orlo Bank"], forms=["Ada Moss", "Ada"])
    assert join_names(join_people, called, make_name("Ada", "b", ["Orlo Bank"])) == [{"Ada Moss", "Ada"}]
    assert len(join_names(join_people, called, make_name("Ada", "b"))) == 2


def test_a_surname_is_not_hers_whom_its_own_article_names_beside_it() -> None:
    names = [
        make_name("Moss", "a", ["Ada Moss", "Orlo Bank", "Owen Tennick"]),
        make_name("Ada Moss", "a", ["Moss", "Orlo Bank", "Owen Tennick"]),
        make_name("Edgar Moss", "b", ["Orlo Bank"]),
    ]
    assert join_names(join_people, *names) == [{"Ada Moss"}, {"Moss", "Edgar Moss"}]


def test_a_surname_goes_by_its_office_before_its_company() -> None:
    names = [
        make_name("Moss", "a", ["Orlo Bank"], role="president"),
        make_name("Ada Moss", "b", ["Orlo Bank"], role="striker"),
        make_name("Edgar Moss", "c", role="Tarsian president"),
    ]
    assert join_names(join_people, *names) == [{"Moss", "Edgar Moss"}, {"Ada Moss"}]


@pytest.mark.parametrize("role", ["adviser to the president", "adviser for Tarsia's president", "adviser in the president's office"])
def test_an_office_is_not_whom_it_serves(role: str) -> None:
    names = [
        make_name("Moss", "a", ["Orlo Bank"], role=role),
        make_name("Ada Moss", "b", role="adviser"),
        make_name("Edgar Moss", "c", ["Orlo Bank"], role="Tarsian president"),
    ]
    assert join_names(join_people, *names) == [{"Moss", "Ada Moss"}, {"Edgar Moss"}]


def test_a_surname_is_not_hers_who_only_signs_articles() -> None:
    signed = make_name("Ada Moss", "a", signs=("aside", "shown"))
    spoken = make_name("Ada Moss", "a", signs=("inside", "shown"))
    surname = make_name("Moss", "b", signs=("inside",))
    assert len(join_names(join_people, signed, surname)) == 2
    assert len(join_names(join_people, spoken, surname)) == 1


def test_an_article_that_has_father_and_son_holds_them_for_two() -> None:
    father, son = make_name("Owen Moss", "a", ["Owen Moss Jr."]), make_name("Owen Moss Jr.", "a", ["Owen Moss"])
    assert len(join_names(join_people, father, son)) == 2
    one, two = make_name("Owen Moss", "a", ["John Owen Moss"]), make_name("John Owen Moss", "a", ["Owen Moss"])
    assert len(join_names(join_people, one, two)) == 2


def test_a_name_much_more_usual_without_junior_is_the_fathers() -> None:
    often = [make_name("Owen Moss", str(i)) for i in range(6)]
    assert len(join_names(join_people, *often, make_name("Owen Moss Jr.", "jr"))) == 2


def test_a_forename_with_junior_is_no_bare_one() -> None:
    assert len(join_names(join_people, make_name("Owen Moss", "a", forms=["Owen Moss", "Owen"]), make_name("Owen Jr.", "b"))) == 2


def test_a_wife_is_not_him_whom_her_own_article_names_beside_her() -> None:
    names = [make_name("Moss", "a", ["Owen Moss"], role="minister's wife"), make_name("Owen Moss", "a", ["Moss"])]
    assert len(join_names(join_people, *names)) == 2


def test_a_rare_forename_is_his_whom_it_has_company_with() -> None:
    full = make_name("Orlando Moss", "a", ["Piet Maas"]), make_name("Ikemefuna Moss", "b", ["Lena Orlo"])
    assert {"Ikemefuna Moss", "Ikemefuna"} in join_names(join_people, *full, make_name("Ikemefuna", "c", ["Lena Orlo"]))
    assert {"Ikemefuna"} in join_names(join_people, *full, make_name("Ikemefuna", "c"))


@pytest.mark.parametrize("role", ["Prince", "queen", "Crown Prince"])
def test_who_reigns_goes_by_no_family_name(role: str) -> None:
    names = make_name("Stuart Owen", "a", ["Lena Orlo"]), make_name("Owen", "b", ["Lena Orlo"], role=role)
    assert len(join_names(join_people, *names)) == 2
    assert len(join_names(join_people, names[0], make_name("Owen", "b", ["Lena Orlo"]))) == 1


def test_a_king_is_the_only_one_of_his_name_with_a_number() -> None:
    bare = make_name("Owen", "c", role="King")
    assert {"Owen II", "Owen"} in join_names(join_people, make_name("Owen II", "a"), bare)
    assert len(join_names(join_people, make_name("Owen II", "a"), make_name("Owen III", "b"), bare)) == 3
