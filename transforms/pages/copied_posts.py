"""Posts of networks that were copied into scraped text: their lines, told by a signature, or by a head and a time."""

from __future__ import annotations

import re

_SIGNATURE = re.compile(r"^[—–-]\s.{1,60}\(@\w{1,20}\)")
_LINK = re.compile(r"\s*(?:pic\.twitter\.com/\S+|https?://t\.co/\S+)")
_HEAD = re.compile(r"^.{2,40}\s@\w{2,20}$")
_TIME = re.compile(r"^\d{1,2}:\d\d\s?[AaPp][Mm]\s[·•-]\s\w+\.? \d{1,2}, \d{4}")
_POST_CHARS = 280  # the longest a post may be
# A post that was cut fills its characters but for a word that had no room; the scraper may have added marks of its own.
_LESS = 20
_MORE = 5
_MOST_ABOVE = 6  # lines of a post above its signature
_MOST_BETWEEN = 7  # lines from the head of a post to its time


def find_copied_posts(texts: list[str]) -> dict[int, str]:
    """The numbers of lines that belong to posts, each with the rule that told it.

    >>> find_copied_posts(["The council met.", "Nobody asked us.", "— Luc Farr (@lucfarr) January 28, 2025"])
    {1: 'post_above_signature'}
    """
    return _find_signed(texts) | _find_timed(texts)


def _find_signed(texts: list[str]) -> dict[int, str]:
    """A line "— Name (@handle) date" signs the post above it; a post that was cut ("…") fills its 280 characters."""
    found: dict[int, str] = {}
    for i, text in enumerate(texts):
        if not _SIGNATURE.match(text):
            continue
        lengths = [len(_LINK.sub("", above)) for above in reversed(texts[max(0, i - _MOST_ABOVE) : i])]
        taken = 1
        if lengths and _LINK.sub("", texts[i - 1]).endswith(("…", "...")):
            filled = (k for k in range(1, len(lengths) + 1) if _POST_CHARS - _LESS <= sum(lengths[:k]) <= _POST_CHARS + _MORE)
            taken = next(filled, 1)
        found |= dict.fromkeys(range(max(0, i - taken), i), "post_above_signature")
    return found


def _find_timed(texts: list[str]) -> dict[int, str]:
    """A post copied with its head ("Name @handle") and its time ("9:47 PM · Sep 9, 2025"): all that stands between."""
    found: dict[int, str] = {}
    for i, text in enumerate(texts):
        if not _HEAD.match(text):
            continue
        end = next((k for k in range(i + 1, min(i + _MOST_BETWEEN, len(texts))) if _TIME.match(texts[k])), None)
        found |= dict.fromkeys(range(i, (end or i) + 1), "post_with_time" if end else "post_head")
    return found
