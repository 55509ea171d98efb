"""What equal names share."""

from __future__ import annotations

import pytest

from transforms.names.keys import NameKey, is_known, is_owned_organization, name_key
from transforms.records import MentionType


@pytest.mark.parametrize(
    ("one", "other", "type_"),
    [
        ("Moscow’s foreign ministry", "The Russian Foreign Ministry", "organization"),
        ("E.U.", "European Union", "organization"),
        ("Kiev", "Kyiv", "place"),
        ("U.S.", "United States", "place"),
        ("Al Orlo TV", "Al Orlo", "organization"),
        ("OBC television", "OBC", "organization"),
        ("Orlo Salt Ltd", "Orlo Salt", "organization"),
        ("Reuters News Agency", "Reuters", "organization"),
        ("Department of Salt", "Salt Department", "organization"),
        ("U.S. Department of Salt", "US Salt Department", "organization"),
        ("Federal Reserve", "the Fed", "organization"),
        ("Democratic", "Democrats", "group"),
        ("Social Democratic", "Social Democrat", "group"),
        ("Washington State", "Wash.", "place"),
        ("BVI", "British Virgin Islands", "place"),
        ("D.C.", "Washington", "place"),
        ("Orlo.com", "Orlo", "organization"),
        ("Banes.co.uk", "Banes", "organization"),
    ],
)
def test_equal(one: str, other: str, type_: MentionType) -> None:
    assert name_key(one, type_) == name_key(other, type_)


@pytest.mark.parametrize(
    ("one", "other", "type_"),
    [
        ("Orlova TV", "Orlova", "organization"),
        ("Orlova News Agency", "Orlova", "organization"),
        ("Orlo Fed", "Fed", "organization"),
        ("New York State", "New York", "place"),
        ("Syria", "Damascus", "place"),
        ("Iran", "Iraq", "place"),
        ("AT&O", "O", "organization"),
        ("Orlo.js", "Orlo", "organization"),
    ],
)
def test_two(one: str, other: str, type_: MentionType) -> None:
    assert name_key(one, type_) != name_key(other, type_)


def test_kinds_of_keys_never_meet() -> None:
    assert name_key("African Union", "organization") == (NameKey("acronym", "AU"),)
    assert name_key("Australia", "organization") == (NameKey("country", "AU"),)


def test_owned() -> None:
    assert is_owned_organization(name_key("Foreign Ministry", "organization"))
    assert not is_owned_organization(name_key("Tunisian Foreign Ministry", "organization"))
    assert is_known(name_key("Tunisian Foreign Ministry", "organization"))
