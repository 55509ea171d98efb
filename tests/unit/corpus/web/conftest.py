"""What the tests of reading the web share: a site, names that lead to it, and a reading in one call."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from corpus.fetch.limits import FetchLimits
from corpus.web.outlets import read_address
from corpus.web.records import Entry
from corpus.web.sources import WebReading, WebSources
from tests.news_site import NewsSite

LIMITS = FetchLimits(
    user_agent="onrecord-test/1.0 (tests)",
    download_bytes=20_000, document_bytes=40_000, listing_bytes=100_000,
    connect_seconds=5, read_seconds=1, total_seconds=2,
    redirects=3, attempts=2, backoff_seconds=0.01, wait_seconds=1, host_seconds=0.001, host_failures=100,
    recheck_seconds=0, private_networks=("127.0.0.1/32",),
)  # fmt: skip

Read = Callable[..., WebSources]


@pytest.fixture
def site() -> Iterator[NewsSite]:
    served = NewsSite()
    yield served
    served.close()


def resolve(host: str, port: int) -> Sequence[str]:
    """All names in .test lead to the site, but for the internal ones."""
    if host == "internal.test":
        return ["127.0.0.2"]
    if host.endswith(".test"):
        return ["127.0.0.1"]
    if host.replace(".", "").isdigit():
        return [host]
    raise socket.gaierror(socket.EAI_NONAME, "no such name")


@pytest.fixture
def web(tmp_path: Path) -> Read:
    """A reading of addresses or entries, with a state and an archive below the test's folder."""

    def open_web(*sources: str | Entry, **limits: Any) -> WebSources:
        entries = [read_address(source) if isinstance(source, str) else source for source in sources]
        return WebSources(entries, WebReading(replace(LIMITS, **limits), tmp_path / "state.sqlite", tmp_path / "archive", resolve))

    return open_web
