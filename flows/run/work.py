"""A chunk of documents from bytes to rows of the lake: read by the workers, then written whole or not at all.

No Prefect in here: whoever has the home, the run and a pool of workers can do a chunk, in this process or on another machine. A
chunk that is done twice is one chunk, for its name is that of its folder.
"""

from __future__ import annotations

import functools
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from flows.run.chunks import Arrival, Chunk, ChunkDone, Cost, find_largest, find_slowest
from flows.run.pool import Failure, WorkerPool
from flows.run.reader import DocumentRead, Reader, reject
from transforms.records import Annotation, Document, Extraction, Rejection
from warehouse.home import Home
from warehouse.lake.archive import put_bytes
from warehouse.lake.removals import Removal, Removals
from warehouse.lake.rows import Outcome, StoredDocument
from warehouse.lake.write import write_chunk
from warehouse.runs import Run, name_chunk


def do_chunk(home: Home, run: Run, chunk: Chunk, pool: WorkerPool, reader: Reader, removals: Removals) -> ChunkDone:
    """Reads the documents of a chunk and writes the chunk's folder of the lake; gives back counts.

    The bytes of each document are in the archive by then, but for those of articles that were taken out.
    """
    begun = time.monotonic()
    outcomes, costs, cpu_seconds = [], [], Counter[str]()
    for arrival, read in _read_arrivals(pool, reader, chunk.arrivals):
        outcome = _keep(home, removals, arrival, read.result)
        cpu_seconds.update({"extract": read.extract_seconds, "annotate": read.annotate_seconds})
        outcomes.append(outcome)
        costs.append(_cost(arrival.source, outcome, read.extract_seconds + read.annotate_seconds))
    write_chunk(home, run, name_chunk(run, chunk.sequence), outcomes)
    reasons = Counter(sorted(o.result.reason for o in outcomes if isinstance(o.result, Rejection)))
    return ChunkDone(
        name=str(chunk),
        stored=len(outcomes) - reasons.total(),
        reasons=reasons,
        slowest=find_slowest(costs),
        largest=find_largest(costs),
        cpu_seconds=cpu_seconds,
        seconds=time.monotonic() - begun,
        share=chunk.arrivals[-1].share,
    )


def _read_arrivals(pool: WorkerPool, reader: Reader, arrivals: Sequence[Arrival]) -> Iterator[tuple[Arrival, DocumentRead]]:
    """Each arrival as it was read, in order. What the sources could not read is not sent to the workers."""
    documents = [a.source for a in arrivals if isinstance(a.source, Document)]
    done = iter(pool.map(reader.read, documents, alone=functools.partial(_read_step_by_step, pool, reader)))
    for arrival in arrivals:
        if isinstance(arrival.source, Rejection):
            yield arrival, DocumentRead(arrival.source)
        else:
            read = next(done)
            yield arrival, DocumentRead(reject(arrival.source, "extract", read)) if isinstance(read, Failure) else read


def _read_step_by_step(pool: WorkerPool, reader: Reader, document: Document) -> DocumentRead:
    """The document, each stage by itself with the whole time limit: so the stage that fails is known."""
    extraction, extract_seconds = pool.run_timed(reader.extract, document)
    if isinstance(extraction, Failure):
        return DocumentRead(reject(document, "extract", extraction), extract_seconds)
    if isinstance(extraction, Rejection):
        return DocumentRead(extraction, extract_seconds)
    annotation, annotate_seconds = pool.run_timed(reader.annotate, extraction)
    if isinstance(annotation, Failure):
        return DocumentRead(reject(document, "annotate", annotation), extract_seconds, annotate_seconds)
    return DocumentRead((extraction, annotation), extract_seconds, annotate_seconds)


def _keep(home: Home, removals: Removals, arrival: Arrival, result: Rejection | tuple[Extraction, Annotation]) -> Outcome:
    """The outcome for the lake; the bytes go into the archive, unless the article is one that was taken out."""
    source, now = arrival.source, datetime.now(UTC)
    if isinstance(source, Rejection):
        return Outcome(arrival.stored, result, now)
    if not isinstance(result, Rejection) and (removal := removals.find_article(result[0].article.article_id)):
        removals.learn(removal, source)
        return _withdraw(arrival, removal, now)
    put_bytes(home, arrival.stored.content_hash or "", source.content)
    return Outcome(arrival.stored, result, now)


def _withdraw(arrival: Arrival, removal: Removal, now: datetime) -> Outcome:
    """The outcome of a document that was taken out: nothing of it is kept but where it came from."""
    source, stored = arrival.source, arrival.stored
    rejection = Rejection(source.source_uri, source.location, None, "extract", "removed", removal.detail)
    return Outcome(StoredDocument(stored.source_uri, stored.location, None, None), rejection, now)


def _cost(source: Document | Rejection, outcome: Outcome, seconds: float) -> Cost:
    size = len(source.content) if isinstance(source, Document) else 0
    told = outcome.result.reason if isinstance(outcome.result, Rejection) else "stored"
    return Cost(source.source_uri, size, seconds, told)
