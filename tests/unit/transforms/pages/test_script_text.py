"""Text of pages that scripts put together, from JSON-LD or from markup within their data."""

from __future__ import annotations

import pytest

from transforms.pages.script_text import body_of_node, find_script_text


def test_text_within_page_data_is_found() -> None:
    paragraph = "<p>The council of Port Orlo agreed on Monday to rebuild the old harbour wall before winter.</p>"
    inner = '{"contentHtml":"' + (paragraph * 8).replace("<", "\\u003c") + '"}'
    escaped = inner.replace("\\", "\\\\").replace('"', '\\"')
    assert len(find_script_text([f'push([1,"{escaped}"])'])) == 8
    assert find_script_text(['"\\' * 200_000]) == []


SENTENCE = "The council of Port Orlo agreed on Monday to rebuild the old harbour wall before winter."


@pytest.mark.parametrize(
    ("body", "paragraphs"),
    [
        (f"{SENTENCE}\n\n{SENTENCE}", [SENTENCE] * 2),
        (f"<p>{SENTENCE}</p><p>{SENTENCE}</p>", [SENTENCE] * 2),
        (f"<p>{SENTENCE}</p><figcaption>The wall</figcaption><p><a href='/a'>Read more</a></p>", [SENTENCE]),
        ("x" * 500_001, []),
        ("", []),
        (None, []),
        ({"name": SENTENCE}, [SENTENCE]),
    ],
)
def test_paragraphs_of_the_article_body_that_json_ld_states(body: object, paragraphs: list[str]) -> None:
    assert body_of_node({"articleBody": body}) == paragraphs


def test_of_several_pieces_of_markup_the_longest_is_the_text() -> None:
    teaser, text = f"<p>{SENTENCE}</p>" * 4, f"<p>{SENTENCE}</p>" * 6
    assert len(find_script_text([f'{{"teaser":"{teaser}","text":"{text}"}}'])) == 6


@pytest.mark.parametrize(
    "script",
    ['{"text":"' + f"<p>{SENTENCE}</p>" * 3 + '"}', '{"text":"' + SENTENCE * 9 + '"}', "x" * 3_000_001, ""],
    ids=["few words", "no markup", "too long", "empty"],
)
def test_scripts_without_a_text(script: str) -> None:
    assert find_script_text([script]) == []


def test_an_article_without_a_node_has_no_stated_text() -> None:
    assert body_of_node(None) == []


def test_text_within_the_template_of_a_script_is_found() -> None:
    template = "\n  <span class='signature'>Posted by Ines Holm</span>\n" + f"<p>\n{SENTENCE}\n</p>" * 5
    assert find_script_text(["var a = 1;" * 30, template])[-5:] == [SENTENCE] * 5
    assert find_script_text(["<!-- " + "var a = 1; // <p> " * 30]) == []
