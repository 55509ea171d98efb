"""Names with the family name first are turned, and lists of names are not."""

from __future__ import annotations

import pytest

from transforms.metadata.family_first import turn_names


@pytest.mark.parametrize(
    ("printed", "turned"),
    [
        ("Orlo, Anna", "Anna Orlo"),
        ("Orlo, Anna M.", "Anna M. Orlo"),
        ("Orlo, A. M.", "A. M. Orlo"),
        ("van Dal, Peter", "Peter van Dal"),
        ("Orlo-Moor, Anne-Marie", "Anne-Marie Orlo-Moor"),
        ("Orlo, Anna; Moor, Peter", "Anna Orlo; Peter Moor"),
        ("Orlo, Anna and Moor, Peter", "Anna Orlo; Peter Moor"),
        ("Orlo, Anna, Moor, Peter", "Anna Orlo; Peter Moor"),
        # lists, places, offices
        ("Anna Orlo", "Anna Orlo"),
        ("Anna Orlo, Peter Moor", "Anna Orlo, Peter Moor"),
        ("Anna, Peter", "Anna, Peter"),
        ("Anna Orlo, Port Moor", "Anna Orlo, Port Moor"),
        ("Orlo, Reporter", "Orlo, Reporter"),
        ("Orlo, Anna, Moor", "Orlo, Anna, Moor"),
        ("Orlo, ", "Orlo, "),
        ("", ""),
    ],
)
def test_family_names_in_front_are_turned(printed: str, turned: str) -> None:
    assert turn_names(printed) == turned


def test_a_catalogue_needs_no_known_names() -> None:
    assert turn_names("Orlo, Xq", is_catalogue=True) == "Xq Orlo"
    assert turn_names("Orlo, Xq") == "Orlo, Xq"
