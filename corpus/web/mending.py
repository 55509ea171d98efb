"""Feeds and sitemaps as XML that a parser reads as their makers meant it: what is wrong is mended in the bytes, never guessed after."""

from __future__ import annotations

import re
from html.entities import html5

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_DECLARATION = re.compile(rb"\s*<\?xml\b[^>]*\?>")
_NUMBER = rb"#(?:\d{1,7}|[xX][0-9a-fA-F]{1,6})"  # of an entity
_NAME = rb"[A-Za-z][A-Za-z0-9]{1,31}"
# A tag; an ampersand, with the name of an entity that it begins; and the two that may hold any. Whose end is missing is no start of one.
_MARKS = re.compile(rb"<!\[CDATA\[|<!--|<[A-Za-z][^<>]*+>|&(?!%s;)(?:(%s);)?" % (_NUMBER, _NAME))
_RAW_AMPERSAND = re.compile(rb"&(?!(?:%s|%s);)" % (_NUMBER, _NAME))
_OWN_ENTITY = re.compile(rb"<!ENTITY\b")
_ENDS = {b"<![CDATA[": b"]]>", b"<!--": b"-->"}
_USED_PREFIX = re.compile(rb"<([A-Za-z_][\w.-]{0,30}):[A-Za-z_]")
_DECLARED_PREFIX = re.compile(rb"\bxmlns:([\w.-]{1,31})\s*=")
_ROOT = re.compile(rb"<(?:[\w.-]+:)?(?:rss|rdf|feed|urlset|sitemapindex)\b", re.IGNORECASE)
_ROOT_END = re.compile(rb"</(?:[\w.-]+:)?(?:rss|rdf|feed|urlset|sitemapindex)\s*>", re.IGNORECASE)
_ENTRY = re.compile(rb"<(?:[\w.-]+:)?(?:item|entry|url|sitemap)[\s>]", re.IGNORECASE)
_ENTRY_END = re.compile(rb"</(?:[\w.-]+:)?(?:item|entry|url|sitemap)\s*>", re.IGNORECASE)


def mend_xml(content: bytes) -> bytes:
    """The same listing with its ampersands and entities written as numbers, its undeclared prefixes declared, and without an entry
    that the end of the bytes cuts: half an address is another address.

    >>> mend_xml(b"<urlset><url><loc>/a?b=1&c=2&amp;d=3</loc></url><url><loc>/ha")
    b'<urlset><url><loc>/a?b=1&#38;c=2&#38;d=3</loc></url>'
    """
    return _drop_cut_entry(_declare_prefixes(_number_entities(_decode_wide(content))))


def _decode_wide(content: bytes) -> bytes:
    """UTF-8 where two bytes a letter hide the markup; every other encoding has ASCII for it."""
    for mark, encoding in _BOMS[1:]:
        if content.startswith(mark):
            text = content[len(mark) :].decode(encoding, "replace").encode("utf-8", "replace")
            return _DECLARATION.sub(b"", text, count=1)
    return content


def _number_entities(content: bytes) -> bytes:
    """Each raw ampersand and each entity of HTML as the number of its letter. Behind the first mistake in a file the parser leaves out
    every entity that has a name, `&amp;` in addresses too, but none that has a number. In tags it is the other way round."""
    has_own = bool(_OWN_ENTITY.search(content))  # a name that HTML has not may then be one of the file's own
    mended, start, position = [], 0, 0
    endless: set[bytes] = set()
    while found := _MARKS.search(content, position):
        mark, position = found[0], found.end()
        if mark.startswith(b"&"):
            letters = html5.get(f"{found[1].decode()};", "") if found[1] else ""
            if letters or not (found[1] and has_own):
                mended += [content[start : found.start()], *(b"&#%d;" % ord(letter) for letter in letters or "&")]
                start = position = found.end() if letters else found.start() + 1
        elif mark not in _ENDS:
            if b"&" in mark:
                mended += [content[start : found.start()], _RAW_AMPERSAND.sub(b"&amp;", mark)]
                start = position
        elif mark not in endless:
            end = content.find(_ENDS[mark], position)
            if end < 0:
                endless.add(mark)
            else:
                position = end
    return b"".join([*mended, content[start:]])


def _declare_prefixes(content: bytes) -> bytes:
    root = _ROOT.search(content)
    if not root:
        return content
    # Only what the root declares holds for all; a prefix that one entry declares may stand undeclared in the next.
    tag = content[root.end() : content.find(b">", root.end()) + 1]
    missing = set(_USED_PREFIX.findall(content)) - set(_DECLARED_PREFIX.findall(tag)) - {b"xml"}
    declared = b"".join(b' xmlns:%s="undeclared:%s"' % (prefix, prefix) for prefix in sorted(missing))
    return content[: root.end()] + declared + content[root.end() :]


def _drop_cut_entry(content: bytes) -> bytes:
    end = max((found.end() for found in _ENTRY_END.finditer(content)), default=0)
    if _ROOT_END.search(content, end):
        return content
    begun = _ENTRY.search(content, end)
    return content[: begun.start()] if begun else content
