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
    """An expression for what pages say where the rest of a text is for subscribers."""
    return re.compile("|".join(read_lines("pages/paywall_phrases.txt")), re.IGNORECASE)


_ENTRY_TIME = re.compile(r"^(?:\d{1,2}[:.]\d{2}(?:\s?(?:[ap]\.?m\.?|uhr|h|gmt))?\b)", re.IGNORECASE)
_FEW_WORDS = 150


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
        or any(r in ("boilerplate", "related") and paywall_pattern().search(t) for r, t, _ in blocks)
    ):
        flags.add("paywall")
    entries = sum(r in ("heading", "body") and len(t) < 120 and _ENTRY_TIME.match(t) is not None for r, t, _ in blocks)
    if "LiveBlogPosting" in kinds or entries >= 5:
        flags.add("live_blog")
    if words < _FEW_WORDS and (og_type.startswith("video") or (node is None and "VideoObject" in kinds)):
        flags.add("video")
    links = sum(r == "related" for r, _, _ in blocks)
    if node is None and og_type != "article" and words < _FEW_WORDS and links >= 15:
        flags.add("not_an_article")
    return flags
