"""Which of two people of one surname a title means."""

from __future__ import annotations

import pytest

from tests.unit.transforms.mentions.scans import candidate, scan
from transforms.mentions.couples import choose_by_generation, choose_by_title, genders_of, part_strangers, titles_of
from transforms.mentions.scan import Candidate


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("Dr. Kessler said so.", [0]),
        ("Mr. Kessler said so.", [1]),
        ("Ms. Kessler said so.", [0]),
        ("Kessler said so.", [0, 1]),
        ("Senator Kessler said so.", [0, 1]),
        ("Adv. Kessler said so.", [0, 1]),
    ],
)
def test_choice(text: str, chosen: list[int]) -> None:
    both = scan("Dr. Anna Kessler and her husband, Peter Kessler, run the clinic.")
    kept = [candidate(both, "Anna Kessler"), candidate(both, "Peter Kessler")]
    titles, genders = titles_of(kept, [0, 1]), genders_of(kept, [0, 1])
    assert list(choose_by_title(candidate(scan(text), "Kessler"), [0, 1], titles, genders)) == chosen


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("The elder Kessler said so.", [1]),
        ("The younger Kessler said so.", [0]),
        ("Kessler said so.", [0, 1]),
    ],
)
def test_choice_between_father_and_son(text: str, chosen: list[int]) -> None:
    assert list(choose_by_generation(candidate(scan(text), "Kessler"), [0, 1], {0: "jr", 1: "sr"})) == chosen


@pytest.mark.parametrize(
    ("text", "strangers"),
    [
        # an office that the full name's bearer has nowhere
        ("President Kessler left. Later Anna Kessler spoke. Kessler was late.", [0, 2]),
        # the other gender
        ("Kessler left. Mr. Kessler met Anna Kessler.", [0, 1]),
        # somebody's daughter
        ("Kessler left with his daughter Anna Kessler.", [0]),
        # what anybody may be is no kin
        ("Kessler left. Later the candidate Anna Kessler spoke.", []),
        ("Kessler left. Union official Anna Kessler spoke.", []),
        ("Kessler left. A witness, Anna Kessler, spoke.", []),
        # the office is hers
        ("President Kessler left. The bank of Anna Kessler, the president, failed.", []),
        # nothing tells two people
        ("Kessler left. Later Anna Kessler spoke.", []),
        # the full name comes first
        ("Anna Kessler spoke. President Kessler left.", []),
        # a title of hers stays hers
        ("President Kessler left. Later Anna Kessler spoke. Ms. Kessler was late.", [0]),
    ],
)
def test_a_surname_of_somebody_who_is_never_named_in_full(text: str, strangers: list[int]) -> None:
    scanned = scan(text)
    words = scanned.words
    ends = [i + 1 for i, word in enumerate(words) if word == "Kessler"]
    kept = [Candidate(scanned, end - 1 - (words[end - 2] == "Anna"), end, "person", 1.0) for end in ends]
    clusters = [0] * len(kept)
    part_strangers(kept, clusters, {0})
    assert [k for k, number in enumerate(clusters) if number] == strangers


@pytest.mark.parametrize("title", ["Adv.", "Advocate"])
def test_a_shortened_title_is_the_title_of_the_full_name(title: str) -> None:
    both = scan("Advocate Anna Kessler and Dr. Peter Kessler run the clinic.")
    kept = [candidate(both, "Anna Kessler"), candidate(both, "Peter Kessler")]
    found = choose_by_title(candidate(scan(f"{title} Kessler said so."), "Kessler"), [0, 1], titles_of(kept, [0, 1]), {})
    assert list(found) == [0]


def test_a_wife_met_once_takes_no_other_surname_with_her() -> None:
    text = "Moss won. Sir Owen Moss said so, and Owen Moss left. Lady Moss stayed. Moss thanked her."
    scanned = scan(text)
    kept = [Candidate(scanned, i, i + n, "person", 1.0) for i, n in _spans(scanned.words)]
    clusters = [0] * len(kept)
    part_strangers(kept, clusters, {0})
    assert [c for c in clusters if c] == [1] and clusters[3] == 1


def _spans(words: list[str]) -> list[tuple[int, int]]:
    return [(i - 1, 2) if words[i - 1] == "Owen" else (i, 1) for i, w in enumerate(words) if w == "Moss"]
