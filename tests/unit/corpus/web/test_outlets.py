from pathlib import Path

import pytest

from corpus.web.outlets import BadSources, read_address, read_addresses, read_outlets

GOOD = """
# the outlets of the region
[[outlet]]
name = "The Harbour Gazette"
feeds = ["https://www.gazette.example/world.xml", "https://www.gazette.example/sea.xml"]
sitemaps = ["https://www.gazette.example/news-sitemap.xml"]
language = "en"
time_zone = "Europe/Malta"
rate = 30

[[outlet]]
pages = ["https://meridian.example/about"]
"""


@pytest.fixture
def listed(tmp_path):
    def read(text: str) -> list:
        path = tmp_path / "sources.toml"
        path.write_text(text, encoding="utf-8")
        return read_outlets(path)

    return read


def test_outlets_are_read_in_their_order(listed) -> None:
    world, sea, news, about = listed(GOOD)
    assert [e.kind for e in (world, sea, news, about)] == ["listing", "listing", "listing", "page"]
    assert (world.facts.outlet, world.facts.language, world.facts.time_zone, world.pause) == (
        "The Harbour Gazette",
        "en",
        "Europe/Malta",
        2.0,
    )
    assert (about.facts.outlet, about.facts.language, about.facts.time_zone, about.pause) == (None, None, None, 0.0)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[outlet]\nname=1", "not valid TOML.*line 1"),
        ("", "lists no outlet"),
        ("outlet = 3", "lists no outlet"),
        ("outlet = [3]", "outlet 1: it is no table"),
        ("[[outlets]]\nfeeds=[]", "there is no outlets: did you mean outlet"),
        ('[[outlet]]\nname="Gazette"\nfeed=["https://a.example/f"]', r"outlet 1 \(Gazette\): there is no feed: did you mean feeds"),
        ("[[outlet]]\ncolour=1", "known are name, feeds"),
        ("[[outlet]]\nfeeds=[]", "no feeds, sitemaps or pages"),
        ('[[outlet]]\nfeeds="https://a.example/f"', "feeds is not a list"),
        ('[[outlet]]\nfeeds=["gazette"]', "gazette in feeds is no web address"),
        ("[[outlet]]\nfeeds=[7]", "7 in feeds is no web address"),
        ('[[outlet]]\nfeeds=["https://a.example/f"]\nrate="fast"', "rate is not a number"),
        ('[[outlet]]\nfeeds=["https://a.example/f"]\nrate=0', "rate is not a number"),
        ('[[outlet]]\nfeeds=["https://a.example/f"]\nrate=nan', "rate is not a number"),
        ('[[outlet]]\nfeeds=["https://a.example/f"]\ntime_zone="Valletta"', "Valletta is no time zone"),
        ('[[outlet]]\nfeeds=["https://a.example/f"]\ntime_zone="../../etc/passwd"', "is no time zone"),
        ('[[outlet]]\nfeeds=["https://a.example/f"]\nlanguage=7', "language is not a text"),
        ('[[outlet]]\nfeeds=["https://a.example/f"]\nname=" "', "name is not a text"),
    ],
)
def test_mistake_in_a_list_is_named(listed, text, message) -> None:
    with pytest.raises(BadSources, match=message):
        listed(text)


def test_list_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadSources, match="cannot be read"):
        read_outlets(tmp_path / "none.toml")
    (tmp_path / "latin.toml").write_bytes(b"# caf\xe9")
    with pytest.raises(BadSources, match="not UTF-8"):
        read_outlets(tmp_path / "latin.toml")


def test_addresses_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "today.urls"
    path.write_text("\ufeff# today\nhttps://a.example/1\n\nhttps://a.example/2\n", encoding="utf-8")
    assert [(e.location, e.kind) for e in read_addresses(path)] == [("https://a.example/1", "unknown"), ("https://a.example/2", "unknown")]


def test_line_that_is_no_address_is_named(tmp_path: Path) -> None:
    path = tmp_path / "today.urls"
    path.write_text("https://a.example/1\nsee below\n")
    with pytest.raises(BadSources, match=r"today\.urls, line 2: see below is no web address"):
        read_addresses(path)


@pytest.mark.parametrize("text", ["http://", "https:///a", "http://exa mple.org/", "http://[::1/", "http://a\0b/", "http://" + "a" * 3000])
def test_what_cannot_be_asked_is_no_address(text) -> None:
    with pytest.raises(BadSources):
        read_address(text)


@pytest.mark.parametrize(
    ("text", "sent", "location"),
    [
        ("HTTP://Gazette.Example:80/a#b", "http://gazette.example/a", "http://gazette.example/a"),
        ("https://gazette.example/ä?q=ö", "https://gazette.example/%C3%A4?q=%C3%B6", "https://gazette.example/%C3%A4?q=%C3%B6"),
        ("https://häfen.example/", "https://xn--hfen-loa.example/", "https://xn--hfen-loa.example/"),
        ("https://reader:secret@gazette.example/a", "https://gazette.example/a", "https://gazette.example/a"),
        ("https://gazette.example/a?utm_source=x&id=3", "https://gazette.example/a?utm_source=x&id=3", "https://gazette.example/a?id=3"),
        ("http://[2001:db8::1]:8080/a", "http://[2001:db8::1]:8080/a", "http://[2001:db8::1]:8080/a"),
    ],
)
def test_address_as_it_is_sent_and_as_it_is_named(text, sent, location) -> None:
    entry = read_address(text)
    assert (str(entry.url), entry.location) == (sent, location)
