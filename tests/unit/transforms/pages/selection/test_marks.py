"""Class names of small elements tell what stands in them, in any language's text."""

from __future__ import annotations

import pytest

from tests.pages import choose_all, paragraphs, roles_of
from transforms.pages.selection.marks import drop_marked, mark_of, read_mark
from transforms.pages.selection.region import find_region


@pytest.mark.parametrize(
    ("own", "reason"),
    [
        ("wp-caption-text", "caption_class"),
        ("story caption", "caption_class"),
        ("captioned", None),  # only whole words
        ("sr-only", "screen_reader_class"),
        ("newsletter-form", "newsletter_class"),
        ("article-body", None),
        ("", None),
    ],
)
def test_mark_of_class_names(own: str, reason: str | None) -> None:
    mark = read_mark(own)
    assert (mark[1] if mark else None) == reason


def test_small_marked_elements_leave_the_text_and_large_ones_stay() -> None:
    choices = choose_all(f'<div class="modal">{paragraphs()}<div class="consent"><p>Weiter</p></div></div>')
    drop_marked(choices, find_region(choices))
    assert roles_of(choices) == [("body", "main_text")] * 6 + [("boilerplate", "placeholder_class")]


def test_the_outermost_mark_is_told_and_a_rule_can_be_left_out() -> None:
    choices = choose_all(f'<div>{paragraphs()}<div class="related"><p class="caption">Ferry</p></div></div>')
    region = find_region(choices)
    assert mark_of(choices[6], region) == ("related", "teaser_class")
    choices[6].without = frozenset(["teaser_class"])
    assert mark_of(choices[6], region) == ("caption", "caption_class")
