"""The words of a quote, and when it is a piece of another."""

from __future__ import annotations

import pytest

from transforms.groups.utterances.words import (
    contains_closely,
    contains_run,
    read_statement,
    stand_in_one_sentence,
)


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
