"""What an assistant may ask of the published tables, by name: each tool only reads, and answers in rows of bounded size.

A tool's description is what an assistant reads to choose it; the words of news articles that it gets back are material, never instructions.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from flows.browse import ask, lists
from flows.browse.kept import Answer
from flows.browse.store import Reading

ROWS = 50  # of an answer; the assistant asks for the next ones
MOST_ROWS = 200  # that may be asked for
LETTERS = 40_000  # of an answer: what an assistant reads at once
TEXT = 20_000  # code points of an article's text in one answer


class BadArguments(ValueError):
    """The arguments of a call are not those of its tool; the message says which."""


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool with its arguments as JSON Schema."""

    name: str
    description: str
    arguments: dict[str, dict[str, Any]]
    required: tuple[str, ...]
    call: Callable[[Reading, Mapping[str, Any]], dict[str, Any]]

    def describe(self) -> dict[str, Any]:
        """As `tools/list` tells it."""
        schema = {"type": "object", "properties": self.arguments, "required": list(self.required), "additionalProperties": False}
        return {"name": self.name, "description": self.description, "inputSchema": schema, "annotations": {"readOnlyHint": True}}


def call_tool(reading: Reading, name: str, arguments: Mapping[str, Any]) -> dict[str, Any]:
    """What a tool answers.

    Raises:
        BadArguments: there is no such tool, or it does not take these arguments.
        BadRequest, BadSearch, Refused: what is asked makes no sense.
    """
    tool = TOOLS.get(name)
    if tool is None:
        raise BadArguments(f"no tool is called {name[:60]!r}; there are {', '.join(TOOLS)}")
    for given, value in arguments.items():
        if given not in tool.arguments:
            raise BadArguments(f"{name} takes no {given[:60]!r}, but {', '.join(tool.arguments)}")
        wanted = tool.arguments[given]["type"]
        fits = isinstance(value, str) if wanted == "string" else isinstance(value, int) and not isinstance(value, bool)
        if not fits or value not in tool.arguments[given].get("enum", [value]):
            raise BadArguments(f"{given} is {tool.arguments[given].get('enum') or f'of type {wanted}'}")
    for missing in tool.required:
        if missing not in arguments:
            raise BadArguments(f"{name} needs {missing}")
    return tool.call(reading, arguments)


def _search(reading: Reading, given: Mapping[str, Any]) -> dict[str, Any]:
    name = f"search_{given.get('in', 'articles')}"
    values = lists.read_values(name, {"q": given["query"], "offset": str(given.get("offset", 0))}, _limit(given))
    return _rows(lists.fill(reading, name, values).answer, given, without=("body",))


def _quotes_by(reading: Reading, given: Mapping[str, Any]) -> dict[str, Any]:
    days = {"since": given.get("since", ""), "until": given.get("until", "")}
    days = {name: lists.read_day(day, name) for name, day in days.items()}
    called = {"speaker": given["speaker"], "speakers": [r["entity_id"] for r in reading.rows("entities_called", called=given["speaker"])]}
    reading.put_aside("search_said", called)
    values = days | {"limit": _limit(given), "offset": max(0, given.get("offset", 0))}
    return _rows(reading.answer("said_quotes", values), given)


def _article(reading: Reading, given: Mapping[str, Any]) -> dict[str, Any]:
    row = reading.row("article", article_id=given["article_id"])
    if row is None:
        raise BadArguments(f"no article has the id {given['article_id'][:60]!r}")
    start = max(0, given.get("from", 0))
    told = {c: row[c] for c in ("title", "url", "published_on", "authors", "agency", "copy_of", "story_id", "standfirst")}
    part = reading.row("article_text", article_id=row["article_id"], first=start + 1, size=TEXT) or {"text": ""}
    end = start + len(part["text"])
    return {
        "outlet": row["outlet_shown"],
        **lists.plain(told),
        "text": part["text"],
        "next_from": end if end < row["body_length"] else None,
    }


def _wordings(reading: Reading, given: Mapping[str, Any]) -> dict[str, Any]:
    values = {"utterance_id": given["utterance_id"], "limit": _limit(given), "offset": max(0, given.get("offset", 0))}
    return _rows(reading.answer("statement_wordings", values), given)


def _sql(reading: Reading, given: Mapping[str, Any]) -> dict[str, Any]:
    offset = max(0, given.get("offset", 0))
    return _rows(ask.ask(reading, given["query"], _limit(given), offset), given)


def _tables(reading: Reading, given: Mapping[str, Any]) -> dict[str, Any]:
    return _rows(reading.answer("columns", {"limit": MOST_ROWS * 2, "offset": max(0, given.get("offset", 0))}), given)


def _limit(given: Mapping[str, Any]) -> int:
    return max(1, min(int(given.get("limit", ROWS)), MOST_ROWS))


def _rows(answer: Answer, given: Mapping[str, Any], without: tuple[str, ...] = ()) -> dict[str, Any]:
    """As many rows as an answer may hold, and the offset of the next one."""
    lines, count = lists.write_json(answer, without, LETTERS)
    left = answer.more or count < len(answer.rows)
    # A row too long for any answer is passed over: the rest must be had.
    return {"rows": [json.loads(line) for line in lines], "next_offset": max(0, given.get("offset", 0)) + max(count, 1) if left else None}


_PAGING = {
    "limit": {"type": "integer", "description": f"Rows wanted, at most {MOST_ROWS}; {ROWS} where it is left out"},
    "offset": {"type": "integer", "description": "The next_offset of the answer before"},
}
_SINCE = {"type": "string", "description": "First day, like 2026-03-01"}
_UNTIL = {"type": "string", "description": "Last day, like 2026-03-31"}
TOOLS = {
    tool.name: tool
    for tool in (
        Tool(
            "search",
            'Searches the articles or the quotes of the news archive, best first. Words, "phrases", -without, speaker:"Name", '
            'person:"Name", outlet:"Name", agency:AP, since:2026-01-31, until:2026-02-28, language:en.',
            {"query": {"type": "string"}, "in": {"type": "string", "enum": ["articles", "quotes"]}, **_PAGING},
            ("query",),
            _search,
        ),
        Tool(
            "quotes_by",
            "What a person or organization said, newest first, under any spelling of the name: text, outlet, day, cue, confidence, ids.",
            {"speaker": {"type": "string"}, "since": _SINCE, "until": _UNTIL, **_PAGING},
            ("speaker",),
            _quotes_by,
        ),
        Tool(
            "wordings",
            "One statement in the words of each outlet that reports it, earliest first; its utterance_id stands with each quote.",
            {"utterance_id": {"type": "string"}, **_PAGING},
            ("utterance_id",),
            _wordings,
        ),
        Tool(
            "article",
            f"One article: outlet, title, day, address and text, {TEXT:,} characters at a time.",
            {"article_id": {"type": "string"}, "from": {"type": "integer", "description": "The next_from of the answer before"}},
            ("article_id",),
            _article,
        ),
        Tool(
            "tables",
            "Tables, views and columns of the archive with what each means, to write SQL by.",
            {"offset": _PAGING["offset"]},
            (),
            _tables,
        ),
        Tool("sql", "One DuckDB query that only reads.", {"query": {"type": "string"}, **_PAGING}, ("query",), _sql),
    )
}
