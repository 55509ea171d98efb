"""Text of a page that is not its article's."""

from __future__ import annotations

import pytest

from tests.pages import SENTENCES, choose_all, make_choice, paragraphs, roles_of
from transforms.pages.selection import outside
from transforms.pages.selection.head import mark_title
from transforms.pages.selection.region import find_region

OTHER = [s.replace("wall", "ferry") for s in SENTENCES]


def test_the_article_with_the_title_is_meant_and_the_entries_of_a_live_blog_all_are() -> None:
    choices = choose_all(f"<article><h1>Wall to rise</h1>{paragraphs()}</article><article><h1>A boat</h1>{paragraphs(OTHER)}</article>")
    mark_title(choices, "Wall to rise")
    outside.drop_other_articles(choices)
    assert [c.is_text for c in choices[1:]] == [True] * 6 + [False] * 7
    parts = choose_all(f"<article><h1>Wall to rise</h1>{paragraphs()}</article><article>{paragraphs(OTHER)}</article>")
    mark_title(parts, "Wall to rise")
    outside.drop_other_articles(parts)
    assert all(c.is_text for c in parts[1:])  # without a headline it is a part
    entries = choose_all("".join(f"<article>{paragraphs([s, o])}</article>" for s, o in zip(SENTENCES, OTHER, strict=True)))
    outside.drop_other_articles(entries)
    assert all(c.is_text for c in entries)


def test_a_short_article_above_others_is_one_of_a_list() -> None:
    choices = choose_all(f"<article>{paragraphs(SENTENCES[:2])}</article><article>{paragraphs(OTHER[:2])}</article>")
    outside.drop_other_articles(choices)
    assert all(c.is_text for c in choices)


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ('<p><a href="/a">The ferry comes late</a></p>', ("related", "link_text")),
        ('<p><a href="/a">The ferry came late.</a></p>', ("body", "main_text")),  # a sentence
        ('<p><a href="/a">By Anna Orlo</a></p>', ("byline", "byline")),
        ('<p>See <a href="/a">the list</a></p>', ("body", "main_text")),
        ('<table><tr><td><a href="/a">Rowing club</a></td><td>60 points</td><td>3rd</td></tr></table>', ("body", "main_text")),
    ],
)
def test_paragraphs_that_are_links(markup: str, expected: tuple[str, str]) -> None:
    choices = choose_all(markup)
    outside.drop_links(choices)
    assert roles_of(choices)[0] == expected


def test_three_paragraphs_again_in_another_element_are_a_copy_and_in_the_same_are_not() -> None:
    copies = choose_all(f"<div>{paragraphs()}</div><section>{paragraphs()}</section>")
    outside.drop_second_copy(copies)
    assert [c.reason for c in copies] == ["main_text"] * 6 + ["second_copy"] * 6
    same = choose_all(f"<div>{paragraphs()}{paragraphs()}</div>")
    outside.drop_second_copy(same)
    assert {c.reason for c in same} == {"main_text"}


def test_what_stands_outside_the_element_of_the_text() -> None:
    own, short = ' class="tx"', "The ferry was late once more, as on every day."
    choices = choose_all(
        f"<div><p>Orlo</p></div><p>{short}</p><div>{paragraphs(SENTENCES, own)}</div><section><p>{SENTENCES[0]}</p><p>{short}</p>"
        f'<p class="tx">{short}</p></section>'
    )
    outside.drop_outside(choices, find_region(choices))
    reasons = [c.reason for c in choices]
    assert reasons[:2] == ["above_the_text", "main_text"]  # prose above may be its start
    assert reasons[-3:] == ["repeated_outside", "after_the_text", "main_text"]  # the last is marked up as the text is


def test_only_directly_above_a_text_short_lines_are_its_labels() -> None:
    talk = "".join(f"<p>– Yes, {i}</p>" for i in range(8))  # a dialogue in front of it
    choices = choose_all(f"<div>{talk}</div><div>{paragraphs()}</div>")
    outside.drop_outside(choices, find_region(choices))
    assert [c.reason for c in choices[:8]] == ["main_text"] * 2 + ["above_the_text"] * 6


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<figure><figcaption>The wall</figcaption></figure>", ("caption", "in_figure")),
        ("<p>Advertisement</p>", ("boilerplate", "advertisement")),
        ("<p>By Anna Orlo</p>", ("byline", "byline")),
        ("<p>13 March 2025, 08:30</p>", ("dateline", "date_line")),
        (f"<p>{SENTENCES[0]}</p>", ("body", "main_text")),
    ],
)
def test_forms_within_the_text(markup: str, expected: tuple[str, str]) -> None:
    choices = choose_all(markup)
    outside.judge_forms(choices)
    assert roles_of(choices)[0] == expected


def test_a_post_is_all_of_its_frame() -> None:
    post = "<blockquote><p>Nobody asked us.</p>— Luc Farr (@lucfarr) January 28, 2025</blockquote>"
    choices = choose_all(f"<div>{paragraphs()}{post}</div>")
    outside.judge_forms(choices)
    outside.mark_posts(choices)
    assert [c.reason for c in choices[6:]] == ["post_above_signature", "social_post"]


def test_below_a_line_that_announces_other_articles_links_lead_elsewhere_and_text_goes_on() -> None:
    teaser = '<h3><a href="/a">Ferry late</a></h3>'
    choices = choose_all(
        f"<div>{paragraphs(SENTENCES[:3])}<p>Read more:</p>{teaser}<h3>A second gate</h3>{paragraphs(SENTENCES[3:])}</div>"
    )
    outside.judge_forms(choices)
    outside.drop_related_sections(choices)
    assert [c.reason for c in choices[3:6]] == ["related_line", "below_related_line", "main_text"]
    assert [c.role for c in choices[5:]] == ["heading", "body", "body", "body"]


def test_teasers_go_on_to_the_end_of_the_page() -> None:
    link, sentence = '<h3><a href="/a">Ferry comes late</a></h3>', "<p>The ferry was late once more, as on every day.</p>"
    teasers = f"{link}{sentence}{link}{link}{sentence}"
    choices = choose_all(f"<div>{paragraphs()}<h2>Read also:</h2>{teasers}</div>")
    outside.drop_related_sections(choices)
    assert {c.reason for c in choices[7:]} == {"below_related_line"}


def test_a_heading_without_text_below_it_is_dropped() -> None:
    choices = [make_choice("One.", "body"), make_choice("A gate", "heading"), make_choice("AP", "credit"), make_choice("More", "heading")]
    outside.drop_tail_headings(choices)
    assert [c.reason for c in choices] == ["main_text", "heading_without_text", "main_text", "heading_without_text"]
