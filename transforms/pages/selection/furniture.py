"""Furniture within the text, told by structure alone, in any language: lists of links, teasers, repeated boxes, captions, pull quotes."""

from __future__ import annotations

import functools
import re
from collections import Counter, defaultdict
from itertools import pairwise

from transforms.pages.blocks import judge_form
from transforms.pages.paid import says_paid
from transforms.pages.paragraphs import PageBlock
from transforms.pages.selection.choice import Choice, running_text, signature_of
from transforms.pages.selection.region import TextRegion
from transforms.text import count_words, ends_sentence

_LEAST_QUOTED = 4  # different words of a quotation set apart; fewer stand in any paragraph

# Share of an item's characters within its link from which it leads elsewhere; a label may stand in front of the link.
_LINKED_ITEM = 0.5
_LEAST_ITEMS = 2
_SOME_LINK = 0.3
_VALUE_TAGS = ("td", "th", "dd", "dt")
# A list of links may have some items that end as sentences do: headlines that are quotations or questions.
_MOST_SENTENCES = 0.34
# The whole paragraph is the link: what stands beside it is punctuation.
_WHOLE = 0.95
# Words in front of a link that announce it ("Read more:"); longer ones are a sentence of the text.
_LEAD_IN_WORDS = 5
_HEADLINE_WORDS = 4
_LEAD_IN_END = re.compile(r"[:|»>›→：｜–—-]$")
_REPEATED = 3
_CAPTION_WORDS = 40
# Words of a pull quote that must stand, in any order, in one other paragraph.
_SAID_BEFORE = 0.7
_PULL_QUOTE_WORDS = 60
_PULL_QUOTE_CLASS = re.compile(r"(?:^|[\s_-])(?:pull-?_?quote|quote-?_?(?:pull|box)|pulled)(?:$|[\s_-])")
_SIGNATURE_WORDS = 10
# A table of results, line-ups or prices: this many cells at least, none of them with more words than a name and a score have.
_LEAST_CELLS = 4
_CELL_WORDS = 8
_SIGNOFF_WORDS = 6
_SIGNOFF = re.compile(r"[(（\[［][^()（）\[\]]{2,60}[)）\]］]\.?$")


def drop_link_lists(choices: list[Choice]) -> None:
    """Lists whose items are links and no sentences, with the heading above them."""
    lists: defaultdict[int, list[int]] = defaultdict(list)
    for i, c in enumerate(choices):
        if c.is_text and c.block.list_number and not c.block.heading_level:
            lists[c.block.list_number].append(i)
    for items in lists.values():
        blocks = [choices[i].block for i in items]
        if len(items) < _LEAST_ITEMS or any(b.link_share < _LINKED_ITEM for b in blocks):
            continue
        if sum(ends_sentence(b.text) for b in blocks) > _MOST_SENTENCES * len(blocks):
            continue
        for i in items:
            choices[i].decide("related", "link_list")
        above = choices[items[0] - 1] if items[0] else None
        if above is not None and above.role == "heading":
            above.decide("related", "link_list")


def drop_teasers(choices: list[Choice]) -> None:
    """Paragraphs that are one link, and links behind a few words that announce them ("Read more: …", the same words again and again)."""
    lead_ins = Counter(c.block.lead_in for c in choices if c.is_text and c.block.lead_in)
    last_piece = {c.block.path: i for i, c in enumerate(choices) if c.is_text and c.block.link_share <= _LINKED_ITEM}
    for i, c in enumerate(choices):
        b = c.block
        if not c.is_text or b.link_share <= _SOME_LINK or b.tag in _VALUE_TAGS or judge_form(b.text):
            continue
        if b.link_share >= _WHOLE and count_words(b.text) > _HEADLINE_WORDS and i > last_piece.get(b.path, -1) and not b.heading_level:
            c.decide("related", "linked_paragraph")
        elif b.lead_in and count_words(b.lead_in) <= _LEAD_IN_WORDS and (lead_ins[b.lead_in] > 1 or _LEAD_IN_END.search(b.lead_in)):
            rest = b.text[len(b.lead_in) :]
            if count_words(rest) >= _HEADLINE_WORDS:
                c.decide("related", "teaser_line")


def drop_repeated(choices: list[Choice], region: TextRegion) -> None:
    """What the page says three times outside the elements that hold the text: placeholders, notices, buttons.

    Where that is all that it says it is its text, and stays once.
    """
    times = Counter(c.block.text for c in choices)
    prose = running_text(choices)
    kept = prose[0] if prose and all(times[c.block.text] >= _REPEATED for c in prose) else None
    for c in choices:
        if (
            c.is_text
            and c is not kept
            and times[c.block.text] >= _REPEATED
            and c.block.parent not in region.parents
            and c.block.tag not in ("td", "th", "dd", "dt")
        ):
            c.decide("boilerplate", "repeated_box")


def mark_captions(choices: list[Choice], region: TextRegion) -> None:
    """Lines below a picture: in a small element of its own together with it, or directly behind it and no sentence."""
    sizes: Counter[int] = Counter(number for c in choices if c.is_text for number in c.block.path)
    for c in choices:
        b = c.block
        if not c.is_text or b.heading_level or b.picture is None or count_words(b.text) > _CAPTION_WORDS:
            continue
        shared = _shared(b.path, b.picture)
        own_frame = shared not in (0, *region.parents) and region.is_small(shared) and sizes[shared] <= 2
        bare = b.tag == "p" and not b.own and ends_sentence(b.text)
        if own_frame and not bare and not _is_table(b) and signature_of(b) not in region.signatures:
            c.decide("caption", "framed_with_picture")
        elif b.tag in ("p", "div", "span") and not ends_sentence(b.text) and not b.text.endswith((":", ",")) and b.list_number == 0:
            c.decide("caption", "below_picture")


def _shared(a: tuple[int, ...], b: tuple[int, ...]) -> int:
    """The innermost element of both paths, 0 for none."""
    both = set(a) & set(b)
    return max(both, default=0)


def _is_table(block: PageBlock) -> bool:
    return "table" in block.zones or block.list_number > 0


def drop_tables(choices: list[Choice]) -> None:
    """Tables whose cells are names and figures, no sentences; a table that lays out the page holds sentences."""
    tables: defaultdict[int, list[Choice]] = defaultdict(list)
    for c in choices:
        if c.is_text and c.block.table_number:
            tables[c.block.table_number].append(c)
    for cells in tables.values():
        texts = [c.block.text for c in cells]
        if len(cells) >= _LEAST_CELLS and not any(count_words(t) > _CELL_WORDS or (count_words(t) > 2 and ends_sentence(t)) for t in texts):
            for c in cells:
                c.decide("boilerplate", "table_of_figures")


def drop_pull_quotes(choices: list[Choice]) -> None:
    """A quotation set apart that says again what the text says, and the name of the speaker below a quotation."""
    texts = [(c, set(_words(c.block.text))) for c in running_text(choices) if not _is_pulled(c)]
    for c in choices:
        if not c.is_text:
            continue
        is_pulled = _is_pulled(c)
        if not (is_pulled or "blockquote" in c.block.zones) or count_words(c.block.text) > _PULL_QUOTE_WORDS:
            continue
        words = set(_words(c.block.text))
        others = (t for o, t in texts if o is not c and (is_pulled or "blockquote" not in o.block.zones))
        if len(words) >= _LEAST_QUOTED and any(len(words & t) >= _SAID_BEFORE * len(words) for t in others):
            c.decide("boilerplate", "pull_quote")
    for above, c in pairwise(choices):
        if (
            c.is_text
            and "blockquote" in c.block.zones
            and "blockquote" in above.block.zones
            and above.block.parent == c.block.parent
            and ends_sentence(above.block.text)
            and count_words(c.block.text) <= _SIGNATURE_WORDS
            and not ends_sentence(c.block.text)
        ):
            c.decide("credit", "quote_signature")


def _is_pulled(choice: Choice) -> bool:
    """Whether class names say of a paragraph, or of an element around it, that it is a pull quote."""
    return any(_names_pull_quote(own) for _, own in choice.block.marks)


@functools.lru_cache(maxsize=4_000)  # a site has few class names, and each stands around many paragraphs
def _names_pull_quote(own: str) -> bool:
    return _PULL_QUOTE_CLASS.search(own) is not None


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def mark_signoff(choices: list[Choice]) -> None:
    """A few words in brackets alone on the last line say where the text came from: "(Source: KNA/red)"."""
    last = next((c for c in reversed(choices) if c.is_text), None)
    if last and _SIGNOFF.fullmatch(last.block.text) and count_words(last.block.text) <= _SIGNOFF_WORDS:
        last.decide("credit", "bracketed_signoff")


def drop_paywall_box(choices: list[Choice], region: TextRegion) -> None:
    """All of an element below the text's first paragraphs in which a phrase says that the rest is for subscribers; the element is small, or
    has no other prose."""
    for i, notice in enumerate(choices):
        if not (notice.is_text and i and says_paid(notice.block.text)):
            continue
        own = len(notice.block.text)
        held = region.by_element
        boxes = (n for n in notice.block.path if held[n] <= min(own, region.total - 1) or (region.is_small(n) and n not in region.parents))
        box = next(boxes, 0)
        for c in choices:
            if (c is notice or (c.is_text and box in c.block.path)) and not judge_form(c.block.text):
                c.decide("boilerplate", "paywall_box")
