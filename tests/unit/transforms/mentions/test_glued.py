"""Words that a page or a hyphen made one are parted where the article shows that they are two."""

from __future__ import annotations

import pytest

from tests.unit.transforms.mentions.scans import scan
from transforms.mentions.glued import part_glued


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He met Amara OdellAmara OdellCapital Notes.", ["He", "met", "Amara", "Odell", "Amara", "Odell", "Capital", "Notes", "."]),
        ("They saw Pihu.She left.", ["They", "saw", "Pihu", ".", "She", "left", "."]),
        ("The Orlo-Banes merger joins Orlo and Banes.", ["The", "Orlo", "Banes", "merger", "joins", "Orlo", "and", "Banes", "."]),
        ("By Ada MossMarch 4 and Piet MaasJuly 5.", ["By", "Ada", "Moss", "March", "4", "and", "Piet", "Maas", "July", "5", "."]),
        ("The LeMay 5 and MossMarch.", ["The", "Le", "May", "5", "and", "MossMarch", "."]),
        ("Ada Tennick wrote. Ada TennickCEO", ["Ada", "Tennick", "wrote", ".", "Ada", "Tennick", "CEO"]),
        ("Owen Marlow told Ada MarlowTwitter.", ["Owen", "Marlow", "told", "Ada", "Marlow", "Twitter", "."]),
        ("Photo by Ada Deskora42, says Deskora.", ["Photo", "by", "Ada", "Deskora", "42", ",", "says", "Deskora", "."]),
        ("Ada DeMarlow met Owen McDesk in De Marlow.", ["Ada", "DeMarlow", "met", "Owen", "McDesk", "in", "De", "Marlow", "."]),
        ("By Zub Deskora42 minutes ago", ["By", "Zub", "Deskora", "42", "minutes", "ago"]),
        ("They saw Deskora2 win games.", ["They", "saw", "Deskora2", "win", "games", "."]),
        ("The TennickTimes and Orlo5 of Tennick.", ["The", "TennickTimes", "and", "Orlo5", "of", "Tennick", "."]),
        ("A McMoss-Orlo deal and YouTube.", ["A", "McMoss-Orlo", "deal", "and", "YouTube", "."]),
    ],
)
def test_parted(text: str, words: list[str]) -> None:
    scanned = scan(text)
    part_glued([scanned])
    assert [w for w in scanned.words if w != "-"] == words
    assert all(text[t.start : t.end] == t.text for t in scanned.tokens)
