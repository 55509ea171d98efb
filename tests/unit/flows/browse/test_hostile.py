"""What a page of news holds is text: nothing of it runs, breaks a page, or makes one too large."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from urllib.parse import quote

import duckdb
import pytest
from starlette.testclient import TestClient

from flows.browse.app import create_app
from tests.lakes import make_document, run_documents
from warehouse.home import Home

LARGEST = 2_000_000
SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'{{7*7}}{% raw %}"
HOSTILE = f"""# {SCRIPT} ‮desrever‬

Mira Solano said “{SCRIPT} we agree” on 2026-02-01. ‮Bero Tamm said “left”.

caption: {SCRIPT}"""


@pytest.fixture(scope="module")
def asking(tmp_path_factory: pytest.TempPathFactory):  # type: ignore[no-untyped-def]
    path = tmp_path_factory.mktemp("hostile")
    pages = [
        make_document("a.txt", HOSTILE, "javascript:alert(1)", outlet=SCRIPT),
        make_document("=cmd|' /C calc'!A0.txt", "# =1+1\n\nNorvia said “@SUM(1)” twice.", outlet="=1+1"),
    ]
    run_documents(path, pages)
    with duckdb.connect(str(path / "warehouse.duckdb")) as con:
        con.execute("UPDATE entities SET description = chr(0) || ? || chr(7), name = name || chr(0)", [SCRIPT])
        con.execute("UPDATE articles SET title = NULL, outlet = NULL, published_on = NULL WHERE source_uri LIKE '=%'")
        con.execute("UPDATE quotes SET speaker = NULL, cue = NULL, speaker_name = NULL, utterance_id = NULL WHERE text LIKE '@%'")
        con.execute("INSERT INTO articles SELECT * REPLACE ('many' AS article_id, 'many' AS source_uri) FROM articles LIMIT 1")
        con.execute(
            """INSERT INTO quotes SELECT q.* REPLACE ('many', r AS ordinal, 'many' || r AS quote_id, 'many' AS article_id, 'body' AS part,
                   r * 10 AS start_char, r * 10 + 9 AS end_char, 'u' AS utterance_id)
               FROM (SELECT * FROM quotes LIMIT 1) AS q, range(100000) AS t(r)""".replace("('many', r", "(r")
        )
        con.execute(
            """INSERT INTO blocks
               SELECT 'many', r, 'body', repeat('said it. ', 1000), r * 9002, r * 9002 + 9000, 'toy' FROM range(150) AS t(r)"""
        )
        con.execute("INSERT INTO utterances SELECT * REPLACE ('u' AS utterance_id) FROM utterances LIMIT 1")
    with TestClient(create_app(Home(path), hosts=("testserver",)), raise_server_exceptions=False) as client:
        yield client


def read_all(asking: TestClient) -> list[str]:
    """The addresses of all pages of the home."""
    addresses = ["/", "/entities", "/outlets", "/search?q=agree", "/search?q=said", "/search?q=agree&over=quotes", "/ask?q=FROM articles"]
    addresses += ["/ask?q=FROM quotes", "/article/many", "/article/many?from=100", "/statement/u", "/article/many/source"]
    for name, kind, key in (
        ("stories", "story", "story_id"),
        ("entities", "entity", "entity_id"),
        ("outlets", "outlet", "outlet"),
        ("statements", "statement", "utterance_id"),
        ("outlet_articles", "article", "article_id"),
    ):
        rows = asking.get(f"/lists/{name}.json", params={"outlet": SCRIPT} if name == "outlet_articles" else {}).json()["rows"]
        addresses += [f"/{kind}/{quote(row[key], safe='')}" for row in rows if row[key]]
    return addresses


def test_nothing_runs_nothing_breaks_and_nothing_is_too_large(asking: TestClient) -> None:
    addresses = read_all(asking)
    assert len(addresses) > 18
    for address in addresses:
        answer = asking.get(address)
        assert answer.status_code == 200, (address, answer.text[:2000])
        assert len(answer.content) <= LARGEST, address
        assert "\x00" not in answer.text
        if "text/html" in answer.headers["content-type"]:
            assert re.findall(r"<script[^>]*>", answer.text) == ['<script src="/static/comfort.js" defer>'], address
            assert "<img" not in answer.text
            assert 'href="javascript:' not in answer.text
            assert "{{7*7}}" in answer.text or "alert(1)" not in answer.text
        else:
            assert answer.headers["content-type"].startswith("text/plain")


@pytest.mark.parametrize("form", ["csv", "json", "jsonl"])
def test_a_hundred_thousand_quotes_come_in_files_of_two_megabytes(asking: TestClient, form: str) -> None:
    address, count = f"/lists/article_quotes.{form}?article_id=many", 0
    for _ in range(3):
        answer = asking.get(address)
        assert answer.status_code == 200
        assert len(answer.content) <= LARGEST
        count += count_rows(answer.text, form)
        address = answer.links["next"]["url"]
        assert address.endswith(f"offset={count}")
    last = asking.get(f"/lists/article_quotes.{form}?article_id=many&offset={100_000 - 500}")
    assert count_rows(last.text, form) == 500
    assert "next" not in last.links


def count_rows(text: str, form: str) -> int:
    return len(json.loads(text)["rows"]) if form == "json" else len(text.splitlines()) - (form == "csv")


def test_spreadsheets_get_no_formulas(asking: TestClient) -> None:
    rows = list(csv.reader(io.StringIO(asking.get("/lists/outlets.csv").text)))
    assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM '/etc/passwd'",
        "COPY articles TO '/tmp/stolen.csv'",
        "ATTACH '/tmp/other.duckdb'",
        "SET memory_limit = '100GB'",
        "INSTALL httpfs",
        "PRAGMA database_list; DROP TABLE articles",
        "SELECT 1; SELECT 2",
        "CREATE TABLE x AS SELECT 1",
        "UPDATE articles SET title = ''",
        "CALL pragma_version()",
        "nonsense",
        "SELECT nothing",
        "SELECT * FROM read_text('https://example.com/')",
    ],
)
def test_ask_only_reads_the_tables(asking: TestClient, query: str) -> None:
    answer = asking.get("/ask", params={"q": query})
    assert answer.status_code == 400
    assert "root:" not in answer.text
    assert asking.get("/ask.json", params={"q": query}).status_code == 400


def test_a_query_without_end_is_ended(tmp_path: Path) -> None:
    from flows.browse.store import Store

    run_documents(tmp_path, [make_document("a.txt")])
    app = create_app(Home(tmp_path), hosts=("testserver",), store=Store(Home(tmp_path), seconds=4))
    with TestClient(app, raise_server_exceptions=False) as client:
        answer = client.get("/ask", params={"q": "SELECT sum(a.range * b.range) FROM range(10000000) a, range(10000000) b"})
        assert answer.status_code == 503
        assert "4 seconds" in answer.text
        assert client.get("/").status_code == 200
