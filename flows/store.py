"""A finished chunk into the lake, whole or not at all."""

from __future__ import annotations

from datetime import UTC, datetime

from prefect import get_run_logger, task
from prefect.cache_policies import NO_CACHE

from flows.run.chunks import Chunk, Item, Job
from transforms.records import Rejection
from warehouse.lake.rows import Outcome
from warehouse.lake.write import write_chunk
from warehouse.runs import name_chunk


@task(task_run_name="store {chunk}", cache_policy=NO_CACHE, persist_result=False)
def store(job: Job, chunk: Chunk) -> None:
    """Writes the chunk, counts it, and logs one line on it."""
    now = datetime.now(UTC)
    write_chunk(job.home, job.run, name_chunk(job.run, chunk.sequence), [_outcome(item, now) for item in chunk.items])
    job.count(chunk)
    get_run_logger().info("%s", chunk.describe())


def _outcome(item: Item, now: datetime) -> Outcome:
    if isinstance(item.extraction, Rejection):
        return Outcome(item.stored, item.extraction, now)
    if item.extraction is None or item.annotation is None:
        raise RuntimeError(f"{item.source.source_uri} was stored before it was done")
    return Outcome(item.stored, (item.extraction, item.annotation), now)
