"""A chunk into the lake: what is kept of each document, who failed where, and that a chunk done twice is one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from flows.run.chunks import Arrival, Chunk, ChunkDone
from flows.run.pool import Failure
from flows.run.reader import DocumentRead, Reader
from flows.run.work import do_chunk
from transforms.records import Annotation, Document, Extraction, Rejection
from warehouse.home import Home
from warehouse.lake.archive import has_bytes
from warehouse.lake.chunks import list_chunks
from warehouse.lake.removals import Removal, Removals
from warehouse.lake.rows import describe_document
from warehouse.runs import Run, start_run

TEXT = b"The ferry sails again\n\nThe ferry between the two islands sails again from Monday, the harbour office said in a statement."


@dataclass
class OwnPool:
    """The pool's two ways of work in this process; `broken` names the functions that give no result."""

    broken: tuple[str, ...] = ()
    asked: list[str] = field(default_factory=list)

    def map(self, function: Callable[[Any], Any], items: Sequence[Any], alone: Callable[[Any], Any]) -> list[Any]:
        self.asked.append(function.__name__)
        return [alone(i) for i in items] if function.__name__ in self.broken else [function(i) for i in items]

    def run_timed(self, function: Callable[[Any], Any], item: Any) -> tuple[Any, float]:
        self.asked.append(function.__name__)
        return (Failure("timeout", "too slow"), 20.0) if function.__name__ in self.broken else (function(item), 1.0)


class NoModel(Reader):
    def annotate(self, extraction: Extraction) -> Annotation:
        return Annotation()


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path).create()


def begin(home: Home) -> Run:
    return start_run(home, "one", datetime(2026, 5, 1, tzinfo=UTC), "rules", {})


def arrive(*contents: bytes) -> Chunk:
    documents = [Document(f"{n}.txt", f"/srv/{n}.txt", content, "text") for n, content in enumerate(contents)]
    return Chunk(0, [Arrival(d, describe_document(d), 0.5) for d in documents])


def do(home: Home, chunk: Chunk, pool: OwnPool | None = None, removals: Removals | None = None) -> ChunkDone:
    return do_chunk(home, begin(home), chunk, pool or OwnPool(), NoModel(), removals or Removals(home))  # type: ignore[arg-type]


def documents_of(home: Home) -> list[dict[str, Any]]:
    return [row for chunk in list_chunks(home) for row in pq.read_table(chunk / "documents.parquet").to_pylist()]


def test_articles_and_rejections_are_counted_and_their_bytes_kept(home: Home) -> None:
    chunk = arrive(TEXT, b"  ")
    done = do(home, chunk)
    assert (done.stored, done.reasons, done.share) == (1, Counter({"empty": 1}), 0.5)
    assert [row["reason"] for row in documents_of(home)] == [None, "empty"]
    assert all(has_bytes(home, a.stored.content_hash or "") for a in chunk.arrivals)
    assert [c.size for c in done.largest] == [len(TEXT), 2]


def test_a_document_is_read_in_one_call(home: Home) -> None:
    pool = OwnPool()
    do(home, arrive(TEXT, TEXT + b" More."), pool)
    assert pool.asked == ["read"]


def test_a_chunk_done_twice_is_one_chunk(home: Home) -> None:
    for _ in range(2):
        do(home, arrive(TEXT))
    assert len(documents_of(home)) == 1


@pytest.mark.parametrize(
    ("broken", "stage", "asked"),
    [
        (("read", "extract"), "extract", ["read", "extract"]),
        (("read", "annotate"), "annotate", ["read", "extract", "annotate"]),
    ],
)
def test_a_document_that_hangs_is_rejected_at_the_stage_that_hangs(
    home: Home, broken: tuple[str, ...], stage: str, asked: list[str]
) -> None:
    pool = OwnPool(broken)
    done = do(home, arrive(TEXT), pool)
    assert [(row["stage"], row["reason"]) for row in documents_of(home)] == [(stage, "timeout")]
    assert (done.stored, done.reasons) == (0, Counter({"timeout": 1}))
    assert pool.asked == asked


def test_what_the_source_could_not_read_goes_to_no_worker(home: Home) -> None:
    unread = Rejection("a.warc#3", "/srv/a.warc#3", None, "read", "broken_record", "cut off")
    pool = OwnPool()
    done = do(home, Chunk(0, [Arrival(unread, describe_document(unread), 1.0)]), pool)
    assert done.reasons == Counter({"broken_record": 1})
    assert documents_of(home)[0]["reason"] == "broken_record"


def test_of_an_article_that_was_taken_out_only_its_place_is_kept(home: Home) -> None:
    chunk = arrive(TEXT)
    read = Reader().extract(chunk.arrivals[0].source)  # type: ignore[arg-type]
    assert isinstance(read, Extraction)
    removals = Removals(home)
    removals.add([Removal("key", datetime(2026, 5, 1, tzinfo=UTC), "court order", article_ids=(read.article.article_id,))])
    done = do(home, chunk, removals=removals)
    assert done.reasons == Counter({"removed": 1})
    assert not has_bytes(home, chunk.arrivals[0].stored.content_hash or "")
    assert documents_of(home)[0]["content_hash"] is None
    assert [r.locations for r in removals] == [("/srv/0.txt",)]


def test_a_text_that_breaks_the_rules_costs_itself_alone() -> None:
    class Broken(Reader):
        def annotate(self, extraction: Extraction) -> Annotation:
            raise ValueError("no such cue")

    result = Broken().read(Document("a.txt", "/srv/a.txt", TEXT, "text"))
    assert isinstance(result, DocumentRead)
    assert isinstance(result.result, Rejection)
    assert (result.result.stage, result.result.reason, result.result.detail) == ("annotate", "error", "ValueError: no such cue")
