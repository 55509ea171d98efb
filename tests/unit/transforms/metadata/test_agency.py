"""News agencies are known by the forms in which they sign."""

from __future__ import annotations

import re

import pytest

from transforms.metadata.agency import agency_forms, agency_pattern, find_agency


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("AP", "AP"),
        ("The Associated Press", "AP"),
        ("(Reuters)", "Reuters"),
        ("REUTERS", "Reuters"),  # in capitals, as datelines have it
        ("– EFE.", "EFE"),
        ("ap", None),  # too short to be known without its capitals
        ("AP Photo", None),
        ("Orlo Post", None),
        ("", None),
    ],
)
def test_agency_is_the_whole_text(text: str, agency: str | None) -> None:
    assert find_agency(text) == agency


def test_short_names_are_forms_of_themselves() -> None:
    forms = agency_forms()
    assert all(forms[short] == short for short in set(forms.values()))


def test_longer_forms_are_tried_before_those_they_begin_with() -> None:
    forms = sorted(agency_forms(), key=len)
    pairs = [(a, b) for a in forms for b in forms if a != b and b.startswith(a)]
    assert pairs
    assert all(m is not None and m.group() == b for _, b in pairs if (m := re.match(agency_pattern(), b)) or True)
