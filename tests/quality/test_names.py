"""Names in articles are as good as they were."""

from __future__ import annotations

from tests.quality.floors import compare, find_shortfalls
from tests.quality.names import measure_names


def test_names_reach_their_floors() -> None:
    measured = measure_names()
    shortfalls = find_shortfalls("names", measured)
    assert not shortfalls, "\n".join([*shortfalls, compare("names", measured), *measured.misses])
