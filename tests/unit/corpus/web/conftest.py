"""What the tests of reading the web share: a reading in one call."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from corpus.web.outlets import read_address
from corpus.web.records import Entry
from corpus.web.sources import WebReading, WebSources
from tests.news_site import LIMITS, resolve

Read = Callable[..., WebSources]


@pytest.fixture
def web(tmp_path: Path) -> Read:
    """A reading of addresses or entries, with a state and an archive below the test's folder."""

    def open_web(*sources: str | Entry, **limits: Any) -> WebSources:
        entries = [read_address(source) if isinstance(source, str) else source for source in sources]
        return WebSources(entries, WebReading(replace(LIMITS, **limits), tmp_path / "state.sqlite", tmp_path / "archive", resolve))

    return open_web
