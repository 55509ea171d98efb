"""Which longer names are those of units, branches and products."""

from __future__ import annotations

import pytest

from transforms.mentions.units import goes_on_from_known, is_branch, is_like_unit, is_object, is_unit_of_known


def test_branches() -> None:
    assert is_branch(("orlo", "tv"), ("orlo",))
    assert is_branch(("orlo", "news", "digital"), ("orlo", "news"))
    assert not is_branch(("orlo", "lines"), ("orlo",))


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("Google", "Google Maps", True),
        ("Netflix", "Netflix Turkey", True),
        ("Google", "The Google Caucus", True),
        ("Google", "Google Inc", False),  # a legal form
        ("Reuters", "Reuters News Agency", False),  # the kind of organization
        ("Facebook", "Facebook.com", False),  # its address
        ("Orlo", "Orlo Maps", False),  # a name that no list knows
    ],
)
def test_units_of_known_organizations(short: str, long: str, expected: bool) -> None:
    assert is_unit_of_known(short, long) is expected


def test_names_that_go_on_from_known_ones() -> None:
    assert goes_on_from_known("Google", "Google Inc")
    assert not goes_on_from_known("Google", "Turkish Google")


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("Orlo", "Orlo Software Foundation", True),
        ("NSWU", "Montana NSWU", True),  # letters
        ("Google", "Turkish Google", True),  # a name that the lists know
        ("Orlo", "Orlo Ltd", False),
        ("Orlo", "Orlo.com", False),
        ("Tigers", "Orlo Tigers", False),
    ],
)
def test_names_like_units(short: str, long: str, expected: bool) -> None:
    assert is_like_unit(short, long) is expected


@pytest.mark.parametrize(
    ("name", "tail", "expected"),
    [
        ("Amis du Orlova", ("orlova",), True),
        ("Fund for the Orlova", ("orlova",), True),
        ("House of Commons", ("commons",), False),  # its own short form
        ("Orlo Tigers", ("tigers",), False),
    ],
)
def test_what_an_organization_is_for(name: str, tail: tuple[str, ...], expected: bool) -> None:
    assert is_object(name, tail) is expected
