"""Text that still holds the markup it was taken from, as feeds and databases of scraped pages have it."""

from __future__ import annotations

import html
import re

_BLOCK_NAMES = "p|div|li|ul|ol|h[1-6]|blockquote|section|article|tr|table|figure|figcaption"
_INLINE_NAMES = "a|abbr|b|cite|em|font|i|img|mark|q|s|small|span|strong|sub|sup|u"
_BLOCK = re.compile(rf"</?(?:{_BLOCK_NAMES})(?:\s[^<>]*)?/?>\s*", re.IGNORECASE)
_BREAK = re.compile(r"<br(?:\s[^<>]*)?/?>\s*", re.IGNORECASE)
_INLINE = re.compile(rf"</?(?:{_INLINE_NAMES})(?:\s[^<>]*)?/?>", re.IGNORECASE)
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
    if _ANY_END.search(text):
        text = _GAP.sub("\n\n", _INLINE.sub("", _BREAK.sub("\n", _BLOCK.sub("\n\n", text)))).strip()
    return read_entities(text)


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
