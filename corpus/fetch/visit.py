"""An address visited as a guest should: robots.txt first, redirects checked one by one, patience where it helps."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

from corpus.fetch import robots
from corpus.fetch.address import host_of, parse_address
from corpus.fetch.archive import Archive
from corpus.fetch.exchange import Client, Exchange, FetchFailed
from corpus.fetch.limits import FetchLimits
from corpus.fetch.network import Resolve, resolve_host
from corpus.fetch.pace import Deferred, Pace
from corpus.http_response import BrokenPayload, HttpResponse, decode_payload
from corpus.inflate import TooLarge

_REDIRECTS = {301, 302, 303, 307, 308}
# Too many requests, and what servers answer while they are not well. 501 and 505 will be the same tomorrow.
_MAY_PASS = {408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524}


@dataclass
class Visit:
    """What came of an address. One of `exchange` (an answer with status 200), `is_unchanged`, `failure` and `deferred`
    (why it is left to a later run) says it. `requests` are all requests sent, robots.txt aside, with the status of each
    answer, None without one; `final` is the address that was asked last."""

    url: httpx.URL
    final: httpx.URL
    exchange: Exchange | None = None
    is_unchanged: bool = False
    failure: FetchFailed | None = None
    deferred: str = ""
    requests: list[tuple[str, int | None]] = field(default_factory=list)
    seconds: float = 0.0


class Visitor:
    """Visits addresses; threads share one. `stop` ends all waiting, with `Stopped`. `on_robots` is told of each visit to a
    robots.txt. What was answered, but for pages, goes into the archive here; pages go there by who knows that they are."""

    def __init__(
        self,
        limits: FetchLimits,
        archive: Archive,
        stop: threading.Event,
        on_robots: Callable[[Visit], None],
        resolve: Resolve = resolve_host,
    ) -> None:
        self.limits, self.archive = limits, archive
        self.pace = Pace(limits, stop)
        self._on_robots = on_robots
        self._client = Client(limits, resolve)
        self._robots = robots.Robots(limits.product, self.pace, self._fetch_robots)

    def close(self) -> None:
        self._client.close()

    def visit(self, url: httpx.URL, types: Collection[str], limit: int, conditions: Mapping[str, dict[str, str]]) -> Visit:
        """Fetches an address. `types` are the media types whose payload is read, `limit` its size in bytes as sent.
        `conditions` holds the headers (If-None-Match, If-Modified-Since) to send to an address."""
        visit = Visit(url, url)
        started = time.monotonic()
        try:
            visit.exchange = self._follow(visit, types, limit, conditions, is_guarded=True)
        except FetchFailed as failed:
            visit.failure = failed
        except Deferred as deferred:
            visit.deferred = str(deferred)
        visit.seconds = time.monotonic() - started
        if not visit.deferred:
            self.pace.count(host_of(visit.final), bool(visit.failure and visit.failure.may_pass))
        return visit

    def _follow(
        self, visit: Visit, types: Collection[str] | None, limit: int, conditions: Mapping[str, dict[str, str]], is_guarded: bool
    ) -> Exchange | None:
        """The answer with status 200 at the end of the redirects, None for one that says "unchanged"."""
        been: set[str] = set()
        for _ in range(self.limits.redirects + 1):
            url = visit.final
            been.add(str(url))
            if is_guarded:
                self._robots.check(url)
            asked = conditions.get(str(url), {})
            exchange = self._ask(visit, url, asked, types, limit)
            if exchange.status == 200:
                return exchange
            if exchange.status == 304 and asked:
                visit.is_unchanged = True
                return None
            if exchange.status not in _REDIRECTS:
                raise FetchFailed("http_status", f"the server answered {exchange.status}", exchange.status in _MAY_PASS, exchange)
            target = parse_address(_repair(exchange.header("location")), url)
            if target is None:
                raise FetchFailed("http_status", f"the server answered {exchange.status} and names no web address", False, exchange)
            if str(target) in been:
                raise FetchFailed("too_many_redirects", "the redirects lead in a circle")
            visit.final = target
        raise FetchFailed("too_many_redirects", f"more than {self.limits.redirects} redirects in a row")

    def _ask(self, visit: Visit, url: httpx.URL, headers: dict[str, str], types: Collection[str] | None, limit: int) -> Exchange:
        """The answer of one server, asked again where it may give a better one."""
        host, limits = host_of(url), self.limits
        for attempt in range(1, limits.attempts + 1):
            wait = limits.backoff_seconds * 2 ** (attempt - 1)
            try:
                with self.pace.turn(host):
                    exchange = self._client.get(url, headers, types, limit)
            except FetchFailed as failed:
                if failed.was_sent:
                    visit.requests.append((str(url), failed.exchange.status if failed.exchange else None))
                if failed.exchange:
                    self.archive.write(failed.exchange, is_page=False)
                if not failed.may_pass or attempt == limits.attempts:
                    raise
                self.pace.pause(wait)
                continue
            visit.requests.append((str(url), exchange.status))
            if exchange.status not in {200, 304}:
                self.archive.write(exchange, is_page=False)
            if exchange.status not in _MAY_PASS:
                return exchange
            asked = retry_after(exchange.header("retry-after"), datetime.now(UTC))
            if asked is not None:
                wait = asked
                self.pace.rest(host, asked)
            if wait > limits.wait_seconds:
                detail = f"the server answered {exchange.status} and asks to wait {wait:.0f} seconds"
                raise FetchFailed("http_status", detail, True, exchange)
            if attempt == limits.attempts:
                return exchange
            if asked is None:
                self.pace.pause(wait)
        raise AssertionError("unreachable")

    def _fetch_robots(self, url: httpx.URL) -> str:
        visit = Visit(url, url)
        started = time.monotonic()
        try:
            visit.exchange = self._follow(visit, None, robots.MAX_BYTES, {}, is_guarded=False)
            assert visit.exchange is not None  # without conditions no server can say "unchanged"
            return _decode_robots(visit.exchange)
        except FetchFailed as failed:
            if failed.reason == "too_large" and failed.exchange and failed.exchange.payload:
                visit.exchange = failed.exchange
                return _decode_robots(failed.exchange)
            visit.failure = failed
            status = failed.exchange.status if failed.exchange else 0
            if failed.reason == "too_many_redirects" or (400 <= status < 500 and not failed.may_pass):
                return ""
            raise
        finally:
            visit.seconds = time.monotonic() - started
            if visit.exchange and not visit.exchange.truncated:
                self.archive.write(visit.exchange, is_page=False)
            if visit.requests or visit.failure:
                self._on_robots(visit)


def _decode_robots(exchange: Exchange) -> str:
    """The text of a robots.txt; a `FetchFailed` where it cannot be decoded. Of a long one the first half megabyte counts."""
    payload = exchange.payload if not exchange.header("content-encoding") else read_payload(exchange, 8 * robots.MAX_BYTES)
    return payload[: robots.MAX_BYTES].decode("utf-8-sig", "replace")


def read_payload(exchange: Exchange, limit: int) -> bytes:
    """The payload with its content encoding undone.

    Raises:
        FetchFailed: `too_large`, `broken_response`.
    """
    headers = {"content-encoding": exchange.header("content-encoding")}
    try:
        return decode_payload(HttpResponse(exchange.status, headers, exchange.payload), limit)
    except (TooLarge, BrokenPayload) as error:
        raise FetchFailed("too_large" if isinstance(error, TooLarge) else "broken_response", str(error), False, exchange) from None


def retry_after(value: str, now: datetime) -> float | None:
    """The seconds to wait that a Retry-After asks for, None where it asks for nothing that can be read.

    >>> now = datetime(2025, 3, 1, 12, 0, tzinfo=UTC)
    >>> retry_after("120", now), retry_after("Sat, 01 Mar 2025 12:00:30 GMT", now), retry_after("soon", now)
    (120.0, 30.0, None)
    """
    value = value.strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        moment = parsedate_to_datetime(value)
        return max(0.0, ((moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - now).total_seconds())
    except (ValueError, OverflowError):
        return None


def _repair(location: str) -> str:
    """A Location whose letters were sent as bytes of UTF-8."""
    try:
        return location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return location
