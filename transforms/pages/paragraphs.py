"""The paragraphs of an HTML page as its reader sees them, in page order, each with the place where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from lxml import etree

from transforms.text import clean_line

_BLOCK_TAGS = frozenset((
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "dialog", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "legend",
    "li", "main", "menu", "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
    "title", "tr", "ul", "video", "audio",
))  # fmt: skip
_SKIPPED_TAGS = frozenset((
    "script", "style", "noscript", "template", "svg", "iframe", "select", "textarea", "object", "embed", "canvas", "math", "head",
    "map", "applet", "rp",
))  # fmt: skip
_ZONE_TAGS = frozenset((
    "nav", "aside", "footer", "header", "figure", "figcaption", "form", "button", "blockquote", "li", "table", "article", "main",
    "h1", "h2", "h3", "h4", "h5", "h6", "dialog", "p", "pre",
))  # fmt: skip
_HEADING_LEVELS = {f"h{level}": level for level in range(1, 7)}
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ATTRIBUTES = ("class", "id", "role", "itemprop", "data-component", "data-testid")


@dataclass(slots=True)
class PageBlock:
    """One paragraph of a page. `tag` is its nearest block element, `zones` the telling elements around it, outermost first.

    `own` holds the class names, id and roles of that element in lower case, `hints` those of the elements around it, innermost
    last; `path` numbers the block elements that hold it, outermost first, `articles` the `<article>`s among them; `link_share` is
    the part of its characters within links, 0 to 1; `is_hidden` that the markup itself says not to show it; `heading_level`
    is 1 to 6 within a heading element, else 0.
    """

    text: str
    tag: str
    own: str
    zones: tuple[str, ...]
    hints: str
    path: tuple[int, ...]
    articles: tuple[int, ...]
    link_share: float
    is_hidden: bool
    is_strong: bool
    heading_level: int

    @property
    def parent(self) -> int:
        """The number of the element that holds the paragraph's element."""
        return self.path[-2] if len(self.path) > 1 else 0


@dataclass(slots=True)
class _Frame:
    tag: str
    own: str
    zones: tuple[str, ...]
    hints: str
    path: tuple[int, ...]
    articles: tuple[int, ...]
    is_hidden: bool
    heading_level: int


class _Reader:
    """Collects text between block borders. One of these reads one page."""

    def __init__(self) -> None:
        self.blocks: list[PageBlock] = []
        self.pieces: list[str] = []
        self.linked = 0
        self.strong = 0
        self.breaks = 0
        self.has_text = False

    def add(self, text: str | None, in_link: bool, in_strong: bool) -> None:
        if not text:
            return
        self.pieces.append(text)
        if not text.isspace():
            self.breaks = 0
            self.has_text = True
            bare = len(text.strip())
            self.linked += bare if in_link else 0
            self.strong += bare if in_strong else 0

    def flush(self, stack: list[_Frame]) -> None:
        self.breaks = 0
        if not self.has_text:
            self.pieces.clear()
            return
        self.has_text = False
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
                frame.own,
                frame.zones,
                frame.hints,
                frame.path,
                frame.articles,
                min(1.0, linked / len(text)),
                frame.is_hidden,
                strong >= 0.9 * len(text.replace(" ", "")),
                frame.heading_level,
            )
        )


def read_blocks(tree: Any) -> list[PageBlock]:
    """Every paragraph of the page in page order, visible or not; scripts, styles and form fields are no text.

    Borders are those a reader sees: block elements, table cells and two line breaks in a row. Text is never joined across a
    border nor cut within one, so inline markup neither glues words nor splits them.
    """
    body = tree.find("body")
    root = tree if body is None else body
    reader, stack = _Reader(), [_Frame("body", "", (), "", (), (), False, 0)]
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
                in_link += element.get("href") is not None
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
            in_link -= element.get("href") is not None
        elif tag in ("b", "strong"):
            in_strong -= 1
        if element is not root:
            reader.add(element.tail, in_link > 0, in_strong > 0)
    reader.flush(stack)
    return reader.blocks


def _frame_of(element: Any, tag: str, above: _Frame, number: int) -> _Frame:
    get = element.get
    own = " ".join([v for v in map(get, _ATTRIBUTES) if v]).lower() if element.attrib else ""
    hints = f"{above.hints} {own}"[-600:] if own else above.hints
    zones = (*above.zones[-40:], tag) if tag in _ZONE_TAGS else above.zones
    style = get("style")
    hidden = above.is_hidden or get("hidden") is not None or (style is not None and _HIDDEN_STYLE.search(style) is not None)
    articles = (*above.articles, number) if tag == "article" else above.articles
    level = _HEADING_LEVELS.get(tag, above.heading_level)
    return _Frame(tag, own, zones, hints, (*above.path[-60:], number), articles, hidden, level)
