"""How fast each host is asked: a pause between requests, few at a time, and rest where it asks for it or fails."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from corpus.fetch.limits import FetchLimits


class Deferred(Exception):
    """A host that is not asked now. The message is for people; the address is one for a later run."""


class Stopped(Exception):
    """The reading was ended while a request waited for its turn."""


@dataclass
class _Host:
    """`next_start` and `rest_until` are seconds of the monotonic clock."""

    slots: threading.Semaphore
    pause: float
    lock: threading.Lock = field(default_factory=threading.Lock)
    next_start: float = 0.0
    rest_until: float = 0.0
    failures: int = 0


class Pace:
    """Gives each request its turn. Threads share it; `stop` ends all waiting."""

    def __init__(self, limits: FetchLimits, stop: threading.Event) -> None:
        self._limits, self._stop = limits, stop
        self._until = time.monotonic() + limits.reading_seconds
        self._hosts: dict[str, _Host] = {}
        self._lock = threading.Lock()

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """Waits for the turn of a request to `host`, which is over when the block ends.

        Raises:
            Deferred: The turn would come too late, or the host has failed too often.
            Stopped: The reading is over.
        """
        known = self._host(host)
        if known.failures >= self._limits.host_failures:
            raise Deferred(f"{host} failed {known.failures} times in a row and is left alone")
        while not known.slots.acquire(timeout=0.2):
            if self._stop.is_set():
                raise Stopped
        try:
            self._sleep(self._reserve(host, known))
            yield
        finally:
            known.slots.release()

    def _reserve(self, host: str, known: _Host) -> float:
        """Takes the next turn; how long to wait for it."""
        with known.lock:
            now = time.monotonic()
            start = max(now, known.next_start, known.rest_until)
            if known.rest_until - now > self._limits.wait_seconds:
                raise Deferred(f"{host} asks to wait {known.rest_until - now:.0f} seconds")
            if start > self._until:
                is_slow = known.pause > self._limits.wait_seconds
                why = f"{host} asks for {known.pause:.0f} seconds between requests, and " if is_slow else ""
                raise Deferred(f"{why}the time for one reading is over")
            known.next_start = start + known.pause
            return start - now

    def slow_down(self, host: str, seconds: float | None) -> None:
        """Makes the pause between two requests to a host at least so long. However long it is, it is kept: what does not fit
        into the time of the reading is left to a later run."""
        if seconds is not None and seconds > 0:  # also false for what is no number ("nan")
            known = self._host(host)
            with known.lock:
                # Also counts from the request behind us, which asked for the rule itself.
                known.next_start += max(0.0, seconds - known.pause)
                known.pause = max(known.pause, seconds)

    def rest(self, host: str, seconds: float) -> None:
        """Asks a host nothing for so long."""
        known = self._host(host)
        with known.lock:
            known.rest_until = max(known.rest_until, time.monotonic() + seconds)

    def pause(self, seconds: float) -> None:
        """Waits; `Stopped` when the reading ends meanwhile."""
        self._sleep(seconds)

    def count(self, host: str, has_failed: bool) -> None:
        """Notes how an address of the host ended: with an answer, or without one that could still come."""
        known = self._host(host)
        with known.lock:
            known.failures = known.failures + 1 if has_failed else 0

    def resting(self) -> dict[str, float]:
        """The hosts that rest for longer than a run waits, with the seconds left."""
        now = time.monotonic()
        with self._lock:
            hosts = list(self._hosts.items())
        waits = {name: known.rest_until - now for name, known in hosts}
        return {name: left for name, left in waits.items() if left > self._limits.wait_seconds}

    def _host(self, host: str) -> _Host:
        with self._lock:
            if host not in self._hosts:
                self._hosts[host] = _Host(threading.Semaphore(self._limits.host_connections), self._limits.host_seconds)
            return self._hosts[host]

    def _sleep(self, seconds: float) -> None:
        if self._stop.wait(seconds) if seconds > 0 else self._stop.is_set():
            raise Stopped
