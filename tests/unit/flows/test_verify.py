"""The nightly comparison finds groups that increments have got wrong, and nothing in those that are right."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from flows.grouping.verify import GroupsDiffer, verify_groups
from flows.resolve import write_groups
from tests.lakes import PAGE, make_document, run_documents
from warehouse.home import Home


def test_right_groups_pass_and_wrong_ones_are_told(tmp_path: Path) -> None:
    pages = [make_document(f"{n}.txt", f"{PAGE} {n} on 2026-02-0{n + 1}") for n in range(3)]
    run_documents(tmp_path, pages[:2], "first", group=write_groups)
    run_documents(tmp_path, pages, "second", group=write_groups)
    verify_groups(Home(tmp_path), "")
    [file] = Home(tmp_path).assignments.glob("000002-*/articles.parquet")
    table = pq.read_table(file)
    pq.write_table(table.set_column(1, table.schema.field("story_id"), pa.array([f"other {n}" for n in range(table.num_rows)])), file)
    verify_groups(Home(tmp_path), "other rules")  # which the next build follows
    with pytest.raises(GroupsDiffer, match="rows of articles"):
        verify_groups(Home(tmp_path), "")


def test_nothing_of_an_article_that_has_left_stays_in_a_file(tmp_path: Path) -> None:
    gone = make_document("gone.txt", "# Gone\n\nZora Quill said “nobody shall read this” on 2026-02-01.", "https://example.org/gone")
    run_documents(
        tmp_path, [*(make_document(f"{n}.txt", f"{PAGE} {n} on 2026-02-0{n + 1}") for n in range(3)), gone], "first", group=write_groups
    )
    run_documents(tmp_path, [make_document("gone.txt", "REJECT empty", "https://example.org/gone")], "second", group=write_groups)
    for file in Home(tmp_path).assignments.glob("000002-*/*.parquet"):
        told = str(pq.read_table(file).to_pydict())
        assert not [words for words in ("nobody shall", "Zora Quill") if words in told], file
