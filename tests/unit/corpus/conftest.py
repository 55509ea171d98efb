"""What the tests of reading share: a folder to fill, and a reading of it in one call."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corpus.documents import ReadLimits, Sources
from tests.news_site import NewsSite
from transforms.records import Document, Rejection

Read = Callable[..., list[Document | Rejection]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder to give as the source. Its parent is there for what must stay outside."""
    made = tmp_path / "pages"
    made.mkdir()
    return made


@pytest.fixture
def read() -> Read:
    def read(*sources: str | Path, max_bytes: int = 100_000) -> list[Document | Rejection]:
        return list(Sources(sources, ReadLimits(max_bytes)))

    return read


@pytest.fixture
def site() -> Iterator[NewsSite]:
    """A news site on loopback."""
    served = NewsSite()
    yield served
    served.close()
