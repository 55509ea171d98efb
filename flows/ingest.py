"""A chunk of documents in, rows of the lake out."""

from __future__ import annotations

from prefect import get_run_logger, task
from prefect.cache_policies import NO_CACHE

from flows.run.chunks import Chunk, Job
from flows.run.work import do_chunk


@task(task_run_name="ingest {chunk}", cache_policy=NO_CACHE, persist_result=False)
def ingest(job: Job, chunk: Chunk) -> None:
    """Does the chunk, counts it, and logs one line on it."""
    done = do_chunk(job.home, job.run, chunk, job.pool, job.reader, job.removals)
    job.count(done)
    get_run_logger().info("%s", done.describe())
