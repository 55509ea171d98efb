import pytest

from corpus.web.outlets import read_address
from corpus.web.records import Entry
from corpus.web.sitemaps import read_address_list, read_sitemap
from tests.news_site import sitemap
from transforms.records import SourceFacts

SOURCE = read_address("https://www.gazette.example/sitemap.xml")
NEWS = (
    "<news:news><news:publication><news:name>The Harbour Gazette</news:name><news:language>en</news:language></news:publication>"
    "<news:publication_date>2025-03-04T23:30:00+01:00</news:publication_date><news:title>Ferry talks go on</news:title></news:news>"
)


def test_news_sitemap_is_evidence_for_its_articles() -> None:
    [page] = read_sitemap(sitemap(["https://www.gazette.example/a"], extra=NEWS), SOURCE).pages
    assert (page.location, page.kind) == ("https://www.gazette.example/a", "page")
    assert (page.facts.title, page.facts.published_at) == ("Ferry talks go on", "2025-03-04T23:30:00+01:00")
    assert (page.facts.site_name, page.facts.language) == ("The Harbour Gazette", "en")


def test_lastmod_is_a_stamp_and_no_date_of_publication() -> None:
    [page] = read_sitemap(sitemap(["/a"], extra="<lastmod>2025-03-04</lastmod>"), SOURCE).pages
    assert (page.stamp, page.facts.published_at) == ("2025-03-04", None)


def test_index_lists_sitemaps() -> None:
    listing = read_sitemap(sitemap(["/s1.xml", "/s2.xml.gz"], "sitemap", "<lastmod>2025</lastmod>"), SOURCE)
    assert [(str(e.url), e.kind, e.stamp) for e in listing.listings] == [
        ("https://www.gazette.example/s1.xml", "listing", "2025"),
        ("https://www.gazette.example/s2.xml.gz", "listing", "2025"),
    ]
    assert listing.pages == ()


def test_pictures_of_a_page_are_not_its_address_or_title() -> None:
    extra = (
        '<i:image xmlns:i="http://www.google.com/schemas/sitemap-image/1.1"><i:loc>https://www.gazette.example/p.jpg</i:loc>'
        "<i:title>A ship</i:title></i:image>"
    )
    content = sitemap(["/a"], extra=extra).replace(b"<loc>", b"<priority>1</priority>\n<loc> ").replace(b"</loc>", b"\n</loc>", 1)
    [page] = read_sitemap(content, SOURCE).pages
    assert (str(page.url), page.facts.title) == ("https://www.gazette.example/a", None)


@pytest.mark.parametrize("root", ["urlset", "x:urlset xmlns:x='urn:y'"])
def test_sitemap_of_any_namespace_is_read(root) -> None:
    content = f"<{root}><url><loc>/a</loc></url></{root.split()[0]}>"
    assert len(read_sitemap(content.encode(), SOURCE).pages) == 1


def test_outlet_that_the_user_named_is_kept() -> None:
    source = Entry(
        SOURCE.url, SOURCE.location, "listing", SourceFacts(outlet="Gazette of the Harbour", language="mt", time_zone="Europe/Malta")
    )
    content = sitemap(["/a"], extra=NEWS.replace("T23:30:00+01:00", "T23:30:00"))
    [page] = read_sitemap(content, source).pages
    facts = page.facts
    assert (facts.outlet, facts.language, facts.published_at) == ("Gazette of the Harbour", "mt", "2025-03-04T23:30:00+01:00")


def test_of_damaged_xml_counts_what_stands_before() -> None:
    content = sitemap(["/a", "/b", "/c"])
    assert [e.location[-1] for e in read_sitemap(content[: content.index(b"/c")], SOURCE).pages][:2] == ["a", "b"]


@pytest.mark.parametrize(
    "content",
    [b"<urlset/>", b"<urlset>", b"<urlset><url/></urlset>", b"<urlset><url><loc>mailto:a@b</loc></url></urlset>", b"<sitemapindex>&#0;"],
)
def test_what_lists_nothing_gives_nothing(content) -> None:
    assert read_sitemap(content, SOURCE).pages == ()


@pytest.mark.parametrize("loc", ["", "#top", "https://www.gazette.example/sitemap.xml", "/sitemap.xml?utm_source=x"])
def test_a_sitemap_lists_not_itself(loc: str) -> None:
    listing = read_sitemap(sitemap([loc, "/a"]), SOURCE)
    assert [str(page.url) for page in listing.pages] == ["https://www.gazette.example/a"]
    assert read_sitemap(sitemap([loc], "sitemap"), SOURCE).listings == ()


def test_entities_neither_grow_nor_read_files(tmp_path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET")
    growth = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 12))
    document = f'<!DOCTYPE urlset [<!ENTITY e0 "aaaaaaaaaa"><!ENTITY file SYSTEM "{secret.as_uri()}">{growth}]>'
    for name in ("e11", "file"):
        pages = read_sitemap(f"{document}<urlset><url><loc>https://a.example/&{name};</loc></url></urlset>".encode(), SOURCE).pages
        assert all("SECRET" not in page.location and len(page.location) < 200 for page in pages)


def test_list_of_addresses() -> None:
    text = "# world\n\nhttps://a.example/1\r\n  https://a.example/2  \nhttps://a.example/1?utm_medium=x\nno address\n"
    assert [e.location for e in read_address_list(text)] == ["https://a.example/1", "https://a.example/2"]
