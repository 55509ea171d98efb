"""Entities across documents."""

from __future__ import annotations

from datetime import date

import pytest

from transforms.entities.resolve import group_names
from transforms.names.short_titles import ShortTitle
from transforms.records import DocumentName, MentionType
from transforms.word_lists import read_table


def _name(name: str, article: str, day: int | None = None, type_: MentionType = "person", **more: object) -> DocumentName:
    published = None if day is None else date(2026, 1, day)
    forms = more.pop("forms", ((name, 1),))
    return DocumentName(f"{article}:{name}", article, published, type_, name, forms, **more)  # type: ignore[arg-type]


def test_members_stand_earliest_first_and_without_a_day_last() -> None:
    names = [_name("Ada Tennick", "c"), _name("Ada Tennick", "b", 2), _name("Ada Tennick", "a", 3)]
    assert group_names(names)[0].members == ("b:Ada Tennick", "a:Ada Tennick", "c:Ada Tennick")


def test_types_never_merge() -> None:
    assert len(group_names([_name("Orlo", "a"), _name("Orlo", "b", type_="place")])) == 2


def test_description_is_the_role_most_often_given() -> None:
    names = [_name("Ada Tennick", a, role=r) for a, r in (("a", "mayor"), ("b", "mayor of Leeds"), ("c", "mayor"), ("d", "author"))]
    assert group_names(names)[0].description == "mayor"


def test_a_single_name_joins_its_only_bearer() -> None:
    assert len(group_names([_name("Tennick", "a"), _name("Ada Tennick", "b")])) == 1


def test_a_single_name_of_two_joins_whose_company_it_shares() -> None:
    names = [
        _name("Tennick", "a", companions=("Leeds", "Piet Maas")),
        _name("Ada Tennick", "b", companions=("Leeds", "Piet Maas")),
        _name("Owen Tennick", "c", companions=("Oslo",)),
    ]
    members = [set(g.members) for g in group_names(names)]
    assert {"a:Tennick", "b:Ada Tennick"} in members


def test_a_single_name_of_two_without_company_stays_alone() -> None:
    assert len(group_names([_name("Tennick", "a"), _name("Ada Tennick", "b"), _name("Owen Tennick", "c")])) == 3


def test_letters_join_where_a_document_explains_them_and_company_is_shared() -> None:
    forms = (("NSWU", 2), ("National Salt Workers Union", 1))
    long = _name("National Salt Workers Union", "a", type_="organization", forms=forms, companions=("Ada Tennick",))
    assert len(group_names([long, _name("NSWU", "b", type_="organization", companions=("Ada Tennick", "Leeds"))])) == 1
    assert len(group_names([long, _name("NSWU", "b", type_="organization", companions=("Oslo",))])) == 2


def test_letters_join_where_several_documents_explain_them() -> None:
    forms = (("NSWU", 2), ("National Salt Workers Union", 1))
    long = [_name("National Salt Workers Union", a, type_="organization", forms=forms) for a in "ab"]
    assert len(group_names([*long, _name("NSWU", "c", type_="organization")])) == 1


def test_letters_join_the_only_long_name_with_their_initials_and_company() -> None:
    long = _name("Northern Salt Board", "a", type_="organization", companions=("Ada Tennick",))
    assert len(group_names([long, _name("NSB", "b", type_="organization", companions=("Ada Tennick",))])) == 1
    assert len(group_names([long, _name("NSB", "b", type_="organization", companions=("Piet Maas",))])) == 2


def test_an_organization_joins_the_longer_name_that_describes_it() -> None:
    def count(longer: str, companions: tuple[str, ...] = ("Ada Tennick",)) -> int:
        short = _name("Orlova", "a", type_="organization", companions=companions)
        return len(group_names([short, _name(longer, "b", type_="organization", companions=("Ada Tennick",))]))

    assert count("Orlova Lines") == 1
    assert count("Orlova TV") == 2, "a branch is another organization"
    assert count("Orlova Lines", ("Piet Maas",)) == 2, "no company in common"


def test_relations_and_bare_ranks_describe_nobody() -> None:
    def description(role: str) -> str | None:
        return group_names([_name("Ada Tennick", "a", role=role)])[0].description

    assert [description(r) for r in ("son", "Sergeant", "police sergeant", "mayor")] == [None, None, "police sergeant", "mayor"]
    assert [description(r) for r in ("Owen's wife", "mother of two", "witness", "witness of the crash")] == [
        None,
        None,
        None,
        "witness of the crash",
    ]


def test_a_title_belongs_to_a_name_of_one_word() -> None:
    def named(name: str, role: str) -> str:
        return group_names([_name(name, "a", role=role)])[0].name

    assert named("Ada", "Queen") == "Queen Ada"
    assert named("Ada", "Tarsia's Queen") == "Queen Ada"
    assert named("Ada", "senator") == "Ada"
    assert named("Ada Tennick", "Queen") == "Ada Tennick"


def test_an_organization_is_called_by_what_is_written() -> None:
    names = [
        _name("Fed", "a", type_="organization", forms=(("Fed", 12),)),
        _name("Orlo Fed", "b", type_="organization", forms=(("Fed", 9), ("Orlo Fed", 1))),
        _name("Fed", "c", type_="organization", forms=(("Fed", 2),)),
    ]
    assert group_names(names)[0].name == "Fed"


@pytest.mark.parametrize("title", read_table("names/short_titles.csv", ShortTitle), ids=lambda t: t.short)
def test_a_shortened_title_is_written_out(title: ShortTitle) -> None:
    assert group_names([_name("Ada Tennick", "a", role=title.short.title())])[0].description == title.full


def test_a_credit_in_capitals_is_written_as_names_are() -> None:
    assert group_names([_name("ADA TENNICK", "a")])[0].name == "Ada Tennick"


def test_other_languages_neither_name_nor_describe() -> None:
    names = [
        _name("Ada Tennick", "a", role="mayor", signs=("full", "seen", "shown")),
        *(_name("Ada Maria Tennick", x, role="Bürgermeisterin", signs=("foreign", "full")) for x in "bcd"),
    ]
    (group,) = group_names(names)
    assert (group.name, group.description) == ("Ada Tennick", "mayor")


def test_ministries_of_one_name_join_by_country_and_else_by_outlet() -> None:
    ministries = [
        _name("Foreign Ministry", "a", type_="organization", owner="NO"),
        _name("Norwegian Foreign Ministry", "b", type_="organization"),
        _name("Foreign Ministry", "c", type_="organization", owner="TN"),
        _name("Foreign Ministry", "d", type_="organization", outlet="gazette.example"),
        _name("Foreign Ministry", "e", type_="organization", outlet="gazette.example"),
        _name("Foreign Ministry", "f", type_="organization", outlet="post.example"),
    ]
    groups = group_names(ministries)
    assert sorted("".join(k[0] for k in g.members) for g in groups) == ["ab", "c", "de", "f"]
    told = {g.members[0][0]: (g.name, g.description) for g in groups}
    assert told["a"] == ("Norwegian Foreign Ministry", None)  # the name says it
    assert told["c"] == ("Foreign Ministry", "of Tunisia")


def test_a_title_that_is_in_the_name_describes_nobody() -> None:
    assert group_names([_name("Owen", "a", role="Prince")])[0].name == "Prince Owen"
    assert group_names([_name("Owen", "a", role="Prince")])[0].description is None
    assert group_names([_name("Owen", "a", role="Tarsian Prince")])[0].description == "Tarsian Prince"


@pytest.mark.parametrize("state", ["New York", "Washington", "Georgia"])
def test_a_state_is_not_what_else_has_its_name(state: str) -> None:
    names = [_name(state, "a", type_="place"), _name(state, "b", type_="place", owner="US"), _name(f"{state} State", "c", type_="place")]
    groups = group_names(names)
    assert [len(g.members) for g in groups] == [1, 2]
    assert [g.description for g in groups] == [None, "state of United States"]


@pytest.mark.parametrize(
    ("forms", "called"),
    [
        ((("Salt", 9), ("Salt Party", 1), ("Tarsian Salt Party", 1)), "Salt Party"),
        ((("Salt Party", 1), ("Tarsian Salt Party", 3)), "Tarsian Salt Party"),
    ],
)
def test_a_party_is_called_by_its_country_only_where_most_do(forms: tuple[tuple[str, int], ...], called: str) -> None:
    forms = tuple((text.replace("Tarsian", "Norwegian"), n) for text, n in forms)
    name = _name("Norwegian Salt Party", "a", type_="organization", forms=forms)
    assert group_names([name])[0].name == called.replace("Tarsian", "Norwegian")


def test_teams_of_one_name_in_two_sports_are_two() -> None:
    names = [_name("Orlo", a, type_="organization", sport=s) for a, s in (("a", "soccer"), ("b", "cricket"), ("c", "soccer"))]
    assert sorted(len(g.members) for g in group_names(names)) == [1, 2]


def test_a_team_joins_its_full_name() -> None:
    names = [_name(n, n, type_="organization", sport="baseball") for n in ("Orlo Tigers", "Orlo", "Tigers")]
    assert len(group_names(names)) == 1


def test_a_government_without_mentions_is_an_entity() -> None:
    groups = group_names([_name("Syrian government", "a", type_="organization", forms=(("Syrian government", 0),))])
    assert groups[0].name == "Syrian government"


def test_a_country_has_its_usual_name() -> None:
    assert group_names([_name("U.S.", "a", type_="place")])[0].name == "United States"


def test_nothing_gives_nothing() -> None:
    assert group_names([]) == []


def test_two_walks_of_life_without_common_company_are_two_people() -> None:
    names = [
        _name("Ada Tennick", "a", role="England striker", companions=("Piet Maas", "Orlo Tigers")),
        _name("Ada Tennick", "b", role="foreign minister", companions=("Faris al-Hadrani", "Syria")),
        _name("Ada Tennick", "c", companions=("Piet Maas", "Syria")),
    ]
    assert sorted(sorted(g.members) for g in group_names(names)) == [["a:Ada Tennick", "c:Ada Tennick"], ["b:Ada Tennick"]]


def test_two_walks_of_life_with_common_company_are_one_person() -> None:
    names = [
        _name("Ada Tennick", "a", role="England striker", companions=("Piet Maas",)),
        _name("Ada Tennick", "b", role="foreign minister", companions=("Piet Maas",)),
    ]
    assert len(group_names(names)) == 1


def test_a_former_walk_of_life_parts_nobody() -> None:
    names = [
        _name("Ada Tennick", "a", role="former England striker", companions=("Piet Maas",)),
        _name("Ada Tennick", "b", role="foreign minister", companions=("Faris al-Hadrani",)),
    ]
    assert len(group_names(names)) == 1
