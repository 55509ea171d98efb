"""Where a page's text stands, and how it is marked up."""

from __future__ import annotations

from tests.pages import SENTENCES, choose_all, paragraphs
from transforms.pages.selection.region import find_container, find_region

LEAD = ' class="lead text"'


def test_elements_and_markup_that_hold_much_of_the_text() -> None:
    choices = choose_all(f'<div id="text">{paragraphs(SENTENCES[:5], LEAD)}</div><div><p>{SENTENCES[5]}</p></div>')
    region = find_region(choices)
    assert region.total == sum(map(len, SENTENCES))
    assert region.parents == {choices[0].block.parent}
    assert region.signatures == {"p lead text"}
    assert region.tags == {"p"}
    assert region.is_small(choices[5].block.parent) and not region.is_small(choices[0].block.parent)


def test_a_page_without_text_has_no_place() -> None:
    region = find_region(choose_all("<p>Ferry</p>"))
    assert (region.total, region.parents, region.signatures) == (0, frozenset(), frozenset())


def test_container_is_the_innermost_element_of_most_text() -> None:
    choices = choose_all(f'<main><div>{paragraphs(SENTENCES[:5])}</div><div><p>{SENTENCES[5]}</p></div></main>')  # fmt: skip
    assert find_container(choices) == choices[0].block.parent
    halves = choose_all(f"<main><div>{paragraphs(SENTENCES[:3])}</div><div>{paragraphs(SENTENCES[3:])}</div></main>")
    assert find_container(halves) == halves[0].block.path[-3]
    assert find_container([]) == 0
