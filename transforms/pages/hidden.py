"""Pages that hide their own text: streamed by the server and moved where they belong by a script, behind an offer to subscribe, or shown
only where there are no scripts."""

from __future__ import annotations

from typing import Any

from transforms.pages.paragraphs import HIDDEN_STYLE, PageBlock, read_blocks
from transforms.text import is_prose

# What is hidden is believed to be hidden while what is shown holds at least this share of all the prose of a page. So is
# what stands in `<noscript>`.
LEAST_SHOWN = 0.2
# Characters of hidden prose from which a page is looked at: a notice or a dialog has less.
_LEAST_HIDDEN = 400
# A paragraph that is mostly links is no prose.
_LINKED = 0.5


def show_hidden(tree: Any, blocks: list[PageBlock]) -> list[PageBlock]:
    """The page's paragraphs; where nearly all its prose is marked as hidden, those marks are taken off the tree, and it is read again.

    The paragraphs that were hidden then have `was_hidden`, so that the rule that took them can be seen.
    """
    prose = _prose(blocks)
    hidden = sum(len(b.text) for b in prose if b.is_hidden)
    shown = sum(len(b.text) for b in prose if not b.is_hidden)
    if hidden < _LEAST_HIDDEN or shown >= LEAST_SHOWN * (hidden + shown):
        return blocks
    were = {b.text for b in blocks if b.is_hidden}
    for element in tree.iter():
        if element.get("hidden") is not None:
            del element.attrib["hidden"]
        if element.get("style") is not None and HIDDEN_STYLE.search(element.get("style")):
            del element.attrib["style"]
        if element.get("aria-hidden") is not None:
            del element.attrib["aria-hidden"]
    again = read_blocks(tree)
    for block in again:
        block.was_hidden = block.text in were
    return again


def show_scriptless(tree: Any, blocks: list[PageBlock]) -> list[PageBlock]:
    """The page's paragraphs; where nearly all its prose stands in `<noscript>`, those elements become divisions, and the tree
    is read again."""
    elements = list(tree.iter("noscript"))
    within = sum(len(element.text_content()) for element in elements)
    if within < _LEAST_HIDDEN:
        return blocks
    shown = sum(len(b.text) for b in _prose(blocks))
    if shown >= LEAST_SHOWN * (shown + within):
        return blocks
    for element in elements:
        element.tag = "div"
    again = read_blocks(tree)
    prose = sum(len(b.text) for b in _prose(again))
    if prose - shown >= _LEAST_HIDDEN and shown < LEAST_SHOWN * prose:
        return again
    for element in elements:
        element.tag = "noscript"
    return blocks


def _prose(blocks: list[PageBlock]) -> list[PageBlock]:
    return [b for b in blocks if b.link_share < _LINKED and "nav" not in b.zones and "footer" not in b.zones and is_prose(b.text)]
