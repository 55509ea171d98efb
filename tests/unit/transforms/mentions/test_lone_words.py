"""Words, initialisms and codes are no names."""

from __future__ import annotations

import pytest

from tests.unit.transforms.mentions.scans import candidate, scan
from transforms.mentions.lone_words import find_lone_words, is_code


@pytest.mark.parametrize(
    ("text", "words", "lone"),
    [
        ("Eat", "Eat", True),
        ("The GPU is the star.", "GPU", True),
        ("He works for the NCT now.", "NCT", False),
        ("They drove to Orlo Bay, near Marsh.", "Marsh", False),
        ("Adaptive EQ tunes the music to your ear.", "Adaptive EQ", True),
    ],
)
def test_lone(text: str, words: str, lone: bool) -> None:
    c = candidate(scan(text), words)
    assert bool(find_lone_words([c], {})) == lone


def test_letters_that_the_text_explains_are_a_name() -> None:
    c = candidate(scan("The GPU won."), "GPU")
    assert not find_lone_words([c], {}, explained={"gpu"})


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Notes US10YT=RR rose.", "US10YT", True),
        ("The index .IXIC added little.", "IXIC", True),
        ("The dollar index DXY fell.", "DXY", True),
        ("Brent LCOc1 fell.", "Brent LCOc1", True),
        ("The NCT won.", "NCT", False),
        ("He watched BBC1 again.", "BBC1", False),
        ("The G20 met.", "G20", False),
    ],
)
def test_code(text: str, words: str, code: bool) -> None:
    assert is_code(candidate(scan(text), words)) == code
