"""The role of each paragraph before its neighbours are looked at: what trafilatura takes, and the form and position of the rest."""

from __future__ import annotations

from transforms.metadata.byline import find_byline
from transforms.pages.blocks import judge_form
from transforms.pages.paragraphs import PageBlock
from transforms.pages.selection.choice import LINKED, Choice
from transforms.pages.selection.core import Core
from transforms.records import Role
from transforms.text import count_words, ends_sentence

_SENTENCE_WORDS = 12  # of a heading that is a paragraph
_FIGURE_LINKED = 0.5  # share of its characters within links from which on a line in a figure is no caption
_LINK_WORDS = 4  # of a link that leads to an article; shorter ones are names and labels


def first_choice(block: PageBlock, core: Core, without: frozenset[str]) -> Choice:
    """A paragraph of the page as its own text and position have it."""
    if not block.is_hidden and core.holds(block.text):
        # Some sites mark up whole paragraphs as headings.
        is_heading = block.heading_level and not (count_words(block.text) >= _SENTENCE_WORDS and ends_sentence(block.text))
        return Choice(block, "heading" if is_heading else "body", "hidden_but_shown" if block.was_hidden else "main_text", without)
    return Choice(block, *_role_outside(block), without)


def _role_outside(block: PageBlock) -> tuple[Role, str]:
    """The role of a paragraph that is not of the main text, from its form and where it stands."""
    zones = block.zones
    if "nav" in zones:
        return "boilerplate", "navigation"
    if verdict := judge_form(block.text):
        return verdict.role, verdict.reason
    if "figcaption" in zones or ("figure" in zones and block.link_share < _FIGURE_LINKED):
        return "caption", "in_figure"
    if "footer" in zones:
        return "boilerplate", "footer"
    if find_byline(block.text):
        return "byline", "byline"
    if block.link_share > LINKED and count_words(block.text) >= _LINK_WORDS:
        return "related", "link_text"
    if "aside" in zones:
        return "related", "aside"
    return "boilerplate", "hidden" if block.is_hidden else "outside_main_text"
