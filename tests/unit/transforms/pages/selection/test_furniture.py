"""Furniture within the text is told by its structure, in any language."""

from __future__ import annotations

import pytest

from tests.pages import SENTENCES, choose_all, paragraphs
from transforms.pages.selection import furniture
from transforms.pages.selection.choice import Choice
from transforms.pages.selection.region import find_region

HEAD, TAIL = paragraphs(SENTENCES[:3]), paragraphs(SENTENCES[3:])


def _between(markup: str) -> list[Choice]:
    """The paragraphs of that markup within a text, all taken for text so far."""
    return choose_all(f"<article>{HEAD}{markup}{TAIL}</article>")


def _reasons(choices: list[Choice]) -> list[str]:
    return [c.reason for c in choices if c.block.text not in SENTENCES]


LINKS = '<li><a href="/a">Die Fähre kam zu spät</a></li><li><a href="/b">Vapur yine geç geldi</a></li>'


@pytest.mark.parametrize(
    ("markup", "reasons"),
    [
        (f"<ul>{LINKS}</ul>", ["link_list"] * 2),
        (f"<h3>Mehr</h3><ul>{LINKS}</ul>", ["link_list"] * 3),
        ('<ul><li><a href="/a">Die Fähre</a></li></ul>', ["main_text"]),  # one item is no list
        ("<ul><li>Die Fähre</li><li>Vapur</li></ul>", ["main_text"] * 2),
        ('<ul><li><a href="/a">Die Fähre kam.</a></li><li><a href="/b">Vapur geldi.</a></li></ul>', ["main_text"] * 2),  # sentences
        (f"<ul>{LINKS}<li>Und ein Satz, der auf nichts verweist</li></ul>", ["main_text"] * 3),
    ],
)
def test_lists_of_links(markup: str, reasons: list[str]) -> None:
    choices = _between(markup)
    furniture.drop_link_lists(choices)
    assert _reasons(choices) == reasons


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ('<p><a href="/a">La vieja muralla del puerto se cae.</a></p>', "linked_paragraph"),
        ('<p><a href="/a">Anna Orlo</a></p>', "main_text"),  # a name
        ('<p>Siehe dazu: <a href="/a">La vieja muralla del puerto</a></p>', "teaser_line"),
        ('<p>関連：<a href="/a">The old wall of Orlo</a></p>', "teaser_line"),
        ('<p>She had written about it in <a href="/a">the paper of the town</a></p>', "main_text"),  # a sentence
        ('<table><tr><td><a href="/a">La vieja muralla del puerto</a></td></tr></table>', "main_text"),  # a value
    ],
)
def test_teasers(markup: str, reason: str) -> None:
    choices = _between(markup)
    furniture.drop_teasers(choices)
    assert _reasons(choices) == [reason]


def test_a_line_said_three_times_outside_the_elements_of_the_text() -> None:
    box = "<div><p>Dieser Inhalt wird erst geladen.</p></div>"
    choices = choose_all(f"<article>{HEAD}{box}{TAIL}{box}{box}</article>")
    furniture.drop_repeated(choices, find_region(choices))
    assert _reasons(choices) == ["repeated_box"] * 3
    twice = choose_all(f"<article>{HEAD}{box}{TAIL}{box}</article>")
    furniture.drop_repeated(twice, find_region(twice))
    assert _reasons(twice) == ["main_text"] * 2


def test_what_is_all_that_a_page_says_stays_once() -> None:
    choices = choose_all(f"<div>{f'<div><p>{SENTENCES[0]}</p></div>' * 5}</div>")
    furniture.drop_repeated(choices, find_region(choices))
    assert [c.is_text for c in choices] == [True, False, False, False, False]


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ('<div><img src="a.jpg"><p class="c">Anna Orlo at the quay.</p></div>', "framed_with_picture"),
        ('<p><img src="a.jpg"></p><p>From left: Anna Orlo and Piet Moor</p>', "below_picture"),
        ('<p><img src="a.jpg"></p><p>Anna Orlo went home.</p>', "main_text"),  # a sentence of the text
        ('<p><img src="a.jpg"></p><p>She named three reasons:</p>', "main_text"),
        ('<p><img src="a.jpg"></p><h3>A second gate</h3>', "main_text"),
        ("<p>From left: Anna Orlo and Piet Moor</p>", "main_text"),  # no picture above
    ],
)
def test_captions(markup: str, reason: str) -> None:
    choices = _between(markup)
    furniture.mark_captions(choices, find_region(choices))
    assert _reasons(choices) == [reason]


@pytest.mark.parametrize(
    ("markup", "reasons"),
    [
        (f"<blockquote>{SENTENCES[0][4:60]}</blockquote>", ["pull_quote"]),  # says again what the text says
        ("<blockquote>Nobody here has ever paid for stones.</blockquote>", ["main_text"]),
        ("<blockquote><p>Nobody here has ever paid.</p><p>Anna Orlo, mason</p></blockquote>", ["main_text", "quote_signature"]),
        ("<blockquote><p>Nobody here has ever paid.</p><p>Nor will we.</p></blockquote>", ["main_text"] * 2),
    ],
)
def test_quotations_set_apart(markup: str, reasons: list[str]) -> None:
    choices = _between(markup)
    furniture.drop_pull_quotes(choices)
    assert _reasons(choices) == reasons


@pytest.mark.parametrize(
    ("last", "reason"),
    [
        ("(Quelle: NWA/red)", "bracketed_signoff"),
        ("［編集部］", "bracketed_signoff"),
        ("(It rained all day, as on every day of it.)", "main_text"),
    ],
)
def test_a_sign_off_in_brackets(last: str, reason: str) -> None:
    choices = choose_all(f"<article>{HEAD}{TAIL}<p>{last}</p></article>")
    furniture.mark_signoff(choices)
    assert _reasons(choices) == [reason]


def test_all_of_a_paywall_s_box_goes() -> None:
    box = "<div><p>Subscribe to continue reading</p><p>From two crowns a week</p></div>"
    choices = choose_all(f"<article><section>{HEAD}{TAIL}</section>{box}</article>")
    furniture.drop_paywall_box(choices, find_region(choices))
    assert choices[-1].reason == "paywall_box" and not choices[-1].is_text
    lead = f"<article><p>{SENTENCES[0]}</p>{box.replace('</p></div>', '</p><dl><dd>All of our articles</dd></dl></div>')}</article>"
    choices = choose_all(lead)  # a box that is large beside one paragraph, with a list of what is offered
    furniture.drop_paywall_box(choices, find_region(choices))
    assert [c.is_text for c in choices] == [True, True, False, False]  # the form of the notice itself tells, by a later rule
