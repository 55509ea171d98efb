"""The same in other words, and the same frame filled with another thing."""

from __future__ import annotations

import pytest

from transforms.groups.utterances.rewording import fills_frame_otherwise, qualifies_otherwise, share_families
from transforms.groups.utterances.words import read_statement


@pytest.mark.parametrize(
    ("a", "b", "count"),
    [
        ("We decided to close the quarry", "our decision to close the quarry", 3),
        ("The crop has grown for years", "the growth of the crop", 2),
        ("The pier is old", "the harbour is empty", 0),
        ("", "the pier", 0),
    ],
)
def test_words_of_one_family_are_shared(a: str, b: str, count: int) -> None:
    assert share_families(read_statement(a), read_statement(b))[0] == count


def test_the_share_is_of_both_together() -> None:
    whole = read_statement("The dredger waits in the harbour")
    assert share_families(whole, whole)[1] == pytest.approx(1.0)
    assert share_families(whole, read_statement("the dredger"))[1] < 0.5


@pytest.mark.parametrize(
    ("a", "b", "is_other"),
    [
        ("Tonight this valley has chosen orchards,", "Tonight this valley has chosen to dance,", True),
        ("It was the loudest night of my career on the water", "It was the darkest night of my career on the water", True),
        ("We will rebuild the mill", "We will rebuild the chapel", True),
        ("We sold the harbour off in ten minutes", "We bought the harbour in the last ten minutes", True),  # something else is done to it
        ("It was the hardest winter of my career on the water", "It was the best winter of my career on the water", True),
        ("We rebuilt the harbour in ten minutes", "We have rebuilt the harbour in the last ten minutes", False),
        ("We will rebuild the mill", "We'll rebuild the mill at once", False),
        ("The captain decided to turn", "The captain made a decision to turn", False),
        ("We buy grain from the islands", "Grain is bought from the islands by us", False),
        ("Nobody was hurt", "The orchard burned for a week", False),
    ],
)
def test_a_frame_filled_with_another_thing(a: str, b: str, is_other: bool) -> None:
    assert fills_frame_otherwise(read_statement(a), read_statement(b)) is is_other
    assert fills_frame_otherwise(read_statement(b), read_statement(a)) is is_other


@pytest.mark.parametrize(
    ("a", "b", "is_other"),
    [
        ("We made a generous bid", "This was a hostile bid", True),
        ("We made a generous bid", "a bid that is generous", False),
        ("a huge crane fell", "an enormous crane fell", False),
        ("back by Sunday evening", "back by tomorrow evening", False),  # one names the day, the other counts it
        ("back by Sunday evening", "back by Monday evening", True),
        ("back by this evening", "back by tomorrow evening", False),
    ],
)
def test_the_same_thing_with_another_quality(a: str, b: str, is_other: bool) -> None:
    assert qualifies_otherwise(read_statement(a), read_statement(b)) is is_other
