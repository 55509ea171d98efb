"""What an article shows of a name."""

from __future__ import annotations

from typing import get_args

import pytest

from tests.unit.transforms.mentions.scans import candidate, scan
from transforms.mentions.signs import SIGNS, Occurrences, find_signs, is_unclear_page
from transforms.records import Sign


def test_every_sign_has_a_rule() -> None:
    assert set(get_args(Sign)) == SIGNS.keys()


def test_signs_of_a_name() -> None:
    text, block = scan("We met Ada Moss there."), scan("Photo by Orlo", part="block")
    body = Occurrences([candidate(text, "Ada Moss")], "person", {"ada moss": "person"}, False)
    aside = Occurrences([candidate(block, "Orlo")], "place", {}, True)
    assert find_signs(body) == ("full", "inside", "shown")
    assert set(find_signs(aside)) >= {"aside", "foreign"}


def test_what_the_model_says_of_a_name() -> None:
    text = scan("We met Orlo there.")
    assert "seen" in find_signs(Occurrences([candidate(text, "Orlo", "place")], "place", {}, False))
    assert "torn" in find_signs(Occurrences([candidate(text, "Orlo", "place")], "person", {}, False))
    assert not {"seen", "torn"} & set(find_signs(Occurrences([candidate(text, "Orlo")], "person", {}, False)))
    assert "thing" in find_signs(Occurrences([candidate(text, "Orlo")], "person", {}, False, {"orlo": 0.4}))


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Shares of Orlo fell 4 percent.", True),
        ("In March, Orlo has asked for more.", True),
        ("Later Orlo trailed by two.", True),
        ("She told Orlo all of it.", True),
        ("We paid for the Orlo in cash.", False),
        ("They wore Orlo red.", False),
    ],
)
def test_who_acts(text: str, acts: bool) -> None:
    assert ("acts" in find_signs(Occurrences([candidate(scan(text), "Orlo")], "organization", {}, False))) == acts


def test_names_of_lists_and_of_pages_of_names() -> None:
    listed = Occurrences([candidate(scan("Orlo and Vale"), "Orlo")], "place", {}, False)
    shown = Occurrences([candidate(scan("We met Ada Moss there."), "Ada Moss")], "person", {"ada moss": "person"}, False)
    assert "listed" in find_signs(listed)
    assert "listed" not in find_signs(shown)
    assert is_unclear_page([listed] * 4 + [shown])
    assert not is_unclear_page([listed, *[shown] * 4])
    assert not is_unclear_page([listed])
