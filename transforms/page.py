"""An HTML page: its tree, cut to a size that can be read, and what its head states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree, html

from transforms.decode import clean_line

# A page with more elements than this is read no further: no article needs them, and every later step is linear in them.
MAX_ELEMENTS = 60_000
MAX_DEPTH = 400


def parse_page(text: str) -> Any | None:
    """The tree of the page's elements, or None where there is none. Broken markup is repaired as libxml2 repairs it."""
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text[:1000]) + text[1000:]
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, huge_tree=False)
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None
    return tree


def prune_oversize(tree: Any) -> bool:
    """Cuts what lies too deep or comes too late in the tree, in place. True where something was cut."""
    cut, depth, count, doomed = False, 0, 0, []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if event == "start":
            depth += 1
            count += 1
            if depth == MAX_DEPTH or count == MAX_ELEMENTS:
                doomed.append(element)
                if count >= MAX_ELEMENTS:
                    break
        else:
            depth -= 1
    for element in doomed:
        parent = element.getparent()
        if parent is None:
            continue
        cut = True
        position = parent.index(element)
        late = count >= MAX_ELEMENTS and element is doomed[-1]
        if not late:
            del parent[position]
            continue
        while parent is not None:
            del parent[position + (0 if parent is element.getparent() else 1) :]
            upper = parent.getparent()
            position = upper.index(parent) if upper is not None else 0
            parent = upper
    return cut


def read_metas(tree: Any) -> dict[str, list[str]]:
    """The page's `<meta>` contents by lower-case name, property or itemprop, in page order."""
    found: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        content = meta.get("content")
        if not content:
            continue
        for key in ("name", "property", "itemprop", "http-equiv"):
            if name := meta.get(key):
                found.setdefault(name.strip().lower(), []).append(clean_line(content[:5000]))
    return found


def iter_jsonld(tree: Any) -> Iterator[str]:
    """The text of each JSON-LD script."""
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            yield script.text
