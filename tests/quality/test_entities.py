"""Annotated lists, guides, shops and other pages: their annotations stand in them, and sure entities are right ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.quality.articles import gold_paths, read_annotations
from tests.quality.entities import LISTINGS, Row, read_by_hand, read_rows
from transforms.entities.evidence import TABLE
from transforms.evidence_table import read_evidence

_SURE = 0.9  # a confidence of which nine in ten should be right
_UNSURE = 0.5  # below which most should be wrong
_LEAST = 30  # entities that a share is taken of


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    return read_rows(LISTINGS)


@pytest.mark.parametrize("path", gold_paths(LISTINGS), ids=lambda p: p.stem)
def test_annotated_names_stand_in_the_page(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for entity in read_annotations(path)["entities"]:
        assert any(a in text for a in entity["aliases"]), entity


def test_each_piece_of_evidence_was_set_by_hand_once() -> None:
    by_hand = read_by_hand()
    assert by_hand.keys() == read_evidence(TABLE).keys()
    assert all(points * by_hand[e] >= 0 for e, (_, points, _) in read_evidence(TABLE).items())


def test_sure_entities_are_right(rows: list[Row]) -> None:
    sure = [row.is_right for row in rows if row.group.confidence >= _SURE]
    assert len(sure) > _LEAST and sum(sure) / len(sure) >= _SURE


def test_unsure_entities_are_mostly_wrong(rows: list[Row]) -> None:
    unsure = [row.is_right for row in rows if row.group.confidence < _UNSURE]
    assert len(unsure) > _LEAST and sum(unsure) / len(unsure) < _UNSURE
