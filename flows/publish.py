"""Lake and assignments into the tables that people read."""

from __future__ import annotations

from datetime import UTC, datetime

from prefect import get_run_logger, task
from prefect.cache_policies import NO_CACHE

from flows.run.chunks import Job
from flows.settings import Settings
from transforms.groups.words.stems import stem
from warehouse.build import build_snapshot
from warehouse.publish import publish as put_in_service
from warehouse.runs import close_run
from warehouse.search_index import Stem


def search_stem(settings: Settings) -> Stem | None:
    """What gives search its terms; None where search is off."""
    return stem if settings.search == "on" else None


@task(task_run_name="publish", cache_policy=NO_CACHE, persist_result=False)
def publish(job: Job, settings: Settings) -> dict[str, int]:
    """Builds, checks and puts in service; gives back the rows by table. Raises `ChecksFailed`, and nothing has changed."""
    closed = close_run(job.home, job.run, job.seen, job.skipped, datetime.now(UTC))
    # A snapshot of before may hold what was taken out, and so may a copy of it, in blocks that are free.
    taken_out = bool(job.removals.incomplete())
    snapshot = build_snapshot(job.home, closed, from_nothing=taken_out, stem=search_stem(settings))
    put_in_service(job.home, snapshot, keep_previous=not taken_out)
    get_run_logger().info("published: %s", ", ".join(f"{n:,} {table}" for table, n in snapshot.counts.items()))
    return snapshot.counts
