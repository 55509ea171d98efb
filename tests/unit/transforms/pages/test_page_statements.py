"""What pages state of themselves in ways that others stumbled over: who wrote them, their title, outlet and price."""

from __future__ import annotations

import pytest

from transforms.pages.extract import extract_article
from transforms.pages.page import parse_page, read_metas
from transforms.records import Article, Document, Extraction, SourceFacts

TEXT = "".join(
    f"<p>The council of Port Orlo {verb} on {day} that the old harbour wall would be {done} before the winter storms came in.</p>"
    for verb, day, done in (("said", "Monday", "rebuilt"), ("heard", "Tuesday", "measured"), ("agreed", "Wednesday", "paid for"))
)
HEADLINE = "Port Orlo rebuilds its harbour wall"
NODE = f'"@type": "NewsArticle", "headline": "{HEADLINE}", "datePublished": "2025-03-11T10:00:00Z"'


def _read(
    head: str = "", below_title: str = "", above: str = "", title: str = f"{HEADLINE} | Orlo Post", url: str | None = None
) -> Article:
    page = (
        f"<html><head><title>{title}</title>{head}</head><body>{above}"
        f"<article><h1>{HEADLINE}</h1>{below_title}<div>{TEXT}</div></article></body></html>"
    )
    found = extract_article(Document("page.html", "/page.html", page.encode(), "html", SourceFacts(url)))
    assert isinstance(found, Extraction), found
    return found.article


def _linked(fields: str, before: str = "{", after: str = "}") -> str:
    return f'<script type="application/ld+json">{before}{NODE}, {fields}{after}</script>'


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        (_linked('"author": [["Anna Orlo"], {"name": "Piet Moor"}]'), ("Anna Orlo", "Piet Moor")),
        (_linked('"author": {"@list": [{"name": "Anna Orlo"}]}'), ("Anna Orlo",)),
        (_linked('"creator": {"name": "Anna Orlo"}'), ("Anna Orlo",)),
        (_linked('"author": {"name": "https://orlo.example/anna-orlo"}'), ()),
        (_linked('"author": {"name": "Anna Orlo"}', "<!--\n{", "}\n//-->"), ("Anna Orlo",)),
        (_linked('"author": {"name": "Anna Orlo"}').replace('"', "&quot;").replace("&quot;", '"', 2), ("Anna Orlo",)),
        (_linked('"author": {"name": "Anna Orlo"}', '{"@type": "WebSite"}\n{'), ("Anna Orlo",)),  # two values in one script
        (_linked('"author": {"name": "Anna Orlo"}, "description": "The "old" wall"'), ("Anna Orlo",)),  # marks that are not escaped
        (_linked('"author": {"name": "Anna Orlo"}, "description": "cut in the mid', after=""), ("Anna Orlo",)),
    ],
)
def test_authors_in_json_ld_of_any_shape(head: str, authors: tuple[str, ...]) -> None:
    assert _read(head).authors == authors


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("<p>Anna Orlo<br>Chief Reporter</p>", ("Anna Orlo",)),
        ("<p>By Anna Orlo<br>and Piet Moor</p>", ("Anna Orlo", "Piet Moor")),
        ("<p class='byline'>By Anna Orlo<br>and Piet Moor</p>", ("Anna Orlo", "Piet Moor")),
        ("<p>Text: Anna Orlo | Photos: Piet Moor</p>", ("Anna Orlo",)),
        ("<p>Report by Anna Orlo and Piet Moor</p>", ("Anna Orlo", "Piet Moor")),
        ("<p>As told to Anna Orlo</p>", ("Anna Orlo",)),
        ("<p>Harbour News<br>Chief Reporter of the coast</p>", ()),
    ],
)
def test_bylines_over_two_lines_and_behind_labels(byline: str, authors: tuple[str, ...]) -> None:
    assert _read(below_title=byline).authors == authors


@pytest.mark.parametrize(
    "rail",
    [
        '<div class="strip"><h3><a href="/a">Ferry late</a></h3><a rel="author" href="/author/ida">Ida Berg</a></div>',
        '<div class="tick"><a href="/a">Ferry late</a><span itemprop="author">Ida Berg</span></div>',
    ],
)
def test_authors_of_what_stands_above_the_headline_are_those_of_others(rail: str) -> None:
    assert _read(above=rail, below_title='<p class="byline">By Anna Orlo</p>').authors == ("Anna Orlo",)


@pytest.mark.parametrize(
    ("head", "paid"),
    [
        (_linked('"isAccessibleForFree": 0'), True),
        (_linked('"isAccessibleForFree": "No"'), True),
        (_linked('"hasPart": {"@id": "#wall"}', '{"@graph": [{', '}, {"@id": "#wall", "isAccessibleForFree": "False"}]}'), True),
        ('<meta property="article:content_tier" content="locked">', True),
        ('<meta property="article:content_tier" content="free">', False),
        ('<meta itemprop="isAccessibleForFree" content="false">', True),
        (_linked('"isAccessibleForFree": "True", "hasPart": {"isAccessibleForFree": "True"}'), False),
    ],
)
def test_a_page_that_says_that_it_is_not_free_is_flagged(head: str, paid: bool) -> None:
    assert ("paywall" in _read(head).flags) is paid


@pytest.mark.parametrize("title", ["New page 1 | Orlo Post", "article.php"])
def test_the_heading_of_the_article_goes_before_a_tab_that_says_something_else(title: str) -> None:
    assert _read(title=title).title == HEADLINE


def test_entities_that_stand_as_letters_in_a_stated_title_are_read() -> None:
    page = parse_page('<html><head><meta property="og:title" content="Port Orlo&amp;#8217;s wall &amp;amp; its masons"></head></html>')
    assert read_metas(page) == {"og:title": ["Port Orlo’s wall & its masons"]}


@pytest.mark.parametrize(
    ("title", "url", "outlet"),
    [
        (f"{HEADLINE} | Orlo Post", "http://127.0.0.1:8000/a", "Orlo Post"),
        (HEADLINE, "http://127.0.0.1:8000/a", "127.0.0.1"),
        (HEADLINE, "https://orlo-post.example/a", "Orlo Post"),
        (HEADLINE, "https://xn--hafenbrgen-feb.example/a", "Hafenbürgen"),
    ],
)
def test_outlet_of_a_page_that_names_none(title: str, url: str, outlet: str) -> None:
    assert _read(title=title, url=url).outlet == outlet
