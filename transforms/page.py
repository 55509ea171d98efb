"""An HTML page as its reader sees it: paragraphs in page order, each with the place where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree, html

from transforms.decode import clean_line

# A page with more elements than this is read no further: no article needs them, and every later step is linear in them.
MAX_ELEMENTS = 60_000
MAX_DEPTH = 400

_BLOCK_TAGS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "button",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
        "video",
        "audio",
    ]
)
_SKIPPED_TAGS = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "iframe",
        "select",
        "textarea",
        "object",
        "embed",
        "canvas",
        "math",
        "head",
        "map",
        "applet",
    ]
)
_ZONE_TAGS = frozenset(
    [
        "nav",
        "aside",
        "footer",
        "header",
        "figure",
        "figcaption",
        "form",
        "button",
        "blockquote",
        "li",
        "table",
        "article",
        "main",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "dialog",
        "p",
        "pre",
    ]
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(slots=True)
class PageBlock:
    """One paragraph of a page. `tag` is its nearest block element, `zones` the telling elements around it, outermost first.

    `hints` holds class names, ids and roles of the elements around it, lower case, innermost last; `link_share` is the
    part of its characters within links, 0 to 1; `parent` numbers the element that holds it and its siblings.
    """

    text: str
    tag: str
    zones: tuple[str, ...]
    hints: str
    link_share: float
    parent: int
    is_hidden: bool
    is_strong: bool = False

    @property
    def heading_level(self) -> int:
        """1 to 6 within a heading element, else 0."""
        return next((int(z[1]) for z in reversed(self.zones) if len(z) == 2 and z[0] == "h" and z[1].isdigit()), 0)


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


class _Reader:
    """Collects text between block borders. One of these reads one page."""

    def __init__(self) -> None:
        self.blocks: list[PageBlock] = []
        self.pieces: list[str] = []
        self.linked = 0
        self.strong = 0
        self.breaks = 0

    def add(self, text: str | None, in_link: bool, in_strong: bool) -> None:
        if not text:
            return
        self.pieces.append(text)
        if not text.isspace():
            self.breaks = 0
            bare = len(text.strip())
            self.linked += bare if in_link else 0
            self.strong += bare if in_strong else 0

    def flush(self, stack: list[_Frame]) -> None:
        self.breaks = 0
        if not self.pieces:
            return
        text = clean_line("".join(self.pieces))
        self.pieces.clear()
        linked, strong = self.linked, self.strong
        self.linked = self.strong = 0
        if not text:
            return
        frame = stack[-1]
        self.blocks.append(
            PageBlock(
                text,
                frame.tag,
                frame.zones,
                frame.hints,
                min(1.0, linked / len(text)),
                frame.parent,
                frame.is_hidden,
                strong >= 0.9 * len(text.replace(" ", "")),
            )
        )


@dataclass(slots=True)
class _Frame:
    tag: str
    zones: tuple[str, ...]
    hints: str
    parent: int
    number: int
    is_hidden: bool


def read_blocks(tree: Any) -> list[PageBlock]:
    """Every paragraph of the page in page order, visible or not; scripts, styles and form fields are no text.

    Borders are those a reader sees: block elements, table cells and two line breaks in a row. Text is never joined across a
    border nor cut within one, so inline markup neither glues words nor splits them.
    """
    body = tree.find("body")
    root = tree if body is None else body
    reader, stack = _Reader(), [_Frame("body", (), "", 0, 0, False)]
    in_link = in_strong = number = 0
    skipping: Any = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag
        if not isinstance(tag, str):
            continue
        if event == "start":
            number += 1
            if skipping is not None:
                continue
            if tag in _SKIPPED_TAGS:
                skipping = element
                continue
            if tag in _BLOCK_TAGS:
                reader.flush(stack)
                stack.append(_frame_of(element, tag, stack[-1], number))
            elif tag == "br":
                reader.breaks += 1
                if reader.breaks >= 2:
                    reader.flush(stack)
                else:
                    reader.pieces.append(" ")
            elif tag == "a":
                in_link += 1
            elif tag in ("b", "strong"):
                in_strong += 1
            reader.add(element.text, in_link > 0, in_strong > 0)
            continue
        if skipping is not None:
            if element is not skipping:
                continue
            skipping = None
        elif tag in _BLOCK_TAGS:
            reader.flush(stack)
            stack.pop()
        elif tag == "a":
            in_link -= 1
        elif tag in ("b", "strong"):
            in_strong -= 1
        if element is not root:
            reader.add(element.tail, in_link > 0, in_strong > 0)
    reader.flush(stack)
    return reader.blocks


def _frame_of(element: Any, tag: str, above: _Frame, number: int) -> _Frame:
    get = element.get
    own = " ".join(filter(None, (get("class"), get("id"), get("role"), get("itemprop"), get("data-component"), get("data-testid")))).lower()
    hints = f"{above.hints} {own}"[-600:] if own else above.hints
    zones = (*above.zones, tag) if tag in _ZONE_TAGS else above.zones
    if len(zones) > 40:
        zones = zones[-40:]
    style = get("style")
    hidden = above.is_hidden or get("hidden") is not None or (style is not None and _HIDDEN_STYLE.search(style) is not None)
    return _Frame(tag, zones, hints, above.number, number, hidden)


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
