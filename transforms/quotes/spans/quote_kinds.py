"""Whether marked words are a sentence or more (`direct`), words within the outlet's own sentence (`mixed`), or nobody's (`scare`)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.nlp.sentences import split_sentences
from transforms.quotes.spans.marks import Marked
from transforms.records import QuoteKind
from transforms.word_lists import any_of_set

# A tag of at most this number of words may interrupt a sentence: “It rained,” she said, “and we left.”
_TAG_WORDS = 8
# At most this number of marked words are a sentence only with a comma, "!" or "?" at their end.
_FEW_WORDS = 2
# What stands right before marks and makes them part of the outlet's own phrase: "the “…”", "of “…”".
_BELONGS = re.compile(rf"(?:^|\s)(?:{any_of_set('quotes/words.csv', 'phrase openers')})\s+$", re.IGNORECASE)
# What a sentence of its own follows: the end of another one, with its marks.
_FRESH = re.compile(r"[.!?][”\"’»)]*\s+$")
_OPENER_REACH = 12  # code points: the longest of these words with what is around it


def find_kinds(text: str, marked: Sequence[Marked], titles: Sequence[bool], part: str) -> tuple[QuoteKind, ...]:
    """The kind of each marked span of a paragraph; `titles` says which of them are names of works or things."""
    kinds: list[QuoteKind] = []
    for i, (m, title) in enumerate(zip(marked, titles, strict=True)):
        before = marked[i - 1] if i else None
        if title:
            kinds.append("scare")
        elif before is not None and kinds[-1] == "direct" and _goes_on(text, before, m):
            kinds.append("direct")
        else:
            kinds.append(_kind(text, m, part))
    return tuple(kinds)


def _goes_on(text: str, before: Marked, m: Marked) -> bool:
    """Whether only a tag stands between two marked spans of one sentence: “It rained,” she said, “and we left.”"""
    tag = text[before.outer.end : m.outer.start]
    ends = text[before.span.end - 1 : before.span.end] == ","
    return ends and len(tag.split()) <= _TAG_WORDS and tag.rstrip().endswith(",") and not re.search(r"[.!?]\s", tag)


def _kind(text: str, m: Marked, part: str) -> QuoteKind:
    words = m.span.of(text).split()
    first = next((c for c in m.span.of(text) if c.isalnum()), "")
    last, behind = m.span.of(text).rstrip("’'”\"»")[-1:], text[m.outer.end : m.outer.end + 1]
    if part == "title" or not (first.isupper() or first.isdigit()):
        return "mixed"
    if last not in "!?" and _BELONGS.search(text[max(0, m.outer.start - _OPENER_REACH) : m.outer.start]):
        return "mixed"  # "for the “Salt Road,” which", though in capitals
    if len(split_sentences(m.span.of(text))) > 1:
        return "direct"
    if len(words) <= _FEW_WORDS:
        is_answer = last in ",!?" and text[m.outer.end :].strip()
        return "direct" if is_answer or (last == "." and _FRESH.search(text[: m.outer.start])) else "mixed"
    return "direct" if last in ".,!?…—-" or (behind and behind in ",.") or m.is_open else "mixed"
