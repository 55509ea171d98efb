"""Groups are the same, whoever does the work and however it is cut."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from typing import TypeVar

import pytest

from flows.grouping import articles, groups, statements
from flows.grouping.verify import verify_groups
from flows.resolve import complete_lake, write_groups
from flows.run.pool import WorkerPool
from tests.bench.growth import fill
from warehouse.build import build_snapshot
from warehouse.home import Home, lock
from warehouse.publish import publish
from warehouse.runs import close_run, start_run

T = TypeVar("T")
R = TypeVar("R")
_ARTICLES = 120
_RULES = "rules of these groups"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    """A home whose articles this process has grouped at once."""
    with lock(Home(tmp_path_factory.mktemp("home"))) as home:
        run = start_run(home, "run", datetime.now(UTC), "rules 1", {}, _RULES)
        fill(home, run, _ARTICLES, 1)
        complete_lake(home)
        write_groups(home, run)
        publish(home, build_snapshot(home, close_run(home, run, _ARTICLES, 0, datetime.now(UTC))))
        yield home


def test_groups_of_workers_in_small_batches_are_those_of_one_process(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    for room, sizes in ((statements, {"_TOGETHER": 50, "_BATCH": 40}), (articles, {"_TOGETHER": 30, "_OTHERS": 50, "_BATCH": 20})):
        for name, size in sizes.items():
            monkeypatch.setattr(room, name, size)
    monkeypatch.setattr(groups, "_SPREAD_FROM", 1)
    spread: set[str] = set()
    with WorkerPool(2, 60.0, 4 * 2**30) as pool:

        def note(function: Callable[[T], R], items: Iterable[T], /) -> Iterator[R]:
            spread.add(f"{function.__module__.rpartition('.')[2]} {function.__name__}")
            return pool.spread(function, items)

        verify_groups(home, _RULES, note)
    assert {"articles _link", "articles _group", "statements _link", "statements _group"} <= spread


def test_few_articles_are_no_work_for_others(home: Home) -> None:
    def refuse(function: Callable[[T], R], items: Iterable[T], /) -> Iterator[R]:
        raise AssertionError(function)

    verify_groups(home, _RULES, refuse)
