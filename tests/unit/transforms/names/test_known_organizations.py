"""Organizations known by letters and by name."""

from __future__ import annotations

import pytest

from transforms.names.known_organizations import is_known_organization, known_organizations, organization_letters
from transforms.word_lists import read_lines


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("European Union", "EU"),
        ("the European Union", "EU"),
        ("E.U.", "EU"),
        ("EU", "EU"),
        ("eu", None),
        ("Who", None),
        ("WHO", "WHO"),
        ("World Health Organization", "WHO"),
        ("Tarsian Union", None),
    ],
)
def test_letters(name: str, letters: str | None) -> None:
    assert organization_letters(name) == letters


def test_no_name_stands_for_two_organizations() -> None:
    names = [name.casefold() for organization in known_organizations() for name in {organization.name, *organization.others}]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("name", read_lines("names/brands.txt"))
def test_each_name_of_the_list_is_known_as_printed_alone(name: str) -> None:
    assert is_known_organization(name)
    assert not is_known_organization(name.lower())
    assert organization_letters(name) is None
