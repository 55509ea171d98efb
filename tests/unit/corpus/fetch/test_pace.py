import threading
import time
from dataclasses import replace

import pytest

from corpus.fetch.limits import FetchLimits
from corpus.fetch.pace import Deferred, Pace, Stopped

LIMITS = FetchLimits(host_seconds=0.05, wait_seconds=2, host_failures=2)


@pytest.fixture
def pace() -> Pace:
    return Pace(LIMITS, threading.Event())


def take(pace: Pace, host: str, count: int) -> list[float]:
    """When each turn began."""
    starts = []
    for _ in range(count):
        with pace.turn(host):
            starts.append(time.monotonic())
    return starts


def work_at_once(work, count: int) -> None:
    threads = [threading.Thread(target=work) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_requests_to_one_host_keep_their_distance(pace) -> None:
    starts = take(pace, "gazette.test", 3)
    assert starts[2] - starts[0] >= 0.099


def test_hosts_do_not_wait_for_one_another() -> None:
    pace = Pace(replace(LIMITS, host_seconds=30, wait_seconds=60), threading.Event())
    started = time.monotonic()
    for i in range(10):
        take(pace, f"outlet-{i}.test", 1)
    assert time.monotonic() - started < 20


def test_distance_holds_between_threads() -> None:
    pace = Pace(replace(LIMITS, host_connections=4), threading.Event())
    starts: list[float] = []
    work_at_once(lambda: starts.extend(take(pace, "gazette.test", 2)), 4)
    assert max(starts) - min(starts) >= 7 * 0.05 - 0.01


def test_only_so_many_requests_are_under_way() -> None:
    pace, now, most = Pace(replace(LIMITS, host_connections=2, host_seconds=0), threading.Event()), [], []

    def work() -> None:
        with pace.turn("gazette.test"):
            now.append(1)
            most.append(len(now))
            time.sleep(0.02)
            now.pop()

    work_at_once(work, 6)
    assert max(most) <= 2


def test_crawl_delay_makes_the_distance_longer(pace) -> None:
    pace.slow_down("slow.test", 0.15)
    a, b = take(pace, "slow.test", 2)
    assert b - a >= 0.14
    pace.slow_down("quick.test", 0.001)
    a, b = take(pace, "quick.test", 2)
    assert b - a >= 0.045
    pace.slow_down("odd.test", float("nan"))
    take(pace, "odd.test", 2)


@pytest.mark.parametrize("seconds", [3600.0, float("inf")])
def test_crawl_delay_longer_than_the_reading_is_kept_all_the_same(seconds: float) -> None:
    pace = Pace(replace(LIMITS, wait_seconds=0.1, reading_seconds=60), threading.Event())
    take(pace, "slowest.test", 1)
    pace.slow_down("slowest.test", seconds)
    with pytest.raises(Deferred, match="seconds between requests, and the time for one reading is over"):
        take(pace, "slowest.test", 1)


def test_crawl_delay_counts_from_the_request_for_robots_txt(pace) -> None:
    [a] = take(pace, "gazette.test", 1)
    pace.slow_down("gazette.test", 0.2)
    [b] = take(pace, "gazette.test", 1)
    assert b - a >= 0.19


def test_host_that_asks_for_a_short_rest_gets_it(pace) -> None:
    started = time.monotonic()
    pace.rest("gazette.test", 0.2)
    [start] = take(pace, "gazette.test", 1)
    assert start - started >= 0.19


def test_host_that_asks_for_a_long_rest_is_left_to_a_later_run(pace) -> None:
    pace.rest("gazette.test", 3600)
    with pytest.raises(Deferred, match="asks to wait 3"):
        take(pace, "gazette.test", 1)
    assert 3500 < pace.resting()["gazette.test"] <= 3600


def test_host_that_fails_again_and_again_is_left_alone_until_it_answers(pace) -> None:
    pace.count("gazette.test", True)
    pace.count("gazette.test", False)
    pace.count("gazette.test", True)
    take(pace, "gazette.test", 1)
    pace.count("gazette.test", True)
    with pytest.raises(Deferred, match="failed 2 times in a row"):
        take(pace, "gazette.test", 1)


def test_reading_ends_when_its_time_is_over() -> None:
    pace = Pace(replace(LIMITS, reading_seconds=0), threading.Event())
    with pytest.raises(Deferred, match="time for one reading is over"):
        take(pace, "gazette.test", 1)


def test_stop_ends_all_waiting() -> None:
    stop = threading.Event()
    pace = Pace(replace(LIMITS, wait_seconds=60), stop)
    pace.rest("gazette.test", 30)
    threading.Timer(0.05, stop.set).start()
    started = time.monotonic()
    with pytest.raises(Stopped):
        take(pace, "gazette.test", 1)
    assert time.monotonic() - started < 20
