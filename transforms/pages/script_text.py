"""The text of pages that are put together by scripts: JSON-LD's `articleBody`, or markup within the page's data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from transforms.metadata.jsonld import Node, text_of
from transforms.pages.blocks import judge_form
from transforms.pages.page import parse_page
from transforms.pages.paragraphs import read_blocks
from transforms.text import clean_line, count_words, is_prose

_MOST_MARKUP = 500_000  # characters of one text; longer ones are data
_LEAST_WORDS = 60  # of sentences, from which on markup in a page's data is its text and no notice

# What all scripts of a page may hold to be searched; one string of a page's data seldom has more than a tenth of it.
_MAX_CHARS = 3_000_000
# Any string, short ones too: a match consumes what it has read, so that a script is read once whatever stands in it.
_STRING = re.compile(r'"([^"\\]*+(?:\\.[^"\\]*+)*+)(?:"|\\?\Z)', re.DOTALL)
_LONG = 300
_LINKED = 0.8  # share of its characters within links from which on a paragraph leads elsewhere
_MARKUP = re.compile(r"<(?:p|br|div|h[2-4])\b", re.IGNORECASE)
_DATA = re.compile(r'"\s*:\s*["\[{\d]')


def body_of_node(node: Node | None) -> list[str]:
    """The paragraphs of `articleBody`, without markup; none where the article's JSON-LD has no text of its own."""
    text = text_of(node.get("articleBody")) if node else None
    if not text or len(text) > _MOST_MARKUP:
        return []
    return _paragraphs_of(text) if "<" in text else [p for p in (clean_line(line) for line in re.split(r"\n+", text)) if p]


def find_script_text(scripts: Iterable[str]) -> list[str]:
    """The paragraphs of the longest piece of markup that stands as a string in the page's data or is a script's template, else none.

    Read only where the page itself shows no text. Strings within strings (data that holds data) are opened twice.
    """
    best: list[str] = []
    budget = _MAX_CHARS
    for script in scripts:
        budget -= len(script)
        if budget < 0:
            break
        is_template = script.lstrip().startswith("<") and _MARKUP.search(script)
        for text in [script] if is_template else _long_strings(script, 2):
            paragraphs = _paragraphs_of(text)
            if _prose_words(paragraphs) > _prose_words(best):
                best = paragraphs
    return best if _prose_words(best) >= _LEAST_WORDS else []


def _long_strings(source: str, depth: int) -> Iterable[str]:
    for m in _STRING.finditer(source):
        if m.end() - m.start() < _LONG:
            continue
        try:
            value: Any = json.loads(f'"{m.group(1)}"', strict=False)
        except ValueError:
            continue
        if _DATA.search(value):
            if depth:
                yield from _long_strings(value, depth - 1)
        elif _MARKUP.search(value):
            yield value


def _paragraphs_of(markup: str) -> list[str]:
    tree = parse_page(f"<html><body>{markup[:_MOST_MARKUP]}</body></html>")
    if tree is None:
        return []
    blocks = read_blocks(tree)
    shown = (b for b in blocks if not b.is_hidden and "figcaption" not in b.zones and b.link_share < _LINKED)
    return [b.text for b in shown if judge_form(b.text) is None]


def _prose_words(paragraphs: list[str]) -> int:
    return sum(count_words(p) for p in paragraphs if is_prose(p))
