"""What a page says about itself in JSON-LD (https://schema.org): the node of its article, with `@id` resolved."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable
from typing import Any

# A script longer than this is read no further: real ones have a few kilobytes, and parsed JSON takes ten times its size.
MAX_CHARS = 1_000_000
_MAX_NODES = 5_000
_ARTICLE_TYPES = re.compile(r"(?:^|[/:])(?:\w*Article|\w*BlogPosting|Report|Review|\w*NewsStory|OpinionPiece)$")

Node = dict[str, Any]


def read_nodes(scripts: Iterable[str]) -> list[Node]:
    """All objects of the scripts, outermost first. What is no valid JSON even after the usual repairs is left out."""
    nodes: list[Node] = []
    budget = MAX_CHARS
    for script in scripts:
        if len(script) > budget:
            continue
        budget -= len(script)
        queue: list[Any] = [_load(script)]
        while queue and len(nodes) < _MAX_NODES:
            value = queue.pop(0) if len(queue) < 200 else queue.pop()
            if isinstance(value, dict):
                nodes.append(value)
                queue.extend(v for v in value.values() if isinstance(v, dict | list))
            elif isinstance(value, list):
                queue.extend(v for v in value[:500] if isinstance(v, dict | list))
    return nodes


def _load(script: str) -> Any:
    text = (
        re.sub(
            r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|(?://|/\*)?\s*\]\]>\s*(?:\*/)?)\s*;?\s*$", "", script
        )
        .strip()
        .rstrip(";")
    )
    for repaired in (text, re.sub(r"[\x00-\x1f]+", " ", text), re.sub(r",\s*([}\]])", r"\1", re.sub(r"[\x00-\x1f]+", " ", text))):
        try:
            return json.loads(repaired, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def types_of(node: Node) -> tuple[str, ...]:
    """The node's `@type`s."""
    value = node.get("@type")
    return tuple(t for t in (value if isinstance(value, list) else [value]) if isinstance(t, str))


def find_article_node(nodes: list[Node]) -> Node | None:
    """The node that describes the page's article: of the article-like ones that with most to say, the first on a tie."""
    best, score = None, 0
    for node in nodes:
        if not any(_ARTICLE_TYPES.search(t) for t in types_of(node)):
            continue
        fields = sum(
            k in node for k in ("headline", "datePublished", "author", "publisher", "articleBody", "mainEntityOfPage", "dateModified")
        )
        if fields > score:
            best, score = node, fields
    return best


def resolve(value: Any, nodes: list[Node]) -> Any:
    """The node that `{"@id": …}` points at, where one of the page has that id and says more; else the value itself."""
    if isinstance(value, dict) and "@id" in value and "name" not in value:
        for node in nodes:
            if node is not value and node.get("@id") == value["@id"] and "name" in node:
                return node
    return value


def text_of(value: Any) -> str | None:
    """A text value, its HTML entities resolved; of a list its first, of an object its name."""
    if isinstance(value, list):
        value = next((v for v in value if v), None)
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or value.get("headline")
        return text_of(value) if not isinstance(value, dict) else None
    if isinstance(value, str) and value.strip():
        return html.unescape(html.unescape(value)).strip()
    return None


def names_of(value: Any, nodes: list[Node]) -> list[str]:
    """The names in an author or publisher value: one, several, objects or plain texts, given and family name apart too."""
    names: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        found = resolve(item, nodes)
        if not isinstance(found, dict):
            names.append(text_of(item) or "")
        elif isinstance(found.get("name"), list):
            names.extend(text_of(n) or "" for n in found["name"])
        elif found.get("name"):
            names.append(text_of(found["name"]) or "")
        else:
            parts = (text_of(found.get(key)) for key in ("givenName", "additionalName", "familyName"))
            names.append(" ".join(p for p in parts if p))
    return [n for n in names if n]


def is_stated_paid(node: Node) -> bool:
    """Whether the article's node, or a part of it, says that it is not free."""
    parts = node.get("hasPart")
    stated = [p for p in (node, *(parts if isinstance(parts, list) else [parts])) if isinstance(p, dict)]
    return any(str(p.get("isAccessibleForFree")).lower().rpartition("/")[2] == "false" for p in stated)
