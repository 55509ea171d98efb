"""Wordings of one statement are joined as often as before, and no two statements are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.quality.floors import Measurement, find_shortfalls
from tests.quality.wording_scores import (
    measure_retellings_dev,
    measure_retellings_test,
    measure_rewordings_dev,
    measure_rewordings_test,
    measure_wordings,
)


@pytest.mark.parametrize(
    ("suite", "measure"),
    [
        ("wordings", measure_wordings),
        ("rewordings_dev", measure_rewordings_dev),
        ("rewordings_test", measure_rewordings_test),
        ("retellings_dev", measure_retellings_dev),
        ("retellings_test", measure_retellings_test),
    ],
)
def test_wordings_hold_their_floors(suite: str, measure: Callable[[], Measurement]) -> None:
    measured = measure()
    print("\n".join(measured.misses))
    assert find_shortfalls(suite, measured) == []
