import pytest

from corpus.web.feeds import read_feed
from corpus.web.mending import mend_xml
from corpus.web.outlets import read_address
from corpus.web.sitemaps import read_sitemap

SOURCE = read_address("https://www.gazette.example/sitemap.xml")
DECLARED = ' xmlns:n="urn:n"'
HOST = "https://www.gazette.example"


def addresses(listed: bytes) -> list[str]:
    read = read_feed if b"<rss" in listed or b"<feed" in listed else read_sitemap
    return [str(page.url).removeprefix(HOST) for page in read(listed, SOURCE).pages]


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("/a?x=1&y=2", "/a?x=1&y=2"),
        ("/a?x=1&amp;y=2", "/a?x=1&y=2"),
        ("/a?x=1&#38;y=2", "/a?x=1&y=2"),
        ("/a?x=1&lang=mt", "/a?x=1&lang=mt"),  # &lang; is a bracket, &lang is none
        ("/a?b&copy=1&para=2&sect=3", "/a?b&copy=1&para=2&sect=3"),
        ("/a?q=R&D", "/a?q=R&D"),
        ("<![CDATA[/a?x=1&y=2]]>", "/a?x=1&y=2"),
        ("/a?x=1&", "/a?x=1&"),
    ],
)
def test_raw_ampersand_is_one_in_every_listing(written: str, address: str) -> None:
    assert addresses(f"<urlset><url><loc>{written}</loc></url></urlset>".encode()) == [address]
    feed = f'<rss version="2.0"><channel><title>Fish & Chips</title><item><title>T</title><link>{written}</link></item></channel></rss>'
    assert addresses(feed.encode()) == [address]


@pytest.mark.parametrize("mistake", ["<t>A&nbsp;B</t>", "<t>A&eacute;</t>", "<t>\x01</t>", "<t>AT&T; and</t>", "<t a=b>", "<br>"])
def test_mistake_in_a_listing_takes_no_ampersand_from_the_addresses_behind_it(mistake: str) -> None:
    entry = "<{0}><loc>/b?x=1&amp;y=2</loc><link>/b?x=1&amp;y=2</link></{0}>"
    assert "/b?x=1&y=2" in addresses(f"<urlset><url>{mistake}<loc>/a</loc></url>{entry.format('url')}</urlset>".encode())
    feed = f'<rss version="2.0"><channel>{mistake}<item><link>/a</link></item>{entry.format("item")}</channel></rss>'
    entries = '<entry><link href="/a"/></entry><entry><link href="/b?x=1&amp;y=2"/></entry>'
    atom = f'<feed xmlns="http://www.w3.org/2005/Atom">{mistake}{entries}</feed>'
    for listing in (feed, atom):
        assert not [a for a in addresses(listing.encode()) if a not in ("/a", "/b?x=1&y=2")]


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Fish &amp; chips&nbsp;at Caf&eacute; Ol&eacute;", "Fish & chips at Café Olé"),
        ("AT&T; and more", "AT&T; and more"),
        ("5 &lt; 7 &gt; 3", "5 < 7 > 3"),
        ("<![CDATA[Fish &amp; chips]]>", "Fish & chips"),
    ],
)
def test_entities_of_a_title_are_read_though_no_xml_knows_them(written: str, title: str) -> None:
    content = f'<rss version="2.0"><channel><item><title>{written}</title><link>/a</link></item></channel></rss>'
    assert [page.facts.title for page in read_feed(content.encode(), SOURCE).pages] == [title]


def test_entity_that_a_listing_declares_is_left_to_the_parser() -> None:
    content = b'<!DOCTYPE rss [<!ENTITY house "x">]><rss><channel><title>&house;</title></channel></rss>'
    assert mend_xml(content) == content


def test_a_prefix_that_one_entry_declares_holds_for_the_others() -> None:
    entry = "<url><loc>/{0}</loc><n:news{1}><n:title>Ferry {0}</n:title></n:news></url>"
    content = f"<urlset>{entry.format('a', '')}{entry.format('b', DECLARED)}</urlset>"
    assert [page.facts.title for page in read_sitemap(content.encode(), SOURCE).pages] == ["Ferry a", "Ferry b"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_wide_letters_are_mended_as_well(encoding: str) -> None:
    assert addresses("<urlset><url><loc>/é?x=1&y=2</loc></url></urlset>".encode(encoding)) == ["/%C3%A9?x=1&y=2"]


@pytest.mark.parametrize("prefix", ["news", "n"])
def test_prefix_that_nobody_declared_keeps_its_fields(prefix: str) -> None:
    fields = f"<{prefix}:publication_date>2025-06-11</{prefix}:publication_date><{prefix}:title>Ferries & more</{prefix}:title>"
    content = f"<urlset><url><loc>/a</loc><{prefix}:news>{fields}</{prefix}:news></url></urlset>"
    [page] = read_sitemap(content.encode(), SOURCE).pages
    assert (page.facts.title, page.facts.published_at) == ("Ferries & more", "2025-06-11")


def test_declared_prefixes_stay_as_they_are() -> None:
    content = b'<urlset xmlns:n="urn:n"><url><n:news/></url></urlset>'
    assert mend_xml(content) == content


@pytest.mark.parametrize(
    "whole",
    [
        b"<urlset><url><loc>https://www.gazette.example/one</loc></url><url><loc>https://www.gazette.example/two</loc></url></urlset>",
        b'<rss version="2.0"><channel><item><link>https://www.gazette.example/one</link></item>'
        b"<item><link>https://www.gazette.example/two</link></item></channel></rss>",
        b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="https://www.gazette.example/one"/></entry>'
        b'<entry><link href="https://www.gazette.example/two"/></entry></feed>',
    ],
)
def test_listing_cut_anywhere_gives_no_half_address(whole: bytes) -> None:
    for end in range(len(whole.split(b"<")[1]) + 1, len(whole)):
        assert addresses(whole[:end]) in ([], ["/one"], ["/one", "/two"])


def test_listing_cut_in_an_address_with_another_behind_it_gives_no_half_address() -> None:
    entries = "<url><loc>https://www.gazette.example/one</loc></url><url><loc>https://www.gazette.example/tw"
    assert addresses(f"<urlset>{entries}<?xml version='1.0'?><urlset>{entries}o</loc></url></urlset>".encode()) in (
        ["/one"],
        ["/one", "/two"],
    )


@pytest.mark.parametrize(
    "link", ["<link/>", "<link></link>", '<link rel="alternate"/>', '<link rel="alternate" href=""/>', '<link href="#top"/>']
)
def test_entry_without_an_address_is_no_page(link: str) -> None:
    assert addresses(f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>T</title>{link}</entry></feed>'.encode()) == []
    assert addresses(f'<rss version="2.0"><channel><item><title>T</title>{link}</item></channel></rss>'.encode()) == []


def test_markup_without_end_is_passed_in_one_go() -> None:
    assert mend_xml(b"<rss>" + b"<!--<![CDATA[&" * 20_000).count(b"&#38;") == 20_000
