"""Text that trafilatura left out comes back because of where it stands."""

from __future__ import annotations

import pytest

from tests.pages import SENTENCES, choose_all, paragraphs, roles_of
from transforms.pages.selection.choice import Choice
from transforms.pages.selection.rejoin import choose_densest, rejoin_siblings


def _without(body: str, *left_out: int, reason: str = "outside_main_text") -> list[Choice]:
    """The paragraphs of a page of which trafilatura left some out."""
    choices = choose_all(body)
    for i in left_out:
        choices[i].decide("boilerplate", reason)
    return choices


def test_a_paragraph_among_those_taken_comes_back() -> None:
    choices = _without(f"<div>{paragraphs()}</div>", 2)
    rejoin_siblings(choices)
    assert roles_of(choices)[2] == ("body", "among_main_text")


def test_a_heading_between_paragraphs_comes_back() -> None:
    choices = _without(f"<div>{paragraphs(SENTENCES[:3])}<h3>A gate</h3>{paragraphs(SENTENCES[3:])}</div>", 3)
    rejoin_siblings(choices)
    assert roles_of(choices)[3] == ("heading", "among_main_text")


@pytest.mark.parametrize(
    "extra",
    [
        "<section><p>Ferry</p></section>",  # elsewhere
        "<p hidden>The ferry came late, and nobody at the quay knew why.</p>",
        '<p class="caption">The ferry came late, and nobody at the quay knew why.</p>',
        "<pre>The ferry came late, and nobody at the quay knew why.</pre>",  # marked up as nothing else is
    ],
)
def test_other_lines_stay_out(extra: str) -> None:
    choices = _without(f"<div>{paragraphs()}{extra}</div>", 6)
    rejoin_siblings(choices)
    assert roles_of(choices)[6] == ("boilerplate", "outside_main_text")


def test_where_nothing_was_found_the_element_with_most_sentences_is_the_text() -> None:
    body = f"<h1>Wall to rise</h1><aside><p>{SENTENCES[0]}</p></aside><div>{paragraphs(SENTENCES[1:])}</div>"
    choices = _without(body, *range(7))
    choices[0].decide("title", "page_title")
    choose_densest(choices)
    assert roles_of(choices)[2:] == [("body", "densest_text")] * 5


def test_what_was_found_is_kept_where_it_is_a_text() -> None:
    choices = _without(f"<div>{paragraphs(SENTENCES[:2])}</div><div>{paragraphs(SENTENCES[2:])}</div>", 2, 3, 4, 5)
    choose_densest(choices)
    assert [c.reason for c in choices] == ["main_text"] * 2 + ["outside_main_text"] * 4


@pytest.mark.parametrize(
    ("extra", "taken"),
    [
        ("<p>By the numbers:</p>", True),
        ("<ul><li>The ferry came late, and nobody at the quay knew why.</li></ul>", True),
        ("<ul><li>Ferry</li></ul>", False),
        ("<div><p>Ferry</p></div>", False),
        ('<p><a href="/a">Ferry</a></p>', False),
    ],
)
def test_what_stands_between_two_paragraphs_of_a_small_part_of_the_text(extra: str, taken: bool) -> None:
    long = "".join(f"<section>{paragraphs([f'{s[:-1]}, for the {i}th time.' for s in SENTENCES])}</section>" for i in range(5))
    short = f"<section><p>{SENTENCES[0]}</p>{extra}<p>{SENTENCES[1]}</p></section>"
    choices = _without(f"{short}{long}", 1)
    rejoin_siblings(choices)
    assert choices[1].is_text is taken
