"""What trafilatura (https://github.com/adbar/trafilatura) takes for the article of a page."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from typing import Any

import trafilatura

from transforms.text import bare_key

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)

# Scripts of which one character says as much as three Latin letters.
_DENSE = re.compile("[\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")


@dataclass(frozen=True, slots=True)
class Core:
    """What trafilatura takes for the article: all of it as one key, and the keys of its paragraphs."""

    whole: str
    paragraphs: frozenset[str]

    def holds(self, text: str) -> bool:
        """Whether a paragraph of the page is in it: a short one as a paragraph, a long one whole or for most of it."""
        key = bare_key(text)
        length = len(key) if key.isascii() else len(key) + 2 * len(_DENSE.findall(key))
        if length < 40:
            return key in self.paragraphs
        if key in self.whole:
            return True
        if length < 80 or len(key) < 16:
            return False
        pieces = [key[i : i + 16] for i in range(0, len(key) - 15, 16)]
        return sum(p in self.whole for p in pieces) >= 0.5 * len(pieces)


def extract_core(tree: Any, url: str | None) -> Core:
    """What trafilatura (https://github.com/adbar/trafilatura) takes for the article, comments left out."""
    try:
        found: Any = trafilatura.bare_extraction(tree, url=url, include_comments=False, with_metadata=False)
    except Exception:  # trafilatura and lxml raise whatever broken markup leads them to; the caller has another way
        found = None
    if found is None or found.body is None:
        return Core("", frozenset())
    whole, paragraphs = [], set()
    for element in found.body.iter():
        pieces = [bare_key(t) for t in (element.text, element.tail) if t]
        whole.extend(pieces)
        paragraphs.update(pieces)
        if element.tag not in ("body", "list", "table", "quote"):
            paragraphs.add(bare_key("".join(element.itertext())))
    return Core("".join(whole), frozenset(p for p in paragraphs if p))
