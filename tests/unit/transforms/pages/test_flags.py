"""What kind of page it is, other than one whole article."""

from __future__ import annotations

import pytest

from transforms.pages.flags import FLAGS, find_page_flags, paywall_pattern
from transforms.records import Role

ARTICLE = {"@type": "NewsArticle"}


def _flags(
    *blocks: tuple[Role, str],
    node: dict[str, object] | None = None,
    nodes: tuple[dict[str, object], ...] = (),
    og: str = "",
    words: int = 300,
) -> set[str]:
    rows = [(role, text, "") for role, text in blocks]
    return find_page_flags(node, [n for n in (node, *nodes) if n], {"og:type": [og]} if og else {}, rows, words)


@pytest.mark.parametrize(
    ("node", "role", "text", "paid"),
    [
        ({**ARTICLE, "isAccessibleForFree": False}, "body", "The council met.", True),
        ({**ARTICLE, "isAccessibleForFree": True}, "body", "The council met.", False),
        (None, "boilerplate", "Subscribe to continue reading", True),
        (None, "related", "Subscribe to continue reading", True),
        (None, "body", "“Subscribe to continue reading” stood on the page, she said.", False),  # what somebody says
    ],
)
def test_paywall(node: dict[str, object] | None, role: Role, text: str, paid: bool) -> None:
    assert ("paywall" in _flags((role, text), node=node)) is paid


@pytest.mark.parametrize(
    ("times", "node", "live"),
    [
        (["10:15", "10:30 Uhr", "11.00", "11:20 am", "12:05 GMT"], None, True),
        (["10:15", "10:30"], None, False),
        ([], {"@type": "LiveBlogPosting"}, True),
    ],
)
def test_live_blog(times: list[str], node: dict[str, object] | None, live: bool) -> None:
    assert ("live_blog" in _flags(*(("heading", t) for t in times), node=node)) is live


@pytest.mark.parametrize(
    ("og", "node", "nodes", "words", "video"),
    [
        ("video.other", None, (), 40, True),
        ("", None, ({"@type": "VideoObject"},), 40, True),
        ("", ARTICLE, ({"@type": "VideoObject"},), 40, False),  # a short article with a video
        ("video.other", None, (), 400, False),  # a text of its own
        ("article", None, (), 40, False),
    ],
)
def test_video(og: str, node: dict[str, object] | None, nodes: tuple[dict[str, object], ...], words: int, video: bool) -> None:
    assert ("video" in _flags(node=node, nodes=nodes, og=og, words=words)) is video


@pytest.mark.parametrize(
    ("links", "og", "node", "words", "flagged"),
    [
        (15, "website", None, 40, True),
        (14, "website", None, 40, False),
        (15, "article", None, 40, False),
        (15, "website", ARTICLE, 40, False),
        (15, "website", None, 400, False),
    ],
)
def test_not_an_article(links: int, og: str, node: dict[str, object] | None, words: int, flagged: bool) -> None:
    assert ("not_an_article" in _flags(*[("related", f"Link {i}") for i in range(links)], node=node, og=og, words=words)) is flagged


def test_all_flags_have_a_meaning_and_phrases_of_paywalls_are_one_pattern() -> None:
    assert all(FLAGS.values())
    assert paywall_pattern() is paywall_pattern()
