"""Which paragraphs of an HTML page are its article: trafilatura chooses, form and place correct it."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from typing import Any

import trafilatura

from transforms.blocks import SENTENCE_END, count_words, is_prose, judge_form
from transforms.byline import find_byline
from transforms.paragraphs import PageBlock
from transforms.records import Role

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)

_NOT_ALNUM = re.compile(r"[\W_]+")


@dataclass(slots=True)
class Choice:
    """A paragraph of the page with the role it got and the rule that decided."""

    block: PageBlock
    role: Role
    reason: str


def _key(text: str) -> str:
    return _NOT_ALNUM.sub("", text.casefold())


def extract_core(tree: Any, url: str | None) -> list[str]:
    """The paragraphs that trafilatura (https://github.com/adbar/trafilatura) takes for the article, comments left out."""
    try:
        found = trafilatura.bare_extraction(tree, url=url, include_comments=False, with_metadata=False)
    except Exception:  # trafilatura and lxml raise whatever broken markup leads them to; the caller has another way
        return []
    if found is None or found.body is None:
        return []
    texts = []
    for element in found.body.iter():
        for piece in (element.text, element.tail):
            if piece and piece.strip():
                texts.append(piece)
    return texts


def choose_blocks(blocks: list[PageBlock], tree: Any, url: str | None, title: str | None) -> list[Choice]:
    """Every paragraph of the page with its role, in page order."""
    core = _key("".join(extract_core(tree, url)))
    choices = [_first_choice(b, core) for b in blocks]
    _correct_by_form(choices, title)
    return choices


def _first_choice(block: PageBlock, core: str) -> Choice:
    key = _key(block.text)
    if key and (len(key) > 12 or block.heading_level) and _is_within(key, core):
        return Choice(block, "heading" if block.heading_level else "body", "main_text")
    return Choice(block, *_role_outside(block))


def _is_within(key: str, core: str) -> bool:
    """Whether the text is in the core, whole, or for a long one most of it (markup within a word may have cost some)."""
    if key in core:
        return True
    if len(key) < 80:
        return False
    pieces = [key[i : i + 16] for i in range(0, len(key) - 15, 16)]
    return sum(p in core for p in pieces) >= 0.5 * len(pieces)


def _role_outside(block: PageBlock) -> tuple[Role, str]:
    """The role of a paragraph that is not of the main text, from the place where it stands."""
    zones = block.zones
    if verdict := judge_form(block.text):
        return verdict.role, verdict.reason
    if "figcaption" in zones or ("figure" in zones and block.link_share < 0.5):
        return "caption", "in_figure"
    if find_byline(block.text):
        return "byline", "byline"
    if block.link_share > 0.8 and count_words(block.text) >= 4 and "nav" not in zones and "footer" not in zones:
        return "related", "link_text"
    if "nav" in zones:
        return "boilerplate", "navigation"
    if "footer" in zones:
        return "boilerplate", "footer"
    if "aside" in zones:
        return "related", "aside"
    return "boilerplate", "outside_main_text"


def _correct_by_form(choices: list[Choice], title: str | None) -> None:
    title_key = _key(title) if title else ""
    seen_title = False
    first = next((i for i, c in enumerate(choices) if c.role == "body" and is_prose(c.block.text)), len(choices))
    for i, c in enumerate(choices):
        if title_key and _key(c.block.text) == title_key and i <= first:
            if not seen_title and (c.block.heading_level or c.reason == "main_text"):
                c.role, c.reason, seen_title = "title", "page_title", True
            elif c.role in ("body", "heading"):
                c.role, c.reason = "boilerplate", "title_repeated"
            continue
        if c.role == "body":
            if "figcaption" in c.block.zones:
                c.role, c.reason = "caption", "in_figure"
            elif verdict := judge_form(c.block.text):
                c.role, c.reason = verdict.role, verdict.reason
            elif find_byline(c.block.text):
                c.role, c.reason = "byline", "byline"
    if title_key and not seen_title:
        for c in choices:
            if c.block.heading_level == 1 and _key(c.block.text) == title_key:
                c.role, c.reason = "title", "page_title"
                break


def drop_edge_headings(choices: list[Choice]) -> None:
    """A heading with no text of its own below it, or before the first paragraph, heads something else."""
    kept = [c for c in choices if c.role in ("body", "heading")]
    for c in reversed(kept):
        if c.role != "heading":
            break
        c.role, c.reason = "related", "heading_without_text"


def ends_sentence(text: str) -> bool:
    """Whether a paragraph ends as a sentence does."""
    return SENTENCE_END.search(text) is not None
