"""Entities keep one id each, however the names are cut into batches."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.grouping import entities
from flows.resolve import write_groups
from tests.lakes import make_document, run_documents
from transforms.records import Document
from warehouse.connect import connect
from warehouse.home import Home


def _make_page(number: int, type_: str, signs: str) -> Document:
    names = f"[Deskora|{type_}|Deskora||||{signs}]"
    text = f"# Report {number}\n\nReport {number} from the coast.\n\nSeen: {names}.\n\nPrinted on 2026-02-0{number + 1}."
    return make_document(f"{number}.txt", text, f"https://example.org/{number}")


def _read_entities(path: Path) -> list[tuple[str, str]]:
    with connect(Home(path)) as con:
        return con.execute("SELECT entity_id, type FROM entities").fetchall()


def test_an_id_goes_to_one_of_two_that_were_one_though_they_stand_in_two_batches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entities, "_BATCH", 1)
    told, shown = _make_page(0, "organization", "inside"), _make_page(1, "organization", "shown inside")
    run_documents(tmp_path, [told, shown], "1", group=write_groups)
    [before] = _read_entities(tmp_path)
    # Others show that the first, which shows nothing, is a person: the earliest name leaves the organization.
    run_documents(tmp_path, [_make_page(n, "person", "shown inside") for n in (2, 3)], "2", group=write_groups)
    now = _read_entities(tmp_path)
    assert sorted(type_ for _, type_ in now) == ["organization", "person"]
    assert len({i for i, _ in now}) == len(now)
    assert before[0] in {i for i, _ in now}
