"""The lists that pages are made of: each has a name, an address that lasts, and the same rows as CSV, JSON and JSON lines."""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from flows.browse.kept import Answer
from flows.browse.search import put_found_aside
from flows.browse.store import FOLDER, Reading, parameters_of
from warehouse.sql import read_query

SHOWN = 25  # rows of a list within a page
FOUND = 10  # articles or quotes on a page of a search: the text of each is read for its snippet
PAGE = 100  # rows of a list on a page of its own
FILE_ROWS = 20_000  # rows of a list as a file; more are had from the next address
FILE_BYTES = 1_900_000  # of a file; nothing that is sent is larger than two megabytes
CELL = 20_000  # code points of a value in a file

TITLES = {
    "stories": "Stories",
    "speakers": "Who spoke most",
    "statements": "Statements most repeated",
    "days": "Articles by day",
    "story_reports": "Reports",
    "story_speakers": "Who is quoted, and by whom",
    "story_statements": "Statements, and who leaves them out",
    "article_blocks": "Paragraphs",
    "article_mentions": "Names",
    "article_quotes": "Quotes",
    "article_neighbours": "Copies and other reports of the story",
    "entities": "Names",
    "entity_names": "Spellings",
    "entity_roles": "Called in quotes",
    "entity_quotes": "Quotes",
    "entity_weeks": "By week",
    "entity_company": "Named together with",
    "entity_outlets": "Quoted by",
    "entity_lookalikes": "Perhaps the same",
    "statement_wordings": "Wordings",
    "statement_travel": "How it travelled",
    "outlets": "Outlets",
    "outlet_days": "Articles by day",
    "outlet_speakers": "Whom it quotes",
    "outlet_articles": "Articles",
    "outlet_faults": "What fails",
    "rejections": "Documents that gave no article",
    "search_articles": "Articles found",
    "search_quotes": "Quotes found",
    "search_facets": "What is found, by kind",
    "new_names": "Named for the first time",
    "left_out": "What was left out",
}  # fmt: skip
SEARCHES = {"search_articles", "search_quotes", "search_facets"}
_DAYS = {"since", "until"}


class BadRequest(ValueError):
    """The address asks for something that makes no sense; the message says what."""


@dataclass(slots=True)
class Listing:
    """One list as a page shows it: its rows, and where they are as files."""

    name: str
    title: str
    values: dict[str, Any]
    answer: Answer
    note: str = ""
    hidden: tuple[str, ...] = field(default=())

    @property
    def rows(self) -> list[dict[str, Any]]:
        return [dict(zip(self.answer.columns, row, strict=True)) for row in self.answer.rows]

    @property
    def address(self) -> str:
        return address(self.name, self.values)

    def file(self, form: str) -> str:
        return address(f"{self.name}.{form}", {k: v for k, v in self.values.items() if k not in ("limit", "offset")})

    @property
    def next(self) -> str | None:
        if not self.answer.more:
            return None
        return address(self.name, self.values | {"offset": self.values["offset"] + self.values["limit"]})

    @property
    def previous(self) -> str | None:
        if not self.values.get("offset"):
            return None
        return address(self.name, self.values | {"offset": max(0, self.values["offset"] - self.values["limit"])})


def address(name: str, values: Mapping[str, Any]) -> str:
    """Where a list is, with what it is of."""
    given = {k: _spell(v) for k, v in values.items() if v not in (None, "", True) and not (k == "offset" and not v)}
    given.pop("limit", None)
    return f"/lists/{name}" + (f"?{urlencode(given)}" if given else "")


def parameters(name: str) -> list[str]:
    """The parameters of a list's query; a search takes `q` and `copies`."""
    if name in SEARCHES:
        return ["q", "copies", "limit", "offset"]
    return parameters_of(read_query(FOLDER, name))


def read_values(name: str, given: Mapping[str, str], limit: int) -> dict[str, Any]:
    """The values of a list's parameters as an address gives them. Raises `BadRequest`."""
    values: dict[str, Any] = {}
    for parameter in parameters(name):
        text = given.get(parameter, "").strip()
        if parameter == "limit":
            values["limit"] = limit
        elif parameter == "offset":
            values["offset"] = _whole_number(text, parameter)
        elif parameter == "copies":
            values["copies"] = text.lower() not in ("0", "no", "false", "without")
        elif parameter in _DAYS:
            values[parameter] = read_day(text, parameter)
        elif parameter == "confidence":
            values[parameter] = _share(text)
        else:
            values[parameter] = text or None
    return values


def fill(reading: Reading, name: str, values: Mapping[str, Any], note: str = "", hidden: tuple[str, ...] = ()) -> Listing:
    """The list with its rows."""
    asked = dict(values)
    if name in SEARCHES:
        put_found_aside(reading, asked["q"] or "", "quotes" if name == "search_quotes" else "articles", asked["copies"])
        asked = {p: asked[p] for p in parameters_of(read_query(FOLDER, name))}
    if name == "entity_lookalikes":
        reading.put_aside("entity_folded", asked)
    answer = reading.answer(name, asked)
    return Listing(name, TITLES[name], dict(values), answer, note, hidden)


def show(reading: Reading, name: str, shown: int = SHOWN, **values: object) -> Listing:
    """The head of a list, for a page."""
    wanted = parameters(name)
    values = {p: values.get(p) for p in wanted if p not in ("limit", "offset")} | {"limit": shown, "offset": 0}
    if "copies" in wanted and values.get("copies") is None:
        values["copies"] = True
    return fill(reading, name, {k: v for k, v in values.items() if k in wanted})


def write_csv(answer: Answer, without: Iterable[str] = ()) -> tuple[str, int]:
    """As much of the rows as a file may hold, as CSV with a header, and how many rows that is."""
    kept = _kept(answer, without)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([answer.columns[i] for i in kept])
    size = 0
    for count, row in enumerate(answer.rows):
        before = text.tell()
        writer.writerow([_cell(row[i]) for i in kept])
        text.seek(before)
        size += len(text.read().encode("utf-8", "replace"))
        if size > FILE_BYTES:
            text.seek(before)
            text.truncate()
            return text.getvalue(), count
    return text.getvalue(), len(answer.rows)


def write_json(answer: Answer, without: Iterable[str] = (), most: int = FILE_BYTES) -> tuple[list[str], int]:
    """As much of the rows as `most` bytes hold, a JSON object each, and how many that is."""
    kept = _kept(answer, without)
    lines: list[str] = []
    size = 0
    for row in answer.rows:
        line = json.dumps({answer.columns[i]: plain(row[i]) for i in kept}, ensure_ascii=False)
        size += len(line.encode("utf-8", "replace")) + 2
        if size > most:
            break
        lines.append(line)
    return lines, len(lines)


def read_day(text: str, name: str) -> date | None:
    """A day like 2026-03-01. Raises `BadRequest`."""
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadRequest(f"{name} is a day like 2026-03-01, not {text[:40]!r}") from None


def _kept(answer: Answer, without: Iterable[str]) -> list[int]:
    left_out = set(without)
    return [i for i, c in enumerate(answer.columns) if c not in left_out]


def _whole_number(text: str, name: str) -> int:
    if not text:
        return 0
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        raise BadRequest(f"{name} is a whole number, not {text[:40]!r}")
    return int(text)


def _share(text: str) -> float | None:
    if not text:
        return None
    try:
        share = float(text)
    except ValueError:
        raise BadRequest(f"confidence is a number from 0 to 1, not {text[:40]!r}") from None
    if not 0 <= share <= 1:
        raise BadRequest(f"confidence is a number from 0 to 1, not {text[:40]!r}")
    return share


def _spell(value: Any) -> str:
    return "no" if value is False else str(value)


def _cell(value: Any) -> Any:
    """A value as spreadsheets take it; what they would run as a formula gets an apostrophe in front."""
    if isinstance(value, list):
        value = "; ".join(str(plain(v)) for v in value)
    elif isinstance(value, dict):
        value = json.dumps(plain(value), ensure_ascii=False)
    if isinstance(value, str):
        text = value[:CELL].replace("\x00", "�")
        return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
    return value.isoformat() if isinstance(value, (date, datetime)) else value


def plain(value: Any) -> Any:
    """A value as JSON takes it."""
    if isinstance(value, dict):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(v) for v in value]
    if isinstance(value, str):
        return value[:CELL]
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value if value is None or isinstance(value, (bool, int, float)) else str(value)
