"""What trafilatura takes for the article holds a paragraph whole, for most of it, or not at all."""

from __future__ import annotations

import pytest
from lxml import html

from tests.pages import SENTENCES, paragraphs
from transforms.pages.selection.core import Core, extract_core
from transforms.text import bare_key

LONG = SENTENCES[0]
CORE = Core(bare_key("".join(SENTENCES[:3])), frozenset({bare_key("A second gate")}))


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (LONG, True),
        ("A second gate", True),
        ("The council of Port Orlo", False),  # the beginning of a paragraph is none
        (f"{LONG} And so the masons came back to the quay.", True),  # most of it
        ("Nothing of this long sentence stands in what was taken for the article of the page, not a word.", False),
        ("Forty letters and some more, of another text", False),
        ("市长说工程将于九月开始", False),
    ],
)
def test_paragraphs_of_the_core(text: str, held: bool) -> None:
    assert CORE.holds(text) is held


def test_scripts_that_need_few_characters_count_as_long() -> None:
    text = "市长说工程将于九月开始，将花费该镇四百万克朗。"
    assert Core(bare_key(text + "港口的墙将在冬季风暴之前重建。"), frozenset()).holds(text)


def test_core_of_a_page_and_of_one_without_text() -> None:
    page = html.document_fromstring(f"<html><body><article><h1>Wall to rise</h1>{paragraphs()}</article></body></html>")
    core = extract_core(page, None)
    assert all(core.holds(s) for s in SENTENCES)
    assert extract_core(html.document_fromstring("<html><body></body></html>"), None) == Core("", frozenset())
