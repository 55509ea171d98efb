"""Outcomes to rows, in chunks that appear whole or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.lakes import PAGE, make_document, read_page
from transforms.records import Annotation, Document, Extraction, Mention, Quote, Rejection
from warehouse.columns import describe
from warehouse.home import Home
from warehouse.lake.chunks import list_chunks, sweep
from warehouse.lake.faults import find_fault
from warehouse.lake.features import complete_names
from warehouse.lake.rows import Outcome, describe_document
from warehouse.lake.write import write_chunk
from warehouse.lake_schemas import LAKE
from warehouse.runs import Run

NOW = datetime(2026, 1, 2, tzinfo=UTC)
RUN = Run("run", 1, NOW, "r1", {})


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path).create()


def outcome(document: Document) -> Outcome:
    return Outcome(describe_document(document), read_page(document), NOW)


def annotated(text: str = PAGE) -> tuple[Extraction, Annotation]:
    result = read_page(make_document("a.txt", text))
    assert not isinstance(result, Rejection)
    return result


def read_rows(home: Home, table: str) -> list[dict[str, object]]:
    return [row for chunk in list_chunks(home) for row in pq.read_table(chunk / f"{table}.parquet").to_pylist()]


def test_chunk_has_a_file_a_table_with_the_columns_and_descriptions_of_its_schema(home: Home) -> None:
    write_chunk(home, RUN, "one", [])
    complete_names(home, str.lower)
    for table, schema in LAKE.items():
        stored = pq.read_schema(home.chunks / "one" / f"{table}.parquet")
        assert stored.equals(schema), table
        assert [describe(f) for f in (stored, *stored)] == [describe(f) for f in (schema, *schema)]
    assert not list(home.chunks.glob(".*"))


def test_rows_of_one_document_carry_its_version(home: Home) -> None:
    write_chunk(home, RUN, "one", [outcome(make_document("a.txt")), outcome(make_document("b.txt", "REJECT empty"))])
    stored, rejected = read_rows(home, "documents")
    assert (stored["reason"], rejected["reason"]) == (None, "empty")
    assert rejected["article_id"] is None
    for table in ("articles", "blocks", "mentions", "quotes"):
        rows = read_rows(home, table)
        assert rows
        assert {row["version"] for row in rows} == {stored["version"]}


def test_chunk_written_again_replaces_the_first_try(home: Home) -> None:
    write_chunk(home, RUN, "one", [outcome(make_document("a.txt"))])
    write_chunk(home, RUN, "one", [outcome(make_document("b.txt"))])
    assert [row["source_uri"] for row in read_rows(home, "documents")] == ["b.txt"]
    assert [p.name for p in home.chunks.iterdir()] == ["one"]


def test_chunk_that_fails_leaves_nothing(home: Home) -> None:
    def outcomes():  # type: ignore[no-untyped-def]
        yield outcome(make_document("a.txt"))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_chunk(home, RUN, "one", outcomes())
    assert not list(home.chunks.iterdir())


def test_half_written_chunks_do_not_count_and_are_swept(home: Home) -> None:
    write_chunk(home, RUN, "one", [outcome(make_document("a.txt"))])
    half = home.chunks / ".tmp-two-0"
    half.mkdir()
    (half / "documents.parquet").write_bytes(b"PAR1")
    assert [c.name for c in list_chunks(home)] == ["one"]
    sweep(home)
    assert [p.name for p in home.chunks.iterdir()] == ["one"]


def test_lone_surrogates_are_replaced_one_for_one(home: Home) -> None:
    # Text may hold them (badly decoded JSON); UTF-8 cannot.
    extraction, annotation = annotated("Mira Solano spoke")
    body = "Mira Solano\udc80 spoke \U0001f600\ud800"
    broken = replace(extraction, article=replace(extraction.article, body=body, title="\ud800"), blocks=())
    broken = replace(broken, blocks=(replace(extraction.blocks[0], text=body, end_char=len(body)),))
    write_chunk(home, RUN, "one", [Outcome(describe_document(make_document("\udcff.txt")), (broken, annotation), NOW)])
    [article] = read_rows(home, "articles")
    assert article["body"] == "Mira Solano\ufffd spoke \U0001f600\ufffd"
    assert (article["title"], article["source_uri"]) == ("\ufffd", "\\udcff.txt")


def test_annotation_that_breaks_the_contract_costs_its_own_article_only(home: Home) -> None:
    extraction, annotation = annotated()
    shifted = replace(annotation, mentions=(replace(annotation.mentions[0], start_char=1),))
    broken = Outcome(describe_document(make_document("a.txt")), (extraction, shifted), NOW)
    write_chunk(home, RUN, "one", [broken, outcome(make_document("b.txt", PAGE + " More."))])
    first, second = read_rows(home, "documents")
    assert (first["stage"], first["reason"]) == ("annotate", "error")
    assert "Mira Solano" in str(first["detail"])
    assert second["reason"] is None
    assert len(read_rows(home, "articles")) == 1


def mention(**changes: object) -> tuple[Extraction, Annotation]:
    extraction, annotation = annotated()
    first, *rest = annotation.mentions
    return extraction, replace(annotation, mentions=(replace(first, **changes), *rest))  # type: ignore[arg-type]


def quote(**changes: object) -> tuple[Extraction, Annotation]:
    extraction, annotation = annotated()
    first, *rest = annotation.quotes
    return extraction, replace(annotation, quotes=(replace(first, **changes), *rest))  # type: ignore[arg-type]


def block(**changes: object) -> tuple[Extraction, Annotation]:
    extraction, annotation = annotated()
    first, *rest = extraction.blocks
    return replace(extraction, blocks=(replace(first, **changes), *rest)), annotation  # type: ignore[arg-type]


def with_mention(*more: Mention) -> tuple[Extraction, Annotation]:
    extraction, annotation = annotated()
    return extraction, replace(annotation, mentions=annotation.mentions + more)


def with_quote(*more: Quote) -> tuple[Extraction, Annotation]:
    extraction, annotation = annotated()
    return extraction, replace(annotation, quotes=annotation.quotes + more)


BODY = annotated()[0].article.body
CROSSING = Mention("body", None, 90, 110, BODY[90:110], "person", 0, "x")


@pytest.mark.parametrize(
    ("broken", "fault"),
    [
        (mention(text="Mira"), "is not at 0-11 of body"),
        (mention(part="title"), "of title"),
        (mention(part="block", block_ordinal=7), "of block 7"),
        (mention(type="animal"), "unknown type"),
        (with_mention(annotated()[1].mentions[0]), "overlap"),
        (with_mention(CROSSING), "overlap|lies in no block"),
        (quote(text="we will keep talkin"), "is not at"),
        (quote(part="block", block_ordinal=1), "of block 1"),
        (quote(speaker_start_char=2), "its speaker 'Mira Solano' is not at 2-11"),
        (quote(speaker_end_char=None), "its speaker"),
        (quote(cue_start_char=0, cue_end_char=4), "its cue 'said' is not at 0-4"),
        (quote(speaker_cluster=99), "which no mention has"),
        (quote(via_cluster=99), "which no mention has"),
        (quote(kind="whispered"), "unknown kind"),
        (quote(confidence=1.5), "confidence"),
        (quote(confidence=float("nan")), "confidence"),
        (with_quote(replace(annotated()[1].quotes[0], ordinal=9)), "there twice"),
        (with_quote(replace(annotated()[1].quotes[0], start_char=19, text=annotated()[1].quotes[0].text[1:])), "ordinal"),
        (block(start_char=1), "block 0 is not at"),
        (block(end_char=None), "one offset of two"),
        (block(role="poem"), "unknown role"),
        (block(ordinal=1), "same ordinal"),
        ((replace(annotated()[0], blocks=()), Annotation()), "no blocks"),
    ],
)
def test_faults_are_found_and_named(broken: tuple[Extraction, Annotation], fault: str) -> None:
    found = find_fault(*broken)
    assert found is not None
    assert any(part in found for part in fault.split("|")), found


def test_sound_annotation_has_no_fault() -> None:
    assert find_fault(*annotated()) is None
