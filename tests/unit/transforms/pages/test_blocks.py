"""The role that a paragraph's own form gives it, wherever it stands."""

from __future__ import annotations

import pytest

from transforms.pages.blocks import judge_form, opens_related


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("— Luc Farr (@lucfarr) January 28, 2025", "social_post"),
        ("A post shared by Luc Farr", "social_post"),
        ("Skip to content", "skip_link"),
        ("12 comments", "comments_section"),
        ("Comments", "comments_section"),
        ("Teilen auf Facebook", "share_line"),
        ("5 Min. Lesezeit", None),  # a full stop behind the short form is unknown
        ("5 min read", "reading_time"),
        ("Anzeige", "advertisement"),
        ("Load more", "button"),
        ("Abonnez-vous à notre lettre", "newsletter"),
        ("Follow us on Facebook", "follow_appeal"),
        ("By signing up you agree to our terms", "subscriber_terms"),
        ("Already a subscriber? Log in", "paywall_notice"),
        ("© 2025 Orlo Post", "copyright"),
        ("Tags: harbour, wall", "topic_line"),
        ("Lesen Sie auch: Fähre kommt zu spät", "related_line"),
        ("Staff and agencies", "byline"),
        ("Reporting by Anna Dal", "contributor_line"),
        ("Photo: Luc Farr", "photo_credit"),
        ("Luc Farr / AP", "credit_line"),
        ("orlo-post.com", "source_domain"),
        ("The wall at low water. Photo: Luc Farr", "caption_with_credit"),
        ("FILE PHOTO: The wall at low water", "caption_label"),
        ("Fig. 3: The wall at low water", "figure_label"),
        ("ab/cd", "initials"),
        ("***", "rule_line"),
        ("ENDS", "end_mark"),
        ("The council met.", None),
        ("Read the letter that the mayor wrote, and you will know why the wall fell, he said.", None),
        ("", None),
    ],
)
def test_form(text: str, reason: str | None) -> None:
    verdict = judge_form(text)
    assert (verdict.reason if verdict else None) == reason


def test_paragraphs_longer_than_any_form_are_not_looked_at() -> None:
    assert judge_form("© " + "2025 " * 200) is None
    assert judge_form("©" + "x" * 2_000) is None


@pytest.mark.parametrize(
    ("heading", "opens"),
    [("More from: Orlo Post", True), ("Sign up for our newsletter", True), ("The mason's last winter", False), ("Photo: Luc Farr", False)],
)
def test_heading_that_announces_other_matters(heading: str, opens: bool) -> None:
    assert opens_related(heading) is opens
