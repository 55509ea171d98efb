"""The main job: documents to published tables."""

from __future__ import annotations

import time
import uuid
from collections import deque
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain, islice
from typing import Any, cast

from prefect import flow, get_run_logger
from prefect.client.schemas.objects import State
from prefect.futures import PrefectFuture
from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner

from corpus.documents import Sources, is_web_source
from flows.cluster.client import Cluster, open_cluster
from flows.garbage import look_seldom
from flows.ingest import ingest
from flows.publish import publish
from flows.remove import clear_traces, finish_removals
from flows.resolve import complete_lake, resolve
from flows.run.chunks import Arrival, Chunk, Job, fill_chunks
from flows.run.hold import hold
from flows.run.pool import open_pool
from flows.run.progress import current_reporter
from flows.run.reader import Reader
from flows.run.reading import collect_documents, open_sources, restore_accounts
from flows.run.rules import check_rules, document_rules, grouping_rules, package_versions
from flows.run.summary import Summary
from flows.service.heartbeats import send_heartbeats
from flows.service.tie import tie_to_worker
from flows.settings import Settings
from flows.watch.logs import quiet_tasks
from flows.watch.names import name_run
from flows.watch.report import Report, make_report
from flows.watch.show import READ, Progress, end_run, show_report
from transforms.records import Document, Rejection
from warehouse.home import Home
from warehouse.lake.archive import CorruptEntry, get_bytes
from warehouse.lake.chunks import sweep
from warehouse.lake.compact import compact
from warehouse.lake.inbox import Inbox
from warehouse.lake.manifest import Manifest, read_stale_documents
from warehouse.lake.removals import Removals
from warehouse.lake.rows import StoredDocument
from warehouse.runs import start_run

# Threads that wait for the worker processes. A flow takes runners of any future; Prefect types this one by its own.
TASK_RUNNER = cast("TaskRunner[PrefectFuture[Any]]", ThreadPoolTaskRunner(max_workers=8))
_RETRIES = 3  # runs that try again what ran out of time or broke a worker, where no source gives it again


@flow(name="onrecord", flow_run_name=name_run, task_runner=TASK_RUNNER, persist_result=False)
def pipeline(
    sources: list[str] | None = None,
    home: str | None = None,
    workers: int | None = None,
    limit: int | None = None,
    redo: bool = False,
    rules: str | None = None,
    cluster: str | None = None,
) -> Summary | State[Any]:
    """Reads what is new in `sources` and what was collected, finds names and quotes, groups, checks and publishes.

    Without `sources` it reads the files and folders of ONRECORD_SOURCES; their web addresses are the collector's. `limit` bounds
    the documents done; `redo` does all documents of the home again, with `rules` only those that are not done under that rules
    version: so a rebuild that was ended goes on. `cluster` is the Dask cluster that does them.
    Raises as `flows.cli.start.run_pipeline` says.
    """
    tie_to_worker()
    look_seldom()
    check_rules(rules)
    quiet_tasks()
    settings = Settings.given(home=home, workers=workers, cluster=cluster)
    removals = Removals(Home(settings.home))
    given = sources if sources is not None else [s for s in settings.watched if not is_web_source(s)]
    report = build(settings, open_sources(given, settings, removals), removals, limit, redo and not rules)
    send_heartbeats()
    return end_run(report, settings) or report.summary


def build(settings: Settings, reading: Sources, removals: Removals, limit: int | None = None, redo: bool = False) -> Report:
    """Documents to published tables, within a flow; tells what it did in the Prefect UI and gives it back."""
    started = time.monotonic()
    with hold(settings) as opened, open_pool(settings) as pool, open_cluster(settings) as cluster:
        sweep(opened)
        removals.refresh()  # one may have been what held the lock
        clear_traces(opened, removals, settings)
        run = start_run(opened, uuid.uuid4().hex, datetime.now(UTC), document_rules(), package_versions(), grouping_rules())
        job = Job(opened, run, pool, Reader(settings.model, settings.languages), current_reporter(), removals)
        inbox = Inbox(opened)
        progress = Progress()
        progress.show(job, "reading")
        with closing(_arrivals(job, reading, inbox, settings, redo)) as arrivals:
            chunks = fill_chunks(islice(arrivals, limit), settings.chunk_documents, settings.chunk_bytes)
            if cluster:
                _do_documents_there(job, cluster, chunks, progress)
            else:
                _do_documents(job, settings, chunks, progress)
        timings: dict[str, float] = dict(job.cpu_seconds)
        with _timed(timings, "compact"):
            complete_lake(opened)  # merged chunks keep what their parts have
            compact(opened)
        _begin(job, progress, "resolving names, stories and statements", READ)
        with _timed(timings, "resolve"):
            resolve(job)
        _begin(job, progress, "building and checking the tables", 95)
        with _timed(timings, "publish"):
            published = publish(job, settings)
        inbox.clear()
        finish_removals(opened, removals)
        seconds = time.monotonic() - started
        accounts = [*restore_accounts(inbox), *reading.accounts]
        report = make_report(job, settings, accounts, reading.ignored, published, timings, seconds)
    progress.show(job, "done", 100)
    show_report(report, settings.browse_port)
    return report


def _begin(job: Job, progress: Progress, step: str, percent: float) -> None:
    job.reporter.say(step)
    progress.show(job, step, percent)


def _do_documents_there(job: Job, cluster: Cluster, chunks: Iterator[Chunk], progress: Progress) -> None:
    """Every chunk into the lake, by the workers of a cluster."""
    get_run_logger().info("the documents are done by the Dask cluster whose dashboard is at %s", cluster.dashboard)
    for done in cluster.do_chunks(job, chunks):
        job.count(done)
        get_run_logger().info("%s", done.describe())
        progress.show(job, "reading")


def _do_documents(job: Job, settings: Settings, chunks: Iterator[Chunk], progress: Progress) -> None:
    """Every chunk into the lake. Few chunks are on their way at once, so memory stays bounded."""
    on_their_way: deque[PrefectFuture[None]] = deque()
    for chunk in chunks:
        on_their_way.append(ingest.submit(job, chunk))
        if len(on_their_way) > settings.workers:
            on_their_way.popleft().result()
            progress.show(job, "reading")
    while on_their_way:
        on_their_way.popleft().result()


def _arrivals(job: Job, reading: Sources, inbox: Inbox, settings: Settings, redo: bool) -> Generator[Arrival, None, None]:
    """What is to be done: what is new in the sources, what was collected before, then from the archive documents of older rules
    and those to be tried again.

    In this order a document that has changed is done once, as it is now.
    """
    rules = "" if redo else job.run.rules_version
    manifest = Manifest.load(job.home, rules)
    for given, share in _read_all(job, reading, inbox, settings):
        source = job.removals.screen(given)
        job.see(source.source_uri)
        if stored := manifest.claim(source):
            yield Arrival(source if isinstance(source, Rejection) else replace(source, facts=stored.facts), stored, share)
        else:
            job.skipped += 1
    for stale in read_stale_documents(job.home, rules, job.run.number - _RETRIES):
        if (stored := manifest.claim(stale)) and (document := _restore(job, stored)):
            job.see(stored.source_uri)
            yield Arrival(document, stored, 1.0)


def _read_all(job: Job, reading: Sources, inbox: Inbox, settings: Settings) -> Iterator[tuple[Document | Rejection, float]]:
    """What the sources give, then what was collected before, each with the share (0–1) that is read with it."""
    for source in chain(reading.read_files(), collect_documents(reading, inbox, settings, job.removals)):
        yield source, reading.share_read
    for collected, share in inbox.read():
        if kept := collected if isinstance(collected, Rejection) else _restore(job, collected):
            yield kept, share


def _restore(job: Job, stored: StoredDocument) -> Document | None:
    """The document again, from the bytes that the archive keeps; None, and a warning, where it has lost them."""
    try:
        return stored.with_content(get_bytes(job.home, stored.content_hash or ""))
    except (FileNotFoundError, CorruptEntry) as e:
        get_run_logger().warning("%s stays as it was: %s", stored.source_uri, e)
        return None


@contextmanager
def _timed(timings: dict[str, float], stage: str) -> Iterator[None]:
    started = time.monotonic()
    yield
    timings[stage] = time.monotonic() - started
