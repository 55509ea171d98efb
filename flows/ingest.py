"""Documents in, articles or rejections out: keep the bytes, extract and clean the text."""

from __future__ import annotations

from prefect import task
from prefect.cache_policies import NO_CACHE

from flows.run.chunks import Chunk, Job
from flows.run.pool import Failure
from transforms.pages.extract import extract_article
from transforms.records import Document, Extraction
from warehouse.lake.archive import put_bytes


@task(task_run_name="ingest {chunk}", cache_policy=NO_CACHE, persist_result=False)
def ingest(job: Job, chunk: Chunk) -> Chunk:
    """The chunk with an extraction or a rejection for each document; the bytes of each are in the archive by then,
    but for those of articles that were taken out."""
    waiting = [(item, item.source) for item in chunk.items if isinstance(item.source, Document)]
    for (item, document), (result, seconds) in zip(waiting, job.pool.map_timed(extract_article, [d for _, d in waiting]), strict=True):
        item.seconds += seconds
        if isinstance(result, Extraction) and (removal := job.removals.find_article(result.article.article_id)):
            job.removals.learn(removal, document)
            item.withdraw(removal)
            continue
        put_bytes(job.home, item.stored.content_hash or "", document.content)
        if isinstance(result, Failure):
            item.reject("extract", result)
        else:
            item.extraction = result
    return chunk
