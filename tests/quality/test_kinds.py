"""Pages are told by their kind as well as they were."""

from __future__ import annotations

from tests.quality.floors import compare, find_shortfalls
from tests.quality.kinds import KINDS, measure_kinds, read_kinds


def test_kinds_reach_their_floors() -> None:
    measured = measure_kinds()
    shortfalls = find_shortfalls("kinds", measured)
    assert not shortfalls, "\n".join([*shortfalls, compare("kinds", measured), *measured.misses])


def test_each_kind_has_pages_and_look_alikes() -> None:
    wanted = [flags for _, _, flags in read_kinds()]
    assert set().union(*wanted) == set(KINDS)
    assert wanted.count(frozenset()) > len(wanted) / 3
