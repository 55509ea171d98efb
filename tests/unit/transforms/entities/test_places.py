"""Which names of places are one place's."""

from __future__ import annotations

import pytest

from tests.name_nodes import join_names, make_name
from transforms.entities.places import join_places


@pytest.mark.parametrize(
    ("fact", "one", "other", "count"),
    [
        ("two transliterations", "Hmeimim", "Khmeimim", 1),
        ("an article in front", "al-Qatana", "Qatana", 1),
        ("another sound", "Qatana", "Qadara", 2),
        ("another second word", "Orlow Bay", "Orlow Hill", 2),
        ("too short to be sure", "Orlo", "Orla", 2),
        ("a known place and one without company in common", "Brest", "Bryst", 2),
    ],
)
def test_spellings(fact: str, one: str, other: str, count: int) -> None:
    assert len(join_names(join_places, make_name(one, "a", type_="place"), make_name(other, "b", type_="place"))) == count, fact
