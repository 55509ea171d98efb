"""The flags an article can carry: what a reader of its row should be careful about."""

from __future__ import annotations

import functools
import re

from transforms.metadata.jsonld import Node, is_stated_paid, says_no, types_of
from transforms.records import Role
from transforms.word_lists import read_lines, read_words

# One line of meaning each, the same that docs/tables.md lists.
FLAGS: dict[str, str] = {
    "missing_title": "No title was found on the page and none was given",
    "no_date": "No day of publication was found; relative dates in the text cannot be resolved",
    "suspicious_date": "The date found lies before 1990 or after the day the page was fetched; it is kept as found",
    "damaged_text": "Words or letters are missing or garbled in the body; nothing was invented to fill the gaps",
    "unbalanced_quotes": "A quotation mark in the body is opened without being closed, or closed without being opened",
    "paywall": "The page says that the rest of the text is for subscribers",
    "short": "The body has fewer than 50 words",
    "not_an_article": "The page looks like a list of links, a section front or a notice rather than one article",
    "live_blog": "The body is a series of dated entries",
    "video": "The page shows a video or audio piece; the body is at most its description",
    "truncated_source": "The document was cut off or too large, and only its first part was read",
}


@functools.cache
def paywall_pattern() -> re.Pattern[str]:
    """An expression for what pages say where the rest of a text is for subscribers, for texts in lower case: it is many times as quick
    as one that ignores case."""
    return re.compile("|".join(read_lines("pages/paywall_phrases.txt")))


# What somebody is quoted to have read on a page is no notice of this one.
_QUOTED = re.compile(r"[\"“„«「][^\"“”»」]*[\"“”»」]")
# The hour with which an entry of a live blog opens: "10:15 Uhr", "10h15", "10時15分".
_ENTRY_TIME = re.compile(r"^\d{1,2}\s?[:.h時]\s?\d{2}(?:\s?(?:[ap]\.?m\.?|uhr|h|gmt|分))?(?!\w)", re.IGNORECASE)
_ENTRY_CHARS = 120  # no line that opens an entry is longer
_LEAST_ENTRIES = 5  # lines with hours from which a text is a live blog; a report of a day has fewer
_FEW_WORDS = 150  # of a body that may be no more than a video's description, or a list's first teaser
_LEAST_LINKS = 15  # related lines from which a page of few words is a list of links


@functools.lru_cache(maxsize=2_000)  # asked of the same paragraph twice
def says_paid(text: str) -> bool:
    """Whether a line says, in its own words, that the rest of a text is for subscribers.

    >>> says_paid("Subscribe to continue reading"), says_paid("“Subscribe to continue reading” is all that she saw.")
    (True, False)
    """
    found = paywall_pattern().search
    lowered = text.lower()
    return found(lowered) is not None and found(_QUOTED.sub("", lowered)) is not None  # few lines get to the second, which is slower


def _count_entries(blocks: list[tuple[Role, str, str]]) -> int:
    """Lines that open with an hour, within the text or directly above one of its paragraphs."""
    roles = [role for role, _, _ in blocks] + ["boilerplate"]
    return sum(
        len(text) < _ENTRY_CHARS and _ENTRY_TIME.match(text) is not None
        for i, (role, text, _) in enumerate(blocks)
        if role in ("heading", "body") or roles[i + 1] == "body"
    )


def _is_stated_in_head(metas: dict[str, list[str]]) -> bool:
    """Whether `<meta>` says that the page is not free."""
    tiers = (*metas.get("article:content_tier", ()), *metas.get("og:article:content_tier", ()))
    return any(t.lower() in read_words("pages/paid_tiers.txt") for t in tiers) or any(map(says_no, metas.get("isaccessibleforfree", ())))


def find_page_flags(
    node: Node | None, nodes: list[Node], metas: dict[str, list[str]], blocks: list[tuple[Role, str, str]], words: int
) -> set[str]:
    """What kind of page this is other than one whole article: `paywall`, `live_blog`, `video`, `not_an_article`.

    `blocks` are the role, text and reason of the page's paragraphs, `words` how many of the body's there are.
    """
    flags = set()
    kinds = {t for n in nodes for t in types_of(n)}
    og_type = next(iter(metas.get("og:type", ())), "").lower()
    if (
        (node and is_stated_paid(node, nodes))
        or _is_stated_in_head(metas)
        or any(r in ("boilerplate", "related") and says_paid(t) for r, t, _ in blocks)
    ):
        flags.add("paywall")
    if "LiveBlogPosting" in kinds or _count_entries(blocks) >= _LEAST_ENTRIES:
        flags.add("live_blog")
    if words < _FEW_WORDS and (og_type.startswith("video") or (node is None and "VideoObject" in kinds)):
        flags.add("video")
    links = sum(r == "related" for r, _, _ in blocks)
    if node is None and og_type != "article" and words < _FEW_WORDS and links >= _LEAST_LINKS:
        flags.add("not_an_article")
    return flags
