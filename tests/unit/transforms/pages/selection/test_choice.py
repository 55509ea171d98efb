"""A paragraph with what has been decided about it so far."""

from __future__ import annotations

import pytest

from tests.pages import SENTENCES, make_choice, read_page
from transforms.pages.selection.choice import Choice, running_text, signature_of


def test_a_decision_gives_role_and_rule_unless_the_rule_is_left_out() -> None:
    choice = make_choice("One.", "body")
    choice.decide("related", "link_list")
    assert (choice.role, choice.reason, choice.is_text) == ("related", "link_list", False)
    spared = Choice(choice.block, "body", "main_text", frozenset(["link_list"]))
    spared.decide("related", "link_list")
    assert (spared.role, spared.reason, spared.is_text) == ("body", "main_text", True)


def test_running_text_is_sentences_of_the_body() -> None:
    sentence, heading = make_choice(SENTENCES[0], "body"), make_choice(SENTENCES[1], "heading")
    short, left_out = make_choice("A gate", "body"), make_choice(SENTENCES[2], "caption")
    assert running_text([sentence, heading, short, left_out]) == [sentence]


@pytest.mark.parametrize(
    ("markup", "signature"),
    [
        ('<p class="Text Lead">One.</p>', "p text lead"),
        ('<p class="text p-17">One.</p>', "p text"),  # numbers differ from paragraph to paragraph
        (f'<p class="{"x" * 40}">One.</p>', "p"),
        ("<p>One.</p>", "p"),
        ('<div id="text">One.</div>', "div text"),
    ],
)
def test_how_a_site_marks_its_paragraphs(markup: str, signature: str) -> None:
    assert signature_of(read_page(markup)[0]) == signature
