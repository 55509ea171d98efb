"""Connections to public addresses only, with a time limit over all they do."""

from __future__ import annotations

import ipaddress
import queue
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import httpcore

Resolve = Callable[[str, int], Sequence[str]]
_Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_Network = ipaddress.IPv4Network | ipaddress.IPv6Network

# Prefixes whose addresses hold an IPv4 address, with the number of bits behind it.
_EMBEDDING = [
    (ipaddress.IPv6Network("::/96"), 0),
    (ipaddress.IPv6Network("::ffff:0:0:0/96"), 0),
    (ipaddress.IPv6Network("64:ff9b::/96"), 0),
    (ipaddress.IPv6Network("64:ff9b:1::/48"), 0),
    (ipaddress.IPv6Network("2002::/16"), 80),
]
# Of these `is_global` is wrong in some versions of Python.
_SPECIAL = [
    ipaddress.ip_network(net)
    for net in (
        "0.0.0.0/8",
        "100.64.0.0/10",
        "192.0.0.0/24",
        "192.88.99.0/24",
        "198.18.0.0/15",
        "240.0.0.0/4",
        "2001::/23",
        "3fff::/20",
        "5f00::/16",
        "fec0::/10",
    )
]
# How many addresses of one host are tried.
_MAX_TRIED = 3


class PrivateAddress(Exception):
    """A host all of whose addresses are of private networks. The message is for people."""


class UnknownHost(Exception):
    """A host name that gives no address. `may_pass`: whether asking again can help."""

    def __init__(self, message: str, may_pass: bool) -> None:
        super().__init__(message)
        self.may_pass = may_pass


class OutOfTime(Exception):
    """A request that took longer than all of it may."""


def resolve_host(host: str, port: int) -> list[str]:
    """The addresses of a host, in the order in which the system would try them; `socket.gaierror` where there are none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


class GuardedBackend(httpcore.NetworkBackend):
    """Opens connections for httpcore.

    A host name is resolved once, and the very address that was checked is connected to, so a name whose address changes
    between check and use gains nothing. The name still goes into TLS, which checks the certificate for it. `allowed` are
    the networks that may be asked though they are not public.
    """

    def __init__(self, allowed: Iterable[str] = (), resolve: Resolve = resolve_host) -> None:
        self._allowed: list[_Network] = [ipaddress.ip_network(net) for net in allowed]
        self._resolve = resolve
        self._sockets = httpcore.SyncBackend()
        self._time = threading.local()

    def limit_time(self, seconds: float) -> None:
        """From now on this thread's connections raise `OutOfTime` after `seconds`, over all waits together."""
        self._time.until = time.monotonic() + seconds

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        addresses = self._look_up(host, port, self.seconds_left(timeout))
        public = [address for address in addresses if self.is_allowed(address)]
        if not public:
            name = host if host == addresses[0] else f"{host} ({addresses[0]})"
            raise PrivateAddress(f"{name} is not a public address")
        for i, address in enumerate(public[:_MAX_TRIED], 1):
            try:
                stream = self._sockets.connect_tcp(address, port, self.seconds_left(timeout), local_address, socket_options)
                return _TimedStream(stream, self)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if i == min(len(public), _MAX_TRIED):
                    raise
        raise AssertionError("unreachable")

    def is_allowed(self, address: str) -> bool:
        """Whether an IP address may be connected to."""
        try:
            ip: _Address = ipaddress.ip_address(address.partition("%")[0])
        except ValueError:
            return False
        candidates = [ip, *_embedded(ip)]
        if any(ip in net for net in self._allowed if net.version == ip.version):
            return True
        return all(
            one.is_global and not one.is_multicast and not any(one in n for n in _SPECIAL if n.version == one.version) for one in candidates
        )

    def seconds_left(self, timeout: float | None) -> float:
        """The shorter of `timeout` and what is left of this thread's time."""
        left: float = getattr(self._time, "until", float("inf")) - time.monotonic()
        if left <= 0:
            raise OutOfTime
        return min(left, 3600.0 if timeout is None else timeout)

    def _look_up(self, host: str, port: int, timeout: float) -> Sequence[str]:
        """The system's resolver has no time limit of its own: it works beside, and is left alone when it takes too long."""
        answers: queue.SimpleQueue[Sequence[str] | Exception] = queue.SimpleQueue()

        def look_up() -> None:
            try:
                answers.put(self._resolve(host, port))
            except Exception as error:
                answers.put(error)

        threading.Thread(target=look_up, daemon=True, name="onrecord-resolve").start()
        try:
            answer = answers.get(timeout=timeout)
        except queue.Empty:
            raise httpcore.ConnectTimeout(f"no address for {host} in time") from None
        if isinstance(answer, socket.gaierror):
            raise UnknownHost(f"no address is known for {host}", answer.errno == socket.EAI_AGAIN)
        if isinstance(answer, Exception) or not answer:
            raise UnknownHost(f"no address is known for {host}", False)
        return answer


class _TimedStream(httpcore.NetworkStream):
    """A connection whose waits together stay within its thread's time: a server that sends a byte now and then would
    otherwise hold it for ever."""

    def __init__(self, stream: httpcore.NetworkStream, backend: GuardedBackend) -> None:
        self._stream, self._backend = stream, backend

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        try:
            return self._stream.read(max_bytes, self._backend.seconds_left(timeout))
        except httpcore.ReadTimeout:
            self._backend.seconds_left(None)  # tells whether it was this wait or all together
            raise

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._backend.seconds_left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _TimedStream(self._stream.start_tls(ssl_context, server_hostname, self._backend.seconds_left(timeout)), self._backend)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _embedded(ip: _Address) -> Iterable[_Address]:
    """The IPv4 addresses that an IPv6 address leads to."""
    if isinstance(ip, ipaddress.IPv4Address):
        return
    if ip.ipv4_mapped:
        yield ip.ipv4_mapped
    if ip.teredo:
        yield from ip.teredo
    for net, shift in _EMBEDDING:
        if ip in net:
            yield ipaddress.IPv4Address((int(ip) >> shift) & 0xFFFFFFFF)
