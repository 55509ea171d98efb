"""Keys and ids: the same input gives the same ids on any machine, in any order or batching."""

from __future__ import annotations

import hashlib
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from transforms.word_lists import read_words

# Hexadecimal digits of an id: 64 bits, so that two of ten million ids are hardly ever one.
_ID_DIGITS = 16
# The ports that an address need not name.
_DEFAULT_PORTS = frozenset((("http", 80), ("https", 443)))


def _digest(*parts: object) -> str:
    joined = "\x1f".join("" if p is None else str(p) for p in parts)
    return hashlib.blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=_ID_DIGITS // 2).hexdigest()


def content_hash(content: bytes) -> str:
    """SHA-256 of a document's bytes, 64 hex digits."""
    return hashlib.sha256(content).hexdigest()


def clean_url(url: str) -> str:
    """The address of the page itself: host in lower case, no fragment, no tracking parameters, no default port.

    >>> clean_url("HTTPS://Example.org:443/a?utm_source=x&id=7#top")
    'https://example.org/a?id=7'
    """
    split = urlsplit(url.strip())
    try:
        port = split.port
    except ValueError:
        port = None
    host = (split.hostname or "").lower()
    if ":" in host:
        host = f"[{host}]"
    if port and (split.scheme.lower(), port) not in _DEFAULT_PORTS:
        host = f"{host}:{port}"
    query = [(k, v) for k, v in parse_qsl(split.query, keep_blank_values=True) if not _is_tracking(k)]
    return urlunsplit((split.scheme.lower(), host, split.path or "/", urlencode(query), ""))


def _is_tracking(parameter: str) -> bool:
    p = parameter.lower()
    return any(p.startswith(t[:-1]) if t.endswith("*") else p == t for t in read_words("addresses/tracking_parameters.txt"))


def article_id(url: str | None, content_hash: str) -> str:
    """Id of the article of one document: from its cleaned URL where it has one, else from the hash of its bytes."""
    return _digest("url", clean_url(url)) if url else _digest("bytes", content_hash)


def mention_id(article_id: str, part: str, block_ordinal: int | None, start_char: int, end_char: int) -> str:
    """Id of a mention, from its article and its position."""
    return _digest("mention", article_id, part, block_ordinal, start_char, end_char)


def quote_id(article_id: str, part: str, block_ordinal: int | None, start_char: int, end_char: int) -> str:
    """Id of a quote, from its article and its position."""
    return _digest("quote", article_id, part, block_ordinal, start_char, end_char)


def group_id(kind: str, earliest_member: str, attempt: int = 0) -> str:
    """Id that a new group takes from its earliest member; `attempt` counts up where that id is another group's."""
    return _digest(kind, earliest_member, attempt or None)
