"""Whether "he" or "she" may stand for somebody."""

from __future__ import annotations

import pytest

from transforms.quotes.speakers.genders import find_gender


@pytest.mark.parametrize(
    ("name", "role", "expected"),
    [
        ("Ada Orlo", None, "f"),
        ("Mr Orlo", None, "m"),
        ("Orlo", "spokeswoman of the port", "f"),
        ("Ada Orlo", "spokesman", "m"),  # a role decides before a given name
        ("Orlo", None, None),
        ("Kim Orlo", None, None),
        ("Percival Orlo", None, "m"),  # counted: nearly only men bear it
        ("Ottoline Orlo", None, None),  # too few sources count it
        ("Solène Orlo", None, "f"),
        ("Rabbi Ada Orlo", None, None),
        ("Sheriff Orlo", None, None),
        ("Camille Orlo", None, None),  # men and women
        ("", None, None),
    ],
)
def test_genders(name: str, role: str | None, expected: str | None) -> None:
    assert find_gender(name, role) == expected
