"""What a Dask worker does: a chunk of documents, from the bytes in the archive to a folder of rows beside the lake.

The folder becomes a chunk when the run that asked for it takes it over: what a worker writes that was taken for dead, nobody sees.
"""

from __future__ import annotations

import multiprocessing
import threading
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from flows.run.chunks import Arrival, Chunk, ChunkDone
from flows.run.pool import WorkerPool
from flows.run.reader import Reader
from flows.run.work import do_chunk
from transforms.records import Document
from warehouse.folders import sync_tree
from warehouse.home import Home
from warehouse.lake.archive import get_bytes
from warehouse.lake.removals import Removal, Removals
from warehouse.runs import Run, name_chunk


class DaemonicWorker(RuntimeError):
    """The Dask worker may start no processes, and so cannot limit the time and the memory of a document."""


@dataclass(frozen=True, slots=True)
class Order:
    """A chunk to be done: its documents without their bytes, which the archive of the home holds, and what reading them may take."""

    home: Path
    run: Run
    sequence: int
    arrivals: Sequence[Arrival]
    model: str
    name_languages: tuple[str, ...]
    document_seconds: float
    worker_bytes: int


@dataclass(frozen=True, slots=True)
class Delivery:
    """A chunk that is done: counts, the folder to be taken over, and articles among it that were taken out of the home."""

    done: ChunkDone
    folder: Path
    withdrawn: tuple[tuple[Removal, Document], ...]


@dataclass(frozen=True, slots=True)
class StagingHome(Home):
    """A home whose chunks are written into a folder beside the lake."""

    staged: Path

    @property
    def chunks(self) -> Path:
        """The folder of this delivery."""
        return self.staged


class _KnownRemovals(Removals):
    """The removals of a home, as a worker may know them: it notes what came again, and leaves the list to the run."""

    def __init__(self, home: Home) -> None:
        super().__init__(home)
        self.withdrawn: list[tuple[Removal, Document]] = []

    def learn(self, removal: Removal, document: Document) -> None:
        self.withdrawn.append((removal, document))


_pools: dict[tuple[float, int], WorkerPool] = {}
_guard = threading.Lock()


def deliver_chunk(order: Order, processes: int) -> Delivery:
    """Does a chunk. `processes` is how many of this Dask worker read documents, for all the chunks that it works on.

    Raises `DaemonicWorker` where the worker may start none.
    """
    home = Home(order.home)
    staging = StagingHome(order.home, home.staging / uuid.uuid4().hex)
    staging.chunks.mkdir(parents=True)
    removals = _KnownRemovals(home)
    chunk = Chunk(order.sequence, [_fill(home, arrival) for arrival in order.arrivals])
    pool = _open_pool(processes, order.document_seconds, order.worker_bytes)
    done = do_chunk(staging, order.run, chunk, pool, Reader(order.model, order.name_languages), removals)
    sync_tree(staging.staged)
    return Delivery(done, staging.chunks / name_chunk(order.run, order.sequence), tuple(removals.withdrawn))


def _fill(home: Home, arrival: Arrival) -> Arrival:
    """The arrival with the bytes of its document."""
    if not isinstance(arrival.source, Document):
        return arrival
    return replace(arrival, source=replace(arrival.source, content=get_bytes(home, arrival.stored.content_hash or "")))


def _open_pool(processes: int, seconds: float, memory_bytes: int) -> WorkerPool:
    """The processes of this Dask worker, which live as long as it does."""
    if multiprocessing.current_process().daemon:
        raise DaemonicWorker("this Dask worker may start no processes: set DASK_DISTRIBUTED__WORKER__DAEMON=False before it starts")
    with _guard:
        if (seconds, memory_bytes) not in _pools:
            _pools[seconds, memory_bytes] = WorkerPool(processes, seconds, memory_bytes)
        return _pools[seconds, memory_bytes]
