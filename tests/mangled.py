"""Good input of every reader, ways to mangle it, and what must hold of whatever comes out."""

from __future__ import annotations

import gzip
import html
import json
import random
import re
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from corpus.documents import ReadLimits, Sources
from corpus.fetch.exchange import FetchFailed
from corpus.fetch.limits import FetchLimits
from corpus.fetch.pace import Pace
from corpus.fetch.robots import Robots
from corpus.http_response import BrokenPayload, decode_payload, parse_response
from corpus.inflate import TooLarge
from corpus.web.content import identify
from corpus.web.outlets import read_address
from corpus.web.results import read_listing
from transforms.pages.extract import extract_article
from transforms.records import Document, Extraction
from transforms.text import clean_text

_TEXT = (
    "The harbour board of Tarvik met on Monday and put the ferry off until spring.",
    "“Nobody told the pilots,” said Oda Renfeld, who leads the café on the quay. “We read it in the fish market.”",
    "The board’s chairman, Piet Sall, will answer in June. Forty-one letters lie on his desk.",
)
_PAGE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ferry put off | Tarvik Post</title>'
    '<meta property="article:published_time" content="2025-06-11T07:05:09+02:00">'
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry put off","author":{"name":"Ines Holm"}}</script></head>'
    f"<body><nav><a href='/'>Home</a></nav><article><h1>Ferry put off</h1><p class='byline'>By Ines Holm</p><p>{'</p><p>'.join(_TEXT)}</p>"
    "<figure><img src='q.jpg'><figcaption>The quay at Tarvik</figcaption></figure></article></body></html>"
)
_ADDRESSES = tuple(f"https://www.tarvik.example/{name}?a=1&b={n}" for n, name in enumerate(("ferry", "quay", "pilots", "letters")))
_LINKS = [html.escape(a) for a in _ADDRESSES]
_RSS = '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Tarvik Post</title>' + "".join(
    f"<item><title>Ferry &amp; quay</title><link>{a}</link><pubDate>Wed, 11 Jun 2025 07:05:09 +0200</pubDate></item>" for a in _LINKS
)
_ATOM = '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Tarvik Post</title>' + "".join(
    f'<entry><title>Ferry</title><link rel="alternate" href="{a}"/><updated>2025-06-11T07:05:09Z</updated></entry>' for a in _LINKS
)
_SITEMAP = '<?xml version="1.0" encoding="utf-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">' + "".join(
    f"<url><loc>{a}</loc><lastmod>2025-06-11</lastmod></url>" for a in _LINKS
)
_HTTP = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + _PAGE.encode()
_RECORD = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://www.tarvik.example/ferry\r\nWARC-Date: 2025-06-11T05:05:09Z\r\n"
    b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n" % (len(_HTTP), _HTTP)
)
_ARC = (
    b"filedesc://TARVIK-1.arc 0.0.0.0 20050301000000 text/plain 69\n1 0 Tarvik\nURL IP-address Archive-date Content-type Archive-length\n\n"
    b"http://www.tarvik.example/ferry 192.0.2.1 20050301000000 text/html %d\n%s" % (len(_HTTP), _HTTP)
)
_LINE = json.dumps({"url": _ADDRESSES[0], "text": "\n\n".join(_TEXT), "title": "Ferry put off", "published_at": "2025-06-11"})

SEEDS: dict[str, bytes] = {
    "a.html": _PAGE.encode(),
    "a.txt": "\n\n".join(("Ferry put off", "By Ines Holm", "11 June 2025", *_TEXT)).encode(),
    "a.jsonl": f"{_LINE}\n{json.dumps({'source_uri': 'x', 'html': _PAGE})}\n".encode(),
    "a.warc": _RECORD * 2,
    "a.warc.gz": gzip.compress(_RECORD, mtime=0) * 2,
    "a.arc": _ARC + b"\n",
    "a.arc.gz": gzip.compress(_ARC, mtime=0),
    "feed": f"{_RSS}</channel></rss>".encode(),
    "atom": f"{_ATOM}</feed>".encode(),
    "sitemap": f"{_SITEMAP}</urlset>".encode(),
    "sitemap.gz": gzip.compress(f"{_SITEMAP}</urlset>".encode(), mtime=0),
    "addresses": "\n".join(_ADDRESSES).encode(),
    "robots.txt": b"User-agent: *\nDisallow: /private\nCrawl-delay: 2\n\nUser-agent: other\nDisallow: /\nSitemap: https://www.tarvik.example/map.xml\n",
    "http": _HTTP,
}
LISTINGS = ("feed", "atom", "sitemap", "sitemap.gz", "addresses")
_LIMIT = 4_000_000
_SOURCE = read_address("https://www.tarvik.example/list")
_WRONG_TYPE = 0.1  # share of inputs that come as another kind of input than they are
_WORD = re.compile(r"[A-Za-z]{3,}")


@dataclass(frozen=True)
class Mangled:
    """Input under the name of its seed, and how it was mangled."""

    name: str
    how: str
    content: bytes


def _flip(rng: random.Random, content: bytes) -> bytes:
    spoilt = bytearray(content)
    for _ in range(rng.randint(1, 8)):
        spoilt[rng.randrange(len(spoilt))] = rng.randrange(256)
    return bytes(spoilt)


def _drop(rng: random.Random, content: bytes) -> bytes:
    start = rng.randrange(len(content))
    return content[:start] + content[start + rng.randint(1, 80) :]


def _swap_lengths(rng: random.Random, content: bytes) -> bytes:
    return re.sub(rb"\d+", lambda m: str(rng.choice([0, 1, 7, 10**9, 10**14])).encode() if rng.random() < 0.5 else m[0], content)


def _recode(rng: random.Random, content: bytes) -> bytes:
    return content.decode("utf-8", "replace").encode(
        rng.choice(["utf-16", "utf-16-le", "cp1252", "gb18030", "utf-7", "utf-8-sig"]), "replace"
    )


def _nest(rng: random.Random, content: bytes) -> bytes:
    deep = rng.choice(
        [b"<div>", b"<b><i>", b"[", b'{"a":', b"<url>", b"<!--", b"<![CDATA[", b"&amp", b"<item>", b"&#x110000;"]
    ) * rng.randint(50, 5000)
    place = rng.randrange(len(content))
    return content[:place] + deep + content[place:]


def _insert(rng: random.Random, content: bytes) -> bytes:
    place = rng.randrange(len(content))
    junk = rng.choice(
        [b"\0" * 50, b"\xff\xfe", b"\x1f\x8b\x08", b"]]>", b"<!--", b"</article>", b"&", b"\r", bytes(rng.randbytes(60)), b"<script>"]
    )
    return content[:place] + junk + content[place:]


# Ways that leave every address as it was, or leave it out.
GENTLE: dict[str, Callable[[random.Random, bytes], bytes]] = {
    "cut": lambda rng, c: c[: rng.randrange(len(c))],
    "doubled": lambda rng, c: c + c,
    "line ends": lambda rng, c: c.replace(b"\n", rng.choice([b"\r\n", b"\r", b"\n\n"])),
    "raw ampersands": lambda rng, c: c.replace(b"&amp;", b"&"),
    "no space": lambda rng, c: re.sub(rb"\s{2,}", b"", c),
    "junk behind": lambda rng, c: c + rng.choice([b"\n<!-- cached -->", b"\0" * 600, rng.randbytes(200)]),
    "no marks": lambda rng, c: c.replace(b"<?xml", b"<?xm", 1).replace(b"<!doctype html>", b""),
}
ROUGH: dict[str, Callable[[random.Random, bytes], bytes]] = {
    "flipped": _flip,
    "dropped": _drop,
    "wrong lengths": _swap_lengths,
    "other encoding": _recode,
    "deep": _nest,
    "inserted": _insert,
    "huge": lambda rng, c: c * rng.randint(20, 60),
    "reversed": lambda rng, c: c[::-1],
    "empty": lambda rng, c: rng.choice([b"", b" \n", b"\0"]),
}


def mangle_all(count: int, seed: int = 1) -> Iterator[Mangled]:
    """That many mangled inputs, the same for the same seed; some are mangled twice, some packed."""
    rng = random.Random(seed)
    ways = [*GENTLE, *ROUGH]
    for _ in range(count):
        name = rng.choice(list(SEEDS))
        how = rng.choices(ways, k=rng.choice([1, 1, 2]))
        content = SEEDS[name]
        for way in how:
            content = (GENTLE | ROUGH)[way](rng, content) if content else content
        if name.endswith((".html", ".txt", ".jsonl")) and rng.random() < 0.1:
            content, how = gzip.compress(content, mtime=0), [*how, "packed"]
        if rng.random() < _WRONG_TYPE:
            name, how = rng.choice(list(SEEDS)), [*how, "wrong type"]
        yield Mangled(name, ", ".join(how), content)


def read_mangled(one: Mangled) -> list[str]:
    """What reading gives, as texts to compare: articles, rejections, addresses. What must hold of it is asserted."""
    if one.name in LISTINGS:
        return _read_listed(one)
    if one.name == "robots.txt":
        return _read_robots(one)
    if one.name == "http":
        return _read_response(one)
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / one.name).write_bytes(one.content)
        given = Path(folder) / one.name if ".arc" in one.name else folder  # in folders files of this kind are passed over
        found = list(Sources([given], ReadLimits(_LIMIT)))
    return [_check_document(one, d) if isinstance(d, Document) else f"{d.source_uri} {d.reason}" for d in found] or ["nothing"]


def _check_document(one: Mangled, document: Document) -> str:
    result = extract_article(document)
    if not isinstance(result, Extraction):
        assert result.reason != "error", result.detail
        return f"{document.source_uri} {result.reason}"
    article = result.article
    with suppress(UnicodeDecodeError):
        raw = clean_text(document.content.decode("utf-8"))
        page = html.unescape(raw)
        seen = {w for gap in (" ", "") for w in _WORD.findall(html.unescape(re.sub(r"<[^<>]*>", gap, page)))} | set(
            _WORD.findall(page + raw)
        )
        said = set(_WORD.findall(article.body))
        assert said <= seen, said - seen
    article.body.encode("utf-8")
    return f"{document.source_uri} {article.title!r} {article.published_on} {article.published_at} {article.flags} {article.body!r}"


def _read_listed(one: Mangled) -> list[str]:
    try:
        content = decode_payload(parse_response(b"HTTP/1.1 200 OK\r\n\r\n" + one.content), _LIMIT)  # type: ignore[arg-type]
        what = identify(content, "application/octet-stream" if one.name != "addresses" else "text/plain")
        listing = read_listing(content, what, _SOURCE)
    except (BrokenPayload, TooLarge, FetchFailed) as error:
        return [type(error).__name__]
    entries = [*listing.pages, *listing.listings]
    with suppress(UnicodeDecodeError):
        raw = clean_text(content.decode("utf-8"))
        page = html.unescape(html.unescape(raw)) + raw
        # Each word of an address stands in the listing; its host may be that of the listing itself.
        strange = [e.url for e in entries if not set(re.findall(r"\w+", clean_text(e.url.path))) <= set(re.findall(r"\w+", page))]
        assert not strange, strange
    if set(one.how.split(", ")) <= GENTLE.keys():
        wrong = {str(e.url) for e in entries} - set(_ADDRESSES)
        assert not wrong or one.name == "addresses", wrong
    return [f"{e.url} {e.facts.title!r} {e.facts.published_at} {e.stamp}" for e in entries] or ["nothing"]


def _read_robots(one: Mangled) -> list[str]:
    robots = Robots("onrecord", Pace(FetchLimits(), threading.Event()), lambda url: one.content.decode("utf-8", "replace"))
    allowed = []
    for path in ("/", "/private/a", "/ferry"):
        with suppress(FetchFailed):
            robots.check(read_address(f"https://www.tarvik.example{path}").url)
            allowed.append(path)
    return allowed or ["nothing"]


def _read_response(one: Mangled) -> list[str]:
    response = parse_response(one.content)
    try:
        return ["no HTTP" if response is None else f"{response.status} {len(decode_payload(response, _LIMIT))}"]
    except (BrokenPayload, TooLarge) as error:
        return [type(error).__name__]
