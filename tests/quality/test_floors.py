"""Floors fall only when somebody says why."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.quality import floors
from tests.quality.floors import Measurement, find_shortfalls, fingerprint, pin, read_floors


@pytest.fixture(autouse=True)
def own_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(floors, "FLOORS", tmp_path / "floors.json")


def _measured(right: int, total: int = 10, gold: str = "gold", name: str = "speaker") -> Measurement:
    return Measurement(gold, {name: (right, total)})


def test_a_suite_without_floors_fails() -> None:
    assert find_shortfalls("news", _measured(10))


def test_a_figure_at_its_floor_passes_and_one_below_fails() -> None:
    pin("news", _measured(8))
    assert find_shortfalls("news", _measured(8)) == []
    assert find_shortfalls("news", _measured(9)) == []
    assert find_shortfalls("news", _measured(16, 20)) == []
    assert find_shortfalls("news", _measured(7)) == ["speaker: 7/10 (70.0%), floor 8/10 (80.0%)"]


def test_a_changed_gold_fails_until_it_is_measured_anew() -> None:
    pin("news", _measured(8))
    assert find_shortfalls("news", _measured(10, gold="other"))
    pin("news", _measured(10, gold="other"))
    assert find_shortfalls("news", _measured(10, gold="other")) == []


def test_a_measure_that_appears_or_vanishes_fails() -> None:
    pin("news", _measured(8))
    assert find_shortfalls("news", _measured(8, name="title")) == ["speaker: not measured any more", "title: no floor yet"]


def test_pinning_keeps_a_floor_that_would_fall() -> None:
    pin("news", _measured(8))
    assert pin("news", _measured(7)) == ["speaker"]
    assert read_floors()["news"]["floors"] == {"speaker": [8, 10]}


def test_a_floor_falls_with_a_reason_that_stays() -> None:
    pin("news", _measured(8))
    assert pin("news", _measured(7), "two cases were wrong") == []
    pin("news", _measured(9))
    assert read_floors()["news"] == {
        "gold": "gold",
        "floors": {"speaker": [9, 10]},
        "lowered": [{"measure": "speaker", "from": [8, 10], "to": [7, 10], "reason": "two cases were wrong"}],
    }


def test_pinning_one_suite_leaves_the_others_alone() -> None:
    pin("news", _measured(8))
    pin("names", _measured(9))
    assert set(read_floors()) == {"news", "names"}
    assert read_floors()["news"]["floors"] == {"speaker": [8, 10]}


def test_fingerprint_follows_names_and_contents(tmp_path: Path) -> None:
    one, other = tmp_path / "a.json", tmp_path / "b.json"
    one.write_text("1")
    other.write_text("2")
    assert fingerprint([one, other]) == fingerprint([other, one])
    before = fingerprint([one, other])
    other.write_text("3")
    assert fingerprint([one, other]) != before
