"""Whether the rest of an article is for subscribers: what its data, its head and the lines around its text say."""

from __future__ import annotations

import functools
import re

from transforms.metadata.jsonld import Node, is_stated_paid, says_no, types_of
from transforms.pages.paragraphs import PageBlock
from transforms.pages.selection.choice import LINKED, Choice
from transforms.word_lists import read_lines, read_sequence, read_words

# What somebody is quoted to have read on a page is no notice of this one.
_QUOTED = re.compile(r"[\"“„«「][^\"“”»」]*[\"“”»」]")
_SENTENCE_END = re.compile(r"(?<=[.!?。！？])\s*")
_NOTICE_CHARS = 110  # no sentence of a notice is longer; longer ones tell of one
_NEAR_LINES = 12  # below the text among which its notice stands; what follows is of other articles
_ELSEWHERE = frozenset(("nav", "footer", "aside", "header"))  # elements whose lines belong to the site or to other articles
_COMMENTS = frozenset(("comments_section", "comments_class"))


@functools.cache
def paywall_pattern() -> re.Pattern[str]:
    """An expression for what pages say where the rest of a text is for subscribers, for texts in lower case: it is many times as quick
    as one that ignores case."""
    return re.compile("|".join(f"(?:{line})" for line in read_lines("pages/paywall_phrases.txt")))


@functools.lru_cache(maxsize=2_000)  # asked of the same paragraph twice
def says_paid(text: str) -> bool:
    """Whether a line says, in its own words, that the rest of a text is for subscribers; not that comments or newsletters are.

    >>> says_paid("Subscribe to continue reading"), says_paid("“Subscribe to continue reading” is all that she saw.")
    (True, False)
    """
    lowered = text.lower()
    if not any(stem in lowered for stem in read_sequence("pages/words.csv", "paid stems")):
        return False
    sentences = [s for s in _SENTENCE_END.split(_QUOTED.sub("", lowered)) if s and len(s) <= _NOTICE_CHARS]
    others = read_sequence("pages/words.csv", "beside the text")
    return any(paywall_pattern().search(s.strip()) and not any(word in s for word in others) for s in sentences)


def is_paid(node: Node | None, nodes: list[Node], metas: dict[str, list[str]], notices: list[str]) -> bool:
    """Whether the page says that its article is not free: in its data, in its head, or in a line beside or below the text."""
    return _is_stated_in_data(node, nodes) or _is_stated_in_head(metas) or any(map(says_paid, notices))


def _is_stated_in_data(node: Node | None, nodes: list[Node]) -> bool:
    """Whether the article's node says so, or that of the page where the article's says nothing."""
    if node is not None and (is_stated_paid(node, nodes) or "isAccessibleForFree" in node):
        return is_stated_paid(node, nodes)
    return any(is_stated_paid(n, nodes) for n in nodes if any(t.endswith("WebPage") for t in types_of(n)))


def _is_stated_in_head(metas: dict[str, list[str]]) -> bool:
    tiers = (*metas.get("article:content_tier", ()), *metas.get("og:article:content_tier", ()))
    return any(t.lower() in read_words("pages/paid_tiers.txt") for t in tiers) or any(map(says_no, metas.get("isaccessibleforfree", ())))


def find_notices(choices: list[Choice]) -> list[str]:
    """The lines that were left out between the title and a few lines below the text, but for comments, links and what is hidden."""
    texts = [i for i, c in enumerate(choices) if c.role == "body"]
    if not texts:
        return []
    start = next((i for i, c in enumerate(choices[: texts[0]]) if c.role == "title"), texts[0])
    near = choices[start : texts[-1] + 1 + _NEAR_LINES]
    below = range(texts[-1] + 1 - start, len(near))
    end = next((i for i in below if near[i].reason in _COMMENTS), len(near))
    return [c.block.text for c in near[:end] if c.role in ("boilerplate", "related") and _is_shown_here(c.block)]


def _is_shown_here(block: PageBlock) -> bool:
    return not block.is_hidden and block.link_share <= LINKED and _ELSEWHERE.isdisjoint(block.zones)
