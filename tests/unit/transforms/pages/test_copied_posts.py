"""Lines of copied posts are told by what stands below or around them."""

from __future__ import annotations

import pytest

from transforms.pages.copied_posts import find_copied_posts

SIGNATURE = "— Luc Farr (@lucfarr) January 28, 2025"
CUT = "x" * 150 + "…"


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["The council met.", "Nobody asked us.", SIGNATURE], {1: "post_above_signature"}),
        ([SIGNATURE], {}),
        (["The council met.", "y" * 125, CUT, SIGNATURE], dict.fromkeys((1, 2), "post_above_signature")),  # a cut post fills its length
        (["The council met.", "y" * 20, CUT, SIGNATURE], {2: "post_above_signature"}),  # as far as can be told
        (["Luc Farr @lucfarr", "Nobody asked us.", "9:47 PM · Sep 9, 2025", "It rained."], dict.fromkeys(range(3), "post_with_time")),
        (["Luc Farr @lucfarr", "Nobody asked us.", *["It rained."] * 8], {0: "post_head"}),
        (["The council met."], {}),
        ([], {}),
    ],
)
def test_lines_of_posts(texts: list[str], found: dict[int, str]) -> None:
    assert find_copied_posts(texts) == found
