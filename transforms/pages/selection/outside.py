"""Text of the page that is not this article's: other articles, second copies, posts, teasers, what stands outside its element."""

from __future__ import annotations

from collections import Counter

from transforms.metadata.byline import find_byline
from transforms.metadata.dateline import is_date_line
from transforms.pages.blocks import judge_form, opens_related
from transforms.pages.selection.choice import LINKED, Choice, running_text, signature_of
from transforms.pages.selection.region import TextRegion, find_container
from transforms.text import bare_key, count_words, ends_sentence, is_prose

_MOST_APPENDED = 4  # articles that a page goes on with; the entries of a live blog are more
_LEAST_MAIN = 80  # words of the article that is meant; in a list of articles none has as many
_OPENING_LINES = 4  # of an article among which its headline stands: section, kicker, day
_SOME_LINK = 0.3  # share of its characters within links up to which a line is a sentence of the text
_LONG_LINK = 25  # words of a linked line that is a sentence
_TEASERS = 0.35  # share of the page's words that teasers at its end have at most, and of their lines that are linked headings at least

_LABEL_LINES = 6  # directly above a text that are labels, bylines and credits; what trafilatura takes further up is text of its own

# Paragraphs in a row that must stand in the order of an earlier text to be its second copy.
_COPIED = 3
_VALUE_TAGS = ("td", "dd")


def drop_other_articles(choices: list[Choice]) -> None:
    """A page that goes on with another article: only the one with the title, else with the first text, is meant.

    Entries of a live blog are articles of their own too; there are more of them than the two or three that sites append. An article
    without a headline of its own is a part of the one above.
    """
    sizes: Counter[int] = Counter()
    for c in running_text(choices):
        if c.block.articles:
            sizes[c.block.articles[0]] += count_words(c.block.text)
    if not 2 <= len(sizes) <= _MOST_APPENDED:
        return
    titled = next((c.block.articles[0] for c in choices if c.role == "title" and c.block.articles), None)
    main = titled if titled is not None and titled in sizes else next(iter(sizes))
    if sizes[main] < _LEAST_MAIN:
        return
    lines: Counter[int] = Counter()
    headed = set()
    for c in choices:
        article = c.block.articles[0] if c.block.articles else 0
        lines[article] += 1
        if c.block.heading_level and lines[article] <= _OPENING_LINES:
            headed.add(article)
    for c in choices:
        if c.is_text and c.block.articles and c.block.articles[0] != main and c.block.articles[0] in headed:
            c.decide("related", "other_article")


def drop_links(choices: list[Choice]) -> None:
    """Paragraphs that are links and no sentences lead elsewhere.

    Not the linked value in a row or list whose other values are text, nor a linked line above others of its own paragraph.
    """
    plain: Counter[int] = Counter()
    last_piece: dict[tuple[int, ...], int] = {}  # of a paragraph that line breaks cut: the last piece that is no link
    for i, c in enumerate(choices):
        if c.is_text and c.block.tag in _VALUE_TAGS:
            plain[c.block.parent] += 1 if c.block.link_share <= LINKED else -1
        elif c.is_text and c.block.tag == "p" and c.block.link_share <= _SOME_LINK:
            last_piece[c.block.path] = i
    for i, c in enumerate(choices):
        if not c.is_text or c.block.link_share <= LINKED:
            continue
        is_value = c.block.tag in _VALUE_TAGS and plain[c.block.parent] > 0
        is_sentence = c.role == "body" and (ends_sentence(c.block.text) or count_words(c.block.text) >= _LONG_LINK)
        if find_byline(c.block.text):
            c.decide("byline", "byline")
        elif not (is_value or is_sentence or i < last_piece.get(c.block.path, -1)):
            c.decide("related", "link_text")


def drop_second_copy(choices: list[Choice]) -> None:
    """Three paragraphs in a row that stood in the same order before, in another element, are a second copy for another kind of screen."""
    texts = running_text(choices)
    keys = [bare_key(c.block.text) for c in texts]
    first: dict[tuple[str, ...], int] = {}
    for i in range(len(keys) - _COPIED + 1):
        above = first.setdefault(tuple(keys[i : i + _COPIED]), i)
        if above <= i - _COPIED and texts[above].block.parent != texts[i].block.parent:
            for c in texts[i : i + _COPIED]:
                c.decide("boilerplate", "second_copy")


def drop_outside(choices: list[Choice], region: TextRegion) -> None:
    """What stands outside the element that holds the text: above it prose may be its start, all else is something else.

    Not prose marked up as the text is, which goes on behind an aside in an element of its own.
    """
    container = find_container(choices)
    inside = [i for i, c in enumerate(choices) if c.is_text and container in c.block.path]
    if not inside:
        return
    seen = {bare_key(choices[i].block.text) for i in inside}
    parents = {c.block.parent for c in running_text(choices)}
    for i, c in enumerate(choices):
        if not c.is_text or container in c.block.path:
            continue
        if bare_key(c.block.text) in seen:
            c.decide("boilerplate", "repeated_outside")
        elif i > inside[-1]:
            if not (is_prose(c.block.text) and signature_of(c.block) in region.signatures):
                c.decide("boilerplate", "after_the_text")
        elif (
            inside[0] - _LABEL_LINES <= i < inside[0]
            and not c.block.heading_level
            and not is_prose(c.block.text)
            and c.block.parent not in parents
        ):
            c.decide("boilerplate", "above_the_text")


def judge_forms(choices: list[Choice]) -> None:
    for c in choices:
        if not c.is_text:
            continue
        if "figcaption" in c.block.zones:
            c.decide("caption", "in_figure")
        elif verdict := judge_form(c.block.text):
            c.decide(verdict.role, verdict.reason)
        elif find_byline(c.block.text):
            c.decide("byline", "byline")
        elif is_date_line(c.block.text):
            c.decide("dateline", "date_line")


def mark_posts(choices: list[Choice]) -> None:
    """An embedded post: all paragraphs of the `<blockquote>` that a line "— Name (@handle) date" signs."""
    for signature in choices:
        if signature.reason != "social_post" or "blockquote" not in signature.block.zones:
            continue
        path = signature.block.path
        frame = path[-1] if signature.block.tag == "blockquote" or len(path) < 2 else path[-2]
        for c in choices:
            if c.is_text and frame in c.block.path:
                c.decide("social", "post_above_signature")


def drop_related_sections(choices: list[Choice]) -> None:
    """Below a line such as "More from …" short lines and linked ones lead elsewhere, a heading directly above text does not."""
    below = False
    for i, c in enumerate(choices):
        if _opens_section(c):
            below = True
            continue
        if below and c.is_text:
            following = next((o for o in choices[i + 1 :] if o.is_text), None)
            heads_text = following is not None and following.role == "body" and following.block.link_share < _SOME_LINK
            if c.role == "body" and is_prose(c.block.text):
                below = False
            elif (c.role == "heading" and not (heads_text and c.block.link_share < _SOME_LINK)) or c.block.link_share > _SOME_LINK:
                c.decide("related", "below_related_line")
    _drop_teasers_at_end(choices)


def _drop_teasers_at_end(choices: list[Choice]) -> None:
    """Where linked headings below such a line go on to the end of the page, all that follows it are teasers."""
    texts = [i for i, c in enumerate(choices) if c.is_text]
    total = sum(count_words(choices[i].block.text) for i in texts)
    for i, c in enumerate(choices):
        if not _opens_section(c):
            continue
        rest = [choices[k] for k in texts if k > i]
        headings = sum(r.role == "heading" and r.block.link_share > _SOME_LINK for r in rest)
        if rest and sum(count_words(r.block.text) for r in rest) < _TEASERS * total and headings >= _TEASERS * len(rest):
            for r in rest:
                r.decide("related", "below_related_line")
            return


def _opens_section(choice: Choice) -> bool:
    return (choice.role == "related" and choice.reason == "related_line") or (
        choice.block.heading_level > 0 and opens_related(choice.block.text)
    )


def drop_tail_headings(choices: list[Choice]) -> None:
    """A heading below which no text follows heads something else."""
    for c in reversed(choices):
        if c.role == "body":
            return
        if c.role == "heading":
            c.decide("related", "heading_without_text")
