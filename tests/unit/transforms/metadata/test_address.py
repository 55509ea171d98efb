"""The address of a page is the canonical one where it can be believed."""

from __future__ import annotations

import pytest

from tests.pages import make_tree
from transforms.metadata.address import clean_address, find_url


@pytest.mark.parametrize(
    ("canonical", "given", "expected"),
    [
        ("https://post.example/a", "https://www.post.example/a?utm_source=x", "https://post.example/a"),
        ("https://post.example/", "https://post.example/a", "https://post.example/a"),  # the home page is not this page
        ("https://other.example/a", "https://post.example/a", "https://post.example/a"),  # nor is another site's
        ("/b", "https://post.example/a", "https://post.example/b"),
        (None, "http://localhost:8000/a", "http://localhost:8000/a"),  # what a source gives may be of its own machine
        (None, "http://[::1]/a", "http://[::1]/a"),
        ("http://localhost/a", "https://post.example/a", "https://post.example/a"),  # what a page says may not
        ("http://localhost/a", None, None),
        (None, None, None),
        ("javascript:void(0)", None, None),
    ],
)
def test_address(canonical: str | None, given: str | None, expected: str | None) -> None:
    tree = make_tree(f'<link rel="canonical" href="{canonical}">' if canonical else "")
    assert find_url(tree, {}, given) == expected


@pytest.mark.parametrize(
    ("address", "base", "expected"),
    [
        ("https://Post.example/a?utm_source=feed", None, "https://post.example/a"),
        ("/wall", "https://post.example/news/", "https://post.example/wall"),
        ("wall", "https://post.example/news/", "https://post.example/news/wall"),
        ("mailto:desk@post.example", None, None),
        ("https://harbour/a", None, None),  # no host that the web knows
        ("https://[post.example/a", None, None),
        ("https://post.example/" + "a" * 2_000, None, None),
        ("", None, None),
        (None, None, None),
    ],
)
def test_only_addresses_of_the_web_are_addresses(address: str | None, base: str | None, expected: str | None) -> None:
    assert clean_address(address, base) == expected


@pytest.mark.parametrize(
    ("canonical", "og", "expected"),
    [
        (None, "https://post.example/wall", "https://post.example/wall"),
        ("https://post.example/", "https://post.example/wall", "https://post.example/wall"),  # the canonical link of a home page
        ("https://post.example/", None, None),
        ("https://post.example/b", "https://post.example/wall", "https://post.example/b"),
    ],
)
def test_address_that_open_graph_states_where_none_was_given(canonical: str | None, og: str | None, expected: str | None) -> None:
    tree = make_tree(f'<link rel="canonical" href="{canonical}">' if canonical else "")
    assert find_url(tree, {"og:url": [og]} if og else {}, None) == expected


def test_address_on_another_host_of_the_same_site_is_believed() -> None:
    tree = make_tree('<link rel="canonical" href="https://news.post.co.uk/wall">')
    assert find_url(tree, {}, "https://m.post.co.uk/wall?page=1") == "https://news.post.co.uk/wall"
