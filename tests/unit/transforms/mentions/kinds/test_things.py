"""Works and products are no entities."""

from __future__ import annotations

import pytest

from tests.unit.transforms.mentions.scans import candidate, scan
from transforms.mentions.kinds.things import find_things, is_call_sign, is_law, is_thing
from transforms.mentions.kinds.votes import Votes


@pytest.mark.parametrize(
    ("text", "words", "thing"),
    [
        ("In “Sands” she plays a rider.", "Sands", True),
        ("Orlophone Pro for $235", "Orlophone Pro", True),
        ("The Orlobox is the console that children want.", "Orlobox", True),
        ("It was written with Orlophone 3.2 in a week.", "Orlophone", True),
        ("Install Orlowerk before the camera is plugged in.", "Orlowerk", True),
        ("The Orlo spacecraft has found salt.", "Orlo", True),
        ("A plugin for the Orlowerk browser is free.", "Orlowerk", True),
        ("Orlowerk is an open-source editor.", "Orlowerk", True),
        ("The Orlo Fire actor left in May.", "Orlo Fire", True),
        ("Ministers dislike the Rivers Bill for a reason.", "Rivers Bill", True),
        ("They watched the Orlo Series again.", "Orlo Series", True),
        ("They fought in the Orlo War again.", "Orlo War", True),
        ("They won the Orlo Grand Prix again.", "Orlo Grand Prix", True),
        ("They bought an Orlo Wireless Charger again.", "Orlo Wireless Charger", True),
        ("They won the Orlo Cup again.", "Orlo Cup", True),
        ("They drove there in a Zub Orlo when it rained.", "Zub Orlo", True),
        ("They bought a radar system named Orlo in May.", "Orlo", True),
        ("It stood in a drum known as Orlo in May.", "Orlo", True),
        ("Her first novel, “Sands,” won a prize.", "Sands", True),
        ("He sang in “Rear Sands.”", "Rear Sands", True),
        ("They won the Orlo Medal again.", "Orlo Medal", True),
        ("They drove there with a Marlow driver when it rained.", "Marlow", False),
        ("They met a lad named Marlow in May.", "Marlow", False),
        ("They met at a company called Marlow in May.", "Marlow", False),
        ("They moved to a village called Marlow in May.", "Marlow", False),
        ("In the end he called Marlow in May.", "Marlow", False),
        ("The mayor answered, “Marlow,” and left.", "Marlow", True),
        ("Nobody said “Marlow,” he answered.", "Marlow", False),
        ("“Nobody asked,” said Marlow of it.", "Marlow", False),
        ("He works for Marlow now.", "Marlow", False),
    ],
)
def test_thing(text: str, words: str, thing: bool) -> None:
    scanned = scan(text)
    things = find_things([scanned], [candidate(scanned, words)])
    own: Votes = {"person": 1.0}
    assert is_thing(words.casefold(), own, things, frozenset(), {}) == thing


def test_what_shows_a_person_outweighs() -> None:
    own: Votes = {"person": 4.0}
    assert not is_thing("sands", own, {"sands": 1.5}, {"sands"}, {})


def test_a_word_for_a_law_with_an_article_is_nobody() -> None:
    assert is_law(candidate(scan("Peers sent the Bill back."), "Bill"))
    assert not is_law(candidate(scan("Peers sent Bill back."), "Bill"))
    assert not is_law(candidate(scan("Peers sent the Marlow back."), "Marlow"))


@pytest.mark.parametrize(
    ("text", "law"),
    [
        ("Peers sent a Farming Bill back.", True),
        ("They spoke of the Tenants Rights Bill in May.", True),
        ("Peers saw a draft Bill in May.", True),
        ("Peers saw the Rents (Caps) Bill in May.", True),
        ("They met Mayor Bill in May.", False),
        ("Then Bill spoke.", False),
        ("They met Orlo Bill in May.", False),
    ],
)
def test_the_last_word_of_a_law_is_nobody(text: str, law: bool) -> None:
    assert is_law(candidate(scan(text), "Bill")) == law


@pytest.mark.parametrize(
    ("text", "words", "sign"),
    [
        ("They flew in Air Force One again.", "Air Force", True),
        ("The Navy Two landed.", "Navy", True),
        ("The Air Force said so.", "Air Force", False),
        ("They read Marlow One again.", "Marlow", False),
    ],
)
def test_an_aircraft_is_no_force(text: str, words: str, sign: bool) -> None:
    assert is_call_sign(candidate(scan(text), words)) == sign


def test_what_only_the_model_takes_for_an_organization_is_sooner_a_thing() -> None:
    own: Votes = {"organization": 2.0}
    assert is_thing("orlowerk", own, {"orlowerk": 1.5}, frozenset(), {})
    assert not is_thing("orlowerk", own, {"orlowerk": 1.5}, frozenset(), {"orlowerk": "organization"})
