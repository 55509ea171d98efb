"""What two wordings share, and when one denies the other or says the opposite."""

from __future__ import annotations

import pytest

from transforms.groups.utterances.overlaps import overlap, share_order
from transforms.groups.utterances.words import read_statement, weigh


def compare(a: str, b: str):
    return overlap(weigh(read_statement(a)), weigh(read_statement(b)))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("We're ready to talk", "We are ready for talks"),
        ("The road will be reopened", "They are going to reopen the road"),
        ("It is a hard choice", "It was a difficult choice"),
        ("We stressed the danger", "the dangers were underlined"),
    ],
)
def test_tense_person_and_translation_do_not_matter(a: str, b: str) -> None:
    assert compare(a, b).coverage == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("a", "b", "is_denied"),
    [
        ("We will sign the treaty", "We will not sign the treaty", True),
        ("We will never sign the treaty", "We are not going to sign this treaty", False),
        ("We refuse to sign the treaty", "We will not sign the treaty", False),
        ("We refuse to sign the treaty", "We will sign the treaty", True),
        # what is denied is another word
        ("We will sign the treaty, not the letter", "We will sign the treaty", False),
        # both deny, in other places of the sentence
        ("No ferry sails until they are paid", "Ferries will not sail until they are paid", False),
        ("Not only the treaty was signed", "The treaty was signed", False),
        ("The fog is nobody's crime", "The fog is not a crime that anyone commits", False),
        ("The fog is nobody's crime", "The fog is a crime", True),
    ],
)
def test_a_denial_is_another_statement(a: str, b: str, is_denied: bool) -> None:
    assert compare(a, b).is_denied is is_denied


def test_order_is_the_share_of_stems_in_the_same_order() -> None:
    a, b = read_statement("the board trusts the coach"), read_statement("the coach has the trust of the board")
    assert share_order(a, b) == pytest.approx(1 / 3)
    assert share_order(a, read_statement("falling prices")) == 0.0


def test_coverage_is_measured_on_the_shorter() -> None:
    shared = compare("crumbling pier", "The crumbling pier of Vessant will be closed tomorrow for repairs")
    assert (shared.count, shared.coverage) == (2, pytest.approx(1.0))
    assert shared.jaccard < 0.5


def test_nothing_in_common() -> None:
    assert compare("crumbling pier", "falling prices").count == 0
    assert compare("", "falling prices").coverage == 0.0


@pytest.mark.parametrize(
    ("a", "b", "is_opposed"),
    [
        ("Two of the divers were hurt", "Five of the divers were hurt", True),
        ("Two of the divers were hurt, one of them badly", "Five of the divers were hurt, two of them badly", True),
        ("Forty divers came", "40 divers came", False),
        ("Nobody told the two divers", "One another they never told, the two divers", False),
        ("No one told the divers", "Two told the divers", False),  # "no one" is no number
        ("We have 19 boats and eighty men", "We have nineteen boats", False),  # the other is left out
        ("The pier was inspected in March", "The pier was to be inspected in June", True),
        ("The pier opens on Monday", "The pier opens on Tuesday", True),
        ("Prices rose", "Prices fell", True),
        ("We voted for the levy", "We voted against the levy", True),
        ("It was sent before the harvest", "It was sent after the harvest", True),
        ("I put the pages in my sock", "Nobody could make out my writing on the pages", False),  # no direction of the same thing
        ("We did not start the fire, we ended it", "The fire is over, finished", False),  # it has the other's word, too
        ("No pier will close", "All piers stay open", False),  # the opposite is denied
        ("Nobody lost a boat to the storm", "We gained a boat in the storm", False),
        ("Some 200 boats were lost", "They lost 198 boats", False),  # about as much
        ("They lost 205 boats", "They lost 198 boats", True),
        ("Nearly a quarter of the boats sank", "24 percent of the boats sank", False),
        ("Some 200 boats were lost", "They lost 150 boats", True),
        ("They live within five miles of the reef", "They live within eight kilometres of the reef", False),
        ("They live within five miles of the reef", "They live within five kilometres of the reef", True),
    ],
)
def test_another_number_month_or_direction_is_another_statement(a: str, b: str, is_opposed: bool) -> None:
    assert compare(a, b).is_opposed is is_opposed
