"""Names that the text itself calls one."""

from __future__ import annotations

from collections import defaultdict

import pytest

from tests.unit.transforms.mentions.scans import candidate, scan
from transforms.mentions.kinds.votes import Votes
from transforms.mentions.links import find_links


@pytest.mark.parametrize(
    ("text", "one", "two", "are_one"),
    [
        ("The National Orlo Front (NOF) left.", "National Orlo Front", "NOF", True),
        ("The NOF (National Orlo Front) left.", "NOF", "National Orlo Front", True),
        ("The National Orlo Front (AP) left.", "National Orlo Front", "AP", False),
        ("Ada Moss, also known as Mother Moss, left.", "Ada Moss", "Mother Moss", True),
        ("The Front, formerly called the League, left.", "Front", "League", True),
        ("The Front, who is better known as the League, left.", "Front", "League", True),
        ("The Front (called the League) left.", "Front", "League", True),
        # who calls somebody something is not him
        ("Ada Moss called Owen Tennick a friend.", "Ada Moss", "Owen Tennick", False),
        ("The senator, Ada Moss, called Owen Tennick a liar.", "Ada Moss", "Owen Tennick", False),
        ("Orlo nicknamed Tennick the swan.", "Orlo", "Tennick", False),
        ("Ada Moss, a friend of Owen Tennick, left.", "Ada Moss", "Owen Tennick", False),
    ],
)
def test_links(text: str, one: str, two: str, are_one: bool) -> None:
    scanned = scan(text)
    votes: defaultdict[str, Votes] = defaultdict(lambda: defaultdict(float))
    links = find_links([candidate(scanned, one), candidate(scanned, two)], votes)
    assert links == ({one.casefold(): {two.casefold()}, two.casefold(): {one.casefold()}} if are_one else {})


def test_letters_show_an_organization() -> None:
    scanned = scan("The National Orlo Front (NOF) left.")
    votes: defaultdict[str, Votes] = defaultdict(lambda: defaultdict(float))
    find_links([candidate(scanned, "National Orlo Front"), candidate(scanned, "NOF")], votes)
    assert votes["nof"]["organization"] == votes["national orlo front"]["organization"] > 0
