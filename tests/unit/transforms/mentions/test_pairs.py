"""Names of organizations that hold what other names end at."""

from __future__ import annotations

import pytest

from tests.unit.transforms.mentions.scans import candidate, scan
from transforms.mentions.pairs import join_lists, join_pairs, with_shop_marks


def test_a_pair_that_the_article_repeats_is_one_organization() -> None:
    scans = [scan("Orlo and Banes Police came."), scan("He said Orlo and Banes Police had asked.", index=2)]
    assert [c.text for c in join_pairs(scans, [candidate(scans[0], "Banes Police", "organization")])] == ["Orlo and Banes Police"] * 2


def test_a_pair_whose_first_half_stands_alone_is_two() -> None:
    scans = [scan("Orlo and Banes Police came."), scan("He said Orlo and Banes Police had left Orlo.", index=2)]
    assert [c.text for c in join_pairs(scans, [candidate(scans[0], "Banes Police", "organization")])] == ["Banes Police"]


def test_the_mark_of_a_shop_belongs_to_its_name() -> None:
    shop, owner = scan("He broke the window of a McMoss's in Orlo."), scan("He broke McMoss's window.")
    assert [c.text for c in with_shop_marks([candidate(shop, "McMoss", "person")], [shop])] == ["McMoss's"]
    assert [c.text for c in with_shop_marks([candidate(owner, "McMoss", "person")], [owner])] == ["McMoss"]


@pytest.mark.parametrize(
    ("text", "seen", "names"),
    [
        ("The Ministry of Energy, Water and Sport said no.", "Ministry of Energy", ["Ministry of Energy, Water and Sport"]),
        ("He asked the Committee on Water, Land, and Food to wait.", "Committee on Water", ["Committee on Water, Land, and Food"]),
        ("He asked the Department of Health and Human Services.", "Department of Health", ["Department of Health and Human Services"]),
        ("The Ministry of Energy and Orlo said no.", "Ministry of Energy", ["Ministry of Energy"]),  # another name
        ("The Ministry of Energy and Parliament said no.", "Ministry of Energy", ["Ministry of Energy"]),  # another organization
        ("The Ministry of Energy, Mr Moss and Sport said no.", "Ministry of Energy", ["Ministry of Energy"]),
        ("The Ministry of Energy, which said no, left.", "Ministry of Energy", ["Ministry of Energy"]),
        # what it is for behind an article or several words
        ("The Marlow Institute for Near Salt Policy said no.", "Marlow Institute", ["Marlow Institute for Near Salt Policy"]),
        ("He joined Carers for a Democratic Union in May.", "Carers", ["Carers for a Democratic Union"]),
        ("He left the Marlow Institute for Orlo Town in May.", "Marlow Institute", ["Marlow Institute"]),
        ("He left the Marlow Institute for Ada Moss in May.", "Marlow Institute", ["Marlow Institute"]),
        # a line that is one name
        ("Orlobury and Mid Banes", "Orlobury", ["Orlobury and Mid Banes"]),
        ("Vale of Orlobury", "Orlobury", ["Vale of Orlobury"]),
        ("Courtesy of Orlobury", "Orlobury", ["Orlobury"]),
        ("Ada and Owen Moss", "Owen Moss", ["Owen Moss"]),  # people
        ("They saw Orlobury and Mid Banes burn.", "Orlobury", ["Orlobury"]),  # a sentence
    ],
)
def test_names_that_hold_a_list(text: str, seen: str, names: list[str]) -> None:
    scanned = scan(text)
    assert [c.text for c in join_lists([scanned], [candidate(scanned, seen, "organization" if " for " in text else None)])] == names
