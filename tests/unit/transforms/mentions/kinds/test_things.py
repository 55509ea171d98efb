"""Works and products are no entities."""

from __future__ import annotations

import pytest

from tests.unit.transforms.mentions.scans import candidate, scan
from transforms.mentions.kinds.things import find_things, is_thing
from transforms.mentions.kinds.votes import Votes


@pytest.mark.parametrize(
    ("text", "words", "thing"),
    [
        ("In “Sands” she plays a rider.", "Sands", True),
        ("Orlophone Pro for $235", "Orlophone Pro", True),
        ("The Orlobox is the console that children want.", "Orlobox", True),
        ("“Nobody asked,” said Marlow of it.", "Marlow", False),
        ("He works for Marlow now.", "Marlow", False),
    ],
)
def test_thing(text: str, words: str, thing: bool) -> None:
    scanned = scan(text)
    things = find_things([scanned], [candidate(scanned, words)])
    own: Votes = {"person": 1.0}
    assert is_thing(words.casefold(), own, things, frozenset()) == thing


def test_what_shows_a_person_outweighs() -> None:
    own: Votes = {"person": 4.0}
    assert not is_thing("sands", own, {"sands": 1.5}, {"sands"})
