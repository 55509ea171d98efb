"""The title of a page: of its candidates the one that readers see, without the name of the site."""

from __future__ import annotations

import re
from typing import Any

from transforms.decode import clean_line
from transforms.jsonld import text_of

_SEPARATORS = re.compile(r"\s+[|–—\-·•»«:/~]+\s+|\s*[|»«]\s*")


def _key(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def strip_site(title: str, names: list[str]) -> str:
    """The title without the site's name at either end.

    >>> strip_site("Council agrees on water | Orlo Post", ["Orlo Post"])
    'Council agrees on water'
    """
    keys = {_key(n).replace(" ", "") for n in names if n}
    for _ in range(3):
        pieces = list(_SEPARATORS.finditer(title))
        if not pieces:
            break
        tail, head = title[pieces[-1].end() :], title[: pieces[0].start()]
        if _key(tail).replace(" ", "") in keys and title[: pieces[-1].start()].strip():
            title = title[: pieces[-1].start()].strip()
        elif _key(head).replace(" ", "") in keys and title[pieces[0].end() :].strip():
            title = title[pieces[0].end() :].strip()
        else:
            break
    return title


def find_title(tree: Any, node: dict[str, Any] | None, metas: dict[str, list[str]], site_names: list[str]) -> str | None:
    """The page's title, or None."""
    h1s = [clean_line(h.text_content()) for h in tree.iter("h1")][:10]
    h1s = [h for h in h1s if h]
    head = tree.find(".//head/title")
    if head is None:
        head = tree.find(".//title")
    candidates = [
        *metas.get("og:title", ())[:1],
        *([t] if node and (t := text_of(node.get("headline"))) else []),
        *metas.get("twitter:title", ())[:1],
        *([clean_line(head.text_content())] if head is not None else []),
    ]
    stripped = [strip_site(clean_line(c), site_names) for c in candidates]
    stripped = [c for c in stripped if c]
    keys = {_key(h): h for h in reversed(h1s)}
    for candidate in stripped:
        if _key(candidate) in keys:
            return keys[_key(candidate)]
    # A title element often is the headline with a section or the site behind it: the h1 that starts it is the headline.
    for h1 in h1s:
        if len(h1.split()) >= 3 and any(_key(c).startswith(_key(h1)) or _key(h1).startswith(_key(c)) for c in stripped):
            return h1
    return stripped[0] if stripped else (max(h1s, key=len) if h1s else None)
