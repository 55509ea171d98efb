"""A news site on loopback, for tests: it serves what a test puts there, misbehaves as told, and logs every request."""

from __future__ import annotations

import gzip
import http.server
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import formatdate
from typing import Any

from corpus.fetch.limits import FetchLimits

LIMITS = FetchLimits(
    user_agent="onrecord-test/1.0 (tests)",
    download_bytes=20_000, document_bytes=40_000, listing_bytes=100_000,
    connect_seconds=5, read_seconds=1, total_seconds=2,
    redirects=3, attempts=2, backoff_seconds=0.01, wait_seconds=1, host_seconds=0.001, host_failures=100,
    recheck_seconds=0, private_networks=("127.0.0.1/32",),
)  # fmt: skip

PAGE = "<!doctype html><html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{text}</p></article></body></html>"
TEXT = "The harbour council met on Monday. “We will reopen the ferry line,” Mira Solano said after the meeting. " * 3


@dataclass
class Reply:
    """One answer. `length` is what Content-Length says where it lies; `pieces` are sent one by one with a pause of
    `seconds` before each, without a length; `raw` is sent in place of an answer in HTTP (empty: the connection is closed)."""

    payload: bytes = b""
    type: str = "text/html; charset=utf-8"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    etag: str = ""
    modified: str = ""
    length: int | None = None
    pieces: Callable[[], Iterator[bytes]] | None = None
    seconds: float = 0.0
    raw: bytes | None = None


def page(title: str, text: str = TEXT, **options: Any) -> Reply:
    return Reply(PAGE.format(title=title, text=text).encode(), **options)


def redirect(to: str, status: int = 302) -> Reply:
    return Reply(status=status, headers={"Location": to})


def endless(piece: bytes) -> Callable[[], Iterator[bytes]]:
    def pieces() -> Iterator[bytes]:
        while True:
            yield piece

    return pieces


def bomb(size: int) -> bytes:
    """Gzip of one letter, repeated."""
    return gzip.compress(b"<p>" + b"a" * size)


def rss(title: str, items: Sequence[tuple[str, str]], extra: str = "") -> bytes:
    """An RSS feed of (title, address) pairs; `extra` goes into each item."""
    listed = "".join(f"<item><title>{name}</title><link>{link}</link>{extra}</item>" for name, link in items)
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title><language>en</language>{listed}</channel></rss>'.encode()
    )


def sitemap(addresses: Sequence[str], kind: str = "url", extra: str = "") -> bytes:
    """A sitemap, or with the kind "sitemap" an index of sitemaps; `extra` goes into each entry."""
    root = "urlset" if kind == "url" else "sitemapindex"
    listed = "".join(f"<{kind}><loc>{address}</loc>{extra}</{kind}>" for address in addresses)
    spaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
    return f'<?xml version="1.0" encoding="UTF-8"?><{root} {spaces}>{listed}</{root}>'.encode()


def resolve(host: str, port: int) -> Sequence[str]:
    """All names in .test lead to the site, but for the internal ones."""
    if host == "internal.test":
        return ["127.0.0.2"]
    if host.endswith(".test"):
        return ["127.0.0.1"]
    if host.replace(".", "").isdigit():
        return [host]
    raise socket.gaierror(socket.EAI_NONAME, "no such name")


class NewsSite:
    """Answers under every host name. `routes` maps "host/path" to an answer, to answers given one after the other (the last
    for good), or is asked with the number of the request; what is not there is 404.

    `log` holds (address, status) of each request, the status None where no answer in HTTP is given; `asked` the headers,
    `moments` when each came (seconds of the monotonic clock), `most_at_once` the most requests of each host under way together.
    """

    def __init__(self) -> None:
        self.routes: dict[str, Reply | list[Reply]] = {}
        self.log: list[tuple[str, int | None]] = []
        self.asked: list[dict[str, str]] = []
        self.moments: list[float] = []
        self.most_at_once: Counter[str] = Counter()
        self._under_way: Counter[str] = Counter()
        self.closing = threading.Event()
        self._counts: Counter[str] = Counter()
        self._lock = threading.Lock()
        site = self

        class Handler(_Handler):
            news_site = site

        self._server = _Server(("127.0.0.1", 0), Handler)
        self.port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    def url(self, path: str) -> str:
        """The address of "host/path"."""
        host, _, rest = path.partition("/")
        return f"http://{host}:{self.port}/{rest}"

    def put(self, path: str, *replies: Reply) -> str:
        self.routes[path] = list(replies)
        return self.url(path)

    def next_reply(self, path: str) -> Reply:
        with self._lock:
            replies = self.routes.get(path)
            if replies is None:
                return Reply(b"<p>nothing here", status=404)
            replies = replies if isinstance(replies, list) else [replies]
            self._counts[path] += 1
            return replies[min(self._counts[path], len(replies)) - 1]

    def note(self, path: str, status: int | None, headers: dict[str, str]) -> None:
        with self._lock:
            self.log.append((self.url(path), status))
            self.asked.append(headers)
            self.moments.append(time.monotonic())

    def forget(self) -> None:
        """Empties the log, between two readings."""
        with self._lock:
            self.log.clear()
            self.asked.clear()
            self.moments.clear()

    def moments_of(self, host: str) -> list[float]:
        """When the requests of a host came."""
        return [moment for (address, _), moment in zip(self.log, self.moments, strict=True) if address.startswith(f"http://{host}:")]

    @contextmanager
    def under_way(self, host: str) -> Iterator[None]:
        """Counts a request while it is answered."""
        with self._lock:
            self._under_way[host] += 1
            self.most_at_once[host] = max(self.most_at_once[host], self._under_way[host])
        try:
            yield
        finally:
            with self._lock:
                self._under_way[host] -= 1

    def close(self) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: object, client_address: object) -> None:
        pass  # clients that go away are part of the tests


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    news_site: NewsSite

    def do_GET(self) -> None:
        with self.news_site.under_way(self.headers["Host"].split(":")[0]):
            self._answer()

    def _answer(self) -> None:
        site = self.news_site
        path = self.headers["Host"].split(":")[0] + self.path
        reply = site.next_reply(path)
        headers = {name.lower(): value for name, value in self.headers.items()}
        if (reply.etag and headers.get("if-none-match") == reply.etag) or (
            reply.modified and "if-none-match" not in headers and headers.get("if-modified-since") == reply.modified
        ):
            reply = Reply(status=304, etag=reply.etag)
        site.note(path, None if reply.raw is not None else reply.status, headers)
        if reply.raw is not None:
            self.close_connection = True
            self._send(reply.raw)
            if not reply.raw:
                # At once and not as an orderly end, as a server that dies.
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
            return
        head = self._head(reply)
        if reply.pieces is None:
            self._send(head + reply.payload)
            self.close_connection = self.close_connection or reply.length is not None
            return
        self.close_connection = True
        self._send(head)
        for piece in reply.pieces():
            if site.closing.wait(reply.seconds) or not self._send(piece):
                return

    def _head(self, reply: Reply) -> bytes:
        head = [f"HTTP/1.1 {reply.status} Answer", f"Date: {formatdate(usegmt=True)}"]
        if reply.status != 304:
            head.append(f"Content-Type: {reply.type}") if reply.type else None
            if reply.pieces is None:
                head.append(f"Content-Length: {len(reply.payload) if reply.length is None else reply.length}")
            else:
                head.append("Connection: close")
        head += [f"ETag: {reply.etag}"] if reply.etag else []
        head += [f"Last-Modified: {reply.modified}"] if reply.modified else []
        head += [f"{name}: {value}" for name, value in reply.headers.items()]
        return ("\r\n".join(head) + "\r\n\r\n").encode("utf-8")

    def _send(self, data: bytes) -> bool:
        try:
            self.wfile.write(data)
            return True
        except OSError:
            self.close_connection = True
            return False

    def log_message(self, format: str, *args: object) -> None:
        pass
