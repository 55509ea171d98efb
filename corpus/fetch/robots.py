"""What robots.txt allows (RFC 9309)."""

from __future__ import annotations

import threading
from collections.abc import Callable

import httpx
from protego import Protego

from corpus.fetch.address import host_of
from corpus.fetch.exchange import FetchFailed
from corpus.fetch.pace import Pace

# The standard asks for at least this much; the rest of a longer file is not read.
MAX_BYTES = 512 * 1024


class Robots:
    """The rules of every server asked so far, each fetched once.

    `fetch` gives the text at the address of a robots.txt, "" where there is none (4xx), which allows everything; or it raises
    `FetchFailed`. Then nothing of that server may be asked: the standard has a server that cannot tell its rules forbid everything.
    """

    def __init__(self, product: str, pace: Pace, fetch: Callable[[httpx.URL], str]) -> None:
        self._product, self._pace, self._fetch = product, pace, fetch
        self._rules: dict[str, Protego | FetchFailed] = {}
        self._locks: dict[str, threading.Lock] = {}
        self._lock = threading.Lock()

    def check(self, url: httpx.URL) -> None:
        """Returns where `url` may be fetched.

        Raises:
            FetchFailed: `robots` where the rules forbid it or cannot be had; `unreachable`, `timeout` or `private_address`
                where the server itself is out of reach.
        """
        rules = self._rules_of(url)
        if isinstance(rules, FetchFailed):
            raise rules
        if not rules.can_fetch(str(url), self._product):
            raise FetchFailed("robots", "robots.txt does not allow it")

    def _rules_of(self, url: httpx.URL) -> Protego | FetchFailed:
        server = f"{url.scheme}://{host_of(url)}"
        with self._lock:
            lock = self._locks.setdefault(server, threading.Lock())
        with lock:
            if server not in self._rules:
                self._rules[server] = self._ask(httpx.URL(f"{server}/robots.txt"), url)
            return self._rules[server]

    def _ask(self, address: httpx.URL, url: httpx.URL) -> Protego | FetchFailed:
        try:
            text = self._fetch(address)
        except FetchFailed as failed:
            if failed.reason in ("unreachable", "timeout", "private_address"):
                return FetchFailed(failed.reason, failed.detail, failed.may_pass)
            # What may pass for the file may pass for the page.
            return FetchFailed("robots", f"robots.txt cannot be had ({failed.detail}), so nothing may be fetched", True)
        rules = Protego.parse(text)
        rate = rules.request_rate(self._product)
        delays = (rules.crawl_delay(self._product), rate.seconds / rate.requests if rate else None)
        self._pace.slow_down(host_of(url), max((d for d in delays if d), default=None))
        return rules
