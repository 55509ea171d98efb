"""Web addresses: which texts are one, how it is sent, and what names the page behind it."""

from __future__ import annotations

import re

import httpx

from transforms.identity import clean_url

# What browsers and servers take; longer ones are traps that grow by each link.
_MAX_LENGTH = 2_000
_ABSOLUTE = re.compile(r"https?://", re.IGNORECASE)
# A reference below another address holds no marks of text or markup, and no address within.
_NO_REFERENCE = re.compile(r'["<>]|^[^?#]*://')
_HOST = re.compile(r"[a-z0-9._:-]+", re.IGNORECASE)


def parse_address(text: str, base: httpx.URL | None = None) -> httpx.URL | None:
    """The address as it is sent: escaped, its host in ASCII, without fragment and password. None for what is no web address.

    >>> str(parse_address(" http://Example.org/a b#top "))
    'http://example.org/a%20b'
    >>> parse_address("mailto:desk@example.org"), parse_address("http:///a")
    (None, None)
    """
    text = text.strip()
    if not text or len(text) > _MAX_LENGTH:
        return None
    if base is not None and not _ABSOLUTE.match(text) and _NO_REFERENCE.search(text):
        return None
    try:
        url = httpx.URL(text) if base is None or _ABSOLUTE.match(text) else base.join(text)
        if "@" in text or "#" in text:
            url = url.copy_with(userinfo=b"", fragment=None)
        if url.scheme not in ("http", "https") or not _HOST.fullmatch(url.raw_host.decode("ascii")) or len(str(url)) > _MAX_LENGTH:
            return None
        if url.port is not None and not 0 < url.port < 1 << 16:
            return None
        clean_url(str(url))
    except (httpx.InvalidURL, ValueError):
        return None
    return url


def location_of(url: httpx.URL) -> str:
    """The name of a page: its address without what only tells how a reader came there. Two addresses of one name are one page.

    >>> location_of(httpx.URL("http://example.org/a?utm_source=feed"))
    'http://example.org/a'
    """
    return clean_url(str(url))


def host_of(url: httpx.URL) -> str:
    """The server that is spared: host, and port where it is not the usual one."""
    return url.netloc.decode("ascii")


def same_site(one: str, other: str) -> bool:
    """Whether two hosts are one or one lies below the other ("www.example.org" and "example.org").

    >>> same_site("www.example.org", "news.example.org"), same_site("example.org", "example.com")
    (True, False)
    """
    one, other = one.lower().removeprefix("www."), other.lower().removeprefix("www.")
    if one == other or one.endswith("." + other) or other.endswith("." + one):
        return True
    # Without a list of public suffixes: three labels must agree below short country names ("co.uk"), else two.
    a, b = one.split("."), other.split(".")
    keep = 3 if len(a) > 2 and len(a[-1]) == 2 and len(a[-2]) <= 3 else 2
    return len(a) > 2 and len(b) > 2 and a[-keep:] == b[-keep:] and not a[-1].isdigit()
