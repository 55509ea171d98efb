"""Whom a phrase without a name means."""

from __future__ import annotations

from transforms.quotes.speakers.discourse import Discourse, Referent
from transforms.quotes.speakers.roles import find_role_noun
from transforms.records import Mention

ADA = Referent("person", 1, "Ada Orlo")
PETER = Referent("person", 2, "Peter Moss")


def about(*people: Referent) -> Discourse:
    d = Discourse(genders={1: "f", 2: "m"})
    d.open_paragraph([])
    for p in people:
        d.note_subject(p)
    return d


def test_another_name_for_the_one_whom_the_text_is_about() -> None:
    for phrase, noun in (("The island fan", "fan"), ("The expert", "expert"), ("the ex-boxer", "ex")):
        assert find_role_noun(phrase, noun, "", [], about(ADA)).name == "Ada Orlo"


def test_who_belongs_to_the_scene_is_somebody_else() -> None:
    for phrase, noun in (("the prosecutor", "prosecutor"), ("the police officer", "officer"), ("the judge", "judge")):
        found = find_role_noun(phrase, noun, "", [], about(PETER))
        assert (found.name, found.cluster) == (phrase, None)


def test_two_that_fit_give_nobody_by_name() -> None:
    assert find_role_noun("the expert", "expert", "", [], about(ADA, PETER)).cluster is None


def test_no_chairwoman_for_a_man() -> None:
    assert find_role_noun("the chairwoman", "chairwoman", "", [], about(PETER)).cluster is None


def test_a_phrase_with_another_name_means_another_organization() -> None:
    velm = Mention("body", None, 0, 11, "Velm Police", "organization", 7, "Velm Police")
    d = Discourse(organizations={"police": frozenset({7})})
    assert find_role_noun("the police", "police", "", [velm], d).name == "Velm Police"
    assert find_role_noun("the Tarsia police", "police", "", [velm], d).name == "the Tarsia police"


def test_an_unnamed_speaker_is_known_by_the_same_noun_later() -> None:
    d = about()
    d.note_speaker(Referent("person", None, "a spokeswoman for the port"), "a spokeswoman for the port")
    assert find_role_noun("the spokeswoman", "spokeswoman", "", [], d).name == "a spokeswoman for the port"


def name_organizations(*names: str) -> list[Mention]:
    return [Mention("body", None, 0, len(n), n, "organization", len(n), n) for n in names]


def tell(*paragraphs: list[Mention]) -> Discourse:
    d = Discourse()
    for mentions in paragraphs:
        d.open_paragraph([])
        for m in mentions:
            d.note_organization(m)
    return d


def test_the_company_is_the_one_organization_just_named() -> None:
    orlo = name_organizations("Orlo", "Orlo")
    assert find_role_noun("The company", "company", "", orlo, tell(orlo)).name == "Orlo"
    assert find_role_noun("the airline", "airline", "", orlo, tell(orlo, [])).name == "Orlo"


def test_the_company_is_nobody_where_two_organizations_are_named() -> None:
    both = name_organizations("Orlo", "Orlo", "Veltmoss")
    assert find_role_noun("the company", "company", "", both, tell(both)).cluster is None


def test_the_company_is_nobody_who_was_named_long_before() -> None:
    orlo = name_organizations("Orlo", "Orlo")
    assert find_role_noun("the company", "company", "", orlo, tell(orlo, [], [])).cluster is None


def test_the_company_is_not_one_that_the_article_names_less_often_than_another() -> None:
    all_ = name_organizations("Orlo", "Veltmoss", "Veltmoss")
    assert find_role_noun("the company", "company", "", all_, tell(all_[:1])).cluster is None


def test_a_ministry_is_no_company_and_a_longer_phrase_may_be_new() -> None:
    ministry = name_organizations("Tarsia Ministry", "Tarsia Ministry")
    assert find_role_noun("the company", "company", "", ministry, tell(ministry)).cluster is None
    orlo = name_organizations("Orlo", "Orlo")
    assert find_role_noun("the parcel company", "company", "", orlo, tell(orlo)).cluster is None


def test_the_company_that_has_just_spoken_goes_on() -> None:
    orlo = name_organizations("Orlo", "Orlo")
    d = tell(orlo, [])
    d.note_speaker(find_role_noun("the company", "company", "", orlo, d), "the company")
    d.open_paragraph([])
    assert find_role_noun("the company", "company", "", orlo, d).name == "Orlo"
