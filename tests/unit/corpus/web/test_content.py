import time

import pytest

from corpus.web.content import identify

XML = b'<?xml version="1.0" encoding="UTF-8"?>\n'


@pytest.mark.parametrize(
    ("content", "content_type", "expected"),
    [
        (XML + b"<rss version='2.0'>", "application/rss+xml", "feed"),
        (XML + b"<!-- by hand --><?style x?><feed xmlns='a'>", "text/html", "feed"),
        (b"\xef\xbb\xbf\n<rdf:RDF xmlns:rdf='a'>", "text/plain", "feed"),
        ("\ufeff<rss>".encode("utf-16-le"), "text/xml", "feed"),
        (XML + b"<urlset>", "text/xml", "sitemap"),
        (b"<!DOCTYPE urlset [<!ELEMENT a (b)>]><sm:sitemapindex>", "application/xml", "sitemap"),
        (b"https://a.example/1\nhttps://a.example/2", "text/plain", "addresses"),
        (b"# all\nhttps://a.example/1", "", "addresses"),
        (b"https://a.example/1\nhttps://a.example/2", "text/html", "addresses"),
        (b"https://a.example/1", "application/force-download", "addresses"),
        (b"https://a.example/1 is our page", "text/plain", "text"),
        (b"<!doctype html><p>", "text/html; charset=utf-8", "html"),
        (b"Not a tag", "text/html", "html"),
        (b"<html xmlns='http://www.w3.org/1999/xhtml'>", "application/xhtml+xml", "html"),
        (b"<!-- a --><HTML>", "", "html"),
        (b"words", "", None),
        (b"<svg>", "application/xml", None),
        (b"%PDF-1.7", "application/octet-stream", None),
        (b"", "", None),
        (b"", "text/html", "html"),
    ],
)
def test_content_is_told_by_its_bytes(content, content_type, expected) -> None:
    assert identify(content, content_type) == expected


@pytest.mark.parametrize("content", [b"<!---->" * 9000, b"<??>" * 15000 + b"<", b"<!-- " * 9000, b" " * 60000, b"<!doctype a[" * 5000])
def test_telling_takes_no_time_even_where_it_is_made_hard(content) -> None:
    started = time.monotonic()
    identify(content, "")
    assert time.monotonic() - started < 5
