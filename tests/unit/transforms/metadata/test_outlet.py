"""Who publishes a page, from what it says of itself and from its address."""

from __future__ import annotations

import pytest

from transforms.metadata.outlet import domain_of, find_outlet, find_self_naming, readable_domain


def test_outlet_by_source() -> None:
    assert find_outlet({"publisher": {"name": "Orlo Post"}}, [], {}, None) == "Orlo Post"
    assert find_outlet(None, [], {"og:site_name": ["Orlo Post"]}, "https://x.example/") == "Orlo Post"
    assert find_outlet(None, [], {}, "https://english.alarabiya.net/a") == "Al Arabiya"
    assert find_outlet(None, [], {}, "https://www.orlo-post.co.uk/a") == "Orlo Post"
    assert readable_domain("bbx.example") == "BBX"
    # What a feed is called says more than a domain, and less than the page.
    assert find_outlet(None, [], {}, "https://www.orlo-post.co.uk/a", "The Post of Orlo") == "The Post of Orlo"
    assert find_outlet(None, [], {"og:site_name": ["Orlo Post"]}, None, "Orlo Post RSS") == "Orlo Post"


def test_scraped_text_names_its_outlet_in_its_notices() -> None:
    assert find_self_naming(["Support The Orlo Post!", "Sign up for our newsletter", "More from The Orlo Post"]) == "The Orlo Post"
    assert find_self_naming(["may not be published without written permission from ORLOPOST. Read our terms."]) == "Orlopost"
    assert find_self_naming(["Share", "Read more"]) is None


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("https://www.Orlo-Post.example:8080/a", "orlo-post.example"),
        ("https://m.orlo-post.example/", "orlo-post.example"),
        ("https://m.example/", "m.example"),  # the label is all that the name has
        ("https://[broken", None),
        ("/a", None),
        (None, None),
    ],
)
def test_domain_of_an_address(address: str | None, domain: str | None) -> None:
    assert domain_of(address) == domain


def test_an_address_in_place_of_the_publisher_s_name_is_made_readable() -> None:
    assert find_outlet({"publisher": {"name": "www.orlo-post.news"}}, [], {}, None) == "Orlo Post"
    assert find_outlet({"publisher": {"name": "https://orlo-post.example/"}}, [], {"og:site_name": ["The Post"]}, None) == "The Post"
    assert find_outlet({"publisher": {"name": "x" * 61}}, [], {}, None) is None


@pytest.mark.parametrize("domain", ["127.0.0.1", "::1", "2001:db8::7", "localhost", "intranet"])
def test_a_server_without_a_registered_name_is_called_as_it_is(domain: str) -> None:
    assert readable_domain(domain) == domain
