"""One request and its answer, or why there is none."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import httpcore
import httpx

from corpus.fetch.address import host_of
from corpus.fetch.limits import FetchLimits
from corpus.fetch.network import GuardedBackend, OutOfTime, PrivateAddress, Resolve, UnknownHost, resolve_host
from corpus.http_response import media_type
from corpus.inflate import spell_size
from transforms.records import RejectionReason

ACCEPT = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/xml;q=0.9, text/plain;q=0.8, */*;q=0.1"
# What `decode_payload` undoes.
ACCEPT_ENCODING = "gzip, deflate, br"


@dataclass(frozen=True, slots=True)
class Exchange:
    """An answer as it was sent: `headers` in their order, `payload` with its content encoding, chunks joined."""

    address: str
    moment: datetime
    status: int
    phrase: str
    headers: tuple[tuple[str, str], ...]
    payload: bytes = b""
    ip: str = ""
    # Why the payload is not whole, by the words of the WARC standard: "length", "time", "disconnect".
    truncated: str = ""

    def header(self, name: str) -> str:
        """The values of a header joined by commas; empty where it is missing."""
        return ", ".join(value for key, value in self.headers if key.lower() == name)


class FetchFailed(Exception):
    """No whole answer. `detail` is for people; `may_pass`: whether asking again can help.
    `exchange` is what came of the answer, if anything; `was_sent`: whether the server can have seen the request."""

    def __init__(self, reason: RejectionReason, detail: str, may_pass: bool = False, exchange: Exchange | None = None) -> None:
        super().__init__(detail)
        self.reason, self.detail, self.may_pass, self.exchange = reason, detail, may_pass, exchange
        self.was_sent = True


class Client:
    """Sends requests: to public addresses only, without cookies, proxies or redirects, within the limits.

    Threads may share it. `close` ends the connections that are kept open.
    """

    def __init__(self, limits: FetchLimits, resolve: Resolve = resolve_host) -> None:
        self._limits = limits
        self._backend = GuardedBackend(limits.private_networks, resolve)
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(trust_env=False),
            max_connections=None,
            max_keepalive_connections=2 * limits.connections,
            keepalive_expiry=30.0,
            network_backend=self._backend,
        )

    def close(self) -> None:
        self._pool.close()

    def get(self, url: httpx.URL, headers: dict[str, str], types: Iterable[str] | None, limit: int) -> Exchange:
        """The answer to a GET. The payload is read where the status is 200 and the type one of `types` (None: any).

        Raises:
            FetchFailed: Reasons `private_address`, `unreachable`, `timeout`, `content_type`, `too_large`, `broken_response`.
        """
        self._backend.limit_time(self._limits.total_seconds)
        seen: list[Exchange] = []
        try:
            return self._get(url, headers, types, limit, seen)
        except FetchFailed:
            raise
        except Exception as error:
            raise _explain(error, self._limits, seen[0] if seen else None) from None

    def _get(self, url: httpx.URL, headers: dict[str, str], types: Iterable[str] | None, limit: int, seen: list[Exchange]) -> Exchange:
        limits, moment = self._limits, datetime.now(UTC)
        sent: dict[str, str] = {
            "Host": host_of(url),
            "User-Agent": limits.user_agent,
            "Accept": ACCEPT,
            "Accept-Encoding": ACCEPT_ENCODING,
        }
        timeouts = {
            "connect": limits.connect_seconds,
            "read": limits.read_seconds,
            "write": limits.read_seconds,
            "pool": limits.read_seconds,
        }
        target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        with self._pool.stream("GET", target, headers=list((sent | headers).items()), extensions={"timeout": timeouts}) as response:
            stream = response.extensions.get("network_stream")
            peer = stream.get_extra_info("server_addr") if stream else None
            phrase = response.extensions.get("reason_phrase", b"").decode("latin-1")
            head = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers)
            answer = Exchange(str(url), moment, response.status, phrase, head, ip=str(peer[0]) if peer else "")
            seen.append(answer)
            if answer.status != 200:
                return answer
            self._check_head(answer, types, limit)
            payload = bytearray()
            for piece in response.iter_stream():
                payload += piece
                if len(payload) > limit:
                    cut = _with_payload(answer, bytes(payload[:limit]), "length")
                    raise FetchFailed("too_large", f"more than {spell_size(limit)} were sent", exchange=cut)
                self._backend.seconds_left(None)
            return _with_payload(answer, bytes(payload), "")

    def _check_head(self, answer: Exchange, types: Iterable[str] | None, limit: int) -> None:
        stated = media_type(answer.header("content-type"))
        if types is not None and stated and stated not in types:
            raise FetchFailed("content_type", f"it is {stated[:80]}, no page", exchange=_with_payload(answer, b"", "length"))
        if types is None:
            return  # of a file of rules that is too long, the first part is wanted
        length = answer.header("content-length").split(",")[0].strip()
        if length.isdigit() and int(length[:18]) > limit:
            detail = f"{spell_size(int(length[:18]))}, the limit is {spell_size(limit)}"
            raise FetchFailed("too_large", detail, exchange=_with_payload(answer, b"", "length"))


def _with_payload(answer: Exchange, payload: bytes, truncated: str) -> Exchange:
    return replace(answer, payload=payload, truncated=truncated)


def _explain(error: Exception, limits: FetchLimits, exchange: Exchange | None) -> FetchFailed:
    """What the error of a library means for the address."""
    explain = next((explain for kinds, explain in _EXPLANATIONS if isinstance(error, kinds)), _explain_other)
    failed = explain(error, limits)
    failed.was_sent = not isinstance(error, _BEFORE_SENDING)
    if exchange is not None:
        failed.exchange = _with_payload(exchange, b"", "time" if failed.reason == "timeout" else "disconnect")
    return failed


def _explain_connect(error: Exception, limits: FetchLimits) -> FetchFailed:
    # httpcore says in words what happened to a certificate; the ssl error is its cause.
    cause = error.__cause__ or error.__context__
    if isinstance(cause, ssl.SSLError) or "SSL" in str(error).upper() or "CERTIFICATE" in str(error).upper():
        return FetchFailed("unreachable", f"no trusted connection could be made ({error})"[:300])
    return FetchFailed("unreachable", f"the server cannot be reached ({error})"[:300], True)


def _explain_protocol(error: Exception, limits: FetchLimits) -> FetchFailed:
    text = str(error)
    if "without sending a response" in text:
        return FetchFailed("unreachable", "the server closed the connection without an answer", True)
    if "closed connection" in text:
        return FetchFailed("broken_response", "the answer is cut off: the server closed the connection before its end", True)
    return FetchFailed("broken_response", f"the answer is no HTTP ({text})"[:300])


def _explain_other(error: Exception, limits: FetchLimits) -> FetchFailed:
    return FetchFailed("broken_response", f"the request failed ({type(error).__name__}: {error})"[:300])


_BEFORE_SENDING = (PrivateAddress, UnknownHost, httpcore.ConnectTimeout, httpcore.ConnectError)
_EXPLANATIONS: Sequence[tuple[type[Exception], Callable[[Exception, FetchLimits], FetchFailed]]] = [
    (PrivateAddress, lambda e, _: FetchFailed("private_address", str(e))),
    (UnknownHost, lambda e, _: FetchFailed("unreachable", str(e), bool(getattr(e, "may_pass", False)))),
    (OutOfTime, lambda _, limits: FetchFailed("timeout", f"not done after {limits.total_seconds:g} seconds")),
    (httpcore.ConnectTimeout, lambda _, limits: FetchFailed("timeout", f"no connection within {limits.connect_seconds:g} seconds", True)),
    (
        httpcore.TimeoutException,
        lambda _, limits: FetchFailed("timeout", f"the server fell silent for {limits.read_seconds:g} seconds", True),
    ),
    (httpcore.ConnectError, _explain_connect),
    (httpcore.ProtocolError, _explain_protocol),
    (httpcore.NetworkError, lambda e, _: FetchFailed("unreachable", f"the connection broke ({e})"[:300], True)),
]
