"""Sixty small pages of invented outlets, each of one kind: whole articles, and what is less or something else."""

from __future__ import annotations

import json

import pytest

from tests.pages import SENTENCES, paragraphs
from transforms.pages.extract import extract_article
from transforms.records import Document, Extraction

KINDS = frozenset(("paywall", "live_blog", "video", "not_an_article", "short"))
TEXT = paragraphs([*SENTENCES, *(s.replace("wall", "ferry") for s in SENTENCES)])
LEAD = paragraphs(SENTENCES[:3])
H1 = "<h1>Port Orlo rebuilds its wall</h1>"
LINKS = "".join(f'<li><a href="/{i}">The {i}th story of the harbour and its masons</a></li>' for i in range(20))
TIMES = ("10:15", "10:40", "11:05", "11:30", "12:00", "12:20")


def _node(kind: str = "NewsArticle", **more: object) -> str:
    node = {
        "@context": "https://schema.org",
        "@type": kind,
        "headline": "Port Orlo rebuilds its wall",
        "datePublished": "2025-03-03",
        **more,
    }
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def _article(text: str = TEXT, extra: str = "", lang: str = "en") -> str:
    return f'<article lang="{lang}">{H1}<div>{text}</div>{extra}</article>'


def _entries(form: str) -> str:
    return "".join(f"{form.format(time)}<p>{s}</p>" for time, s in zip(TIMES, SENTENCES, strict=True))


ARTICLE = [
    ("plain", "", _article()),
    ("with its node", _node(), _article()),
    ("free by its node", _node(isAccessibleForFree=True), _article()),
    ("free in words", _node(isAccessibleForFree="True"), _article()),
    ("asks for a subscription", "", _article(extra="<div><p>Subscribe to our newsletter for more news of the coast.</p></div>")),
    ("offers a subscription in its menu", "", f'<nav><a href="/s">Subscribe</a> <a href="/l">Log in</a></nav>{_article()}'),
    ("speaks of paywalls", "", _article(f"{TEXT}<p>“Subscribe to continue reading” is all that readers saw, she said.</p>")),
    ("with a video", f"{_node()}{_node('VideoObject', name='The wall')}", _article()),
    ("long beside a video", '<meta property="og:type" content="video.other">', _article()),
    ("with three hours of the day", "", _article(f"{LEAD}<p>10:15 The bells rang.</p><p>11:00 The mason came.</p>{TEXT}")),
    ("with a table", "", _article(f"{TEXT}<table><tr><td>10:15</td><td>A</td></tr><tr><td>11:15</td><td>B</td></tr></table>")),
    ("with a list of links", "", _article(extra=f"<aside><ul>{LINKS}</ul></aside>")),
    ("in German", _node(inLanguage="de"), _article("".join(
        f"<p>Der Rat der Hafenstadt hat am {d} beschlossen, die alte Mauer vor dem Winter neu zu bauen, und fand das Geld dafür.</p>"
        for d in ("Montag", "Dienstag", "Mittwoch", "Donnerstag")), lang="de")),
    ("in Japanese", "", _article("".join(
        f"<p>港町の議会は{d}曜日、冬の嵐が来る前に古い防波堤を建て直すことを決めた。工事は九月に始まり、費用は四百万クローナになるという。</p>"
        for d in "月火水木"), lang="ja")),
    ("says that it is open to all", "", _article(extra="<div><p>This story is free to read for everybody.</p></div>")),
]  # fmt: skip
PAYWALL = [
    ("node", _node(isAccessibleForFree=False), _article()),
    ("node in words", _node(isAccessibleForFree="false"), _article()),
    ("node by address", _node(isAccessibleForFree="http://schema.org/False"), _article()),
    ("part of the node", _node(hasPart={"@type": "WebPageElement", "isAccessibleForFree": False, "cssSelector": ".paid"}), _article()),
    ("locked in its head", '<meta property="article:content_tier" content="locked">', _article()),
    ("box in English", "", _article(LEAD, "<div><p>Subscribe to continue reading</p><p>From two crowns a week</p></div>")),
    ("question in English", "", _article(LEAD, "<div><p>Already a subscriber? Log in</p></div>")),
    ("box in German", "", _article(LEAD, "<div><p>Jetzt weiterlesen mit Post Plus</p></div>", "de")),
    ("for members in German", "", _article(LEAD, "<div><p>Dieser Text ist nur für Abonnenten.</p></div>", "de")),
    ("box in French", "", _article(LEAD, "<div><p>Il vous reste 70% de cet article à lire.</p></div>", "fr")),
    ("label in French", "", _article(LEAD, "<div><p>Article réservé aux abonnés</p></div>", "fr")),
    ("box in Spanish", "", _article(LEAD, "<div><p>Suscríbete para seguir leyendo</p></div>", "es")),
    ("box in Italian", "", _article(LEAD, "<div><p>Contenuto riservato agli abbonati</p></div>", "it")),
    ("box in Portuguese", "", _article(LEAD, "<div><p>Exclusivo para assinantes</p></div>", "pt")),
    ("box in Japanese", "", _article(LEAD, "<div><p>この記事は有料会員限定です。残り1200文字</p></div>", "ja")),
    ("box in Russian", "", _article(LEAD, "<div><p>Материал доступен только подписчикам</p></div>", "ru")),
]
LIVE = [
    ("node", _node("LiveBlogPosting"), _article()),
    ("headings", "", _article(_entries("<h3>{}</h3>"))),
    ("headings with words", "", _article(_entries("<h3>{} Masons arrive at the quay</h3>"))),
    ("bold lines", "", _article(_entries("<p><b>{}</b></p>"))),
    ("hours in German", "", _article(_entries("<h2>{} Uhr: Die Maurer kommen</h2>"), lang="de")),
    ("hours with dots", "", _article(_entries("<h3>{} – Masons arrive</h3>").replace(":", ".", 6))),
    ("hours in French", "", _article("".join(
        f"<h3>{t.replace(':', 'h')} Les maçons arrivent</h3><p>{s}</p>" for t, s in zip(TIMES, SENTENCES, strict=True)), lang="fr")),
    ("newest first", "", _article("".join(
        f"<h3>{t}</h3><p>{s}</p>" for t, s in reversed(list(zip(TIMES, SENTENCES, strict=True)))))),
    ("several nodes", f"{_node('WebPage')}{_node('LiveBlogPosting', coverageStartTime='2025-03-03')}", _article()),
    ("times of elements", "", _article(_entries("<div><time datetime='2025-03-03T{0}'>{0}</time></div>"))),
]  # fmt: skip
VIDEO = [
    ("by Open Graph", '<meta property="og:type" content="video.other">', _article(LEAD)),
    ("by its type alone", '<meta property="og:type" content="video">', _article(LEAD)),
    ("by its node", _node("VideoObject", name="The wall"), _article(LEAD)),
    ("an episode", '<meta property="og:type" content="video.episode">', _article(LEAD)),
    ("with a player", _node("VideoObject", name="The wall"), _article(f'<video src="a.mp4"></video>{LEAD}')),
]
LISTS = [
    ("front page", '<meta property="og:type" content="website">', f"<main><p>{SENTENCES[0]}</p><ul>{LINKS}</ul></main>"),
    ("section", "", f"<main><h1>Harbour</h1><p>{SENTENCES[0]}</p><ul>{LINKS}</ul></main>"),
    ("links in divisions", "", f"<main><p>{SENTENCES[0]}</p>{LINKS.replace('li>', 'div>')}</main>"),
    ("teasers by headings", "", f"<main><h1>News</h1><p>{SENTENCES[0]}</p>{LINKS.replace('li>', 'h3>')}</main>"),
    ("topic", '<meta property="og:type" content="website">', f"<main><h1>All about walls</h1><p>{SENTENCES[0]}</p><ul>{LINKS}</ul></main>"),
]
SHORT = [
    ("one sentence", "", _article(f"<p>{SENTENCES[0]}</p>")),
    ("two sentences", "", _article(f"<p>{SENTENCES[0]}</p><p>Nobody at the quay had asked for it.</p>")),
    ("with its node", _node(), _article(f"<p>{SENTENCES[0]}</p>")),
    ("beside links", _node(), _article(f"<p>{SENTENCES[0]}</p>", f"<ul>{LINKS}</ul>")),
    ("in German", "", _article("<p>Der Rat der Hafenstadt hat am Montag beschlossen, die alte Mauer neu zu bauen.</p>", lang="de")),
    ("paid", _node(isAccessibleForFree=False), _article(f"<p>{SENTENCES[0]}</p>")),
    ("in Japanese", "", _article("<p>港町の議会は月曜日、冬の嵐が来る前に古い防波堤を建て直すことを決めた。</p>", lang="ja")),
    ("a video", '<meta property="og:type" content="video.other">', _article(f"<p>{SENTENCES[0]}</p>")),
    ("a section", "", f"<main><h1>Harbour</h1><p>{SENTENCES[0]}</p><ul>{LINKS}</ul></main>"),
]
OF_SHORT = {"paid": {"paywall"}, "a video": {"video"}, "a section": {"not_an_article"}}
PAGES = [
    *((f"article {name}", head, body, set[str]()) for name, head, body in ARTICLE),
    *((f"paywall {name}", head, body, {"paywall"}) for name, head, body in PAYWALL),
    *((f"live blog {name}", head, body, {"live_blog"}) for name, head, body in LIVE),
    *((f"video {name}", head, body, {"video"}) for name, head, body in VIDEO),
    *((f"list {name}", head, body, {"not_an_article", "short"}) for name, head, body in LISTS),
    *((f"short {name}", head, body, {"short"} | OF_SHORT.get(name, set())) for name, head, body in SHORT),
]


@pytest.mark.parametrize(("head", "body", "flags"), [p[1:] for p in PAGES], ids=[p[0] for p in PAGES])
def test_flags_of_a_page(head: str, body: str, flags: set[str]) -> None:
    page = f"<html><head><title>Port Orlo rebuilds its wall</title>{head}</head><body>{body}</body></html>"
    found = extract_article(Document("page.html", "/page.html", page.encode(), "html"))
    assert isinstance(found, Extraction), found
    assert set(found.article.flags) & KINDS == flags


def test_there_are_sixty_pages() -> None:
    assert len(PAGES) == 60
