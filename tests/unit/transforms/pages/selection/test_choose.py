"""Rules follow one another, a guard after each; what a rule decides can be left out."""

from __future__ import annotations

from tests.pages import SENTENCES, paragraphs, read_page
from transforms.pages.selection.choose import choose_blocks
from transforms.pages.selection.core import Core
from transforms.text import bare_key

PAGE = (
    f"<article><h1>Wall to rise</h1><p>By Anna Orlo</p><div>{paragraphs()}"
    '<ul><li><a href="/a">The ferry comes late</a></li><li><a href="/b">The quay is closed</a></li></ul></div></article>'
)


def _chosen(without: frozenset[str] = frozenset()) -> list[str]:
    blocks = read_page(PAGE)
    taken = [bare_key(b.text) for b in blocks if b.text != "By Anna Orlo"]
    core = Core("".join(taken), frozenset(taken))
    return [c.reason for c in choose_blocks(blocks, core, "Wall to rise", None, without)]


def test_every_paragraph_has_a_rule_in_page_order() -> None:
    assert _chosen() == ["page_title", "byline", *["main_text"] * len(SENTENCES), "link_list", "link_list"]


def test_another_rule_decides_where_one_is_left_out() -> None:
    assert _chosen(frozenset(["link_list"]))[-2:] == ["link_text"] * 2


def test_a_page_without_paragraphs_has_no_choices() -> None:
    assert choose_blocks([], Core("", frozenset()), None, None) == []
