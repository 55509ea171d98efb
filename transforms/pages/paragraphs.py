"""The paragraphs of an HTML page as its reader sees them, in page order, each with where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from lxml import etree

from transforms.text import clean_line, ends_sentence

_ALL_BOLD = 0.9  # share of a line's letters in bold from which on the line is

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
_EMPTY_TAGS = frozenset(("span", "i", "em"))
_NO_LEAD_IN = 1_000  # links counted where text stands behind one: more than any paragraph has
_HEADING_CHARS = 100  # no heading in bold is longer
BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_DROP_CAP = re.compile(r"[\"“‘«„]?[B-HJ-NP-ZÀ-ÖØ-ÞĀ-Ž]")
_ATTRIBUTES = ("class", "id", "role", "itemprop", "data-component", "data-testid")


@dataclass(slots=True)
class PageBlock:
    """One paragraph of a page. `tag` is its nearest block element, `zones` the telling elements around it, outermost first.

    `own` holds the class names, id and roles of that element in lower case, `hints` those of the elements around it, innermost
    last; `path` numbers the block elements that hold it, outermost first, `articles` the `<article>`s among them; `link_share` is
    the part of its characters within links, 0 to 1; `is_hidden` that the markup itself says not to show it; `heading_level`
    is 1 to 6 within a heading element, else 0. `marks` are the number, class names, id and roles of each element around it that has any,
    outermost first; `list_number` is the innermost list's, 0 outside lists, and `table_number` the innermost table's; `lead_in` what
    stands in front of a link that goes on to the end of the paragraph; `picture` the path of a picture between this paragraph and the one
    above; `first_line` what stands in front of its
    first line break, else empty.
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
    marks: tuple[tuple[int, str], ...] = ()
    list_number: int = 0
    lead_in: str = ""
    picture: tuple[int, ...] | None = None
    was_hidden: bool = False
    first_line: str = ""
    table_number: int = 0

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
    marks: tuple[tuple[int, str], ...]
    list_number: int
    table_number: int


class _Reader:
    """Collects text between block borders. One of these reads one page."""

    def __init__(self) -> None:
        self.blocks: list[PageBlock] = []
        self.pieces: list[str] = []
        self.linked = 0
        self.strong = 0
        self.breaks = 0
        self.has_text = False
        self.lead_in = ""
        self.links = 0
        self.picture: tuple[int, ...] | None = None
        self.picture_below: tuple[int, ...] | None = None
        self.first_line = ""

    def add(self, text: str | None, in_link: bool, in_strong: bool) -> None:
        if not text:
            return
        self.pieces.append(text)
        if not text.isspace():
            self.breaks = 0
            self.has_text = True
            self.picture_below = None
            bare = len(text.strip())
            self.linked += bare if in_link else 0
            self.strong += bare if in_strong else 0
            if self.links and not in_link:
                self.links = _NO_LEAD_IN

    def open_link(self) -> None:
        """Note what stands in front of the paragraph's first link."""
        if self.links == 0 and self.has_text:
            self.lead_in = "".join(self.pieces)
        self.links += 1

    def see_picture(self, path: tuple[int, ...]) -> None:
        """Note a picture above the paragraph, or above the next one where no more text follows; one within a line is a sign of it."""
        if self.has_text:
            self.picture_below = path
        else:
            self.picture = path

    def gap(self, following: str | None) -> None:
        """Put a space where an empty element parts two words that its style shows on two lines."""
        above = self.pieces[-1] if self.pieces else ""
        if following and above and following[:1].isupper() and not above[-1].isspace() and not above[-1].isupper():
            self.pieces.append(" ")

    @property
    def is_bold_so_far(self) -> bool:
        """Whether all text since the last border is a few words in bold that are no sentence: a heading in front of a line break."""
        text = "".join(self.pieces).strip()
        return 0 < len(text) <= _HEADING_CHARS and self.strong >= _ALL_BOLD * len(text.replace(" ", "")) and not ends_sentence(text)

    def flush(self, stack: list[_Frame]) -> None:
        self.breaks = 0
        if not self.has_text:
            self.pieces.clear()
            return
        self.has_text = False
        text = clean_line("".join(self.pieces))
        self.pieces.clear()
        linked, strong, lead_in, picture = self.linked, self.strong, self.lead_in if self.links == 1 else "", self.picture
        self.linked = self.strong = self.links = 0
        first_line = clean_line(self.first_line) if self.first_line else ""
        self.lead_in, self.first_line, self.picture, self.picture_below = "", "", self.picture_below, None
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
                strong >= _ALL_BOLD * len(text.replace(" ", "")),
                frame.heading_level,
                frame.marks,
                frame.list_number,
                clean_line(lead_in) if lead_in else "",
                picture,
                first_line=first_line,
                table_number=frame.table_number,
            )
        )


def read_blocks(tree: Any) -> list[PageBlock]:
    """Every paragraph of the page in page order, visible or not; scripts, styles and form fields are no text.

    Borders are those a reader sees: block elements, table cells and two line breaks in a row. Text is never joined across a
    border nor cut within one, so inline markup neither glues words nor splits them.
    """
    body = tree.find("body")
    root = tree if body is None else body
    reader, stack = _Reader(), [_Frame("body", "", (), "", (), (), False, 0, (), 0, 0)]
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
                if reader.breaks >= 2 or (reader.has_text and reader.is_bold_so_far):
                    reader.flush(stack)
                else:
                    if reader.has_text and not reader.first_line:
                        reader.first_line = "".join(reader.pieces)
                    reader.pieces.append(" ")
            elif tag == "a":
                if element.get("href") is not None:
                    in_link += 1
                    reader.open_link()
            elif tag == "img":
                reader.see_picture(stack[-1].path)
                if _is_drawn_letter(element):
                    reader.add(element.get("alt"), in_link > 0, in_strong > 0)
            elif tag in _EMPTY_TAGS and not len(element) and not element.text:
                reader.gap(element.tail)
            elif tag == "span" and _is_spoken_twin(element):
                skipping = element
                continue
            if _is_bold(element, tag):
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
        elif _is_bold(element, tag):
            in_strong -= 1
        if element is not root:
            reader.add(element.tail, in_link > 0, in_strong > 0)
    reader.flush(stack)
    return _join_drop_caps(reader.blocks)


def _frame_of(element: Any, tag: str, above: _Frame, number: int) -> _Frame:
    get = element.get
    own = " ".join([v for v in map(get, _ATTRIBUTES) if v]).lower() if element.attrib else ""
    hints = f"{above.hints} {own}"[-600:] if own else above.hints
    zones = (*above.zones[-40:], tag) if tag in _ZONE_TAGS else above.zones
    style = get("style")
    hidden = above.is_hidden or get("hidden") is not None or (style is not None and HIDDEN_STYLE.search(style) is not None)
    articles = (*above.articles, number) if tag == "article" else above.articles
    level = _HEADING_LEVELS.get(tag, above.heading_level)
    marks = (*above.marks[-20:], (number, own)) if own else above.marks
    list_number = number if tag in ("ul", "ol") else above.list_number
    table_number = number if tag == "table" else above.table_number
    return _Frame(tag, own, zones, hints, (*above.path[-60:], number), articles, hidden, level, marks, list_number, table_number)


def _is_bold(element: Any, tag: str) -> bool:
    return tag in ("b", "strong") or (tag == "span" and BOLD_STYLE.search(element.get("style") or "") is not None)


def _is_spoken_twin(element: Any) -> bool:
    """Whether an element says again what the one in front of it says: one of the two is drawn large, the other for screen readers."""
    twin = element.getprevious()
    if twin is None or (twin.tail or "").strip() or "true" not in (twin.get("aria-hidden"), element.get("aria-hidden")):
        return False
    said, again = ("".join(e.itertext()).strip() for e in (twin, element))
    return said == again != ""


def _is_drawn_letter(image: Any) -> bool:
    """Whether a picture stands for the first letter of the word behind it."""
    alt = image.get("alt") or ""
    return len(alt) == 1 and alt.isupper() and (image.tail or "")[:1].islower()


def _join_drop_caps(blocks: list[PageBlock]) -> list[PageBlock]:
    """The paragraphs with a letter that stands alone in front of the rest of its word put back; "A", "I" and "O" may be words."""
    joined: list[PageBlock] = []
    for block in blocks:
        letter = joined[-1].text if joined else ""
        if _DROP_CAP.fullmatch(letter) and block.text[0].islower() and not block.heading_level:
            joined.pop()
            block.text = letter + block.text
        joined.append(block)
    return joined
