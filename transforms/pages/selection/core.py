"""What trafilatura (https://github.com/adbar/trafilatura) takes for the article of a page."""

from __future__ import annotations

import functools
import logging
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass
from typing import Any

import trafilatura
import trafilatura.core
import trafilatura.xpaths
from lxml import html
from trafilatura.external import SANITIZED_XPATH, compare_extraction, justext_rescue
from trafilatura.htmlprocessing import convert_tags, tree_cleaning
from trafilatura.main_extractor import extract_content
from trafilatura.settings import BASIC_CLEAN_XPATH
from trafilatura.utils import trim

from transforms.pages.selection.expressions import FirstOfKinds, KindExpression, PossibleKinds
from transforms.text import bare_key

# Letters, of which one of a dense script counts three.
_SHORT = 40  # below which a paragraph must be one of the core's own
_LONG = 80  # from which on a paragraph may be in it for the most part
_PIECE = 16  # of a paragraph that is looked for in parts
_MOST_PIECES = 0.5  # share of the parts that must be found

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
        if length < _SHORT:
            return key in self.paragraphs
        if key in self.whole:
            return True
        if length < _LONG or len(key) < _PIECE:
            return False
        pieces = [key[i : i + _PIECE] for i in range(0, len(key) - _PIECE + 1, _PIECE)]
        return sum(p in self.whole for p in pieces) >= _MOST_PIECES * len(pieces)


_VIDEO_CHARS = len("VIDEO")  # of what readability writes in place of a frame with a film
_TIMES = 2  # the text that readability finds is taken from this number of times the length of trafilatura's own on


def may_be_longer(page: Any, body: Any, text: str) -> bool:
    """Whether readability, to which trafilatura compares what it found on a page, could find so much more that it would be taken.

    Not where the whole page has no more text than that, and what was found has paragraphs and is not mostly tables.
    """
    if not body.xpath(".//p//text()") or len(body.findall(".//table")) > len(body.findall(".//p")):
        return True
    shown = page.find("body")
    if shown is None:
        return True
    scripts = sum(len(trim(script.text or "")) - 1 for script in shown.iter("script", "style"))
    most = len(trim(shown.text_content())) - scripts + sum(_VIDEO_CHARS for _ in shown.iter("iframe"))
    return most > _TIMES * len(text)


def _extract_and_compare(cleaned: Any, _: Any, page: Any, options: Any) -> tuple[Any, str]:
    """What trafilatura chooses, without readability's third of the time, and the copy of the page that it is given, where that cannot be
    chosen: it is given an empty page then. Where justext cannot be chosen either nothing is compared."""
    body, text = extract_content(cleaned, options)
    is_longest = text and options.focus == "balanced" and not may_be_longer(page, body, text)
    if is_longest and len(text) >= options.min_extracted_size and not body.xpath(SANITIZED_XPATH):
        return body, text
    other = html.document_fromstring("<html><body></body></html>") if is_longest else copy(page)
    chosen, its_text = compare_extraction(functools.partial(_clean, page, options), other, body, text, options)
    return chosen, its_text


def _prepare_tree(tree: Any, options: Any, url: str | None) -> tuple[Any, None]:
    """The page cleaned and converted; the cleaned one that justext may be given, which is seldom, is made when it is."""
    return convert_tags(_clean(tree, options), options, url), None


def _clean(tree: Any, options: Any) -> Any:
    return tree_cleaning(copy(tree), options)


def _rescue(make_tree: Callable[[], Any], options: Any) -> tuple[Any, str]:
    """What justext finds."""
    body, text = justext_rescue(make_tree(), options)
    return body, text


# Lists of expressions that are put to every element of a page, and how those of them that use regular expressions are evaluated.
_QUICK = {
    "RAW_TREE_PRUNE_XPATH": PossibleKinds,
    "REMOVE_COMMENTS_AND_LISTS_XPATH": KindExpression,
    "OVERALL_DISCARD_XPATH": KindExpression,
    "BODY_XPATH": FirstOfKinds,
}
_Place = tuple[Any, Any]  # a list or a module's names, and where in it


def _find_quick_ways() -> Iterator[tuple[_Place, Any]]:
    """Where trafilatura is done otherwise here, and how: it has no settings for it. The tests hold what this relies on."""
    yield (vars(trafilatura.core), "_extract_and_compare"), _extract_and_compare
    yield (vars(trafilatura.core), "_prepare_tree"), _prepare_tree
    yield (vars(sys.modules["trafilatura.external"]), "justext_rescue"), _rescue
    baseline = sys.modules["trafilatura.baseline"]  # the package has a function of this name
    if KindExpression.can_evaluate(BASIC_CLEAN_XPATH.path):
        yield (vars(baseline), "BASIC_CLEAN_XPATH"), KindExpression(BASIC_CLEAN_XPATH)
    for name, kind in _QUICK.items():
        expressions = vars(trafilatura.xpaths).get(name, [])
        for position, expression in enumerate(expressions):
            if "re:test(" in expression.path and kind.can_evaluate(expression.path):
                yield (expressions, position), kind(expression)


_QUICK_WAYS = list(_find_quick_ways())
_AS_IT_COMES = [where[place] for (where, place), _ in _QUICK_WAYS]


def _set_quick_ways() -> None:
    for (where, place), way in _QUICK_WAYS:
        where[place] = way


@contextmanager
def as_it_comes() -> Iterator[None]:
    """Has trafilatura as it comes within, to be measured and compared with."""
    for ((where, place), _), way in zip(_QUICK_WAYS, _AS_IT_COMES, strict=True):
        where[place] = way
    try:
        yield
    finally:
        _set_quick_ways()


_set_quick_ways()


def extract_core(tree: Any, url: str | None) -> Core:
    """What trafilatura (https://github.com/adbar/trafilatura) takes for the article, comments left out."""
    try:
        # Any format but its own ("python") leaves out the printing of the text.
        found: Any = trafilatura.bare_extraction(tree, url=url, include_comments=False, with_metadata=False, output_format="txt")
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
