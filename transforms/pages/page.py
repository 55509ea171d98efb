"""An HTML page: its tree, cut to a size that can be read, and what its head states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import islice
from typing import Any

from lxml import etree, html

from transforms.text import clean_line

_LONG_TAG_CHARS = 50_000

# A page with more elements than this is read no further: no article needs them, and every later step is linear in them.
MAX_ELEMENTS = 25_000
_GROUPING = re.compile(
    r"</?(div|section|center|span|font|b|i|em|strong|u|small|big|tt|ins|del|ul|ol|li|table|tbody|tr|td|blockquote)\b[^>]*>", re.IGNORECASE
)
# Reading a tag takes libxml2 time that grows with the square of its attributes.
_LONG_TAG = re.compile(r"(<[a-zA-Z][^\s<>]{0,40})[^<>]{50000,}+>")
_SCRIPT = re.compile(r"<(script|style)\b[^>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_LONG_SCRIPT = 1_000_000
# Ends of paragraphs and breaks that stand as text, and how many make a text of escaped markup rather than one that speaks of it.
_ESCAPED = re.compile(r"</(?:p|div|h[1-6]|li|blockquote)>|<br\s*/?>", re.IGNORECASE)
_LEAST_ESCAPED = 2
# A few letters set apart within a sentence, which stand as text; a page that says so in two paragraphs was escaped.
_ESCAPED_INLINE = re.compile(r"<(a|abbr|b|cite|em|i|mark|q|s|span|strong|sub|sup|u)(?:\s[^<>]*)?>[^<>]*</\1\s*>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{2,6}|#x[0-9a-f]{2,5}|[a-z]{2,8}\d?);", re.IGNORECASE)
_ESCAPED_TWICE = re.compile(rf"&lt;/?[a-z]|&amp;{_ENTITY.pattern[1:]}", re.IGNORECASE)
_CODE_TAGS = frozenset(("code", "pre", "kbd", "samp", "script", "style", "textarea"))
_TAG = re.compile(r"<[^>]*>")
_PAGE_END = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
# lxml.html asks Python for the class of each element it touches; one class for all, known beforehand, saves a tenth of the time.
_ONE_CLASS = etree.ElementDefaultClassLookup(element=html.HtmlElement)


def parse_page(text: str) -> Any | None:
    """The tree of the page's elements, or None where there is none. Broken markup is repaired as libxml2 repairs it.

    libxml2 drops everything below 256 levels without a word that reaches us other than in its log; such a page is read
    again without the elements that only group or style text.
    """
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text[:1000]) + text[1000:]
    # Between two "<" stand a tag and the text behind it: a tag is long where its ">" comes late.
    pieces = text.split("<")
    if max(map(len, pieces)) > _LONG_TAG_CHARS and any(p.find(">") > _LONG_TAG_CHARS for p in pieces):
        text = _LONG_TAG.sub(r"\1>", text)
    tree, is_cut = _parse(text)
    if tree is not None and tree.getnext() is not None:  # libxml2 begins a new tree behind "</html>", where a browser goes on with the page
        text = _PAGE_END.sub("", text)
        tree, is_cut = _parse(text)
    if is_cut:
        tree, is_cut = _parse(_flatten(_GROUPING, text))
        if is_cut:
            tree, _ = _parse(f"<html><body>{_flatten(_TAG, text)}</body></html>")
    return tree


def _flatten(tags: re.Pattern[str], text: str) -> str:
    """The markup without those tags, a paragraph's border where one or more of them stood."""
    return re.sub(r"(?:\x00\s*)+", "<br><br>", tags.sub("\x00", text.replace("\x00", "")))


def drop_long_scripts(text: str) -> str:
    """The page without scripts and styles so long that they would crowd out its text."""
    return _SCRIPT.sub(lambda m: m.group() if len(m.group()) < _LONG_SCRIPT else "", text)


def _parse(text: str) -> tuple[Any | None, bool]:
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, huge_tree=False)
    parser.set_element_class_lookup(_ONE_CLASS)
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None, False
    return tree, any("Excessive depth" in entry.message for entry in list(parser.error_log)[-3:])


def is_escaped_twice(text: str) -> bool:
    """Whether markup or entities may stand as text in a page: "&lt;p&gt;", "&amp;rsquo;"."""
    return _ESCAPED_TWICE.search(text) is not None


def open_escaped(tree: Any) -> None:
    """Put elements in place of markup that stands as text ("&lt;p&gt;"), and letters in place of entities that do, in place; not where
    code is shown."""
    for element in tree.iter():
        if element.tag not in _CODE_TAGS and element.text and "&" in element.text:
            element.text = _read_entities(element.text)
        if element.tail and "&" in element.tail:
            element.tail = _read_entities(element.tail)
    shown = [e for e in tree.iter("div", "section", "article", "p", "td", "li", "span") if e.text and "<" in e.text and not len(e)]
    has_inline = sum(_ESCAPED_INLINE.search(e.text) is not None for e in shown) >= _LEAST_ESCAPED
    for element in shown:
        text = element.text
        if len(_ESCAPED.findall(text)) >= _LEAST_ESCAPED or (has_inline and _ESCAPED_INLINE.search(text)):
            opened = html.fragment_fromstring(text, create_parent=element.tag)
            element.text = opened.text
            element.extend(list(opened))


def _read_entities(text: str) -> str:
    return _ENTITY.sub(lambda found: unescape(found[0]), text)


def prune_oversize(tree: Any) -> bool:
    """Cuts what comes after the first `MAX_ELEMENTS` elements, in place. True where something was cut."""
    if tree.xpath("count(descendant-or-self::*)") <= MAX_ELEMENTS:
        return False
    element = next(islice(tree.iter(), MAX_ELEMENTS, None))
    while (parent := element.getparent()) is not None:
        position = parent.index(element)
        del parent[position + (1 if element is not None and len(element) else 0) :]
        element = parent
    return True


def read_metas(tree: Any) -> dict[str, list[str]]:
    """The page's `<meta>` contents by lower-case name, property or itemprop, in page order."""
    found: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        content = meta.get("content")
        if not content:
            continue
        for key in ("name", "property", "itemprop", "http-equiv"):
            if name := meta.get(key):
                found.setdefault(name.strip().lower(), []).append(clean_line(unescape(content[:5000])))
    return found


def iter_jsonld(tree: Any) -> Iterator[str]:
    """The text of each JSON-LD script."""
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            yield script.text
