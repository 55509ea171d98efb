"""One type for each name of a document."""

from __future__ import annotations

from collections import defaultdict

import pytest

from transforms.mentions.kinds.types import add_short_forms, family_words, find_persons, settle_types
from transforms.mentions.kinds.votes import Votes


def _votes(**by_key: Votes) -> dict[str, Votes]:
    return {key.replace("_", " "): defaultdict(float, own) for key, own in by_key.items()}


@pytest.mark.parametrize(
    ("votes", "key", "type_"),
    [
        # a surname has its person's type, unless the lists know the place
        (_votes(ada_moss={"person": 2.0}, moss={"place": 1.0}), "moss", "person"),
        (_votes(denise_jordan={"person": 2.0}, jordan={"place": 4.0}), "jordan", "place"),
        # English words without a forename have no family
        (_votes(century_fox={"person": 2.0}, fox={"organization": 9.0}), "fox", "organization"),
        (_votes(ada_fox={"person": 2.0}, fox={"organization": 9.0}), "fox", "person"),
        (_votes(**{"ada_moss-berg": {"person": 2.0}, "moss-berg": {"organization": 2.0}}), "moss-berg", "person"),
        # its plural is a family
        (_votes(ada_berg={"person": 2.0}, bergs={"organization": 0.5}), "bergs", "group"),
        # what an airport is called in short
        (_votes(orlo_moss_international_airport={"place": 3.0}, moss={"organization": 1.0}), "moss", "place"),
        (_votes(orlo_moss_international_airport={"place": 3.0}, orlo={"organization": 1.0}), "orlo", "organization"),
        (_votes(ada_moss={"person": 2.0}, mosses={"organization": 0.5}), "mosses", "group"),
        (_votes(ada_moss={"person": 2.0}, mosse={"organization": 0.5}), "mosse", "organization"),
        # a forename that nothing else claims
        (_votes(ada_moss={"person": 2.0}, ada={"place": 0.5}), "ada", "person"),
        (_votes(ada_moss={"person": 2.0}, ada={"place": 3.0}), "ada", "place"),
        # nor an organization that the model alone sees, as often as a person in the full name
        (_votes(ada_moss={"person": 3.0}, ada={"organization": 3.0}), "ada", "person"),
        (_votes(zubin_tennick={"person": 2.5}, zubin={"organization": 2.0}), "zubin", "person"),
        (_votes(fadil_orlan={"person": 2.5}, fadil={"organization": 3.0, "person": 0.5}), "fadil", "person"),
        (_votes(ada_moss={"person": 2.0}, ada={"organization": 4.0}), "ada", "organization"),
        (_votes(deskora_salt={"person": 1.0}, deskora={"organization": 3.0}), "deskora", "organization"),
        (_votes(reuters_moss={"person": 4.0}, reuters={"organization": 3.0}), "reuters", "organization"),
        # the word that begins the name of one organization
        (_votes(orlet_foods_inc={"organization": 3.0}, orlet={"person": 1.0}), "orlet", "organization"),
        (_votes(orlet_foods_inc={"organization": 3.0}, orlet={"person": 2.0}), "orlet", "person"),
        # a company without its form
        (_votes(marlow_salt={"person": 1.0}, marlow_salt_plc={"organization": 3.0}), "marlow salt", "organization"),
    ],
)
def test_types(votes: dict[str, Votes], key: str, type_: str) -> None:
    assert settle_types(votes, frozenset())[key] == type_


def test_teams_are_organizations() -> None:
    assert settle_types(_votes(orlo={"place": 4.0}), frozenset({"orlo"})) == {"orlo": "organization"}


@pytest.mark.parametrize(
    ("votes", "key", "type_", "gain"),
    [
        (_votes(ada_moss={}, moss={"person": 1.0}), "ada moss", "person", 1.0),  # called by the last word
        (_votes(orlet_foods={}, orlet={"organization": 1.0}), "orlet foods", "organization", 0.5),  # called by the first
        (_votes(ada_moss={}, moss={"place": 2.0}), "ada moss", "person", 0.0),  # the last word is known for a place
        (_votes(ada_moss={"place": 3.0}, moss={"person": 1.0}), "ada moss", "person", 0.0),
    ],
)
def test_short_forms_vote_on_long_ones(votes: dict[str, Votes], key: str, type_: str, gain: float) -> None:
    add_short_forms(votes)
    assert votes[key].get(type_, 0.0) == gain  # type: ignore[call-overload]


@pytest.mark.parametrize(("key", "words"), [("ada moss", ("moss",)), ("gao wenbin", ("wenbin", "gao"))])
def test_words_that_may_name_a_person_alone(key: str, words: tuple[str, ...]) -> None:
    assert family_words(key) == words


def test_people_are_full_names_and_their_last_words() -> None:
    votes = _votes(ada_moss={"person": 2.0}, moss={"organization": 1.0}, orlo={"person": 1.0})
    assert find_persons(votes) == {"ada moss", "moss"}


def test_a_name_that_ends_in_an_organizations_is_one() -> None:
    votes = _votes(orlo_red_salt={"organization": 1.0}, red_salt={"organization": 3.0}, salt={"organization": 1.0})
    add_short_forms(votes)
    assert votes["orlo red salt"] == {"organization": 2.0}
