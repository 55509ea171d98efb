"""The flags an article can carry: what a reader of its row should be careful about."""

from __future__ import annotations

# One line of meaning each, the same that the README lists.
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
