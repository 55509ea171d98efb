"""No rule leaves a page nearly empty."""

from __future__ import annotations

import pytest

from tests.pages import SENTENCES, choose_all, paragraphs, roles_of
from transforms.pages.selection.guard import Guard
from transforms.records import Role


def test_a_rule_that_takes_most_of_the_text_is_undone() -> None:
    choices = choose_all(f"<div>{paragraphs()}</div>")
    guard = Guard(choices)
    for c in choices[:4]:
        c.decide("related", "teaser_class")
    guard.check()
    assert roles_of(choices) == [("body", "kept_by_guard")] * 4 + [("body", "main_text")] * 2


def test_what_a_rule_takes_of_a_third_is_gone() -> None:
    choices = choose_all(f"<div>{paragraphs()}</div>")
    guard = Guard(choices)
    for c in choices[:2]:
        c.decide("related", "teaser_class")
    guard.check()
    assert [c.is_text for c in choices] == [False] * 2 + [True] * 4


def test_two_rules_that_take_too_much_together_are_one_rule_and_the_second_is_undone() -> None:
    choices = choose_all(f"<div>{paragraphs()}</div>")
    guard = Guard(choices)
    choices[0].decide("related", "teaser_class")
    guard.check()
    for c in choices[1:5]:
        c.decide("related", "link_list")
    guard.check()
    assert [c.reason for c in choices] == ["teaser_class"] + ["kept_by_guard"] * 4 + ["main_text"]


def test_text_outside_the_element_of_the_text_is_not_kept() -> None:
    choices = choose_all(f"<div>{paragraphs()}</div><section><p>{SENTENCES[0][:-1]} again.</p></section>")
    guard = Guard(choices)
    for c in choices:
        c.decide("boilerplate", "after_the_text")
    guard.check()
    assert [c.reason for c in choices] == ["kept_by_guard"] * 6 + ["after_the_text"]


def test_second_copies_are_no_loss_and_short_pages_are_not_watched() -> None:
    copies = choose_all(f"<div><div>{paragraphs()}</div><div>{paragraphs()}</div></div>")
    guard = Guard(copies)
    for c in copies[6:]:
        c.decide("boilerplate", "second_copy")
    guard.check()
    assert {c.reason for c in copies[6:]} == {"second_copy"}
    short = choose_all(paragraphs(SENTENCES[:2]))
    guard = Guard(short)
    for c in short:
        c.decide("boilerplate", "paywall_box")
    guard.check()
    assert {c.reason for c in short} == {"paywall_box"}


@pytest.mark.parametrize(("title", "kept"), [("title", "other_article"), ("heading", "kept_by_guard")])
def test_other_articles_may_be_most_of_a_page_where_the_title_tells_which_is_meant(title: Role, kept: str) -> None:
    more = paragraphs([f"{s[:-1]} again." for s in SENTENCES])
    choices = choose_all(f"<div><article><h1>A title</h1>{paragraphs(SENTENCES[:3])}</article><article>{more}</article></div>")
    choices[0].role = title
    guard = Guard(choices)
    for c in choices[4:]:
        c.decide("related", "other_article")
    guard.check()
    assert {c.reason for c in choices[4:]} == {kept}
