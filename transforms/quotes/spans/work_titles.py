"""Marked words that nobody is said to have said: titles of works, nicknames, words as words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.quotes.cues import read_cues, read_noun_cues
from transforms.quotes.spans.marks import Marked
from transforms.word_lists import any_of_set, read_set

_BRACKET_REACH = 60  # code points
_LONGEST_TITLE = 12  # words: longer titles of works are rare, longer speech is not
_SHORTEST_CRY = 3  # words from which on what ends in "!" or "?" may be a title ("Who Is She?"); shorter it is a cry
_LONGEST_NAME = 8  # words of a name in title case that nobody is seen to say
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")


def _any_of(*sets: str) -> str:
    return "|".join(any_of_set("quotes/words.csv", name) for name in sets).replace(r"known\-as", r"known\ as")


# Works and broadcasts, which stand before their titles ("the show “…”").
_WORKS = re.compile(rf"\b(?:{_any_of('works', 'named')})\W*$", re.IGNORECASE)
_DISTANCED = re.compile(r"\bso-called\W*$", re.IGNORECASE)
_TITLED = re.compile(r"\b(?:en)?titled\W*$", re.IGNORECASE)
_NETWORK = re.compile(r"\b[A-Z]{2,6}[’']s\s*$")
_BROADCASTERS = re.compile(r"\b(?:on|in|of|to|for|with|hosts?|watch(?:es|ed)?|the|[A-Z][A-Za-z]+[’']s?)\s*$")
_NAMED_BEHIND = re.compile(rf"\s*(?:{_any_of('named behind')})\b", re.IGNORECASE)
_PRESSED = re.compile(rf"\s*(?:{_any_of('pressed')})\b")
_CALLED_BEHIND = re.compile(
    r",?\s+as\s+(?:[\w’']+\s+){1,4}(?:is|are|was|were|has been)\s+(?:\w+ly\s+)?(?:called|labell?ed|known|dubbed|nicknamed)\b"
)
# “Salt Road” behind what names it: "a poem called", "call the inquiry", "the name of the bar is".
_NAMING = re.compile(rf"\b(?:{_any_of('naming')})(?:\s+(?:the|this|that|its|their|an?)\s+[a-z]+)?\W*$", re.IGNORECASE)
_NAME_IS = re.compile(r"\bnames?\b[^.“\"]{0,40}\b(?:is|was|are|were)\W*$")
# Words on things: "the slogan", "a banner that read", "a sign saying".
_WORDED = re.compile(
    rf"\b(?:{_any_of('worded')})\b(?:\s+[a-z]+){{0,3}}?(?:\s+(?:of|is|was|that|which|reads?|reading|says?|said|saying|declar\w+|proclaim\w+))*\W*$",
    re.IGNORECASE,
)
# "a reader on the article “Is the bridge safe?”": a headline is seldom in title case.
_HEADED = re.compile(rf"\b(?:{_any_of('headed')})(?:\s+headlined)?\s*$", re.IGNORECASE)
# "Moss, I. (2009). “Salt in tubers”. Journal of …", "Re. “Salt costs more,” Page A8": references to texts.
_REFERRED = re.compile(r"(?:\((?:[a-z]+\s)?(?:1[89]|20)\d\d[^()]{0,12}\)[.,:]?|\bRe[.:]|^\s*\^)\s*$")
_NAMED_THING = re.compile(rf"\s(?:{_any_of('named things')})\b")
_CAST_OF = re.compile(rf"\b(?:{_any_of('cast of')})\s+of\s*$", re.IGNORECASE)
_BOUND = re.compile(r"\b(?:of|to|in|from|with|for|at)\s*$")
_PERFORMED = re.compile(rf"\b(?:{_any_of('performed')})\W*$")


def is_title(text: str, m: Marked) -> bool:
    """Whether marked words are a name and no speech: the title of a work in title case, or what a thing is called.

    >>> from transforms.quotes.spans.span import Span
    >>> text = "She told the show “Morning Table,” which airs daily, that all was well."
    >>> is_title(text, Marked(Span(19, 33), Span(18, 34)))
    True
    """
    before = text[max(0, m.outer.start - 40) : m.outer.start]
    if _CALLED_BEHIND.match(text, m.outer.end) or _PRESSED.match(text, m.outer.end) or _DISTANCED.search(before):
        return True
    words = _WORD.findall(m.span.of(text))
    if _TITLED.search(before) or _is_reference(text, m, before):
        return True
    if not words or len(words) > _LONGEST_TITLE or (text[m.span.end - 1 : m.span.end] in "!?" and len(words) < _SHORTEST_CRY):
        return False
    capital = is_title_case(words)
    if _WORDED.search(before) or _NAME_IS.search(before) or (len(words) > 1 and _NAMED_THING.match(text, m.outer.end)):
        return True
    if capital and (_NAMING.search(before) or _is_in_brackets(text, m) or (_ends_in_comma(text, m) and _BOUND.search(before))):
        return True
    if _WORKS.search(before) and (capital or not before.rstrip().endswith((",", ":"))):
        return capital or bool(re.search(r"(?:titled|nicknamed|code-?named|known as)\W*$", before))
    if not capital or before.rstrip().endswith((",", ":")):
        return False
    if _NAMED_BEHIND.match(text, m.outer.end):
        return True
    if _PERFORMED.search(before) or _CAST_OF.search(before):
        return True
    last = re.search(r"(\w+)\W*$", before)
    if last and (last.group(1).lower() in read_cues() or last.group(1).lower() in read_noun_cues()):
        return False
    return (_BROADCASTERS if len(words) >= 2 else _NETWORK).search(before) is not None


def _is_reference(text: str, m: Marked, before: str) -> bool:
    """Whether marked words are the title of a text that is referred to: in a list of references, or a headline."""
    is_capital = m.span.of(text)[:1].isupper() or m.span.of(text)[:1].isdigit()
    return is_capital and (_REFERRED.search(before) is not None or _HEADED.search(before) is not None)


def _ends_in_comma(text: str, m: Marked) -> bool:
    """Whether the words end in a comma, which in American print may be the sentence's."""
    return text[m.span.end - 1 : m.span.end] == ","


def _is_in_brackets(text: str, m: Marked) -> bool:
    """Whether the words stand in brackets behind what they belong to: the director (“The Finding,” “The One I Miss”)."""
    opening = text.rfind("(", max(0, m.outer.start - _BRACKET_REACH), m.outer.start)
    return opening >= 0 and ")" not in text[opening : m.outer.start]


def is_unsaid_name(text: str, m: Marked) -> bool:
    """Whether marked words that nobody is seen to say are a name: in title case, and a comma goes on behind them.

    >>> from transforms.quotes.spans.span import Span
    >>> text = "The rights to “Salt Road,” a thriller about bankers, were sold."
    >>> is_unsaid_name(text, Marked(Span(15, 25), Span(14, 26)))
    True
    """
    words = _WORD.findall(m.span.of(text))
    is_answer = len(words) == 1 and words[0].lower() in read_set("quotes/words.csv", "answers")
    return _ends_in_comma(text, m) and 0 < len(words) <= _LONGEST_NAME and not is_answer and is_title_case(words)


def is_title_case(words: Sequence[str]) -> bool:
    small = read_set("quotes/words.csv", "small")
    return all(w[0].isupper() or w[0].isdigit() or w.lower() in small for w in words) and words[0][0].upper() == words[0][0]
