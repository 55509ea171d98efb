"""What the markup hides is believed to be hidden, but where the page has next to no other text."""

from __future__ import annotations

import pytest
from lxml import html

from tests.pages import SENTENCES, paragraphs
from transforms.pages.hidden import show_hidden
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
