"""What sort of source a speaker is."""

from __future__ import annotations

import pytest

from transforms.quotes.speakers.discourse import Referent
from transforms.quotes.speakers.speaker_kinds import find_speaker_kind

KINDS = [
    (Referent("person", 1, "Ada Orlo"), "she", "named_person"),
    (Referent("organization", 1, "Orlo Air"), "the airline", "body"),
    (Referent("place", 1, "Velm"), "Velm", "place"),
    (Referent("person", None, "a senior official"), "a senior official", "unnamed_person"),
    (Referent("person", None, "a spokesman for the port"), "a spokesman for the port", "unnamed_person"),
    (Referent("group", None, "residents"), "residents", "unnamed_person"),
    (Referent("thing", None, "the ministry"), "the ministry", "body"),
    (Referent("thing", None, "the lawsuit"), "The lawsuit", "document"),
    (Referent("person", None, "Piet Dorn"), "Piet Dorn", "named_person"),  # a signature that is no mention
    (Referent("group"), "we", "none"),
    (Referent(), None, "none"),
]


@pytest.mark.parametrize(("who", "printed", "expected"), KINDS)
def test_kinds(who: Referent, printed: str | None, expected: str) -> None:
    assert find_speaker_kind(who, printed) == expected
