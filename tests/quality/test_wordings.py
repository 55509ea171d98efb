"""Wordings of one statement are joined as often as before, and no two statements are."""

from __future__ import annotations

import pytest

from tests.quality.floors import find_shortfalls
from tests.quality.wording_scores import measure_wordings


def test_wordings_hold_their_floors(capsys: pytest.CaptureFixture[str]) -> None:
    measured = measure_wordings()
    print("\n".join(measured.misses))
    assert find_shortfalls("wordings", measured) == []
