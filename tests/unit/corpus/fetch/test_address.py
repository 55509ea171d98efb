"""Web addresses as links spell them: what is sent, and which two are one page."""

from __future__ import annotations

import httpx
import pytest

from corpus.fetch.address import location_of, parse_address


@pytest.mark.parametrize(
    ("text", "sent", "location"),
    [
        ("https://user:pa@ss@gazette.example/a", "https://gazette.example/a", "https://gazette.example/a"),
        ("https://bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4", "https://xn--bcher-kva.example/%C3%A4"),
        ("http://GAZETTE.example:80/a/../b#top", "http://gazette.example/b", "http://gazette.example/b"),
        ("https://gazette.example:8443/a", "https://gazette.example:8443/a", "https://gazette.example:8443/a"),
        ("http://[::1]/", "http://[::1]/", "http://[::1]/"),
    ],
)
def test_address_is_sent_without_what_is_no_part_of_it(text: str, sent: str, location: str) -> None:
    url = parse_address(text)
    assert url is not None
    assert (str(url), location_of(url)) == (sent, location)


@pytest.mark.parametrize(
    "text",
    [
        "https://gazette.example:99999/a", "https://gazette.example:0/a",  # no such port: not the page at the usual one
        "//gazette.example/a", "http://ex ample.org/", "http://a.example/\r\nHost: b.example", "http://a.example:80:80/",
        "javascript:alert(1)", "file:///etc/passwd", "gopher://a.example/", "http://[fe80::1%25eth0]/", "http://a.example/\ud800", "",
    ],
)  # fmt: skip
def test_what_is_no_web_address_is_none(text: str) -> None:
    assert parse_address(text) is None


@pytest.mark.parametrize("text", ['"https://gazette.example/a"', "<a href=/b>", "see https://gazette.example/a", "ftp://gazette.example/a"])
def test_what_holds_an_address_is_no_reference(text: str) -> None:
    assert parse_address(text, httpx.URL("https://gazette.example/")) is None
