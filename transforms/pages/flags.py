"""The flags an article can carry: what a reader of its row should be careful about."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from itertools import takewhile

from transforms.metadata.jsonld import Node, types_of
from transforms.pages.paid import is_paid
from transforms.records import Role
from transforms.text import count_words, is_prose
from transforms.word_lists import read_lines, read_set

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


# The hour with which an entry of a live blog opens, perhaps a label or a day in front: "10:15 Uhr", "Ore 10.15", "10h15", "10時15分",
# "6 May, 10:15". "13.03." is a day.
_ENTRY_TIME = re.compile(
    r"(?:[^\W\d]{1,8}\.? )?(?P<day>\d{1,2}\.? [^\d:.!?]{2,24}\d{0,4},? )?"
    r"\d{1,2}(?:\s?[:h時]\s?\d{2}|\.\d{2}(?![./]))(?:\s?(?:[ap]\.?m\.?|uhr|h|gmt|分))?(?!\w)",
    re.IGNORECASE,
)
_ENTRY_CHARS = 120  # no line that opens an entry with its text below it is longer
_ENTRY_LINES = 3  # below its hour within which an entry has its text: a headline, a name and the text
_LEAST_ENTRIES = 5  # from which a text is a live blog; a report of a day has fewer
_FEW_WORDS = 150  # of a body that may be no more than a video's description, or a list's first teaser
_LEAST_LINKS = 15  # related lines from which a page of few words is a list of links
_HEADLINE_WORDS = 4  # of a headline; a section's name has fewer
_LEAST_PARAGRAPHS = 2  # below a headline for an article, or one and a day
_LEAST_TEASERS = 5  # paragraphs, each below a link, from which a page is a list of teasers
_TEASERS = 0.8  # share of a page's paragraphs that are teasers where it is a list of them
_NOTICE_WORDS = 8  # of the title of a page that stands in place of one that was not found


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows: its title, the role, text and reason of its paragraphs, the lines beside its text that may be a notice, the words
    of its body, and whether it has a day."""

    title: str | None
    blocks: list[tuple[Role, str, str]]
    notices: list[str]
    words: int
    has_day: bool


def find_page_flags(node: Node | None, nodes: list[Node], metas: dict[str, list[str]], shown: Shown) -> set[str]:
    """What kind of page this is other than one whole article: `paywall`, `live_blog`, `video`, `not_an_article`."""
    flags = set()
    kinds = {t for n in nodes for t in types_of(n)}
    og_type = next(iter(metas.get("og:type", ())), "").lower()
    if is_paid(node, nodes, metas, shown.notices):
        flags.add("paywall")
    if "LiveBlogPosting" in kinds or _count_entries(shown.blocks) >= _LEAST_ENTRIES:
        flags.add("live_blog")
    plays = og_type.startswith("video") or (node is None and kinds & read_set("pages/words.csv", "kinds of recordings"))
    if shown.words < _FEW_WORDS and plays:
        flags.add("video")
    is_list = bool(kinds & read_set("pages/words.csv", "kinds of lists")) or _looks_like_list(shown)
    if _is_notice(shown) or (node is None and og_type != "article" and is_list):
        flags.add("not_an_article")
    return flags


def _count_entries(blocks: list[tuple[Role, str, str]]) -> int:
    """Paragraphs that open with an hour, and lines of an hour with a paragraph below; rows of a timetable are neither."""
    told = [(role, text, _ENTRY_TIME.match(text)) for role, text, _ in blocks if role in ("heading", "body", "boilerplate", "related")]
    told = [(role, text, hour) for role, text, hour in told if role != "related" or (hour is not None and hour.end() == len(text))]
    found = 0
    for i, (role, text, hour) in enumerate(told):
        if hour is None:
            continue
        below = list(takewhile(lambda other: other[2] is None, told[i + 1 : i + 1 + _ENTRY_LINES]))
        is_above = len(text) < _ENTRY_CHARS and any(r == "body" and is_prose(t) for r, t, _ in below)
        if role in ("boilerplate", "related"):  # beside the text days stand above other articles
            is_above = is_above and hour["day"] is None and below[0][0] == "body"
        found += is_above or (role == "body" and is_prose(text[hour.end() :]))
    return found


def _looks_like_list(shown: Shown) -> bool:
    """Whether the body is teasers below links, or next to nothing beside many links and below no headline."""
    roles = [role for role, _, _ in shown.blocks]
    prose = [i for i, (role, text, _) in enumerate(shown.blocks) if role == "body" and is_prose(text)]
    teasers = sum(i > 0 and roles[i - 1] == "related" for i in prose)
    if teasers >= max(_LEAST_TEASERS, _TEASERS * len(prose)):
        return True
    if shown.words >= _FEW_WORDS or roles.count("related") < _LEAST_LINKS:
        return False
    headline = next((text for role, text, _ in shown.blocks if role == "title"), "")
    is_article = len(prose) >= _LEAST_PARAGRAPHS or (bool(prose) and shown.has_day)
    return not (is_article and count_words(headline) >= _HEADLINE_WORDS)


@functools.cache
def _notice_pattern() -> re.Pattern[str]:
    return re.compile("|".join(read_lines("pages/notice_titles.txt")))


def _is_notice(shown: Shown) -> bool:
    """Whether the title says that there is no such page."""
    title = shown.title or ""
    return shown.words < _FEW_WORDS and count_words(title) <= _NOTICE_WORDS and _notice_pattern().search(title.lower()) is not None
