"""What a run hands from task to task: chunks of documents, and the job they belong to.

Plain classes on purpose: Prefect looks into lists, dicts and dataclasses that it is given, and a chunk is large.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from flows.pool import Failure, WorkerPool
from flows.progress import Reporter
from transforms.records import Annotation, Document, Extraction, Rejection
from warehouse.home import Home
from warehouse.lake.rows import StoredDocument
from warehouse.runs import Run

EXAMPLES = 100


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

    def reject(self, stage: str, failure: Failure) -> None:
        """The document gives no article after all."""
        self.annotation = None
        self.extraction = Rejection(
            self.source.source_uri,
            self.source.place,
            self.stored.content_hash,
            stage,  # type: ignore[arg-type]
            failure.reason,
            failure.detail,
        )


class Chunk:
    """The documents of one task and of one folder of the lake."""

    def __init__(self, sequence: int, arrivals: list[Arrival]) -> None:
        self.sequence = sequence
        self.items = [Item(a) for a in arrivals]
        self.share = arrivals[-1].share

    def __str__(self) -> str:
        return f"{self.sequence:05d}"


class Job:
    """One run at work: its home, its workers, whom it tells, and its counts."""

    def __init__(self, home: Home, run: Run, pool: WorkerPool, reporter: Reporter) -> None:
        self.home = home
        self.run = run
        self.pool = pool
        self.reporter = reporter
        self.seen = self.stored = self.rejected = self.skipped = 0
        self.reasons: Counter[str] = Counter()
        self.examples: list[Rejection] = []  # the first rejections, for whoever watches
        self.outlets: Counter[str] = Counter()
        self.ignored: Counter[str] = Counter()
        self.share_done = 0.0
        self._lock = threading.Lock()

    def count(self, chunk: Chunk) -> None:
        """Adds a stored chunk to the counts and tells how far the run is."""
        with self._lock:
            for item in chunk.items:
                if isinstance(item.extraction, Extraction):
                    self.stored += 1
                    self.outlets[item.extraction.article.outlet or "(unknown)"] += 1
                elif isinstance(item.extraction, Rejection):
                    self.rejected += 1
                    self.reasons[item.extraction.reason] += 1
                    if len(self.examples) < EXAMPLES:
                        self.examples.append(item.extraction)
            self.share_done = max(self.share_done, chunk.share)
        self.reporter.advance(len(chunk.items), chunk.share)


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
