"""Bodies known by letters."""

from __future__ import annotations

import pytest

from transforms.names.bodies import body_letters, known_bodies


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
    assert body_letters(name) == letters


def test_no_name_stands_for_two_bodies() -> None:
    names = [name.casefold() for body in known_bodies() for name in {body.name, *body.others}]
    assert len(names) == len(set(names))
