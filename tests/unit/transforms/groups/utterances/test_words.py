"""What two wordings share, and when one denies the other."""

from __future__ import annotations

import pytest

from transforms.groups.utterances.words import (
    contains_closely,
    contains_run,
    overlap,
    read_statement,
    share_order,
    stand_in_one_sentence,
    weigh,
)


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
    ("whole", "part", "is_contained"),
    [
        ("the old pier falls", "old pier", True),
        ("the old pier falls", "the pier", False),
        ("the old piers fall", "old pier", False),  # words, not letters
        ("the old pier falls", "", False),
        ("the old pier falls, and we knew it", "the old pier … we knew it", True),  # words left out
        ("the old pier falls, and we knew it", "we knew it ... the old pier", False),
    ],
)
def test_a_run_has_no_gaps(whole: str, part: str, is_contained: bool) -> None:
    assert contains_run(read_statement(whole), read_statement(part)) is is_contained


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
    ],
)
def test_another_number_month_or_direction_is_another_statement(a: str, b: str, is_opposed: bool) -> None:
    assert compare(a, b).is_opposed is is_opposed


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("It will rain", "future"),
        ("It's going to rain", "future"),
        ("It had rained", "past"),
        ("I have to leave", ""),
        ("I am leaving", ""),
    ],
)
def test_auxiliary_verbs_tell_the_time(text: str, time: str) -> None:
    assert read_statement(text).time == time


@pytest.mark.parametrize(
    ("part", "is_close"),
    [
        ("out of the harbour within four minutes", True),
        ("was out of the harbour in 4 minutes", True),
        ("the only boat which floats", True),
        ("out of the harbour within five minutes", False),  # another number
        ("four minutes and the harbour", False),  # the words, in no order
        ("within four minutes", False),  # too few to tell
    ],
)
def test_a_part_may_have_a_word_changed(part: str, is_close: bool) -> None:
    whole = read_statement("She was out of the harbour in four minutes, and she is the only boat that floats.")
    assert contains_closely(whole, read_statement(part)) is is_close


@pytest.mark.parametrize(
    ("part", "other", "is_one"),
    [
        ("the pier is rotten", "nobody dared to say it", True),
        ("a rotten pier", "nobody dared", True),  # all the stems of the one, the words of the other
        ("the pier is rotten", "it will be closed", False),  # in the next sentence
        ("the pier is rotten", "the bridge is sound", False),  # nowhere
    ],
)
def test_pieces_of_one_sentence(part: str, other: str, is_one: bool) -> None:
    whole = read_statement("The pier is rotten, and nobody dared to say it. It will be closed.")
    assert stand_in_one_sentence(whole, read_statement(part), read_statement(other)) is is_one


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("We have a date", ""),  # owned, not past
        ("We have agreed", "past"),
        ("She had no boat", ""),
        ("It was a mistake", "past"),
        ("We are going to sail", "future"),
    ],
)
def test_the_time_is_told_by_auxiliary_verbs(text: str, time: str) -> None:
    assert read_statement(text).time == time
