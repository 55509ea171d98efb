"""What the markup hides is believed to be hidden, but where the page has next to no other text."""

from __future__ import annotations

import pytest
from lxml import html

from tests.pages import SENTENCES, paragraphs
from transforms.pages.hidden import show_hidden, show_scriptless
from transforms.pages.paragraphs import read_blocks


def _hidden(body: str) -> list[tuple[bool, bool]]:
    """Whether each paragraph is hidden, and whether it was."""
    tree = html.document_fromstring(f"<html><body>{body}</body></html>")
    return [(b.is_hidden, b.was_hidden) for b in show_hidden(tree, read_blocks(tree))]


@pytest.mark.parametrize("hide", ["hidden", 'hidden="until-found"', 'style="display: none"', 'style="color:red;visibility:hidden"'])
def test_a_page_that_hides_all_its_text_is_shown(hide: str) -> None:
    assert _hidden(f"<div {hide}>{paragraphs()}</div>") == [(False, True)] * 6


@pytest.mark.parametrize(
    "body",
    [
        f"<div>{paragraphs(SENTENCES[:3])}</div><div hidden>{paragraphs(SENTENCES[3:])}</div>",  # there is other text
        f"<div hidden>{paragraphs(SENTENCES[:2])}</div>",  # a notice
        f'<div hidden><nav>{paragraphs()}</nav></div>',
    ],
)  # fmt: skip
def test_other_pages_keep_it_hidden(body: str) -> None:
    assert not any(was for _, was in _hidden(body))
    assert any(hidden for hidden, _ in _hidden(body))


def test_what_stood_open_was_not_hidden() -> None:
    assert _hidden(f"<p>The news of the coast.</p><div hidden>{paragraphs()}</div>")[0] == (False, False)


def _scriptless(body: str) -> int:
    """How many paragraphs the page has once what only browsers without scripts show is looked at."""
    tree = html.document_fromstring(f"<html><body>{body}</body></html>")
    return len(show_scriptless(tree, read_blocks(tree)))


@pytest.mark.parametrize(
    "body",
    [
        f"<noscript><div id='page'>{paragraphs()}</div></noscript>",  # the whole page
        f"<div id='app'></div><noscript>{paragraphs(SENTENCES[:3])}</noscript><noscript>{paragraphs(SENTENCES[3:])}</noscript>",
        f"<article><noscript>{paragraphs()}</noscript></article><footer>{paragraphs(SENTENCES[:1])}</footer>",
    ],
)
def test_text_that_only_browsers_without_scripts_show_is_read_where_there_is_no_other(body: str) -> None:
    assert _scriptless(body) >= len(SENTENCES)


@pytest.mark.parametrize(
    "body",
    [
        "<noscript><p>You need to enable JavaScript to run this app.</p></noscript>",  # a notice
        f"<article>{paragraphs(SENTENCES[:4])}</article><noscript>{paragraphs(SENTENCES[4:])}</noscript>",  # there is other text
        f"<noscript><ul>{'<li><a href=/a>A page of the site</a></li>' * 40}</ul></noscript>",  # a menu
    ],
)
def test_other_texts_for_browsers_without_scripts_stay_unread(body: str) -> None:
    assert _scriptless(body) == body.split("<noscript>")[0].count("<p>")
