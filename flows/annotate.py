"""Names and quotes for the articles of a chunk."""

from __future__ import annotations

from prefect import task
from prefect.cache_policies import NO_CACHE

from flows.run.chunks import Chunk, Job
from flows.run.pool import Failure
from transforms.annotate import annotate_extraction
from transforms.records import Extraction


@task(task_run_name="annotate {chunk}", cache_policy=NO_CACHE, persist_result=False)
def annotate(job: Job, chunk: Chunk) -> Chunk:
    """The chunk with an annotation for each article; one that cannot be annotated becomes a rejection."""
    waiting = [(item, item.extraction) for item in chunk.items if isinstance(item.extraction, Extraction)]
    for (item, _), (result, seconds) in zip(waiting, job.pool.map_timed(annotate_extraction, [e for _, e in waiting]), strict=True):
        item.seconds += seconds
        if isinstance(result, Failure):
            item.reject("annotate", result)
        else:
            item.annotation = result
    return chunk
