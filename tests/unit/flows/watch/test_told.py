"""Each crossing is told once."""

from __future__ import annotations

from pathlib import Path

from flows.watch.limits import Crossing, Verdict
from flows.watch.told import tell_crossings
from warehouse.home import Home

FAILING = frozenset({"silence", "rejections"})


def tell(home: Path, *crossed: str, judged: str = "abc") -> str:
    """Tells that outlets are silent, of those judged; the outlets told."""
    crossings = tuple(Crossing("silence", outlet, f"{outlet}: no article for two days") for outlet in crossed)
    keys = frozenset(("silence", outlet) for outlet in judged)
    return "".join(c.subject for c in tell_crossings(Home(home), Verdict(crossings, keys), FAILING))


def test_a_crossing_is_told_once_for_as_long_as_it_lasts(tmp_path: Path) -> None:
    assert tell(tmp_path, "a") == "a"
    assert tell(tmp_path, "a", "b") == "b"
    assert tell(tmp_path, "a", "b") == ""


def test_a_crossing_that_ended_is_told_again(tmp_path: Path) -> None:
    assert tell(tmp_path, "a") == "a"
    assert tell(tmp_path) == ""
    assert tell(tmp_path, "a") == "a"


def test_a_run_that_could_not_judge_ends_nothing(tmp_path: Path) -> None:
    assert tell(tmp_path, "a") == "a"
    assert tell(tmp_path, judged="bc") == ""
    assert tell(tmp_path, "a") == ""


def test_limits_that_only_warn_are_not_told(tmp_path: Path) -> None:
    warning = Crossing("dates", "a", "a: all articles without day")
    assert tell_crossings(Home(tmp_path), Verdict((warning,), frozenset({warning.key})), FAILING) == []


def test_a_damaged_memory_tells_again(tmp_path: Path) -> None:
    for damage in ("", "[1]", "{", "null"):
        (tmp_path / "told.json").write_text(damage)
        assert tell(tmp_path, "a") == "a"
