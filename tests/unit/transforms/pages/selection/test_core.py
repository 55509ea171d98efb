"""What trafilatura takes for the article holds a paragraph whole, for most of it, or not at all."""

from __future__ import annotations

import inspect

import pytest
import trafilatura.core
import trafilatura.external
from lxml import html

from tests.pages import SENTENCES, paragraphs
from transforms.pages.selection.core import Core, as_it_comes, extract_core, may_be_longer
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


FOUND = "<body><p>" + "a" * 100 + "</p></body>"


@pytest.mark.parametrize(
    ("page", "found", "may_be"),
    [
        ("<body>" + "b" * 200 + "</body>", FOUND, False),  # twice as long at most
        ("<body>" + "b" * 201 + "</body>", FOUND, True),
        ("<body>" + "b " * 99 + "</body>", FOUND, False),
        ("<body>" + "b" * 150 + "<script>" + "c" * 900 + "</script></body>", FOUND, False),  # scripts are no text
        ("<body>" + "b" * 198 + "<iframe></iframe></body>", FOUND, True),  # a film may stand as a word
        ("<body><p>" + "b" * 100 + "</p></body>", "<body><div>" + "a" * 100 + "</div></body>", True),  # no paragraph was found
        ("<body>b</body>", "<body><p>" + "a" * 100 + "</p><table></table><table></table></body>", True),  # mostly tables were
    ],
)
def test_readability_is_asked_only_where_its_text_may_be_taken(page: str, found: str, may_be: bool) -> None:
    assert may_be_longer(html.document_fromstring(page), html.document_fromstring(found), "a" * 100) is may_be


LONG_FOOTER = "<footer>" + "Terms of use of this site. " * 200 + "</footer>"


@pytest.mark.parametrize(
    "body",
    [
        f"<article>{paragraphs(SENTENCES)}</article>",
        f"<article>{paragraphs(SENTENCES)}</article>{LONG_FOOTER}",  # readability may find more
        f"<article>{paragraphs(SENTENCES[:1])}</article>",  # so short that justext is asked
        f"<article>{paragraphs(SENTENCES[:1])}</article><div><span>{'. '.join(SENTENCES)}</span></div>",  # of which justext finds more
        f'<div class="menu">{paragraphs(SENTENCES)}</div>',
        f"<div>{'<br>'.join(SENTENCES)}</div>{LONG_FOOTER}",
        f"<article><table><tr><td>{'</td><td>'.join(SENTENCES)}</td></tr></table></article>",
    ],
)
def test_what_is_chosen_is_what_trafilatura_chooses_as_it_comes(body: str) -> None:
    page = f"<html><body>{body}</body></html>"
    quick = extract_core(html.document_fromstring(page), None)
    with as_it_comes():
        assert quick == extract_core(html.document_fromstring(page), None) != Core("", frozenset())
    assert quick == extract_core(html.document_fromstring(page), None)


def test_trafilatura_still_compares_by_these_values() -> None:
    assert list(inspect.signature(trafilatura.external.compare_extraction).parameters) == [
        "cleaned_tree",
        "raw_tree",
        "body",
        "text",
        "options",
    ]
    with as_it_comes():
        source = inspect.getsource(vars(trafilatura.core)["_extract_and_compare"])
        preparing = inspect.getsource(vars(trafilatura.core)["_prepare_tree"])
    assert preparing.endswith(
        "    cleaned = tree_cleaning(copy(tree), options)\n"
        "    backup = copy(cleaned)\n"
        "    cleaned = convert_tags(cleaned, options, url)\n"
        "    return cleaned, backup\n"
    )
    comparing = inspect.getsource(trafilatura.external.compare_extraction)
    assert comparing.count("cleaned_tree") == 3  # its parameter, its description, and where it is handed on
    assert "body2, text2 = justext_rescue(cleaned_tree, options)" in comparing
    assert "unclean = bool(body.xpath(SANITIZED_XPATH))\n    if unclean or len_text < options.min_extracted_size:" in comparing
    assert source == (
        "def _extract_and_compare(\n"
        "    cleaned_tree: HtmlElement, cleaned_tree_backup: HtmlElement, tree: HtmlElement, options: Extractor\n"
        ") -> tuple[_Element, str]:\n"
        '    "Cascade stages 1-2: main extractor, then the external comparison unless in fast mode."\n'
        "    postbody, temp_text = extract_content(cleaned_tree, options)\n"
        "    if not options.fast:\n"
        "        postbody, temp_text = compare_extraction(cleaned_tree_backup, copy(tree), postbody, temp_text, options)\n"
        "    return postbody, temp_text\n"
    )
    assert " _extract_and_compare(" in inspect.getsource(trafilatura.core.trafilatura_sequence)
