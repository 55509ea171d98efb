import contextlib
import time

import pytest

from corpus.dates import read_date
from corpus.web.feeds import MAX_BYTES, BrokenListing, read_feed
from corpus.web.outlets import read_address
from corpus.web.records import Entry, Listing
from tests.news_site import rss
from transforms.records import SourceFacts

FEED = "https://www.gazette.example/feed.xml"


def read(content: str | bytes, **known: object) -> Listing:
    source = read_address(FEED)
    return read_feed(
        content.encode() if isinstance(content, str) else content, Entry(source.url, source.location, "listing", SourceFacts(**known))
    )


def item(inner: str, channel: str = "<title>The Harbour Gazette</title>") -> str:
    return (
        '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0">'
        f"<channel>{channel}<item>{inner}</item></channel></rss>"
    )


LINK = "<link>https://www.gazette.example/a</link>"


def test_rss_entry_is_evidence_for_its_article() -> None:
    [page] = read(
        item(
            f"<title>Ferry &amp;amp; harbour: <![CDATA[<b>talks</b>]]> go on</title>{LINK}"
            "<pubDate>Tue, 04 Mar 2025 23:30:00 +0100</pubDate>"
            "<dc:creator>Mira Solano</dc:creator><dc:creator>Bero Tamm</dc:creator>",
            "<title>The Harbour Gazette</title><language>en-MT</language>",
        )
    ).pages
    assert (str(page.url), page.location, page.kind) == ("https://www.gazette.example/a", "https://www.gazette.example/a", "page")
    assert page.facts.title == "Ferry & harbour: talks go on"
    assert page.facts.published_at == "2025-03-04T23:30:00+01:00"
    assert page.facts.authors == ("Mira Solano", "Bero Tamm")
    assert (page.facts.site_name, page.facts.language.lower()) == ("The Harbour Gazette", "en-mt")


def test_atom_entry_is_evidence_for_its_article() -> None:
    [page] = read(
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Meridian Post</title>'
        '<entry><title type="html">Salt &amp;lt;road&amp;gt; reopens</title>'
        '<link rel="self" href="/feed/1"/><link rel="alternate" href="/salt"/>'
        "<published>2025-03-04T08:00:00Z</published><updated>2025-03-05T09:00:00Z</updated>"
        "<author><name>Jonas Vell</name><email>jv@meridian.example</email></author></entry></feed>"
    ).pages
    assert str(page.url) == "https://www.gazette.example/salt"
    assert page.facts.published_at == "2025-03-04T08:00:00+00:00"
    assert page.stamp == "2025-03-05T09:00:00Z"
    assert page.facts.authors == ("Jonas Vell",)


def test_rdf_feed_with_dublin_core_dates_is_read() -> None:
    [page] = read(
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Gazette</title></channel>'
        '<item rdf:about="https://www.gazette.example/a"><title>A</title><link>https://www.gazette.example/a</link>'
        "<dc:date>2025-03-04T08:00:00+02:00</dc:date></item></rdf:RDF>"
    ).pages
    assert page.facts.published_at == "2025-03-04T08:00:00+02:00"


@pytest.mark.parametrize(
    ("text", "zone", "expected"),
    [
        ("Tue, 04 Mar 2025 23:30:00 GMT", None, "2025-03-04T23:30:00+00:00"),
        ("Tue, 04 Mar 2025 23:30:00 EST", None, "2025-03-04T23:30:00-05:00"),
        ("Tue, 04 Mar 2025 23:30:00 -0000", None, "2025-03-04T23:30:00+00:00"),
        ("Tue, 04 Mar 2025 23:30:00", None, "2025-03-04T23:30:00"),  # no zone: only the day is sure
        ("Tue, 04 Mar 2025 23:30:00", "Europe/Malta", "2025-03-04T23:30:00+01:00"),
        ("Tue, 04 Mar 2025 23:30:00 CET", "Europe/Malta", "2025-03-04T23:30:00+01:00"),
        ("2025-07-04T23:30:00Z", "Europe/Malta", "2025-07-05T01:30:00+02:00"),  # the outlet's own day, and summer time
        ("2025-07-04", "Europe/Malta", "2025-07-04"),
        ("  2025-07-04 10:00:00 ", None, "2025-07-04T10:00:00"),
        ("2025-02-31", None, None),
        ("soon", None, None),
        ("", None, None),
    ],
)
def test_dates_keep_their_zone_and_get_none_that_nobody_stated(text, zone, expected) -> None:
    assert read_date(text, zone) == expected


def test_what_the_user_says_of_an_outlet_goes_before_the_feed() -> None:
    [page] = read(
        item(f"<title>A</title>{LINK}<pubDate>2025-03-04 10:00</pubDate>", "<title>Gazette | World</title><language>mt</language>"),
        outlet="The Harbour Gazette", language="en", time_zone="Europe/Malta",
    ).pages  # fmt: skip
    assert (page.facts.outlet, page.facts.language, page.facts.published_at) == ("The Harbour Gazette", "en", "2025-03-04T10:00:00+01:00")


@pytest.mark.parametrize(
    ("title", "outlet"),
    [
        ("The Harbour Gazette", "The Harbour Gazette"),
        ("The Harbour Gazette - World", None),  # which part is the outlet is not said
        ("World | The Harbour Gazette", None),
        ("Gazette: Latest", None),
        ("Salt-Road Times", "Salt-Road Times"),
        ("", None),
    ],
)
def test_feed_title_names_the_outlet_where_it_names_nothing_else(title, outlet) -> None:
    [page] = read(item(f"<title>A</title>{LINK}", f"<title>{title}</title>")).pages
    assert (page.facts.site_name, page.facts.outlet) == (outlet, None)


def test_feed_that_gathers_from_elsewhere_is_not_the_outlet() -> None:
    [page] = read(item("<title>A</title><link>https://elsewhere.example/a</link>")).pages
    assert page.facts.site_name is None


@pytest.mark.parametrize(
    ("inner", "address"),
    [
        ("<link>/a?b=1</link>", "https://www.gazette.example/a?b=1"),
        ("<link>https://proxy.example/x</link><feedburner:origLink>https://www.gazette.example/a</feedburner:origLink>", "https://www.gazette.example/a"),
        ("<guid>https://www.gazette.example/a</guid>", "https://www.gazette.example/a"),
        ('<guid isPermaLink="false">tag:1</guid>', None),
        ("<link>mailto:desk@gazette.example</link>", None),
        ("<link>javascript:alert(1)</link>", None),
        (f"<link>https://www.gazette.example/{'a' * 3000}</link>", None),
    ],
)  # fmt: skip
def test_address_of_an_entry(inner, address) -> None:
    assert [str(page.url) for page in read(item(f"<title>A</title>{inner}")).pages] == ([address] if address else [])


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("<author>desk@gazette.example (Mira Solano)</author>", ("Mira Solano",)),
        ("<author>Mira Solano &lt;desk@gazette.example&gt;</author>", ("Mira Solano",)),
        ("<author>desk@gazette.example</author>", ()),
        ("<dc:creator>Mira Solano</dc:creator>", ("Mira Solano",)),
        ("<dc:creator> </dc:creator>", ()),
        ("", ()),
    ],
)
def test_author_is_a_name_and_no_mail_address(author, names) -> None:
    [page] = read(item(f"<title>A</title>{LINK}{author}")).pages
    assert page.facts.authors == names


def test_page_listed_twice_is_one() -> None:
    listing = read(rss("Gazette", [("A", "/a?utm_source=x"), ("A again", "/a")]))
    assert [page.facts.title for page in listing.pages] == ["A"]


def test_broken_feed_gives_what_can_be_read() -> None:
    content = rss("Gazette", [("A", "/a"), ("B & C", "/b")])
    assert [page.facts.title for page in read(content).pages] == ["A", "B & C"]
    assert [page.facts.title for page in read(content[: content.index(b"<title>B")]).pages][:1] == ["A"]


@pytest.mark.parametrize("content", [b"<rss", b"<feed>\0\0", b"<rss><channel></rss>x", b"\xff\xfe<\0", b"<rdf>"])
def test_what_makes_no_sense_is_broken_or_empty_and_never_a_traceback(content) -> None:
    try:
        assert read(content).pages == ()
    except BrokenListing as error:
        assert "cannot be read" in str(error)


def test_entities_neither_grow_nor_read_files(tmp_path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET")
    growth = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 12))
    document = f'<!DOCTYPE rss [<!ENTITY e0 "aaaaaaaaaa"><!ENTITY file SYSTEM "{secret.as_uri()}">{growth}]>'
    for name in ("e11", "file"):
        try:
            pages = read(f'<?xml version="1.0"?>{document}{item(f"<title>x&{name};</title>{LINK}")}').pages
        except BrokenListing:
            continue
        assert all("SECRET" not in (page.facts.title or "") and len(page.facts.title or "") < 1000 for page in pages)


def test_feeds_have_a_size_limit() -> None:
    assert MAX_BYTES <= 10 * 2**20


@pytest.mark.parametrize("piece", [b"<item><title>a", b"<a>", b"<", b"&", b"<!--", b"<![CDATA[", b"<item a='b' "])
def test_large_broken_feed_takes_no_minutes(piece) -> None:
    content = b"<rss version='2.0'><channel>" + piece * (600_000 // len(piece))
    started = time.monotonic()
    with contextlib.suppress(BrokenListing):
        read(content)
    assert time.monotonic() - started < 20


def test_large_feed_is_read_whole() -> None:
    listing = read(rss("Gazette", [(f"No. {i} &amp; more", f"/{i}") for i in range(3000)]))
    assert [page.facts.title for page in listing.pages[-2:]] == ["No. 2998 & more", "No. 2999 & more"]
