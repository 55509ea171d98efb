"""The address of a page: the canonical one where it can be believed."""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin, urlsplit

from transforms.identity import clean_url

_LONGEST_ADDRESS = 2_000  # characters; browsers and servers refuse longer ones
# A registered name below a country has one label more where the second level is a short one, as in "post.co.uk".
_COUNTRY_LETTERS = 2
_SECOND_LEVEL_LETTERS = 3
_SITE_LABELS = 2
_SITE_LABELS_BELOW_COUNTRY = 3


def _site(host: str) -> str:
    labels = host.split(".")
    below_country = len(labels) > 2 and len(labels[-1]) == _COUNTRY_LETTERS and len(labels[-2]) <= _SECOND_LEVEL_LETTERS
    keep = _SITE_LABELS_BELOW_COUNTRY if below_country else _SITE_LABELS
    return ".".join(labels[-keep:])


def clean_address(address: str | None, base: str | None = None, *, is_given: bool = False) -> str | None:
    """An http address with a host, cleaned; None for anything else. What a page says of itself needs a host that others can ask; a
    source may give (`is_given`) one of a machine or network of its own: "localhost", "[::1]"."""
    if not address or len(address) > _LONGEST_ADDRESS:
        return None
    try:
        joined = urljoin(base, address.strip()) if base else address.strip()
        cleaned = clean_url(joined)
        split = urlsplit(cleaned)
    except ValueError:
        return None
    if split.scheme not in ("http", "https") or not split.hostname or ("." not in split.hostname and not is_given):
        return None
    return "".join(c for c in cleaned if c.isprintable() and not c.isspace())


def find_url(tree: Any, metas: dict[str, list[str]], given: str | None) -> str | None:
    """The page's address: its canonical link where that is of the same site and no home page, else `given`, else `og:url`."""
    own = clean_address(given, is_given=True)
    canonical = None
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            canonical = clean_address(link.get("href"), own)
            break
    if canonical and own:
        a, b = urlsplit(canonical), urlsplit(own)
        same_site = _site(a.hostname or "") == _site(b.hostname or "")
        home = a.path in ("", "/") and not a.query and (b.path not in ("", "/") or bool(b.query))
        if not same_site or home:
            canonical = None
    og = next((u for u in (clean_address(v, own) for v in metas.get("og:url", ())) if u), None)
    found = canonical or own or og
    if found and not own and urlsplit(found).path in ("", "/") and not urlsplit(found).query:
        return og if og and urlsplit(og).path not in ("", "/") else None
    return found
