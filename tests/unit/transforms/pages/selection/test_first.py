"""The role of a paragraph before its neighbours are looked at."""

from __future__ import annotations

import pytest

from tests.pages import SENTENCES, read_page
from transforms.pages.selection.core import Core
from transforms.pages.selection.first import first_choice
from transforms.text import bare_key

CORE = Core(bare_key("".join(SENTENCES)), frozenset({bare_key("A second gate")}))


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (f"<p>{SENTENCES[0]}</p>", ("body", "main_text")),
        ("<h2>A second gate</h2>", ("heading", "main_text")),
        (f"<h2>{SENTENCES[0]}</h2>", ("body", "main_text")),  # whole paragraphs marked up as headings
        (f"<p hidden>{SENTENCES[0]}</p>", ("boilerplate", "hidden")),
        ("<nav><p>World</p></nav>", ("boilerplate", "navigation")),
        ("<p>Advertisement</p>", ("boilerplate", "advertisement")),
        ("<figure><figcaption>The wall</figcaption></figure>", ("caption", "in_figure")),
        ("<figure><p>The wall</p></figure>", ("caption", "in_figure")),
        ("<footer><p>The Orlo Post</p></footer>", ("boilerplate", "footer")),
        ("<p>By Anna Orlo</p>", ("byline", "byline")),
        ('<p><a href="/a">Ferry comes late again</a></p>', ("related", "link_text")),
        ("<aside><p>Ferry</p></aside>", ("related", "aside")),
        ("<p>Ferry comes late again</p>", ("boilerplate", "outside_main_text")),
    ],
)
def test_first_role(markup: str, expected: tuple[str, str]) -> None:
    choice = first_choice(read_page(markup)[0], CORE, frozenset())
    assert (choice.role, choice.reason) == expected


def test_text_that_was_hidden_tells_so() -> None:
    block = read_page(f"<p>{SENTENCES[0]}</p>")[0]
    block.was_hidden = True
    assert first_choice(block, CORE, frozenset()).reason == "hidden_but_shown"
