"""Marked words that nobody is said to have said: titles of works, nicknames, words as words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.quotes.cues import read_cues, read_noun_cues
from transforms.quotes.marks import Marked

_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "for",
        "from",
        "in",
        "into",
        "is",
        "nor",
        "of",
        "off",
        "on",
        "or",
        "over",
        "the",
        "to",
        "vs",
        "with",
        "de",
        "la",
        "el",
        "du",
        "des",
    ]  # kept small within titles
)
# Works and broadcasts, which stand before their titles ("the show “…”").
_WORKS = re.compile(
    r"\b(?:show|series|sitcom|miniseries|program(?:me)?|thriller|drama|comedy|podcast|film|movie|documentary|book|novel|memoir|biography|album|song|single|track|play|musical|"
    r"opera|ballet|concert|tour|sequel|trilogy|classic|poem|painting|exhibition|magazine|newspaper|column|essay|report|study|paper|game|video|episode|segment|blog|website|channel|"
    r"titled|entitled|dubbed|nicknamed|codenamed|code-named|known as|so-called)\W*$",
    re.IGNORECASE,
)
_DISTANCED = re.compile(r"\bso-called\W*$", re.IGNORECASE)
_NETWORK = re.compile(r"\b[A-Z]{2,6}[’']s\s*$")
_BROADCASTERS = re.compile(r"\b(?:on|in|of|to|for|with|hosts?|watch(?:es|ed)?|the|[A-Z][A-Za-z]+[’']s?)\s*$")
_NAMED_BEHIND = re.compile(
    r"\s*(?:star|host|author|creator|director|anchor|moderator|actor|actress|singer|magazine|series|franchise|film|movie|show|"
    r"campaign|campaigners|camp|side|vote|voters)\b",
    re.IGNORECASE,
)
_PRESSED = re.compile(r"\s*(?:button|tab|icon|key|box|checkbox|link)\b")
_ANSWERS = frozenset({"yes", "no", "well", "ok", "okay", "oh", "please", "sorry", "thanks", "never", "nothing", "what", "why"})

_CALLED_BEHIND = re.compile(
    r",?\s+as\s+(?:[\w’']+\s+){1,4}(?:is|are|was|were|has been)\s+(?:\w+ly\s+)?(?:called|labell?ed|known|dubbed|nicknamed)\b"
)
_PERFORMED = re.compile(r"\b(?:s[aiu]ng|sings|singing|watch(?:ed|es|ing)?|perform(?:ed|s|ing)?|play(?:ed|s|ing)?|hum(?:med|s)?)\W*$")


def is_title(text: str, m: Marked) -> bool:
    """Whether marked words are a name and no speech: the title of a work in title case, or what a thing is called.

    >>> text = "She told the show “Morning Table,” which airs daily, that all was well."
    >>> is_title(text, Marked(19, 33, 18, 34))
    True
    """
    before = text[max(0, m.outer_start - 40) : m.outer_start]
    if _CALLED_BEHIND.match(text, m.outer_end) or _PRESSED.match(text, m.outer_end) or _DISTANCED.search(before):
        return True
    words = _WORD.findall(text[m.start : m.end])
    if not words or len(words) > 12 or (text[m.end - 1 : m.end] in "!?" and len(words) < 3):
        return False
    capital = _is_title_case(words)
    if _WORKS.search(before) and (capital or not before.rstrip().endswith((",", ":"))):
        return capital or bool(re.search(r"(?:titled|nicknamed|code-?named|known as)\W*$", before))
    if not capital or before.rstrip().endswith((",", ":")):
        return False
    if _NAMED_BEHIND.match(text, m.outer_end):
        return True
    if _PERFORMED.search(before):
        return True
    last = re.search(r"(\w+)\W*$", before)
    if last and (last.group(1).lower() in read_cues() or last.group(1).lower() in read_noun_cues()):
        return False
    return (_BROADCASTERS if len(words) >= 2 else _NETWORK).search(before) is not None


def is_unsaid_name(text: str, m: Marked) -> bool:
    """Whether marked words that nobody is seen to say are a name: in title case, and a comma goes on behind them.

    >>> text = "The rights to “Salt Road,” a thriller about bankers, were sold."
    >>> is_unsaid_name(text, Marked(15, 25, 14, 26))
    True
    """
    words = _WORD.findall(text[m.start : m.end])
    is_answer = len(words) == 1 and words[0].lower() in _ANSWERS
    return text[m.end - 1 : m.end] == "," and 0 < len(words) <= 8 and not is_answer and _is_title_case(words)


def _is_title_case(words: Sequence[str]) -> bool:
    return all(w[0].isupper() or w[0].isdigit() or w.lower() in _SMALL for w in words) and words[0][0].upper() == words[0][0]
