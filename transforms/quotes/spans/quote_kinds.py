"""Whether marked words are a sentence or more (`direct`), words within the outlet's own sentence (`mixed`), or nobody's (`scare`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from transforms.nlp.sentences import split_sentences
from transforms.quotes.cues import plain_forms, read_cues
from transforms.quotes.spans.marks import Marked
from transforms.records import QuoteKind
from transforms.word_lists import any_of_set, read_set

# A tag of at most this number of words may interrupt a sentence: “It rained,” she said, “and we left.” Longer ones begin with a cue.
_TAG_WORDS = 8
_LONG_TAG_WORDS = 25
# The words of a tag that hold its cue: "says her brother".
_TAG_OPENING = 4
# At most this number of marked words are a sentence only with a comma, "!" or "?" at their end.
_FEW_WORDS = 2
# What stands right before marks and makes them part of the outlet's own phrase: "the “…”", "of “…”".
_BELONGS = re.compile(rf"(?:^|\s)(?:{any_of_set('quotes/words.csv', 'phrase openers')})\s+$", re.IGNORECASE)
# What a sentence of its own follows: the end of another one, with its marks.
_FRESH = re.compile(r"[.!?][”\"’»)]*\s+$")
_SENTENCE_WORDS = 5  # marked words from which on they are a sentence without a stop where a tag follows
_OPENER_REACH = 12  # code points: the longest of these words with what is around it
# A word right behind marks, which may be the noun that their words belong to: the “Go home!” sign.
_WORD_BEHIND = re.compile(r"\s([^\W\d_][\w’'\-]*)")
# A word right before marks, and no mark of any kind between.
_LAST_WORD = re.compile(r"([^\W\d_]+)\s$")
# What stands between the words of a list: “Ding,” “Dong” and even “Boom”.
_LISTED = re.compile(r",?\s*(?:(?:and|or)\s(?:even\s)?)?")


def find_kinds(
    text: str, marked: Sequence[Marked], titles: Sequence[bool], part: str, verbless: Sequence[bool] | None = None
) -> tuple[QuoteKind, ...]:
    """The kind of each marked span of a paragraph; `titles` says which of them are names of works or things, `verbless` which are
    known to hold no finite verb."""
    kinds: list[QuoteKind] = []
    for i, (m, title) in enumerate(zip(marked, titles, strict=True)):
        before = marked[i - 1] if i else None
        if title:
            kinds.append("scare")
        elif before is not None and kinds[-1] == "direct" and _goes_on(text, before, m):
            kinds.append("direct")
        elif any(_is_listed(text, a, b) for a, b in pairwise(marked[max(0, i - 1) : i + 2])):
            kinds.append("mixed")
        else:
            kind = _kind(text, m, part)
            kinds.append("mixed" if verbless is not None and verbless[i] and _is_led_into(text, m) else kind)
    return tuple(kinds)


def _goes_on(text: str, before: Marked, m: Marked) -> bool:
    """Whether only a tag stands between two marked spans of one sentence: “It rained,” she said, “and we left.”"""
    tag = text[before.outer.end : m.outer.start]
    ends = before.span.of(text).endswith((",", "…", "..."))
    if not ends or not tag.rstrip().endswith(",") or re.search(r"[.!?]\s", tag):
        return False
    words = tag.split()
    opening = {w.strip(",").lower() for w in words[:_TAG_OPENING]}
    return len(words) <= _TAG_WORDS or (len(words) <= _LONG_TAG_WORDS and any(_is_spoken_by(w) for w in opening))


def _is_listed(text: str, before: Marked, m: Marked) -> bool:
    """Whether a few words and those behind them stand in one list of names or cries: “Ding,” “Dong!” and even “Boom”."""
    is_few = max(len(x.span.of(text).split()) for x in (before, m)) <= _FEW_WORDS
    return is_few and _LISTED.fullmatch(text, before.outer.end, m.outer.start) is not None


def _is_before_noun(text: str, m: Marked) -> bool:
    """Whether the outlet's sentence goes on right behind the marks, with no cue: the “Go home!” sign."""
    behind = _WORD_BEHIND.match(text, m.outer.end)
    if behind is None or (low := behind[1].lower()) in read_set("quotes/words.csv", "subject pronouns"):
        return False
    return not _is_spoken_by(low)


def _has_bare_tag(text: str, m: Marked) -> bool:
    """Whether marked words that nothing leads into go straight on to a tag, without a comma: “We thank them all” says Orlo."""
    is_alone = not text[: m.outer.start].strip() or _FRESH.search(text[: m.outer.start]) is not None
    behind = _WORD_BEHIND.match(text, m.outer.end)
    return is_alone and behind is not None and behind[1].lower() in plain_forms()


def _is_spoken_by(low: str) -> bool:
    """Whether a word mostly reports speech."""
    cue = read_cues().get(low)
    return cue is not None and cue.group == "say" and cue.is_strong


def _is_led_into(text: str, m: Marked) -> bool:
    """Whether the outlet's sentence leads into words that are no cry without a comma, and the last one before is no verb of saying."""
    before = _LAST_WORD.search(text[: m.outer.start])
    is_cry = m.span.of(text)[-1:] in ("!", "?")
    return before is not None and not _is_spoken_by(before[1].lower()) and not m.is_open and not is_cry


def _kind(text: str, m: Marked, part: str) -> QuoteKind:
    words = m.span.of(text).split()
    first = next((c for c in m.span.of(text) if c.isalnum()), "")
    last, behind = m.span.of(text).rstrip("’'”\"»")[-1:], text[m.outer.end : m.outer.end + 1]
    is_fresh = last in ".!?" and len(words) > _FEW_WORDS and _FRESH.search(text[: m.outer.start]) is not None
    if part == "title" or not (first.isupper() or first.isdigit() or is_fresh):
        return "mixed"
    if (last not in "!?" or _is_before_noun(text, m)) and _BELONGS.search(text[max(0, m.outer.start - _OPENER_REACH) : m.outer.start]):
        return "mixed"  # "for the “Salt Road,” which", though in capitals
    if len(split_sentences(m.span.of(text))) > 1 or (len(words) >= _SENTENCE_WORDS and _has_bare_tag(text, m)):
        return "direct"
    if len(words) <= _FEW_WORDS:
        is_answer = last in ",!?…" and text[m.outer.end :].strip()
        return "direct" if is_answer or (last == "." and _FRESH.search(text[: m.outer.start])) else "mixed"
    return "direct" if last in ".,!?…—-" or (behind and behind in ",.") or m.is_open else "mixed"
