"""What a page says about itself in JSON-LD (https://schema.org): the node of its article, with `@id` resolved."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from transforms.word_lists import read_set

_BROAD = 200  # values that wait from which on the newest is read first, so that their number stays bounded

# A script longer than this is read no further: real ones have a few kilobytes, and parsed JSON takes ten times its size.
MAX_CHARS = 1_000_000
_MAX_NODES = 5_000
_FIELDS = read_set("pages/words.csv", "fields of an article")
_ARTICLE_TYPES = re.compile(r"(?:^|[/:])(?:\w*Article|\w*BlogPosting|Report|Review|\w*NewsStory|OpinionPiece)$")

# What sites put around JSON so that old browsers pass it over: comments of HTML and of scripts, CDATA.
_WRAPPED = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?://\s*)?(?:-->|(?:/\*)?\s*\]\]>\s*(?:\*/)?)\s*;?\s*$"
)
_OPENING = 100  # characters that show whether a script's quotation marks are spelled as entities
_BETWEEN = re.compile(r"[\s,;]*")
_MAX_VALUES = 50
_PIECE = re.compile(r'"(headline|datePublished|dateModified|author|publisher|isAccessibleForFree)"\s*:\s*')

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
            value = queue.pop(0) if len(queue) < _BROAD else queue.pop()
            if isinstance(value, dict):
                nodes.append(value)
                queue.extend(v for v in value.values() if isinstance(v, dict | list))
            elif isinstance(value, list):
                queue.extend(v for v in value[:500] if isinstance(v, dict | list))
    return nodes


def _load(script: str) -> Any:
    """The JSON of a script, repaired where it is wrong in a usual way; of several in a row, and of a cut one, what is whole."""
    if "&quot;" not in script.lstrip()[:_OPENING]:
        with suppress(ValueError, RecursionError):  # what needs no repair, as most
            return json.loads(script, strict=False)
    text = _WRAPPED.sub("", script).strip().rstrip(";")
    if text[:1] in "{[" and "&quot;" in text[:_OPENING]:
        text = html.unescape(text)
    spaced = re.sub(r"[\x00-\x1f]+", " ", text)
    for repaired in (text, spaced, re.sub(r",\s*([}\]])", r"\1", spaced)):
        try:
            return json.loads(repaired, strict=False)
        except (ValueError, RecursionError):
            continue
    return _load_in_a_row(spaced)


def _load_in_a_row(text: str) -> list[Any] | None:
    decoder, position = json.JSONDecoder(strict=False), 0
    values: list[Any] = []
    while position < len(text) and len(values) < _MAX_VALUES:
        try:
            value, position = decoder.raw_decode(text, position)
        except (ValueError, RecursionError):
            break
        values.append(value)
        position = _BETWEEN.match(text, position).end()  # type: ignore[union-attr]
    return values or _load_pieces(text)


def _load_pieces(text: str) -> list[Any] | None:
    """The article's node with what can be read of it by itself, where a quotation mark or a cut spoils the rest."""
    kind = re.search(r'"@type"\s*:\s*\[?\s*"([^"]*(?:Article|Posting))"', text)
    if not kind:
        return None
    decoder, node = json.JSONDecoder(strict=False), {"@type": kind[1]}
    for found in _PIECE.finditer(text):
        with suppress(ValueError, RecursionError):
            node.setdefault(found[1], decoder.raw_decode(text, found.end())[0])
    return [node]


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
        fields = sum(field in node for field in _FIELDS)
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
        if isinstance(found, list):
            names.extend(names_of(found, nodes))
        elif isinstance(found, dict) and "@list" in found:
            names.extend(names_of(found["@list"], nodes))
        elif not isinstance(found, dict):
            names.append(text_of(item) or "")
        elif isinstance(found.get("name"), list):
            names.extend(text_of(n) or "" for n in found["name"])
        elif found.get("name"):
            names.append(text_of(found["name"]) or "")
        else:
            parts = (text_of(found.get(key)) for key in ("givenName", "additionalName", "familyName"))
            names.append(" ".join(p for p in parts if p))
    return [n for n in names if n]


# How a page says no, whether as a value of JSON, a word, or an address of schema.org.
_NO = frozenset(("false", "0", "no"))


def is_stated_paid(node: Node, nodes: list[Node] | None = None) -> bool:
    """Whether the article's node, or a part of it, says that it is not free; parts may be named by their `@id` alone."""
    parts = node.get("hasPart")
    stated = [node, *(_part_of(p, nodes or []) for p in (parts if isinstance(parts, list) else [parts]))]
    return any(says_no(p["isAccessibleForFree"]) for p in stated if isinstance(p, dict) and "isAccessibleForFree" in p)


def says_no(value: Any) -> bool:
    """Whether a value of schema.org's Boolean is false, in any of the ways that it is written.

    >>> says_no(False), says_no("http://schema.org/False"), says_no("True"), says_no(None)
    (True, True, False, False)
    """
    if isinstance(value, list):
        return any(map(says_no, value))
    return str(value).strip().lower().rpartition("/")[2] in _NO


def _part_of(part: Any, nodes: list[Node]) -> Any:
    """The node that a part is, where the page has it elsewhere under the same `@id`."""
    if isinstance(part, dict) and "@id" in part and "isAccessibleForFree" not in part:
        return next((n for n in nodes if n is not part and n.get("@id") == part["@id"] and "isAccessibleForFree" in n), part)
    return part
