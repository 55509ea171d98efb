"""Names of organizations that hold what other names end at."""

from __future__ import annotations

from tests.unit.transforms.mentions.scans import candidate, scan
from transforms.mentions.pairs import join_pairs, with_shop_marks


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
