"""What a run hands from task to task: chunks of documents, and the job they belong to.

Plain classes on purpose: Prefect looks into lists, dicts and dataclasses that it is given, and a chunk is large.
"""

from __future__ import annotations

import heapq
import threading
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from flows.run.pool import Failure, WorkerPool
from flows.run.progress import Reporter
from flows.run.sites import site_of
from transforms.records import Annotation, Document, Extraction, Rejection
from warehouse.home import Home
from warehouse.lake.removals import Removal, Removals
from warehouse.lake.rows import StoredDocument
from warehouse.runs import Run

EXTREMES = 10  # of the slowest and of the largest documents, so many are told


@dataclass(frozen=True, slots=True)
class Arrival:
    """A document to be done, what the lake keeps of it, and how much of the sources (0–1) is read with it."""

    source: Document | Rejection
    stored: StoredDocument
    share: float = 0.0


class Item:
    """One document on its way: what arrived, then what was extracted, then what was found in it."""

    def __init__(self, arrival: Arrival) -> None:
        self.source = arrival.source
        self.stored = arrival.stored
        self.extraction: Extraction | Rejection | None = arrival.source if isinstance(arrival.source, Rejection) else None
        self.annotation: Annotation | None = None
        self.seconds = 0.0  # of work, over all stages

    def withdraw(self, removal: Removal) -> None:
        """The document is one that was taken out: nothing of it is kept but the name of its place."""
        self.annotation = None
        self.stored = StoredDocument(self.stored.source_uri, self.stored.place, None, None)
        self.extraction = Rejection(self.source.source_uri, self.source.place, None, "extract", "removed", removal.detail)

    def reject(self, stage: Literal["extract", "annotate"], failure: Failure) -> None:
        """The document gives no article after all."""
        self.annotation = None
        self.extraction = Rejection(
            self.source.source_uri, self.source.place, self.stored.content_hash, stage, failure.reason, failure.detail
        )


class Chunk:
    """The documents of one task and of one folder of the lake."""

    def __init__(self, sequence: int, arrivals: list[Arrival]) -> None:
        self.sequence = sequence
        self.items = [Item(a) for a in arrivals]
        self.share = arrivals[-1].share
        self._begun = time.monotonic()

    def __str__(self) -> str:
        return f"chunk {self.sequence + 1}"

    def describe(self) -> str:
        """One line for the log: what became of its documents, and the seconds since they were read."""
        reasons = self.count_reasons()
        rejected = f"{reasons.total()} rejected"
        if reasons:
            rejected += " (" + ", ".join(f"{n} {reason}" for reason, n in reasons.most_common()) + ")"
        return f"{self}: {len(self.items) - reasons.total()} stored, {rejected}, {time.monotonic() - self._begun:.1f} s"

    def count_reasons(self) -> Counter[str]:
        """How many of its documents were rejected, by reason; the rest became articles."""
        return Counter(sorted(i.extraction.reason for i in self.items if isinstance(i.extraction, Rejection)))


@dataclass(frozen=True, slots=True)
class Cost:
    """What one document took: bytes as read, and seconds of work without waiting."""

    source_uri: str
    size: int
    seconds: float
    outcome: str  # "stored", or the reason of the rejection


class Job:
    """One run at work: its home, its workers, whom it tells, and its counts."""

    def __init__(self, home: Home, run: Run, pool: WorkerPool, reporter: Reporter, removals: Removals) -> None:
        self.home = home
        self.removals = removals
        self.run = run
        self.pool = pool
        self.reporter = reporter
        self.seen = self.stored = self.rejected = self.skipped = 0
        self.sites: set[str] = set()  # where the documents seen came from, those skipped too
        self.slowest: list[Cost] = []
        self.largest: list[Cost] = []
        self.share_done = 0.0
        self._lock = threading.Lock()

    def see(self, source_uri: str) -> None:
        """Counts a document that is to be done or has been."""
        self.seen += 1
        self.sites.add(site_of(source_uri))

    def count(self, chunk: Chunk) -> None:
        """Adds a stored chunk to the counts and tells how far the run is."""
        costs = [_cost(item) for item in chunk.items]
        rejected = chunk.count_reasons().total()
        with self._lock:
            self.stored += len(chunk.items) - rejected
            self.rejected += rejected
            self.slowest = heapq.nlargest(EXTREMES, [*self.slowest, *costs], key=lambda c: (c.seconds, c.source_uri))
            self.largest = heapq.nlargest(EXTREMES, [*self.largest, *costs], key=lambda c: (c.size, c.source_uri))
            self.share_done = max(self.share_done, chunk.share)
        self.reporter.advance(len(chunk.items), chunk.share)


def _cost(item: Item) -> Cost:
    size = len(item.source.content) if isinstance(item.source, Document) else 0
    outcome = item.extraction.reason if isinstance(item.extraction, Rejection) else "stored"
    return Cost(item.source.source_uri, size, item.seconds, outcome)


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
