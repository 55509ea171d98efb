"""Title, authors, outlet and address each come from the best source that a page has."""

from __future__ import annotations

import pytest
from lxml import html

from transforms.metadata.address import find_url
from transforms.metadata.authors import Authors, find_authors
from transforms.metadata.byline import find_byline, find_contributors, split_names
from transforms.metadata.headline import Title, find_site_name, find_title, strip_site
from transforms.metadata.jsonld import find_article_node, is_stated_paid, names_of, read_nodes
from transforms.metadata.outlet import find_outlet, find_self_naming, readable_domain
from transforms.pages.paragraphs import PageBlock
from transforms.pages.script_text import find_script_text
from transforms.pages.selection.choice import Choice
from transforms.pages.selection.signed import find_signatures
from transforms.records import Role


def _page(head: str = "", body: str = "") -> html.HtmlElement:
    return html.document_fromstring(f"<html><head>{head}</head><body>{body}<p>Text.</p></body></html>")


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
        ("", "", None, None, None),
    ],
)
def test_title(head: str, body: str, og: str | None, headline: str | None, expected: str | None) -> None:
    metas = {"og:title": [og]} if og else {}
    node = {"headline": headline} if headline else None
    assert find_title(_page(head, body), node, metas, ["Orlo Post"]).text == expected


def test_title_that_newsletters_know_wins_where_the_page_shows_it() -> None:
    metas = {"og:title": ["You will not believe what this council did"], "sailthru.title": ["Council agrees on wall"]}
    assert find_title(_page("", "<h2>Council agrees on wall</h2>"), None, metas, []).text == "Council agrees on wall"
    assert find_title(_page("", "<h2>Other news</h2>"), None, metas, []).text == "You will not believe what this council did"


def test_site_name_is_cut_from_either_end() -> None:
    assert strip_site("Orlo Post: Wall to rise - Orlo Post", ["Orlo Post"]) in ("Wall to rise", "Orlo Post: Wall to rise")
    assert strip_site("Orlo Post – Wall to rise", ["Orlo Post"]) == "Wall to rise"


def test_site_name_from_title_element() -> None:
    assert find_site_name(_page("<title>Wall to rise - Delta Post</title>", "<h1>Wall to rise</h1>"), []) == "Delta Post"
    assert find_site_name(_page("<title>Delta Post</title>"), ["DELTA POST | Front page"]) == "Delta Post"
    assert find_site_name(_page("<title>Wall to rise</title>"), ["Menu"]) is None
    assert find_site_name(_page("<title>Wall to rise</title>", "<h1>Wall to rise</h1>"), ["Wall to rise"]) is None


def test_authors_of_json_ld_are_resolved_by_id() -> None:
    nodes = read_nodes(
        ['{"@graph":[{"@type":"NewsArticle","headline":"x","author":{"@id":"#a"}},{"@id":"#a","@type":"Person","name":"Anna Orlo"}]}']
    )
    node = find_article_node(nodes)
    assert node is not None and names_of(node["author"], nodes) == ["Anna Orlo"]


@pytest.mark.parametrize(
    ("body", "metas", "expected"),
    [
        ('<span class="byline">By <a href="/author/a">Anna Orlo</a> | March 3, 2025</span>', {}, ["Anna Orlo"]),
        ('<a rel="author" href="/x">Anna Orlo</a><a rel="author" href="/y">Piet Moor</a>', {}, ["Anna Orlo", "Piet Moor"]),
        ("", {"author": ["Anna Orlo and Piet Moor"]}, ["Anna Orlo", "Piet Moor"]),
        ("", {"author": ["https://post.example/a"]}, []),
        ('<div class="comment"><span class="author">troll99</span></div>', {}, []),
        # a menu of the site's writers stands above the headline
        ('<a href="/authors/ida">Ida Berg</a><h1>Wall to rise</h1><a href="/authors/anna">Anna Orlo</a>', {}, ["Anna Orlo"]),
        # a word that is no name does not hide the name
        ('<a href="/profile/">Account</a>', {"author": ["Anna Orlo"]}, ["Anna Orlo"]),
        ("", {"citation_author": ["Anna Orlo", "Piet Moor"], "author": ["Orlo Institute of Harbours"]}, ["Anna Orlo", "Piet Moor"]),
        ("", {"author": ["김하늘 기자"]}, ["김하늘"]),
    ],
)
def test_authors_of_the_page(body: str, metas: dict[str, list[str]], expected: list[str]) -> None:
    assert list(find_authors(_page("", body), None, [], metas, None).names) == expected


def _choice(text: str, role: Role) -> Choice:
    return Choice(PageBlock(text, "p", "", ("p",), "", (1, 2), (), 0.0, False, False, 0), role, "")


def test_names_that_meta_and_byline_agree_on_go_before_marked_elements() -> None:
    page = _page("", '<span class="byline">By Ida Berg</span>')
    choices = [_choice("Wall to rise", "title"), _choice("By Anna Orlo | May 3, 2025", "byline")]
    signed = find_signatures(choices)
    assert find_authors(page, None, [], {"author": ["Anna Orlo"]}, None, signed) == Authors(("Anna Orlo",), "meta")
    assert find_authors(page, None, [], {"author": ["Piet Moor"]}, None, signed) == Authors(("Ida Berg",), "element")


def test_byline_directly_below_the_text() -> None:
    text = "The council of Port Orlo agreed on Monday to rebuild the old harbour wall before winter."
    choices = [_choice("Wall to rise", "title"), *[_choice(text, "body")] * 13, _choice("(责编：安山、皮海)", "byline")]
    assert find_signatures(choices).names == ["安山", "皮海"]


def test_person_is_preferred_to_the_site_as_author() -> None:
    node = {"author": {"name": "Orlo Post"}}
    page = _page("", '<span class="author-name">Anna Orlo</span>')
    assert find_authors(page, node, [], {}, "Orlo Post") == Authors(("Anna Orlo",), "element")


def test_a_name_without_a_space_goes_before_the_outlet() -> None:
    node = {"author": {"name": "港町日報"}}
    assert find_authors(_page(), node, [], {"author": ["大橋美良"]}, "港町日報").names == ("大橋美良",)


def test_names_given_in_parts_or_nested_are_joined() -> None:
    parts = [{"givenName": "Anna", "familyName": "Orlo"}, {"name": {"name": "Piet Moor"}}]
    assert names_of(parts, []) == ["Anna Orlo", "Piet Moor"]


@pytest.mark.parametrize(
    ("node", "paid"),
    [
        ({"isAccessibleForFree": "False"}, True),
        ({"isAccessibleForFree": "http://schema.org/False"}, True),
        ({"isAccessibleForFree": "True", "hasPart": {"isAccessibleForFree": False}}, True),
        ({"isAccessibleForFree": True}, False),
        ({"hasPart": [{"cssSelector": ".a"}]}, False),
    ],
)
def test_what_the_article_s_node_says_of_its_price(node: dict[str, object], paid: bool) -> None:
    assert is_stated_paid(node) is paid


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Text: Anna Orlo", ["Anna Orlo"]),
        ("Interview: Anna Orlo", ["Anna Orlo"]),
        ("Autorin/Autor Anna Orlo", ["Anna Orlo"]),
        ("Eine Kolumne von Anna Orlo", ["Anna Orlo"]),
        ("Analysis by Anna Orlo and Piet Moor", ["Anna Orlo", "Piet Moor"]),
        ("Auteur : Anna Orlo", ["Anna Orlo"]),
        ("By Anna Orlo, Chief Reporter", ["Anna Orlo"]),
        ("By Anna Orlo Tuesday", ["Anna Orlo"]),
        ("Text Anna Orlo", []),  # a label of so common a word needs its colon
        ("Interview: the council met", []),
    ],
)
def test_labels_and_kinds_of_pieces_in_front_of_names(text: str, names: list[str]) -> None:
    assert find_byline(text) == names


def test_title_without_the_kicker_that_its_heading_marks() -> None:
    page = _page("<title>Wall: Council agrees on it at last</title>", '<h1><span class="kicker">Harbour</span> Council agrees at last</h1>')
    assert find_title(page, None, {}, []) == Title("Council agrees at last", "heading")


def test_the_heading_that_readers_see_goes_before_what_networks_are_told() -> None:
    metas = {"og:title": ["You will not believe this wall"], "twitter:title": ["You will not believe this wall"]}
    page = _page("<title>Council agrees on harbour wall</title>", "<h1>Council agrees on harbour wall</h1>")
    assert find_title(page, {"headline": "Council agrees on harbour wall"}, metas, []).text == "Council agrees on harbour wall"


def test_the_piece_of_a_stated_title_that_stands_on_the_page() -> None:
    page = _page("<title>Archive » Council agrees on wall</title>", "<h1>Archive</h1><h2>Council agrees on wall</h2>")
    assert find_title(page, None, {}, []) == Title("Council agrees on wall", "heading")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By Anna Orlo", ["Anna Orlo"]),
        ("By ANNA ORLO and Piet van Dal", ["ANNA ORLO", "Piet van Dal"]),
        ("Von Anna Orlo, Wien", ["Anna Orlo"]),
        ("By Associated Press", ["Associated Press"]),
        ("Anna Orlo | 05.04.2025 - 12:30", ["Anna Orlo"]),
        ("Anna Orlo • October 3, 2025", ["Anna Orlo"]),
        ("Port Orlo | 40,000 people", []),
        ("By OPN, in News, Harbours · 31 Jan 2025", ["OPN"]),
        ("(责编：安山、皮海)", ["安山", "皮海"]),
        ("By Monday the council had met, she said.", []),
        ("By far the largest town, Orlo is old.", []),
    ],
)
def test_byline(text: str, expected: list[str]) -> None:
    assert find_byline(text) == expected


def test_names_are_split() -> None:
    assert split_names("Anna Orlo, Piet Moor and Ida Berg") == ["Anna Orlo", "Piet Moor", "Ida Berg"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orlo Press journalist Anna Dal in Beirut contributed.", ["Anna Dal"]),
        ("Anna Dal in Beirut and Piet Moor in Orlo contributed to this report.", ["Anna Dal", "Piet Moor"]),
        ("Reporting by Anna Dal and Piet Moor; editing by Ida Berg", ["Anna Dal", "Piet Moor", "Ida Berg"]),
    ],
)
def test_contributors(text: str, expected: list[str]) -> None:
    assert find_contributors(text) == expected


def test_outlet_by_source() -> None:
    assert find_outlet({"publisher": {"name": "Orlo Post"}}, [], {}, None) == "Orlo Post"
    assert find_outlet(None, [], {"og:site_name": ["Orlo Post"]}, "https://x.example/") == "Orlo Post"
    assert find_outlet(None, [], {}, "https://english.alarabiya.net/a") == "Al Arabiya"
    assert find_outlet(None, [], {}, "https://www.orlo-post.co.uk/a") == "Orlo Post"
    assert readable_domain("bbx.example") == "BBX"
    # What a feed is called says more than a domain, and less than the page.
    assert find_outlet(None, [], {}, "https://www.orlo-post.co.uk/a", "The Post of Orlo") == "The Post of Orlo"
    assert find_outlet(None, [], {"og:site_name": ["Orlo Post"]}, None, "Orlo Post RSS") == "Orlo Post"


def test_scraped_text_names_its_outlet_in_its_notices() -> None:
    assert find_self_naming(["Support The Orlo Post!", "Sign up for our newsletter", "More from The Orlo Post"]) == "The Orlo Post"
    assert find_self_naming(["may not be published without written permission from ORLOPOST. Read our terms."]) == "Orlopost"
    assert find_self_naming(["Share", "Read more"]) is None


@pytest.mark.parametrize(
    ("canonical", "given", "expected"),
    [
        ("https://post.example/a", "https://www.post.example/a?utm_source=x", "https://post.example/a"),
        ("https://post.example/", "https://post.example/a", "https://post.example/a"),  # the home page is not this page
        ("https://other.example/a", "https://post.example/a", "https://post.example/a"),  # nor is another site's
        ("/b", "https://post.example/a", "https://post.example/b"),
        (None, None, None),
        ("javascript:void(0)", None, None),
    ],
)
def test_address(canonical: str | None, given: str | None, expected: str | None) -> None:
    tree = _page(f'<link rel="canonical" href="{canonical}">' if canonical else "")
    assert find_url(tree, {}, given) == expected


def test_text_within_page_data_is_found() -> None:
    paragraph = "<p>The council of Port Orlo agreed on Monday to rebuild the old harbour wall before winter.</p>"
    inner = '{"contentHtml":"' + (paragraph * 8).replace("<", "\\u003c") + '"}'
    escaped = inner.replace("\\", "\\\\").replace('"', '\\"')
    assert len(find_script_text([f'push([1,"{escaped}"])'])) == 8
    assert find_script_text(['"\\' * 200_000]) == []
