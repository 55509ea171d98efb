"""One published home for the tests that only read it."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import pytest

from tests.lakes import PAGE, make_document, run_documents
from warehouse.home import Home

GAZETTE = PAGE + "\n\nSign up for our letter.\n\nOn 2026-02-01 al-Kader Bey arrived."
COURIER = """# Talks go on

Mira Solano said “we keep talking” to Bero Tamm on 2026-02-02.

Sign up for our letter."""
COURIER_COPY = """# Talks go on

Mira Solano said “we will keep talking — as long as it takes”, Mira Soláno explained on 2026-02-03. Béro Tamm said “no”."""


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Four articles of two outlets, two of them copies; a rejection, a duplicate, a redirect; two runs."""
    path = tmp_path_factory.mktemp("published")
    run_documents(path, [make_document("g1.txt", GAZETTE, outlet="Gazette"), make_document("c1.txt", COURIER, outlet="Courier")], "first")
    run_documents(
        path,
        [
            make_document("g1.txt", GAZETTE, outlet="Gazette"),
            make_document("g2.txt", GAZETTE, "https://gazette.example/2", outlet="Gazette"),
            make_document("c2.txt", COURIER_COPY, outlet="Courier"),
            make_document("c2-again.txt", COURIER_COPY, outlet="Courier"),
            make_document("empty.txt", "REJECT empty"),
        ],
        "second",
    )
    return Home(path)


@pytest.fixture
def copied(published: Home) -> Iterator[duckdb.DuckDBPyConnection]:
    """The published tables in memory, for a test that changes them."""
    with duckdb.connect() as con:
        con.execute(f"ATTACH '{published.warehouse}' AS sound (READ_ONLY)")
        con.execute("COPY FROM DATABASE sound TO memory")
        yield con
