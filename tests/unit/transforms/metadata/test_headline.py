"""The title is what readers see, without the site's name and the kicker; the witness that stated it is told."""

from __future__ import annotations

import pytest

from tests.pages import make_tree
from transforms.metadata.headline import Title, find_site_name, find_title, strip_site


@pytest.mark.parametrize(
    ("head", "body", "og", "headline", "expected"),
    [
        # the stated title that stands on the page
        ("<title>Wall to rise | Orlo Post</title>", "<h1>Wall to rise again</h1>", "Wall to rise again", None, "Wall to rise again"),
        # the site's name and the section behind it are no part of the title
        ("<title>Council agrees on harbour wall | World News | Orlo Post</title>", "", None, None, "Council agrees on harbour wall"),
        # readers see the heading, search engines the rest
        (
            "<title>Harbour wall news</title>",
            "<h1>Council agrees on harbour wall</h1>",
            "Harbour wall news",
            None,
            "Council agrees on harbour wall",
        ),
        # a kicker in the heading
        ("", "<h1>Politics Council agrees on wall</h1>", "Council agrees on wall", None, "Council agrees on wall"),
        # the site's own name as heading
        ("", "<h1>Orlo Post</h1>", "Council agrees on wall", None, "Council agrees on wall"),
        ("", "", None, "Council agrees on wall", "Council agrees on wall"),
        # a title of one word that ends the heading is its subject, not the title without a kicker
        ("", "<h1>How we fight for good harbours</h1>", "Harbours", None, "How we fight for good harbours"),
        # a person in front of a title is no short form of it
        ("", "<h1>Purple Quay</h1><h2>Anna and the Orlos</h2>", "Anna and the Orlos – Purple Quay", None, "Purple Quay"),
        # without a heading of the first rank the third may hold the title
        (
            "",
            "<h3>Council agrees on harbour wall</h3>",
            "Council agrees on harbour wall: Anna's diary",
            None,
            "Council agrees on harbour wall",
        ),
        # stated without its second half
        (
            "",
            "<h1>Events</h1><h2>Harbour wall congress of Orlo: from stone to steel</h2>",
            "Harbour wall congress of Orlo",
            None,
            "Harbour wall congress of Orlo: from stone to steel",
        ),
        # the heading says the stated title in full
        (
            "<title>Port Orlo rebuilds its wall</title>",
            "<h1>Port Orlo rebuilds its wall before winter</h1>",
            "Port Orlo rebuilds its wall",
            "Port Orlo rebuilds its wall",
            "Port Orlo rebuilds its wall before winter",
        ),
        # the name of the site is the h1, and stands behind the headline in `<title>`
        (
            "<title>The wall that sang to the sea : Wallblog-Archive | Since 2005</title>",
            "<h1>Wallblog-Archive</h1><h3>The wall that sang to the sea</h3>",
            None,
            None,
            "The wall that sang to the sea",
        ),
        (
            "<title>Fish with apples and onions | Love of food</title>",
            "<h1>Love of food</h1><h2>Fish with apples and onions</h2>",
            None,
            None,
            "Fish with apples and onions",
        ),
        (
            "<title>News | Council agrees on harbour wall</title>",
            "<h1>Council agrees on harbour wall</h1><h2>News</h2>",
            None,
            None,
            "Council agrees on harbour wall",
        ),
        ("", "", None, None, None),
    ],
)
def test_title(head: str, body: str, og: str | None, headline: str | None, expected: str | None) -> None:
    metas = {"og:title": [og]} if og else {}
    node = {"headline": headline} if headline else None
    assert find_title(make_tree(head, body), node, metas, ["Orlo Post"]).text == expected


def test_title_that_newsletters_know_wins_where_the_page_shows_it() -> None:
    metas = {"og:title": ["You will not believe what this council did"], "sailthru.title": ["Council agrees on wall"]}
    assert find_title(make_tree("", "<h2>Council agrees on wall</h2>"), None, metas, []).text == "Council agrees on wall"
    assert find_title(make_tree("", "<h2>Other news</h2>"), None, metas, []).text == "You will not believe what this council did"


def test_site_name_is_cut_from_either_end() -> None:
    assert strip_site("Orlo Post: Wall to rise - Orlo Post", ["Orlo Post"]) in ("Wall to rise", "Orlo Post: Wall to rise")
    assert strip_site("Orlo Post – Wall to rise", ["Orlo Post"]) == "Wall to rise"


def test_site_name_from_title_element() -> None:
    assert find_site_name(make_tree("<title>Wall to rise - Delta Post</title>", "<h1>Wall to rise</h1>"), []) == "Delta Post"
    assert find_site_name(make_tree("<title>Delta Post</title>"), ["DELTA POST | Front page"]) == "Delta Post"
    assert find_site_name(make_tree("<title>Wall to rise</title>"), ["Menu"]) is None
    assert find_site_name(make_tree("<title>Wall to rise</title>", "<h1>Wall to rise</h1>"), ["Wall to rise"]) is None


def test_title_without_the_kicker_that_its_heading_marks() -> None:
    page = make_tree(
        "<title>Wall: Council agrees on it at last</title>", '<h1><span class="kicker">Harbour</span> Council agrees at last</h1>'
    )
    assert find_title(page, None, {}, []) == Title("Council agrees at last", "heading")


def test_the_heading_that_readers_see_goes_before_what_networks_are_told() -> None:
    metas = {"og:title": ["You will not believe this wall"], "twitter:title": ["You will not believe this wall"]}
    page = make_tree("<title>Council agrees on harbour wall</title>", "<h1>Council agrees on harbour wall</h1>")
    assert find_title(page, {"headline": "Council agrees on harbour wall"}, metas, []).text == "Council agrees on harbour wall"


def test_the_piece_of_a_stated_title_that_stands_on_themake_tree() -> None:
    page = make_tree("<title>Archive » Council agrees on wall</title>", "<h1>Archive</h1><h2>Council agrees on wall</h2>")
    assert find_title(page, None, {}, []) == Title("Council agrees on wall", "heading")


@pytest.mark.parametrize(
    ("head", "body", "og", "linked", "witness"),
    [
        ("<title>Wall to rise</title>", "<h1>Wall to rise</h1>", "Wall to rise", None, "heading"),
        ("", "", "Council agrees on wall", "Council agrees on wall", "json-ld"),
        ("", "", "Council agrees on wall", None, "open-graph"),
        ("<title>Council agrees on wall</title>", "", None, None, "title-element"),
        ("", "", None, None, None),
    ],
)
def test_witness_of_the_title(head: str, body: str, og: str | None, linked: str | None, witness: str | None) -> None:
    metas = {"og:title": [og]} if og else {}
    assert find_title(make_tree(head, body), {"headline": linked} if linked else None, metas, []).witness == witness


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Wall to rise", "Wall to rise"),
        ("Wall to rise | Orlo Post", "Wall to rise"),
        ("Council agrees on the wall | World News | Orlo Post", "Council agrees on the wall"),
        ("Orlo Post", "Orlo Post"),  # nothing else is left
        ("Wall to rise | Delta Post", "Wall to rise | Delta Post"),
        ("城墙重建_Orlo Post", "城墙重建_Orlo Post"),
    ],
)
def test_title_without_the_site(title: str, bare: str) -> None:
    assert strip_site(title, ["Orlo Post"]) == bare


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        # the h1 and `<title>` are for search engines, and readers see what JSON-LD states
        ("Masons return to the wall", "Masons return to the wall"),
        ("Harbour: Masons return to the wall", "Masons return to the wall"),
        ("Ferry late", "Wall to rise before winter"),
    ],
)
def test_a_second_heading_goes_before_an_h1_that_only_the_title_element_repeats(second: str, expected: str) -> None:
    head, body = "<title>Wall to rise before winter</title>", f"<h1>Wall to rise before winter</h1><h2>{second}</h2>"
    assert find_title(make_tree(head, body), {"headline": "Masons return to the wall"}, {}, []).text == expected
