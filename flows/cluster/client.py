"""Hands the chunks of a run to a Dask cluster, and takes over what comes back."""

from __future__ import annotations

import importlib
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from flows.cluster.worker import DaemonicWorker, Delivery, Order, deliver_chunk
from flows.run.chunks import Arrival, Chunk, ChunkDone, Job
from flows.settings import Settings
from transforms.records import Document
from warehouse.folders import sync
from warehouse.home import Home
from warehouse.lake.archive import put_bytes
from warehouse.runs import name_chunk

AUTO = "auto"
# Chunks on their way for each thread of the cluster: one that is done, one that waits for it.
_AHEAD = 2
# A chunk whose worker dies is done again this many times before the run gives up: a worker that dies is rarely the documents' fault.
_RETRIES = 5
_CONNECT_SECONDS = 30


class ClusterFailed(RuntimeError):
    """The cluster cannot be reached, was lost, or gave up on a chunk; the message is for people. What was finished is kept."""


class Cluster:
    """A Dask cluster at work for one run."""

    def __init__(self, client: Any, settings: Settings) -> None:
        self._client = client
        self._settings = settings

    @property
    def dashboard(self) -> str:
        """The address of its dashboard."""
        return str(self._client.dashboard_link)

    def do_chunks(self, job: Job, chunks: Iterable[Chunk]) -> Iterator[ChunkDone]:
        """What became of each chunk, in the order in which they are done; each is in the lake by then.

        Few chunks are on their way at once, and what is done is forgotten at once. Raises `ClusterFailed`.
        """
        waiting = iter(chunks)
        threads = self._count_threads()
        coming = _load("distributed").as_completed()
        orders: dict[str, Order] = {}
        try:
            while True:
                while len(orders) < _AHEAD * threads and (chunk := next(waiting, None)):
                    future = self._submit(self._order(job, chunk))
                    orders[future.key] = self._order(job, chunk)
                    coming.add(future)
                if not orders:
                    # What a worker wrote that was taken for dead is nobody's.
                    shutil.rmtree(job.home.staging, ignore_errors=True)
                    return
                future = next(coming)
                delivery: Delivery = future.result()
                del orders[future.key]
                future.release()
                yield take_over(job, delivery)
        except DaemonicWorker as e:
            raise ClusterFailed(str(e)) from None
        except _list_losses() as e:
            raise ClusterFailed(
                f"the Dask cluster is lost ({type(e).__name__}: {e}); what was finished is kept, the same command goes on"
            ) from e

    def _count_threads(self) -> int:
        """Threads of all workers there are; at least one is waited for."""
        self._client.wait_for_workers(1, timeout=_CONNECT_SECONDS)
        return sum(self._client.nthreads().values()) or 1

    def _order(self, job: Job, chunk: Chunk) -> Order:
        settings = self._settings
        return Order(
            job.home.path.absolute(),
            job.run,
            chunk.sequence,
            [_lighten(job.home, arrival) for arrival in chunk.arrivals],
            settings.model,
            settings.languages,
            settings.document_seconds,
            settings.worker_bytes,
        )

    def _submit(self, order: Order) -> Any:
        key = f"{name_chunk(order.run, order.sequence)}"
        return self._client.submit(_deliver, order, key=key, pure=False, retries=_RETRIES)


def _deliver(order: Order) -> Delivery:
    """In a Dask worker: the chunk, by as many processes as the worker has threads."""
    return deliver_chunk(order, _load("distributed").get_worker().state.nthreads)


def take_over(job: Job, delivery: Delivery) -> ChunkDone:
    """Makes a delivered folder a chunk of the lake."""
    for removal, document in delivery.withdrawn:
        job.removals.learn(removal, document)
    target = job.home.chunks / delivery.folder.name
    shutil.rmtree(target, ignore_errors=True)
    delivery.folder.rename(target)
    sync(job.home.chunks)
    shutil.rmtree(delivery.folder.parent, ignore_errors=True)
    return delivery.done


def _lighten(home: Home, arrival: Arrival) -> Arrival:
    """The arrival without its bytes, once the archive has them: they need not pass through the scheduler."""
    source = arrival.source
    if not isinstance(source, Document):
        return arrival
    put_bytes(home, arrival.stored.content_hash or "", source.content)
    return replace(arrival, source=replace(source, content=b""))


@contextmanager
def open_cluster(settings: Settings) -> Iterator[Cluster | None]:
    """The cluster that ONRECORD_CLUSTER names, None where it names none; `auto` is one of this machine, for as long as the run.

    Raises `ClusterFailed` where it does not answer.
    """
    if not settings.cluster:
        yield None
        return
    distributed = _load("distributed")
    with _load("dask").config.set({"distributed.worker.daemon": False, "distributed.comm.retry.count": 3}):
        if settings.cluster == AUTO:
            with (
                distributed.LocalCluster(n_workers=settings.workers, threads_per_worker=1, processes=True, dashboard_address=None) as local,
                distributed.Client(local) as client,
            ):
                yield Cluster(client, settings)
            return
        try:
            client = distributed.Client(settings.cluster, timeout=_CONNECT_SECONDS)
        except (OSError, ValueError) as e:
            raise ClusterFailed(f"no Dask scheduler answers at {settings.cluster} (ONRECORD_CLUSTER): {e}") from None
        try:
            yield Cluster(client, settings)
        finally:
            client.close(timeout=1)


def _load(module: str) -> Any:
    """A module of Dask's, which has no types and need not be installed."""
    try:
        return importlib.import_module(module)
    except ImportError:
        raise ClusterFailed("ONRECORD_CLUSTER needs Dask: pip install 'onrecord[cluster]'") from None


def _list_losses() -> tuple[type[BaseException], ...]:
    """What distributed raises where scheduler or workers are gone."""
    client, scheduler = _load("distributed.client"), _load("distributed.scheduler")
    return (OSError, StopIteration, client.CancelledError, client.FutureCancelledError, client.CommClosedError, scheduler.KilledWorker)
