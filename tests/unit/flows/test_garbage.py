"""Looking for garbage seldom."""

import gc
from collections.abc import Iterator

import pytest

from flows.garbage import look_seldom


@pytest.fixture(autouse=True)
def usual() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


def test_a_thousand_objects_are_not_looked_through_and_still_some_are() -> None:
    looks: list[str] = []
    gc.callbacks.append(note := lambda phase, _: looks.append(phase))
    try:
        look_seldom()
        gc.collect()
        looks.clear()
        held: list[list[int]] = [[] for _ in range(50_000)]
        assert looks == []
        held += [[] for _ in range(100_000)]
        assert "stop" in looks
    finally:
        gc.callbacks.remove(note)
