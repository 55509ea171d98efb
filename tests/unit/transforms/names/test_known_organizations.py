"""Organizations known by letters."""

from __future__ import annotations

import pytest

from transforms.names.known_organizations import known_organizations, organization_letters


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
