"""Title, standfirst and what else stands above the text of a page."""

from __future__ import annotations

import re

from transforms.metadata.shown_day import is_day_line, is_named_day_line
from transforms.pages.paragraphs import PageBlock
from transforms.pages.selection.choice import Choice, running_text, signature_of
from transforms.pages.selection.region import TextRegion
from transforms.text import bare_key, count_words, ends_sentence, is_prose
from transforms.word_lists import any_of_set

# A line that is the title has at most this many characters more than the title's letters: no punctuation makes up for more.
_TITLE_TIMES = 4
_TITLE_MORE = 50
# Letters of a kicker in front of a title, and of a title that is no word of another line's end.
_KICKER_LETTERS = 60
_KICKED_LETTERS = 15
_REPEATED_WORDS = 30  # of a line that says the title again
_LEAST_BELOW = 150  # characters of text below the title for it to head a text
# Letters of a description, and of a line that begins it, to be no label.
_STATED_LETTERS = 30
_BEGUN_LETTERS = 60
_LEAST_STANDFIRST = 6  # words
_SECTION_WORDS = 12  # of a heading of a section; longer ones are paragraphs
_SOME_LINK = 0.3  # share of its characters within links up to which a line is a sentence of the text

_STANDFIRST_HINT = re.compile(rf"(?:^|[\s_-])(?:{any_of_set('pages/words.csv', 'standfirst classes')})(?:$|[\s_-])")
_LEAD_WORDS = 12  # words of a heading that is a paragraph
_HEAD_PARAGRAPHS = 3  # of the text among which its day may stand: a lead, and what a byline parts from it
_MOST_DAY_LINES = 2  # published and updated, or one at each end
_LEAD_DISTANCE = 4  # lines below the title among which a lead stands


def mark_title(choices: list[Choice], title: str | None) -> None:
    """The first heading that is the page's title, else one in which a kicker stands before it, else the first paragraph that is it."""
    key = bare_key(title) if title else ""
    long = _TITLE_TIMES * len(key) + _TITLE_MORE
    near = [c for c in choices if key and len(c.block.text) <= long and "nav" not in c.block.zones]
    near.sort(key=lambda c: c.block.is_hidden)  # a hidden copy, as of a teaser in a carousel, only where nothing else is
    same = [c for c in near if bare_key(c.block.text) == key]
    first = next((i for i, c in enumerate(choices) if c.role == "body" and is_prose(c.block.text)), len(choices))
    head = {id(c) for c in choices[:first]}  # within the text such a line is a heading of its own
    kickers = [c for c in near if id(c) in head and c.block.heading_level and _has_kicker(bare_key(c.block.text), key)]
    best = next((c for c in same if c.block.heading_level == 1), None) or next((c for c in same if c.block.heading_level), None)
    best = best or next(iter(kickers), None) or next((c for c in same if c.is_text), None)
    if best is None:
        return
    best.decide("title", "page_title")
    for c in (*same, *kickers):
        if c is not best and c.is_text and (c.block.heading_level or count_words(c.block.text) < _REPEATED_WORDS):
            c.decide("boilerplate", "title_repeated")


def _has_kicker(key: str, title: str) -> bool:
    """Whether a line is a title with a few words in front, by the letters of both."""
    return len(title) >= _KICKED_LETTERS and key != title and key.endswith(title) and len(key) - len(title) <= _KICKER_LETTERS


def drop_above_title(choices: list[Choice]) -> None:
    """What stands above the title is no text where more running text stands below it: notices, tips, labels of players."""
    start = next((i for i, c in enumerate(choices) if c.role == "title"), 0)
    above, below = running_text(choices[:start]), running_text(choices[start:])
    if sum(len(c.block.text) for c in below) > max(_LEAST_BELOW, sum(len(c.block.text) for c in above)):
        for c in choices[:start]:
            if c.is_text:
                c.decide("boilerplate", "above_the_title")


def mark_day_lines(choices: list[Choice]) -> None:
    """A line of the day at either end of the text; with the name of an outlet or a place beside it only in front of the first sentences.

    Where many stand in the text it is a chronicle, and they are its headings.
    """
    texts = [c for c in choices if c.is_text]
    if sum(is_day_line(c.block.text) for c in texts) > _MOST_DAY_LINES:
        return
    first = next((i for i, c in enumerate(texts) if is_prose(c.block.text) and not is_day_line(c.block.text)), len(texts))
    for i, c in enumerate(texts):
        at_end = i < _HEAD_PARAGRAPHS or i == len(texts) - 1
        if (at_end and is_day_line(c.block.text)) or (i < first and is_named_day_line(c.block.text)):
            c.decide("dateline", "date_line")


def settle_head(choices: list[Choice], title: str | None, description: str | None, region: TextRegion) -> None:
    """Between the title and the text: standfirst, kicker, and the title said again.

    A summary that stands in the text's own element, as one of its paragraphs, is the text's first paragraph.
    """
    first = next((i for i, c in enumerate(choices) if c.role == "body" and is_prose(c.block.text)), len(choices))
    start = next((i for i, c in enumerate(choices) if c.role == "title"), 0)
    wanted = bare_key(description) if description else ""
    title_key = bare_key(title) if title else ""
    found = False
    later = {signature_of(c.block) for c in choices[first:] if c.role == "heading"}
    for i, c in enumerate(choices[: first + 1]):
        key = bare_key(c.block.text)
        if c.role in ("title", "byline", "caption", "credit", "dateline") or (i == first and not _is_marked_standfirst(c.block)):
            continue
        is_of_text = i == first - 1 and _is_section_heading(c, later)
        if _is_lead_of_text(c, choices[start], region):
            c.decide("body", "among_main_text")
        within = c.is_text and c.block.parent in region.parents
        states = len(wanted) > _STATED_LETTERS and (key == wanted or (len(key) > _BEGUN_LETTERS and wanted.startswith(key)))
        is_summary = c.block.heading_level >= 2 or _is_marked_standfirst(c.block)
        marked = i > start and count_words(c.block.text) >= _LEAST_STANDFIRST and is_summary
        if (
            not found
            and not within
            and (states or (marked and not is_of_text and c.reason not in ("navigation", "footer", "link_text")))
            and not (title_key and (key == title_key or _has_kicker(key, title_key)))
        ):
            c.decide("standfirst", "page_description" if states else "marked_as_standfirst")
            found = True
        elif not found and _is_lead(c, choices[start], i - start):
            c.decide("standfirst", "lead_below_title")
            found = True
        elif c.role == "heading" and not is_of_text and not within:
            c.decide("boilerplate", "above_the_text")  # headings of the text's own kind, like a live blog's first, stay


def _is_section_heading(choice: Choice, later: set[str]) -> bool:
    """Whether a line directly above the text is a heading as those within it are: a live blog's first, a first section's."""
    return choice.role == "heading" and signature_of(choice.block) in later and count_words(choice.block.text) < _SECTION_WORDS


def _is_marked_standfirst(block: PageBlock) -> bool:
    return _STANDFIRST_HINT.search(block.own) is not None


def _is_lead(choice: Choice, title: Choice, distance: int) -> bool:
    """Whether a sentence left out stands directly below the title, in an element that also holds the title: a lead without a name."""
    b = choice.block
    near = 0 < distance <= _LEAD_DISTANCE and title.role == "title"
    together = bool(set(title.block.path[-3:-1]) & set(b.path))
    is_sentence = b.link_share < _SOME_LINK and is_prose(b.text) and not b.list_number
    return near and together and choice.reason == "outside_main_text" and is_sentence


def _is_lead_of_text(choice: Choice, title: Choice, region: TextRegion) -> bool:
    """Whether a sentence marked up as a heading opens the text's own element, in which the title does not stand: its first paragraph."""
    b = choice.block
    own = b.parent in region.parents and title.block.parent != b.parent
    return own and b.heading_level > 1 and b.link_share < _SOME_LINK and count_words(b.text) >= _LEAD_WORDS and ends_sentence(b.text)
