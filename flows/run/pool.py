"""Worker processes for the CPU work of a run, with a hard time limit for each document.

The processes live for the whole run and are forked from a server that has the language model loaded, so that ending
one (a document that hangs, a parser that crashes) costs milliseconds and no second copy of the model.
"""

from __future__ import annotations

import itertools
import multiprocessing
import resource
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, TimeoutError
from dataclasses import dataclass
from typing import Generic, Literal, Self, TypeVar

from pebble import ProcessExpired, ProcessPool

from flows.run.forks import fork_context
from flows.settings import Settings

T = TypeVar("T")
S = TypeVar("S")
R = TypeVar("R")

_DETAIL_CHARS = 500  # of what an exception says, the rest is left out


@dataclass(frozen=True, slots=True)
class Failure:
    """An item whose work gave no result: `detail` is a sentence for people."""

    reason: Literal["timeout", "error"]
    detail: str

    @classmethod
    def of(cls, error: Exception) -> Failure:
        """The failure of an item whose work raised `error`."""
        return cls("error", f"{type(error).__name__}: {error}"[:_DETAIL_CHARS])


@dataclass(frozen=True, slots=True)
class _Done(Generic[R]):
    """A batch's results in order, a `Failure` where an item's work raised, each with the CPU seconds it took."""

    results: list[tuple[R | Failure, float]]


class WorkerPool:
    """Processes that apply functions to items: a context manager, made once a run."""

    def __init__(self, workers: int, seconds: float, memory_bytes: int, batch: int = 8) -> None:
        self.seconds = seconds
        self.batch = batch
        self.workers = workers
        self._others = set(multiprocessing.active_children())
        self._pool = ProcessPool(max_workers=workers, context=fork_context(), initializer=_limit_memory, initargs=[memory_bytes])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        if kind is None:
            self._pool.close()
        else:
            self._pool.stop()
        self._pool.join()
        # Of the shortest of runs a worker may still be starting: it would find the pool's locks gone, and say so on standard error.
        for late in set(multiprocessing.active_children()) - self._others:
            late.kill()
            late.join()

    def map(self, function: Callable[[T], R], items: Sequence[T], alone: Callable[[T], R | Failure] | None = None) -> list[R | Failure]:
        """Results in the order of `items`.

        Items travel in batches, small ones at the end, so that all workers end at about the same time. A batch that is not done
        within the time limit, or whose process dies, is done again item by item, each with the whole limit for itself, by
        `alone` where it is given: only the item that fails alone is a failure.
        """
        again = alone or (lambda item: self.run_timed(function, item)[0])
        batches = [(batch, self._schedule(function, batch)) for batch in cut_batches(items, self.batch, self.workers)]
        return [r for batch, future in batches for r in self._collect(again, batch, future)]

    def run_timed(self, function: Callable[[T], R], item: T) -> tuple[R | Failure, float]:
        """The result of one item in a batch of its own, with the CPU seconds it took; one that was ended took the whole limit."""
        outcome = self._outcome(self._schedule(function, [item]))
        if isinstance(outcome, _Done):
            [result] = outcome.results
            return result
        return outcome, self.seconds if outcome.reason == "timeout" else 0.0

    def imap(
        self, function: Callable[[T], R], items: Iterable[tuple[S, T | None]], ahead: int = 64
    ) -> Iterator[tuple[S, R | Failure | None]]:
        """What each item stands for, with the result of its work, in order; at most `ahead` items of the stream are held.

        An item is what it stands for and what `function` is given; with None there is nothing to do, and the result is None.
        """
        pending: deque[tuple[list[tuple[S, T | None]], list[tuple[Sequence[T], Future[_Done[R]]]]]] = deque()
        stream = iter(items)

        def again(item: T) -> R | Failure:
            return self.run_timed(function, item)[0]

        while (batch := list(itertools.islice(stream, self.batch))) or pending:
            if batch:
                pending.append((batch, self._submit(function, [work for _, work in batch if work is not None])))
            if len(pending) * self.batch >= ahead or not batch:
                travelling, submitted = pending.popleft()
                results = iter([r for one in submitted for r in self._collect(again, *one)])
                yield from ((item, None if work is None else next(results)) for item, work in travelling)

    def spread(self, function: Callable[[T], R], items: Iterable[T], /) -> Iterator[R]:
        """The results in the order of the items, worked on side by side without a time limit; few items are held at once.

        What is one item alone this process does, and what took its worker down. An exception of `function` is raised here.
        """
        stream = iter(items)
        first = list(itertools.islice(stream, 2))
        if len(first) < 2 or self.workers < 2:
            yield from map(function, itertools.chain(first, stream))
            return
        pending: deque[tuple[T, Future[R]]] = deque()
        for item in itertools.chain(first, stream):
            pending.append((item, self._pool.schedule(function, args=(item,))))
            if len(pending) > self.workers:
                yield self._take(function, *pending.popleft())
        while pending:
            yield self._take(function, *pending.popleft())

    def _take(self, function: Callable[[T], R], item: T, future: Future[R]) -> R:
        try:
            return future.result()
        except (ProcessExpired, MemoryError):
            return function(item)

    def _submit(self, function: Callable[[T], R], items: Sequence[T]) -> list[tuple[Sequence[T], Future[_Done[R]]]]:
        batches = [items[i : i + self.batch] for i in range(0, len(items), self.batch)]
        return [(b, self._schedule(function, b)) for b in batches]

    def _schedule(self, function: Callable[[T], R], batch: Sequence[T]) -> Future[_Done[R]]:
        return self._pool.schedule(_apply, args=(function, batch), timeout=self.seconds)

    def _collect(self, alone: Callable[[T], R | Failure], batch: Sequence[T], future: Future[_Done[R]]) -> list[R | Failure]:
        outcome = self._outcome(future)
        if isinstance(outcome, _Done):
            return [result for result, _ in outcome.results]
        # One after the other: a document that takes its worker down must not be in flight beside another suspect.
        return [alone(item) for item in batch]

    def _outcome(self, future: Future[_Done[R]]) -> _Done[R] | Failure:
        try:
            return future.result()
        except TimeoutError:
            return Failure("timeout", f"not done after {self.seconds:g} seconds; the worker was ended")
        except ProcessExpired as died:
            return Failure("error", f"the worker died (exit code {died.exitcode})")
        except MemoryError:
            return Failure("error", "the worker ran out of memory")


def cut_batches(items: Sequence[T], largest: int, workers: int) -> list[Sequence[T]]:
    """The items in batches of at most `largest`; none takes more than half of a worker's part of those that are left.

    >>> [len(batch) for batch in cut_batches(range(40), 8, 2)]
    [8, 8, 6, 4, 3, 2, 2, 1, 1, 1, 1, 1, 1, 1]
    """
    batches, start = [], 0
    while start < len(items):
        size = max(1, min(largest, (len(items) - start) // (2 * workers)))
        batches.append(items[start : start + size])
        start += size
    return batches


def open_pool(settings: Settings) -> WorkerPool:
    """The workers that the settings ask for."""
    return WorkerPool(settings.workers, settings.document_seconds, settings.worker_bytes)


def _apply(function: Callable[[T], R], batch: Sequence[T]) -> _Done[R]:
    results: list[tuple[R | Failure, float]] = []
    for item in batch:
        started = time.process_time()
        result: R | Failure
        try:
            result = function(item)
        except Exception as e:  # whatever a page does to a parser is that page's failure alone
            result = Failure.of(e)
        results.append((result, time.process_time() - started))
    return _Done(results)


def _limit_memory(memory_bytes: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, resource.getrlimit(resource.RLIMIT_AS)[1]))
