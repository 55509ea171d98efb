"""The main job: documents to published tables."""

from __future__ import annotations

import time
import uuid
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from prefect import flow, get_run_logger
from prefect.states import State
from prefect.task_runners import ThreadPoolTaskRunner

from corpus.documents import ReadLimits, Sources
from corpus.fetch.limits import FetchLimits
from corpus.web.sources import WebReading
from flows.annotate import annotate
from flows.chunks import Arrival, Job, fill_chunks
from flows.hold import hold
from flows.ingest import ingest
from flows.pool import WorkerPool
from flows.progress import current_reporter
from flows.publish import publish
from flows.remove import clear_traces
from flows.resolve import resolve
from flows.rules import package_versions, rules_version
from flows.service.tie import tie_to_worker
from flows.settings import Settings
from flows.store import store
from flows.summary import Summary
from flows.watch.logs import quiet_tasks
from flows.watch.names import name_run
from flows.watch.report import make_report
from flows.watch.show import Progress, end_run, show_report
from warehouse.home import Home
from warehouse.lake.archive import CorruptEntry, get_bytes
from warehouse.lake.chunks import sweep
from warehouse.lake.compact import compact
from warehouse.lake.manifest import Manifest, read_stale_documents
from warehouse.lake.removals import Removals
from warehouse.runs import start_run


@flow(name="onrecord", flow_run_name=name_run, task_runner=ThreadPoolTaskRunner(max_workers=8), persist_result=False)
def pipeline(
    sources: list[str] | None = None, home: str | None = None, workers: int | None = None, limit: int | None = None, redo: bool = False
) -> Summary | State[Any]:
    """Reads what is new in `sources` (default: ONRECORD_SOURCES), finds names and quotes, groups, checks and publishes.

    `limit` bounds the documents done; `redo` does all documents of the home again. Raises as `flows.cli.start.start_run` says.
    """
    tie_to_worker()
    quiet_tasks()
    settings = Settings.given(home=home, workers=workers)
    removals = Removals(Home(settings.home))
    reading = _open(sources if sources is not None else settings.watched, settings, removals)
    started = time.monotonic()
    with hold(settings) as place, _pool(settings) as pool:
        sweep(place)
        clear_traces(place, removals.load())
        run = start_run(place, uuid.uuid4().hex, datetime.now(UTC), rules_version(), package_versions())
        job = Job(place, run, pool, current_reporter(), removals)
        progress = Progress()
        progress.show(job, "reading")
        _do_documents(job, settings, islice(_arrivals(job, reading, redo), limit), progress)
        timings = {"extract": pool.busy["extract_article"], "annotate": pool.busy["annotate_extraction"]}
        with _timed(timings, "compact"):
            compact(place)
        _begin(job, progress, "resolving names, stories and statements", 90)
        with _timed(timings, "resolve"):
            resolve(job)
        _begin(job, progress, "building and checking the tables", 95)
        with _timed(timings, "publish"):
            published = publish(job)
        reading.commit()
        clear_traces(place, removals)
        removals.complete()
        seconds = time.monotonic() - started
        report = make_report(job, settings, reading.accounts, reading.ignored, published, timings, seconds)
    progress.show(job, "done", 100)
    show_report(report)
    return end_run(report, settings) or report.summary


def _begin(job: Job, progress: Progress, step: str, percent: float) -> None:
    job.reporter.say(step)
    progress.show(job, step, percent)


def _do_documents(job: Job, settings: Settings, arrivals: Iterator[Arrival], progress: Progress) -> None:
    """Every arrival through ingest, annotate and store. Few chunks are on their way at once, so memory stays bounded."""
    on_their_way: deque[Any] = deque()
    for chunk in fill_chunks(arrivals, settings.chunk_documents, settings.chunk_bytes):
        on_their_way.append(store.submit(job, annotate.submit(job, ingest.submit(job, chunk))))
        if len(on_their_way) > settings.workers:
            on_their_way.popleft().result()
            progress.show(job, "reading")
    while on_their_way:
        on_their_way.popleft().result()


def _arrivals(job: Job, reading: Sources, redo: bool) -> Iterator[Arrival]:
    """What is to be done: what is new in the sources, then documents of older rules from the archive.

    In this order a document that has changed is done once, as it is now.
    """
    rules = "" if redo else job.run.rules_version
    manifest = Manifest.load(job.home, rules)
    for source in map(job.removals.screen, reading):
        job.see(source.source_uri)
        if stored := manifest.claim(source):
            yield Arrival(source, stored, reading.share_read)
        else:
            job.skipped += 1
    for stale in read_stale_documents(job.home, rules):
        if stored := manifest.claim(stale):
            try:
                document = stored.with_content(get_bytes(job.home, stored.content_hash or ""))
            except (FileNotFoundError, CorruptEntry) as e:
                get_run_logger().warning("%s stays as it was: %s", stored.source_uri, e)
                continue
            job.see(stored.source_uri)
            yield Arrival(document, stored, 1.0)


@contextmanager
def _timed(timings: dict[str, float], stage: str) -> Iterator[None]:
    started = time.monotonic()
    yield
    timings[stage] = time.monotonic() - started


def _open(sources: Sequence[str], settings: Settings, removals: Removals) -> Sources:
    """The sources; what is known of web addresses, and what is fetched from them, is kept in the home."""
    limits = FetchLimits(
        user_agent=settings.user_agent,
        document_bytes=settings.document_bytes,
        host_seconds=settings.host_seconds,
        source_pages=settings.source_pages,
        reading_seconds=settings.reading_seconds,
        recheck_seconds=settings.recheck_seconds,
        private_networks=tuple(n.strip() for n in settings.private_networks.split(",") if n.strip()),
    )
    web = WebReading(limits, settings.home / "web" / "state.sqlite", Home(settings.home).web_archive, why_removed=removals.why)
    return Sources(list(sources), ReadLimits(settings.document_bytes), web)


def _pool(settings: Settings) -> WorkerPool:
    return WorkerPool(settings.workers, settings.document_seconds, settings.worker_bytes)
