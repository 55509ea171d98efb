"""The protocol for assistants, message by message, and what each tool answers and refuses."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from flows.browse.assistant import LETTERS, TOOLS
from flows.browse.mcp import answer_line, serve_assistants
from flows.browse.store import Store
from warehouse.home import Home


@pytest.fixture(scope="module")
def store(browsed: Home, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Of a copy: DuckDB keeps one instance of a file in a process."""
    home = shutil.copytree(browsed.path, tmp_path_factory.mktemp("asked") / "home", symlinks=True)
    reading = Store(Home(Path(home)))
    yield reading
    reading.close()


def call(store: Store, name: str, **arguments: Any) -> tuple[Any, bool]:
    """What a tool answers, and whether that is a failure."""
    asked = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": name, "arguments": arguments}}
    answer = answer_line(store, json.dumps(asked))
    assert answer is not None
    [told] = answer["result"]["content"]
    failed = answer["result"]["isError"]
    return told["text"] if failed else json.loads(told["text"]), failed


def test_a_conversation_is_answered_line_by_line(store: Store) -> None:
    asked = [
        {"jsonrpc": "2.0", "id": 0, "method": "initialize", "params": {"protocolVersion": "2025-03-26", "capabilities": {}}},
        {"jsonrpc": "2.0", "method": "notifications/initialized"},
        {"jsonrpc": "2.0", "id": "a", "method": "ping"},
        {"jsonrpc": "2.0", "id": 2, "method": "tools/list"},
    ]
    answers = io.StringIO()
    serve_assistants(store, io.StringIO("".join(json.dumps(m) + "\n" for m in asked) + "\n"), answers)
    first, pong, tools = (json.loads(line) for line in answers.getvalue().splitlines())
    assert first["result"]["protocolVersion"] == "2025-03-26"
    assert first["result"]["serverInfo"]["name"] == "onrecord"
    assert pong == {"jsonrpc": "2.0", "id": "a", "result": {}}
    assert [t["name"] for t in tools["result"]["tools"]] == ["search", "quotes_by", "wordings", "article", "tables", "sql"]
    assert all(t["inputSchema"]["type"] == "object" and t["annotations"]["readOnlyHint"] for t in tools["result"]["tools"])


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("nonsense", -32700),
        ("[" * 100_000, -32700),
        ("[]", -32600),
        ('{"id": 1}', -32600),
        ('{"id": 1, "method": "resources/list"}', -32601),
        ('{"id": 1, "method": "ping", "params": []}', -32602),
        ('{"id": 1, "method": "tools/call", "params": {"name": "drop"}}', -32602),
        ('{"id": 1, "method": "tools/call", "params": {"name": "sql", "arguments": [1]}}', -32602),
    ],
)
def test_what_is_no_request_of_the_protocol_is_told(store: Store, line: str, code: int) -> None:
    answer = answer_line(store, line)
    assert answer is not None
    assert answer["error"]["code"] == code


@pytest.mark.parametrize("line", ['{"method": "notifications/cancelled"}', '{"id": 1, "result": {}}'])
def test_what_asks_nothing_is_not_answered(store: Store, line: str) -> None:
    assert answer_line(store, line) is None


def test_search_finds_articles_and_quotes(store: Store) -> None:
    articles, _ = call(store, "search", query="ferry")
    assert [r["title"] for r in articles["rows"]] == ["Ferry line opens"]
    quotes, _ = call(store, "search", query='talking speaker:"Mira Solano"', limit=1, **{"in": "quotes"})
    assert [r["speaker"] for r in quotes["rows"]] == ["Mira Solano"]
    assert quotes["next_offset"] == 1
    rest, _ = call(store, "search", query='talking speaker:"Mira Solano"', limit=1, offset=1, **{"in": "quotes"})
    assert rest["next_offset"] is None
    assert rest["rows"][0]["quote_id"] != quotes["rows"][0]["quote_id"]


def test_quotes_by_a_speaker_lead_to_the_article_and_the_wordings(store: Store) -> None:
    quotes, _ = call(store, "quotes_by", speaker="mira solano", until="2026-02-02")
    assert [r["published_on"] for r in quotes["rows"]] == ["2026-02-02", "2026-02-01"]
    wordings, _ = call(store, "wordings", utterance_id=quotes["rows"][0]["utterance_id"])
    assert {r["outlet"] for r in wordings["rows"]} == {"Gazette", "Courier/Evening"}
    article, _ = call(store, "article", article_id=quotes["rows"][1]["article_id"])
    assert article["outlet"] == "Gazette"
    assert "we will keep talking" in article["text"]


def test_sql_reads_and_its_answers_have_an_end(store: Store) -> None:
    assert call(store, "sql", query="SELECT count(*) AS n FROM articles")[0] == {"rows": [{"n": 3}], "next_offset": None}
    many, _ = call(store, "sql", query="SELECT repeat('x', 1000) AS x FROM range(500)", limit=10_000)
    assert len(json.dumps(many)) < 2 * LETTERS
    assert many["next_offset"] == len(many["rows"])
    tables, _ = call(store, "tables")
    assert {"table_name": "quotes", "column_name": "cue"} in [{k: r[k] for k in ("table_name", "column_name")} for r in tables["rows"]]


@pytest.mark.parametrize(
    ("tool", "arguments", "told"),
    [
        ("sql", {"query": "DROP TABLE articles"}, "only queries that read"),
        ("sql", {"query": "SELECT * FROM read_text('/etc/passwd')"}, "disabled"),
        ("sql", {"query": "SELECT nothing"}, "nothing"),
        ("sql", {}, "needs query"),
        ("sql", {"query": 1}, "of type string"),
        ("search", {"query": "x", "limit": True}, "of type integer"),
        ("search", {"query": "x", "in": "blocks"}, "articles"),
        ("search", {"query": "since:never"}, "a day like"),
        ("search", {"words": "x"}, "takes no 'words'"),
        ("quotes_by", {"speaker": "x", "since": "May"}, "a day like"),
        ("article", {"article_id": "none"}, "no article has the id"),
    ],
)
def test_what_a_tool_cannot_answer_is_told(store: Store, tool: str, arguments: dict[str, Any], told: str) -> None:
    text, failed = call(store, tool, **arguments)
    assert failed
    assert told in text


def test_a_home_without_tables_says_so(tmp_path: Path) -> None:
    text, failed = call(Store(Home(tmp_path)), "sql", query="SELECT 1")
    assert failed
    assert "onrecord run" in text


def test_every_tool_is_described() -> None:
    assert all(len(tool.description) > 30 for tool in TOOLS.values())
