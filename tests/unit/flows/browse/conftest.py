"""Homes to browse, made of toy pages, and a client that asks the application without a network."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import pytest
from starlette.testclient import TestClient

from flows.browse.app import create_app
from tests.lakes import make_document, run_documents
from warehouse.home import Home

HARBOUR = """# Harbour talks resume in Port Élan

Mira Solano said “we will keep talking — as long as it takes” on 2026-02-01. Bero Tamm listened.

caption: Bero Tamm in a file photo

Norvia said “the border stays open”."""
COURIER = """# Harbour talks resume in Port Élan

Mira Solano said “we will keep talking — as long as it takes” on 2026-02-02. Bero Tamm said “no”."""
FERRY = """# Ferry line opens

The ferry sails on 2026-02-03. Mira Solano said “the ferry is early”."""


@pytest.fixture(scope="package")
def browsed(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Three articles of two outlets, two of one story, and a rejection."""
    path = tmp_path_factory.mktemp("browsed")
    pages = [
        make_document("a.txt", HARBOUR, "https://gazette.example/a", outlet="Gazette"),
        make_document("b.txt", COURIER, outlet="Courier/Evening"),
        make_document("c.txt", FERRY, outlet="Gazette"),
        make_document("d.txt", "REJECT empty"),
    ]
    run_documents(path, pages)
    return Home(path)


@pytest.fixture(scope="package")
def client(browsed: Home) -> Iterator[TestClient]:
    with TestClient(create_app(browsed, hosts=("testserver",)), raise_server_exceptions=False) as asking:
        yield asking


@pytest.fixture(scope="package")
def ids(browsed: Home, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An id of each kind of page."""
    with duckdb.connect() as con:
        con.execute("SET TimeZone = 'UTC'")
        tables = str(browsed.tables).replace("'", "''")

        def one(sql: str) -> str:
            return str(con.execute(sql.replace("TABLES", tables)).fetchall()[0][0])

        return {
            "article": one("SELECT article_id FROM 'TABLES/articles/*.parquet' WHERE source_uri = 'a.txt'"),
            "story": one("SELECT story_id FROM 'TABLES/stories/*.parquet' ORDER BY article_count DESC"),
            "entity": one("SELECT entity_id FROM 'TABLES/entities/*.parquet' WHERE name = 'Mira Solano'"),
            "statement": one("SELECT utterance_id FROM 'TABLES/utterances/*.parquet' WHERE text LIKE 'we will%'"),
        }
