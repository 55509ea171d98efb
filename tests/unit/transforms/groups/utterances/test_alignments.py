"""How much of what two statements say stands in the other in some words."""

from __future__ import annotations

import pytest

from tests.unit.transforms.groups.utterances.test_paraphrases import word
from transforms.groups.utterances.alignments import align_pairs, have_other_qualities
from transforms.groups.utterances.words import read_statement

STORM = "The storm has torn the roof off the school"


def align(a: str, b: str, *others: str, akin: dict[int, set[int]] | None = None) -> float:
    wordings = [word(a, "x"), word(b, "y"), *(word(other, "y") for other in others)]
    return align_pairs(wordings, range(len(wordings)), [(0, 1)], akin or {})[0, 1].words


def test_the_same_words_are_all_there() -> None:
    assert align(STORM, STORM) == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("nearer", "farther"),
    [
        ("The gale blew away the roof of the school", "The storm has kept the pupils at home"),  # the subject alone
        ("The school lost its roof in the gale", "The school lost its roof in the gale, and the fishing boats sank in the harbour"),  # more
        ("The school lost its roof", "We will be at sea on Monday"),
    ],
)
def test_what_is_nearer(nearer: str, farther: str) -> None:
    assert align(STORM, nearer) > align(STORM, farther)


def test_what_a_speaker_says_beside_counts_less() -> None:
    told = "The storm has kept the pupils at home"
    assert align(STORM, told, "A storm like this comes once in a century") < align(STORM, told)


def test_what_shares_the_words_of_one_is_not_beside() -> None:
    told, again = "The gale blew away the roof of the school", "The storm has torn the roof"
    assert align(STORM, told, again, akin={0: {0, 2}}) == align(STORM, told) != align(STORM, told, again)


@pytest.mark.parametrize(
    ("a", "b", "are_other"),
    [
        ("It is a fair offer for the crew", "That is the final offer to our sailors", True),
        ("They lost all medical data", "Our health data was stolen", False),
        ("the last ten miles", "the final ten miles", False),
        ("the northern road is shut", "they closed the southern road", True),
        ("the road is shut", "they closed it", False),
    ],
)
def test_another_quality(a: str, b: str, are_other: bool) -> None:
    assert have_other_qualities(read_statement(a), read_statement(b)) is are_other


@pytest.mark.parametrize(
    ("told", "again", "other"),
    [
        ("The mayor has thanked the divers", "The divers got the mayor's thanks", "The divers have thanked the mayor for nothing so far"),
        ("Nobody saw the wave coming", "The wave took everybody unawares", "Everybody saw the wave and filmed it"),
    ],
)
def test_what_is_nearer_as_a_whole(told: str, again: str, other: str) -> None:
    pair = [word(told, "x"), word(again, "y"), word(other, "y")]
    near = align_pairs(pair, (0, 1, 2), [(0, 1), (0, 2)], {})
    assert near[0, 1].whole > near[0, 2].whole


def test_it_is_the_same_from_both_sides() -> None:
    pair = [word(STORM, "x"), word("The gale blew away the roof", "y")]
    assert align_pairs(pair, (0, 1), [(0, 1)], {})[0, 1] == pytest.approx(align_pairs(pair[::-1], (0, 1), [(0, 1)], {})[0, 1])
