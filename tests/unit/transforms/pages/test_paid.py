"""Whether the rest of an article is for subscribers."""

from __future__ import annotations

from typing import Any

import pytest

from tests.pages import make_choice
from transforms.pages.paid import find_notices, is_paid, paywall_pattern, says_paid
from transforms.records import Role
from transforms.word_lists import read_lines, read_sequence

ARTICLE = {"@type": "NewsArticle"}
BODY = make_choice("The council met.", "body")


@pytest.mark.parametrize(
    ("line", "paid"),
    [
        ("Subscribe to continue reading", True),
        ("“Subscribe to continue reading” is all that she saw.", False),
        ("The rest of this story is only for our paying members.", True),
        ("Dieser Beitrag ist Abonnentinnen vorbehalten.", True),
        ("La suite est réservée à nos abonnés", True),
        ("Les commentaires sont réservés aux abonnés.", False),
        ("Lire aussi Article réservé aux abonnés Le port de la côte nord ferme ses quais pour un mois", False),  # a teaser
        ("Subscribe to keep up with our newsletter.", False),
        ("Abbonati alla newsletter per continuare a leggere di noi", False),
        ("この記事は有料会員限定です。", True),
        ("会員限定記事", True),
        ("保存は会員限定の機能です", False),
        ("The paper said that this content is only for subscribers of the printed edition, and that nobody had asked for it.", False),
    ],
)  # fmt: skip
def test_a_line(line: str, paid: bool) -> None:
    assert says_paid(line) is paid


@pytest.mark.parametrize(
    ("node", "nodes", "paid"),
    [
        ({**ARTICLE, "isAccessibleForFree": False}, [], True),
        ({**ARTICLE, "isAccessibleForFree": True}, [{"@type": "WebPage", "isAccessibleForFree": False}], False),
        (ARTICLE, [{"@type": "WebPage", "isAccessibleForFree": "False"}], True),
        (ARTICLE, [{"@type": "NewsArticle", "isAccessibleForFree": False}], False),  # a teaser's
        (None, [], False),
    ],
)
def test_the_data(node: dict[str, Any] | None, nodes: list[dict[str, Any]], paid: bool) -> None:
    assert is_paid(node, nodes, {}, []) is paid


def test_the_head_and_a_notice() -> None:
    assert is_paid(None, [], {"article:content_tier": ["locked"]}, [])
    assert is_paid(None, [], {}, ["Subscribe to continue reading"])


@pytest.mark.parametrize(
    ("role", "of_block", "near"),
    [
        ("boilerplate", {}, True),
        ("body", {}, False),
        ("boilerplate", {"is_hidden": True}, False),
        ("related", {"link_share": 1.0}, False),
        ("boilerplate", {"zones": ("footer", "p")}, False),
    ],
)
def test_lines_that_may_be_a_notice(role: Role, of_block: dict[str, Any], near: bool) -> None:
    assert (find_notices([BODY, make_choice("Members only", role, **of_block)]) == ["Members only"]) is near


def test_lines_above_the_title_among_comments_and_far_below_are_none() -> None:
    line = make_choice("Members only", "boilerplate")
    title, comments = make_choice("A title", "title"), make_choice("Comments", "boilerplate", "comments_section")
    assert (
        find_notices([line, title, BODY])
        == find_notices([BODY, *[BODY.__class__(line.block, "social", "") for _ in range(12)], line])
        == []
    )
    assert find_notices([BODY, comments, line]) == []


def test_each_phrase_has_a_stem_and_all_are_one_pattern() -> None:
    stems = read_sequence("pages/words.csv", "paid stems")
    assert [p for p in read_lines("pages/paywall_phrases.txt") if not any(s in p for s in stems)] == []
    assert paywall_pattern() is paywall_pattern()
