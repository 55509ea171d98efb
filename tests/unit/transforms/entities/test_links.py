"""By which keys names meet."""

from __future__ import annotations

import pytest

from tests.name_nodes import make_name, make_nodes
from transforms.entities.corrections import Corrections, parse_corrections
from transforms.entities.links import link_keys
from transforms.records import MentionType


def _are_linked(one: str, other: str, type_: MentionType = "person", corrections: Corrections | None = None) -> bool:
    a, b = (
        link_keys(node, corrections or Corrections())
        for node in make_nodes(make_name(one, "a", (), type_), make_name(other, "b", (), type_))
    )
    return bool({*a.asks} & {*b.asks, *b.offers} or {*b.asks} & {*a.offers})


@pytest.mark.parametrize(
    ("one", "other", "type_", "linked"),
    [
        ("Moss", "Ada Moss", "person", True),
        ("A. Moss", "Ada Moss", "person", True),
        ("Ada Moss", "Ada Jane Moss", "person", True),
        ("Ada Moss", "Owen Moss", "person", False),  # both offer the family name; nobody asks by it
        ("NSWU", "Northern Salt Workers Union", "organization", True),
        ("Deskora", "Deskora Lines", "organization", True),
        ("Deskora Bank", "Deskora Lines", "organization", False),
        ("Hmeimim", "Khmeimim", "place", True),
        ("Orlow Bay", "Orlow Hill", "place", False),
    ],
)
def test_links(one: str, other: str, type_: MentionType, linked: bool) -> None:
    assert _are_linked(one, other, type_) is linked


def test_what_a_user_joins_or_keeps_apart_is_linked() -> None:
    for verb in ("same", "different"):
        assert _are_linked("Ada Moss", "Owen Tennick", corrections=parse_corrections(f"{verb}\tAda Moss\tOwen Tennick\n"))
