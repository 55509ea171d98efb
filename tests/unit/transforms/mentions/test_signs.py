"""What an article shows of a name."""

from __future__ import annotations

from typing import get_args

from tests.unit.transforms.mentions.scans import candidate, scan
from transforms.mentions.signs import SIGNS, Occurrences, find_signs
from transforms.records import Sign


def test_every_sign_has_a_rule() -> None:
    assert set(get_args(Sign)) == SIGNS.keys()


def test_signs_of_a_name() -> None:
    text, block = scan("We met Ada Moss there."), scan("Photo by Orlo", part="block")
    body = Occurrences([candidate(text, "Ada Moss")], "person", {"ada moss": "person"}, False)
    aside = Occurrences([candidate(block, "Orlo")], "place", {}, True)
    assert find_signs(body) == ("full", "inside", "shown")
    assert set(find_signs(aside)) >= {"aside", "foreign"}
