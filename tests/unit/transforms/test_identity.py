"""Keys and ids."""

from __future__ import annotations

import pytest

from transforms.identity import article_id, clean_url, content_hash, group_id, mention_id, quote_id


@pytest.mark.parametrize(
    ("url", "clean"),
    [
        ("HTTPS://Example.org:443/a?utm_source=x&id=7#top", "https://example.org/a?id=7"),
        ("http://example.org:80", "http://example.org/"),
        ("http://example.org:8080/a", "http://example.org:8080/a"),
        ("https://example.org/a?FBCLID=1&b=&c=2", "https://example.org/a?b=&c=2"),
        ("https://example.org/a?reference=1", "https://example.org/a?reference=1"),  # "ref" is no prefix
        ("https://example.org/a?utm=1", "https://example.org/a?utm=1"),
        ("https://[2001:db8::1]:443/a", "https://[2001:db8::1]/a"),
        ("https://example.org:port/a", "https://example.org/a"),
        (" https://example.org/a ", "https://example.org/a"),
    ],
)
def test_clean_url(url: str, clean: str) -> None:
    assert clean_url(url) == clean
    assert clean_url(clean) == clean


def test_an_article_is_its_address_or_its_bytes() -> None:
    assert article_id("https://example.org/a#top", "x") == article_id("https://example.org/a?utm_source=y", "z")
    assert article_id(None, "x") != article_id(None, "z")
    assert article_id(None, "x") != article_id("x", "x")


def test_a_place_has_one_id_of_each_kind() -> None:
    place = ("a1", "body", None, 3, 7)
    assert mention_id(*place) != quote_id(*place)
    assert mention_id(*place) != mention_id("a1", "body", 0, 3, 7)
    assert mention_id(*place) == mention_id(*place)


def test_a_group_takes_another_id_where_its_own_is_taken() -> None:
    assert group_id("entity", "m1") == group_id("entity", "m1", 0) != group_id("entity", "m1", 1)
    assert group_id("entity", "m1") != group_id("story", "m1")


def test_ids_are_sixteen_figures_and_the_same_on_any_machine() -> None:
    assert (group_id("story", "m1"), content_hash(b"")[:8]) == ("8c92298866d6b8a7", "e3b0c442")
