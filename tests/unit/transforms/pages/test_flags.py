"""What kind of page it is, other than one whole article."""

from __future__ import annotations

import pytest

from tests.pages import SENTENCES
from transforms.pages.flags import FLAGS, Shown, find_page_flags
from transforms.records import Role

ARTICLE = {"@type": "NewsArticle"}


def _flags(
    *blocks: tuple[Role, str],
    node: dict[str, object] | None = None,
    nodes: tuple[dict[str, object], ...] = (),
    og: str = "",
    words: int = 300,
    title: str | None = None,
    has_day: bool = False,
) -> set[str]:
    shown = Shown(title, [(role, text, "") for role, text in blocks], [], words, has_day)
    return find_page_flags(node, [n for n in (node, *nodes) if n], {"og:type": [og]} if og else {}, shown)


def test_paywall_by_the_node() -> None:
    assert _flags(node={**ARTICLE, "isAccessibleForFree": False}) == {"paywall"}


@pytest.mark.parametrize(
    ("times", "node", "live"),
    [
        (["10:15", "10:30 Uhr", "11.00", "11:20 am", "12:05 GMT"], None, True),
        (["10:15", "10:30"], None, False),
        ([], {"@type": "LiveBlogPosting"}, True),
    ],
)
def test_live_blog(times: list[str], node: dict[str, object] | None, live: bool) -> None:
    rows: list[tuple[Role, str]] = [row for t in times for row in (("heading", t), ("body", SENTENCES[0]))]
    assert ("live_blog" in _flags(*rows, node=node)) is live


@pytest.mark.parametrize(
    ("role", "form", "live"),
    [
        ("body", "{}:15 " + SENTENCES[0], True),  # an entry is one paragraph
        ("body", "{}:15 Pier", False),  # a row of a timetable
        ("body", "{}.03.", False),  # a day
        ("body", "6 May, {}:15 " + SENTENCES[0], True),
    ],
)
def test_hours_that_are_entries(role: Role, form: str, live: bool) -> None:
    assert ("live_blog" in _flags(*((role, form.format(hour)) for hour in range(10, 16)))) is live


def test_days_beside_the_text_stand_above_other_articles() -> None:
    beside: list[tuple[Role, str]] = [row for h in range(10, 16) for row in (("boilerplate", f"6 May, {h}:15"), ("body", SENTENCES[0]))]
    assert "live_blog" not in _flags(*beside)


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


@pytest.mark.parametrize(
    ("headline", "paragraphs", "has_day", "flagged"),
    [
        ("Port Orlo rebuilds its wall", 2, False, False),  # a short article beside many links
        ("Port Orlo rebuilds its wall", 1, True, False),
        ("Port Orlo rebuilds its wall", 1, False, True),
        ("Harbour", 2, True, True),  # a section
    ],
)
def test_a_headline_above_text_makes_an_article(headline: str, paragraphs: int, has_day: bool, flagged: bool) -> None:
    text: list[tuple[Role, str]] = [("title", headline), *(("body", t) for t in SENTENCES[:paragraphs])]
    links: list[tuple[Role, str]] = [("related", f"Link {i}") for i in range(15)]
    assert ("not_an_article" in _flags(*text, *links, words=60, has_day=has_day)) is flagged


def test_paragraphs_each_below_a_link_are_teasers() -> None:
    rows: list[tuple[Role, str]] = [row for t in SENTENCES for row in (("related", "A link"), ("body", t))]
    assert _flags(*rows) == {"not_an_article"}
    assert _flags(*rows, *(("body", t) for t in SENTENCES)) == set()


@pytest.mark.parametrize(
    ("title", "words", "flagged"),
    [
        ("404 – Page not found", 20, True),
        ("Página no encontrada", 20, True),
        ("Page not found: the lost book of the keepers of the Orlo light", 20, False),
        ("Page not found", 400, False),
        (None, 20, False),
    ],
)
def test_the_title_of_a_page_that_is_not_there(title: str | None, words: int, flagged: bool) -> None:
    assert ("not_an_article" in _flags(title=title, words=words)) is flagged


def test_all_flags_have_a_meaning() -> None:
    assert all(FLAGS.values())
