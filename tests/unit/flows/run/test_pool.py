"""The worker pool: order, failures, and what one bad document costs."""

from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from flows.run.pool import Failure, WorkerPool


@pytest.fixture(scope="module")
def pool() -> Iterator[WorkerPool]:
    with WorkerPool(workers=2, seconds=1.0, memory_bytes=4 * 2**30, batch=4) as pool:
        yield pool


def results_of(pool: WorkerPool, function: Callable[[Any], object], items: list[Any]) -> list[Any]:
    return list(pool.map(function, items))


def test_results_come_in_the_order_of_the_items(pool: WorkerPool) -> None:
    assert results_of(pool, abs, [-3, 2, -1, 0, 5, -9]) == [3, 2, 1, 0, 5, 9]


def test_an_exception_costs_only_the_item_that_raised(pool: WorkerPool) -> None:
    first, failed, last = results_of(pool, int, ["1", "x", "3"])
    assert (first, last) == (1, 3)
    assert isinstance(failed, Failure)
    assert failed.reason == "error"
    assert "ValueError" in failed.detail


def test_an_item_over_the_time_limit_costs_only_itself(pool: WorkerPool) -> None:
    results = results_of(pool, time.sleep, [0, 0, 60, 0])
    assert [r.reason if isinstance(r, Failure) else r for r in results] == [None, None, "timeout", None]


def test_items_that_are_slow_together_but_not_alone_all_succeed(pool: WorkerPool) -> None:
    assert results_of(pool, time.sleep, [0.4, 0.4, 0.4, 0.4]) == [None] * 4


def test_an_item_that_kills_its_worker_costs_only_itself(pool: WorkerPool) -> None:
    # os._exit ends the process; abs of the same batch must still come through.
    results = results_of(pool, _die_on_zero, [1, 0, 2])
    assert [r.reason if isinstance(r, Failure) else r for r in results] == [1, "error", 2]


def test_an_item_that_eats_memory_costs_only_itself(pool: WorkerPool) -> None:
    results = results_of(pool, bytes, [8, 2**36, 4])
    assert [len(r) if isinstance(r, bytes) else r.reason for r in results] == [8, "error", 4]


def test_a_stream_is_read_only_a_little_ahead(pool: WorkerPool) -> None:
    taken = []

    def items() -> Iterator[tuple[int, int]]:
        for i in range(1000):
            taken.append(i)
            yield i, i

    stream = pool.imap(abs, items(), ahead=16)
    assert next(stream) == (0, 0)
    assert len(taken) <= 24
    stream.close()  # type: ignore[attr-defined]


def test_items_without_work_travel_along(pool: WorkerPool) -> None:
    assert list(pool.imap(abs, [(-1, -1), (-2, None), (-3, -3)])) == [(-1, 1), (-2, None), (-3, 3)]


def test_a_batch_that_failed_is_done_item_by_item_in_the_way_that_was_asked_for(pool: WorkerPool) -> None:
    asked = []

    def alone(item: int) -> int:
        asked.append(item)
        return 100 + item

    assert pool.map(_die_on_zero, [1, 0, 2], alone)[1] == 100
    assert 0 in asked


def test_one_item_comes_with_its_seconds_and_one_that_was_ended_took_the_whole_limit(pool: WorkerPool) -> None:
    result, seconds = pool.run_timed(abs, -1)
    assert (result, seconds < pool.seconds) == (1, True)
    ended, seconds = pool.run_timed(time.sleep, 60)
    assert isinstance(ended, Failure)
    assert (ended.reason, seconds) == ("timeout", pool.seconds)


def _die_on_zero(value: int) -> int:
    if value == 0:
        os._exit(3)
    return value


def test_work_that_is_spread_comes_in_order_without_a_time_limit(pool: WorkerPool) -> None:
    assert list(pool.spread(_wait_and_say, [1.3, 0.0, 0.1])) == [(1.3, True), (0.0, True), (0.1, True)]


def test_a_single_item_is_no_work_for_others(pool: WorkerPool) -> None:
    assert list(pool.spread(_wait_and_say, [0.0])) == [(0.0, False)]
    assert list(pool.spread(_wait_and_say, [])) == []


def test_what_takes_its_worker_down_is_done_here(pool: WorkerPool) -> None:
    assert list(pool.spread(_die_elsewhere, [os.getpid(), os.getpid()])) == [os.getpid()] * 2


def test_work_is_taken_only_a_little_ahead(pool: WorkerPool) -> None:
    taken: list[int] = []
    results = pool.spread(abs, (taken.append(n) or n for n in range(20)))  # type: ignore[func-returns-value]
    assert next(results) == 0 and len(taken) <= 2 * pool.workers


def test_an_exception_of_spread_work_is_raised_here(pool: WorkerPool) -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        list(pool.spread(int, ["1", "x"]))


def _wait_and_say(seconds: float) -> tuple[float, bool]:
    """The seconds, and whether a worker waited them."""
    time.sleep(seconds)
    return seconds, multiprocessing.parent_process() is not None


def _die_elsewhere(home_process: int) -> int:
    if os.getpid() != home_process:
        os._exit(3)
    return home_process
