"""What a run hands from task to task: chunks of documents, what became of each, and the job they belong to.

Plain classes on purpose where they are large: Prefect looks into lists, dicts and dataclasses that it is given.
"""

from __future__ import annotations

import heapq
import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from flows.run.pool import WorkerPool
from flows.run.progress import Reporter
from flows.run.reader import Reader
from flows.run.sites import site_of
from transforms.records import Document, Rejection, RejectionReason
from warehouse.home import Home
from warehouse.lake.removals import Removals
from warehouse.lake.rows import StoredDocument
from warehouse.runs import Run

EXTREMES = 10  # documents told of the slowest, and of the largest


@dataclass(frozen=True, slots=True)
class Arrival:
    """A document to be done, what the lake keeps of it, and how much of the sources (0–1) is read with it."""

    source: Document | Rejection
    stored: StoredDocument
    share: float = 0.0


class Chunk:
    """The documents of one task and of one folder of the lake."""

    def __init__(self, sequence: int, arrivals: Sequence[Arrival]) -> None:
        self.sequence = sequence
        self.arrivals = arrivals

    def __str__(self) -> str:
        return f"chunk {self.sequence + 1}"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one document took: bytes as read, and CPU seconds of work."""

    source_uri: str
    size: int
    seconds: float
    outcome: str  # "stored", or the reason of the rejection


@dataclass(frozen=True, slots=True)
class ChunkDone:
    """A chunk that is in the lake: counts alone, so that any process may send it.

    `cpu_seconds` are those of the workers by stage, `seconds` the time from begin to end; `share` of the sources (0–1) is
    read with it.
    """

    name: str
    stored: int
    reasons: Counter[RejectionReason]
    slowest: tuple[Cost, ...]
    largest: tuple[Cost, ...]
    cpu_seconds: Counter[str]
    seconds: float
    share: float

    @property
    def rejected(self) -> int:
        """Documents that gave no article."""
        return self.reasons.total()

    def describe(self) -> str:
        """One line for the log: what became of its documents, and in how many seconds."""
        rejected = f"{self.rejected} rejected"
        if self.reasons:
            rejected += " (" + ", ".join(f"{n} {reason}" for reason, n in self.reasons.most_common()) + ")"
        return f"{self.name}: {self.stored} stored, {rejected}, {self.seconds:.1f} s"


class Job:
    """One run at work: its home, its workers, whom it tells, and its counts."""

    def __init__(self, home: Home, run: Run, pool: WorkerPool, reader: Reader, reporter: Reporter, removals: Removals) -> None:
        self.home = home
        self.removals = removals
        self.run = run
        self.pool = pool
        self.reader = reader
        self.reporter = reporter
        self.seen = self.stored = self.rejected = self.skipped = 0
        self.sites: set[str] = set()  # where the documents seen came from, those skipped too
        self.slowest: tuple[Cost, ...] = ()
        self.largest: tuple[Cost, ...] = ()
        self.cpu_seconds: Counter[str] = Counter()
        self.share_done = 0.0
        self._lock = threading.Lock()

    def see(self, source_uri: str) -> None:
        """Counts a document that is to be done or has been."""
        self.seen += 1
        self.sites.add(site_of(source_uri))

    def count(self, done: ChunkDone) -> None:
        """Adds a stored chunk to the counts and tells how far the run is."""
        with self._lock:
            self.stored += done.stored
            self.rejected += done.rejected
            self.cpu_seconds.update(done.cpu_seconds)
            self.slowest = find_slowest([*self.slowest, *done.slowest])
            self.largest = find_largest([*self.largest, *done.largest])
            self.share_done = max(self.share_done, done.share)
        self.reporter.advance(done.stored + done.rejected, done.share)


def find_slowest(costs: Iterable[Cost]) -> tuple[Cost, ...]:
    """The documents that took most seconds, the slowest first."""
    return tuple(heapq.nlargest(EXTREMES, costs, key=lambda c: (c.seconds, c.source_uri)))


def find_largest(costs: Iterable[Cost]) -> tuple[Cost, ...]:
    """The documents of most bytes, the largest first."""
    return tuple(heapq.nlargest(EXTREMES, costs, key=lambda c: (c.size, c.source_uri)))


def fill_chunks(arrivals: Iterable[Arrival], documents: int, size: int) -> Iterator[Chunk]:
    """Chunks of at most `documents` documents, each closed as soon as it holds `size` bytes."""
    filling: list[Arrival] = []
    held = sequence = 0
    for arrival in arrivals:
        filling.append(arrival)
        held += len(arrival.source.content) if isinstance(arrival.source, Document) else 0
        if len(filling) >= documents or held >= size:
            yield Chunk(sequence, filling)
            filling, held, sequence = [], 0, sequence + 1
    if filling:
        yield Chunk(sequence, filling)
