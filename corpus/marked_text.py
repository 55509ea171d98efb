"""Text that still holds the markup it was taken from, as feeds and databases of scraped pages have it."""

from __future__ import annotations

import html
import re

_BLOCK_NAMES = (
    "p|div|li|ul|ol|dl|dt|dd|h[1-6]|blockquote|section|article|header|footer|main|aside|tr|td|th|thead|tbody|table|figure|figcaption"
    "|hr|pre|center"
)
_INLINE_NAMES = (
    "a|abbr|audio|b|big|cite|code|em|font|i|iframe|img|ins|label|mark|picture|q|s|small|source|span|strike|strong|sub|sup|time|tt|u"
    "|video|o:p"
)
# A tag ends behind its name, or behind attributes of which one has a value: "a<b and c>d" is none.
_ATTRIBUTES = r"(?:\s[^<>]*=[^<>]*|\s+(?:controls|hidden|async|allowfullscreen)\s*|\s*)"
_BLOCK = re.compile(rf"</?(?:{_BLOCK_NAMES}){_ATTRIBUTES}/?>\s*", re.IGNORECASE)
_BREAK = re.compile(r"<br(?:\s[^<>]*)?/?>\s*", re.IGNORECASE)
# What no reader sees, with what it holds.
_UNSEEN = re.compile(r"<(script|style|noscript|template)\b[^<>]*>.*?</\1\s*>|<!--.*?-->|<!\[CDATA\[|\]\]>", re.IGNORECASE | re.DOTALL)
_PARAGRAPH = re.compile(r"<p(?:\s[^<>]*)?>", re.IGNORECASE)
_LEAST_PARAGRAPHS = 2  # starts of paragraphs without an end that are markup and no words about pages
_INLINE = re.compile(rf"</?(?:{_INLINE_NAMES}){_ATTRIBUTES}/?>", re.IGNORECASE)
_GAP = re.compile(r"\n\s*\n")
# Without an end tag or a break, "<p>" is as likely a word about pages as a paragraph.
_ANY_END = re.compile(r"</(?:p|div|li|h[1-6]|blockquote|a|b|em|i|span|strong|u)\s*>|<br\s*/?>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.IGNORECASE)


def clean_markup(text: str) -> str:
    """The text without tags and with its entities read: paragraphs stay paragraphs. Text that holds none comes back as it is.

    >>> clean_markup("<p>Fish &amp; chips.</p><p>It&rsquo;s <b>new</b>.</p>")
    'Fish & chips.\\n\\nIt’s new.'
    >>> clean_markup("5 < 7, and R&D goes on")
    '5 < 7, and R&D goes on'
    """
    cleaned = read_entities(_strip_tags(text))
    # Escaped whole: the tags come out of the entities.
    return read_entities(_strip_tags(cleaned)) if cleaned != text and "<" in cleaned else cleaned


def _strip_tags(text: str) -> str:
    if "<" not in text or not (_ANY_END.search(text) or len(_PARAGRAPH.findall(text)) >= _LEAST_PARAGRAPHS):
        return text
    text = _INLINE.sub("", _BREAK.sub("\n", _BLOCK.sub("\n\n", _UNSEEN.sub("", text))))
    return _GAP.sub("\n\n", text.replace("&nbsp;", " ")).strip()


def read_entities(text: str) -> str:
    """The text with its entities read, as where a program escaped a title twice.

    >>> read_entities("Fish &amp; chips: it&#8217;s new, AT&T;")
    'Fish & chips: it’s new, AT&T;'
    """
    return _ENTITY.sub(lambda entity: _read(entity[0]), text)


def _read(entity: str) -> str:
    # What is no entity of HTML stays as it stands.
    read = html.unescape(entity)
    return " " if read == "\xa0" else read
