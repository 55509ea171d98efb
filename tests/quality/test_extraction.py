"""Pages are read as well as they were."""

from __future__ import annotations

from tests.quality.extraction_scores import measure_extraction
from tests.quality.floors import compare, find_shortfalls


def test_extraction_reaches_its_floors() -> None:
    measured = measure_extraction()
    shortfalls = find_shortfalls("extraction", measured)
    assert not shortfalls, "\n".join([*shortfalls, compare("extraction", measured), *measured.misses])
