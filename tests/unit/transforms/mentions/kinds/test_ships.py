"""Ships are neither people nor organizations nor places."""

from __future__ import annotations

import pytest

from tests.unit.transforms.mentions.scans import candidate, scan
from transforms.mentions.kinds.ships import find_ships, is_ship


@pytest.mark.parametrize(
    ("text", "ships"),
    [
        ("They met the ferry Orlo Pearl.", {("Orlo", "Pearl")}),
        ("They met the HMS Orlo at sea.", {("HMS", "Orlo"), ("Orlo",)}),
        ("A ferry sank. They met a deckhand on the Orlo Pearl.", {("Orlo", "Pearl")}),
        ("A ferry sank. They were aboard the Orlo Pearl.", {("Orlo", "Pearl")}),
        ("They met a deckhand on the Orlo Pearl.", set()),  # nothing speaks of ships
        ("They met the ferry Captain.", set()),
    ],
)
def test_names_of_ships(text: str, ships: set[tuple[str, ...]]) -> None:
    scanned = scan(text)
    assert find_ships([scanned], set(scanned.words)) == ships


@pytest.mark.parametrize(
    ("text", "words", "is_one"),
    [
        ("They left Orlo Pearl.", "Orlo", True),  # within the ship's name
        ("They left the Banes.", "Banes", True),
        ("They left Banes.", "Banes", False),  # a ship of one word needs its article
        ("They left the Marlow.", "Marlow", False),
    ],
)
def test_what_stands_in_a_ships_name(text: str, words: str, is_one: bool) -> None:
    assert is_ship(candidate(scan(text), words), frozenset({("Orlo", "Pearl"), ("Banes",)})) is is_one
