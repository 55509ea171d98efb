"""A page's tree, cut to a size that can be read, and what its head states."""

from __future__ import annotations

import pytest
from lxml import html

from tests.pages import make_tree
from transforms.pages.page import MAX_ELEMENTS, drop_long_scripts, iter_jsonld, open_escaped, parse_page, prune_oversize, read_metas


@pytest.mark.parametrize(
    "text",
    [
        "<p>The council met.</p>",
        '<?xml version="1.0" encoding="latin-1"?><html><body><p>The council met.</p></body></html>',
        "<html><body><p>The <b>council</p> met.</b></body></html>",
        "<div>" * 300 + "<p>The council met.</p>" + "</div>" * 300,  # deeper than libxml2 reads
        "<x>" * 5_000 + "The council met.",  # of elements that nobody knows
        "<html><head><title>Council</title></head></html><html><body><p>The council met.</p></body></html>",
        "<html><body><p>Roads</p></body></html>\n<div><p>The council met.</p></div>",
        "<html><body><p>Roads</p></body></HTML >" * 3 + "The council met.",
        "<p title='" + "x" * 60_000 + "'>The council met.</p>",
    ],
    ids=["fragment", "xml", "crossed", "deep", "deep and unknown", "two documents", "behind the end", "many ends", "long tag"],
)
def test_broken_pages_have_a_tree_with_their_text(text: str) -> None:
    tree = parse_page(text)
    assert tree is not None and "The council met." in " ".join(tree.text_content().split())


def test_what_holds_nothing_has_no_tree() -> None:
    assert parse_page("") is None
    assert parse_page("<!-- nothing -->") is None


def test_long_scripts_are_dropped_and_short_ones_kept() -> None:
    short, long = "<script>a()</script>", f"<script>{'a' * 1_000_000}</script>"
    assert drop_long_scripts(f"<p>a</p>{short}{long}<p>b</p>") == f"<p>a</p>{short}<p>b</p>"


def test_a_page_is_cut_behind_its_first_elements() -> None:
    tree = html.document_fromstring("<html><body>" + "<p>a</p>" * (MAX_ELEMENTS + 100) + "<p>end</p></body></html>")
    assert prune_oversize(tree)
    assert len(list(tree.iter())) <= MAX_ELEMENTS + 1 and "end" not in tree.text_content()
    assert not prune_oversize(make_tree())


def test_a_page_without_end_after_end_is_cut_as_any_other() -> None:
    tree = parse_page("<html><body><p>a</p></body></html>" * MAX_ELEMENTS)
    assert tree is not None and prune_oversize(tree) and tree.text_content().startswith("aaa")


def test_markup_that_stands_as_text_becomes_elements() -> None:
    tree = make_tree("", "<div>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</div><div>Write &lt;p&gt; and &lt;/p&gt;.</div>")
    open_escaped(tree)
    assert [p.text for p in tree.findall(".//div/p")] == ["One.", "Two."]
    assert "Write <p> and </p>." in tree.text_content()  # a page that speaks of markup


def test_metas_by_each_of_their_names_in_page_order() -> None:
    head = (
        '<meta name="Author" content=" Anna  Orlo "><meta property="og:title" content="a"><meta property="og:title" content="b">'
        '<meta itemprop="datePublished" name="date" content="2025-01-29"><meta name="empty" content=""><meta charset="utf-8">'
    )
    assert read_metas(make_tree(head)) == {
        "author": ["Anna Orlo"],
        "og:title": ["a", "b"],
        "date": ["2025-01-29"],
        "datepublished": ["2025-01-29"],
    }


def test_scripts_of_json_ld() -> None:
    head = '<script type="application/LD+json">{"a":1}</script><script>b()</script><script type="application/ld+json"></script>'
    assert list(iter_jsonld(make_tree(head))) == ['{"a":1}']
