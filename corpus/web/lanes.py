"""Work for many hosts side by side, for each host in its order."""

from __future__ import annotations

import queue
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from corpus.fetch.pace import Stopped

Job = TypeVar("Job")
Out = TypeVar("Out")

# Results that wait for the caller. Each may be a page of the largest size, so few.
_WAITING = 4


class _Ended:
    """A worker that has nothing more to do, or what broke it."""

    def __init__(self, error: BaseException | None = None) -> None:
        self.error = error


def run_lanes(
    jobs: Iterable[Job],
    lane_of: Callable[[Job], str],
    work: Callable[[Job], Iterator[Out]],
    lanes_at_once: int,
    jobs_at_once: int,
    stop: threading.Event,
) -> Iterator[Out]:
    """What `work` gives for each job, as it comes. Jobs of one lane are done in their order, `jobs_at_once` at a time.

    An error of `work` is raised here. Threads end when `stop` is set; the caller does not wait for those that wait for a
    server.
    """
    lanes: dict[str, deque[Job]] = {}
    for job in jobs:
        lanes.setdefault(lane_of(job), deque()).append(job)
    waiting = deque(lane for lane in lanes.values() for _ in range(min(jobs_at_once, len(lane))))
    results: queue.Queue[Out | _Ended] = queue.Queue(_WAITING)

    def put(result: Out | _Ended) -> None:
        while not stop.is_set():
            try:
                results.put(result, timeout=0.2)
                return
            except queue.Full:
                continue
        raise Stopped

    def run() -> None:
        ended = _Ended()
        try:
            while (lane := _pop(waiting)) is not None:
                while (job := _pop(lane)) is not None:
                    for result in work(job):
                        put(result)
        except Stopped:
            return
        except BaseException as error:
            ended = _Ended(error)
        try:
            put(ended)
        except Stopped:
            return

    running = min(len(waiting), lanes_at_once * jobs_at_once)
    for number in range(running):
        threading.Thread(target=run, daemon=True, name=f"onrecord-fetch-{number}").start()
    while running:
        result = results.get()
        if not isinstance(result, _Ended):
            yield result
        elif result.error is not None:
            raise result.error
        else:
            running -= 1


def _pop(waiting: deque[Job]) -> Job | None:
    try:
        return waiting.popleft()
    except IndexError:
        return None
