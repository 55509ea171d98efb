"""How far a run is: a bar on a terminal, plain lines otherwise; always on standard error."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Protocol, Self

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn

PLAIN_SECONDS = 10.0  # a plain line at most this often


class Reporter(Protocol):
    """What a run tells while it works."""

    def advance(self, documents: int, share: float) -> None:
        """`documents` more are done; `share` (0–1) of the sources' bytes is read."""

    def say(self, line: str) -> None:
        """A step begins."""


class Silent:
    """Tells nothing: for tests and for runs that the Prefect UI shows."""

    def advance(self, documents: int, share: float) -> None:
        """Does nothing."""

    def say(self, line: str) -> None:
        """Does nothing."""


class Bar:
    """A progress bar with rate and time left on a terminal, a line every ten seconds otherwise."""

    def __init__(self) -> None:
        self._console = Console(stderr=True, highlight=False)
        self._started = self._told = time.monotonic()
        self._documents = 0
        self._lock = threading.Lock()
        self._bar: Progress | None = None
        if sys.stderr.isatty():
            self._bar = Progress(
                TextColumn("{task.description}"),
                BarColumn(),
                TaskProgressColumn(),
                TextColumn("{task.fields[done]} documents, {task.fields[rate]}/s"),
                TimeElapsedColumn(),
                TimeRemainingColumn(),
                console=self._console,
                transient=True,
            )
            self._task = self._bar.add_task("reading", total=1.0, done=0, rate="–")

    def __enter__(self) -> Self:
        if self._bar:
            self._bar.start()
        return self

    def __exit__(self, *exc: object) -> None:
        if self._bar:
            self._bar.stop()

    def advance(self, documents: int, share: float) -> None:
        """`documents` more are done; `share` (0–1) of the sources' bytes is read."""
        with self._lock:
            self._documents += documents
            now = time.monotonic()
            rate = f"{self._documents / max(now - self._started, 1e-3):.1f}"
            if self._bar:
                self._bar.update(self._task, completed=min(share, 1.0), done=self._documents, rate=rate)
            elif now - self._told >= PLAIN_SECONDS:
                self._told = now
                self._console.print(f"onrecord: {self._documents} documents, {rate}/s, {min(share, 1.0):.0%} read")

    def say(self, line: str) -> None:
        """A step begins."""
        with self._lock:
            if self._bar:
                self._bar.update(self._task, description=line)
            else:
                self._console.print(f"onrecord: {line}")


_reporter: ContextVar[Reporter | None] = ContextVar("reporter", default=None)


@contextmanager
def reporting(reporter: Reporter) -> Iterator[None]:
    """Runs started inside tell `reporter`: a flow's parameters cannot carry it."""
    token = _reporter.set(reporter)
    try:
        yield
    finally:
        _reporter.reset(token)


def current_reporter() -> Reporter:
    """The reporter of the caller's `reporting`, else a silent one."""
    return _reporter.get() or Silent()
