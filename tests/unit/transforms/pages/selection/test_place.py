"""Where a page's text stands, and how it is marked up."""

from __future__ import annotations

from tests.pages import SENTENCES, choose_all, paragraphs
from transforms.pages.selection.place import find_container, find_place

LEAD = ' class="lead text"'


def test_elements_and_markup_that_hold_much_of_the_text() -> None:
    choices = choose_all(f'<div id="text">{paragraphs(SENTENCES[:5], LEAD)}</div><div><p>{SENTENCES[5]}</p></div>')
    place = find_place(choices)
    assert place.total == sum(map(len, SENTENCES))
    assert place.parents == {choices[0].block.parent}
    assert place.signatures == {"p lead text"}
    assert place.tags == {"p"}
    assert place.is_small(choices[5].block.parent) and not place.is_small(choices[0].block.parent)


def test_a_page_without_text_has_no_place() -> None:
    place = find_place(choose_all("<p>Ferry</p>"))
    assert (place.total, place.parents, place.signatures) == (0, frozenset(), frozenset())


def test_container_is_the_innermost_element_of_most_text() -> None:
    choices = choose_all(f'<main><div>{paragraphs(SENTENCES[:5])}</div><div><p>{SENTENCES[5]}</p></div></main>')  # fmt: skip
    assert find_container(choices) == choices[0].block.parent
    halves = choose_all(f"<main><div>{paragraphs(SENTENCES[:3])}</div><div>{paragraphs(SENTENCES[3:])}</div></main>")
    assert find_container(halves) == halves[0].block.path[-3]
    assert find_container([]) == 0
