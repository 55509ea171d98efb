"""Rows as people and programs read them: JSON lines, tables on a terminal, CSV."""

from __future__ import annotations

import csv
import dataclasses
import json
import shlex
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import IO, TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from corpus.web.records import Account
    from flows.run.summary import Summary
    from transforms.records import Annotation, Extraction, Mention, Quote, Rejection

_PIPE_WIDTH = 160  # code points of a line of a table that no terminal bounds
_NARROWEST = 11  # code points of a column that can still be read, its border included


def to_json(value: object) -> str:
    """One line of JSON; days and times in ISO 8601."""
    return json.dumps(value, ensure_ascii=False, default=_plain)


def _plain(value: object) -> object:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, set | frozenset | tuple):
        return list(value)
    return str(value)


def extraction_row(outcome: Extraction | Rejection) -> dict[str, Any]:
    """What `onrecord extract` writes for one document: the article with its blocks, or why there is none."""
    from transforms.records import Rejection

    if isinstance(outcome, Rejection):
        return {"source_uri": outcome.source_uri, "reason": outcome.reason, "detail": outcome.detail}
    return dataclasses.asdict(outcome.article) | {"blocks": [dataclasses.asdict(b) for b in outcome.blocks]}


def write_deferred(accounts: Iterable[Account], to: IO[str]) -> None:
    """Says which web addresses were left for later, and why: they give neither an article nor a rejection."""
    deferred = Counter(account.detail for account in accounts if account.result == "deferred")
    for why, count in deferred.most_common():
        to.write(f"onrecord: {count} {'address was' if count == 1 else 'addresses were'} not read: {why}\n")


def annotation_row(doc_id: object, annotation: Annotation) -> dict[str, Any]:
    """What `onrecord annotate` writes for one text: mentions and quotes with offsets into the text as given."""
    return {
        "doc_id": doc_id,
        "mentions": [_columns(m) for m in annotation.mentions],
        "quotes": [_columns(q) for q in annotation.quotes],
    }


def _columns(found: Mention | Quote) -> dict[str, Any]:
    """All that is found but its reasons, which are for `explain`."""
    return {k: v for k, v in dataclasses.asdict(found).items() if k != "reasons"}


def write_summary(summary: Summary, to: IO[str]) -> None:
    """What a run did, as a table, and where to go on."""
    write_table(("documents", "", "what of them"), summary.rows(), to)
    stages = ", ".join(f"{stage} {seconds:.1f}" for stage, seconds in summary.timings.items())
    to.write(f"Seconds by stage (extract and annotate: CPU seconds of all workers): {stages}.\n")
    if summary.published:
        held = ", ".join(f"{n} {name}" for name, n in summary.published.items())
        to.write(f"The tables hold {held}.\n")
    home = summary.home
    to.write(f"They are in {home}/warehouse.duckdb and {home}/tables; ask them with: onrecord sql --home {shlex.quote(str(home))}\n")


def write_table(
    columns: Sequence[str], rows: Iterable[Sequence[object]], to: IO[str], title: str | None = None, width: int | None = None
) -> None:
    """A table for people, cells wrapped to the terminal; on a pipe at most 160 columns wide."""
    console = _console(to, width)
    table = Table(title=title, title_justify="left", title_style="bold", header_style="bold", expand=False)
    for name in columns:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*(Text(_cell(value)) for value in row))  # no markup: a page may hold brackets
    console.print(table, markup=False)


def fits_table(columns: Sequence[str], to: IO[str]) -> bool:
    """Whether a table of these columns can be read on this terminal: each has room for a word."""
    return len(columns) * _NARROWEST <= _console(to).width


def write_records(columns: Sequence[str], rows: Iterable[Sequence[object]], to: IO[str]) -> None:
    """Write rows of many columns below one another, a line a column that holds something."""
    room = max(map(len, columns), default=0)
    for number, row in enumerate(rows, 1):
        to.write(f"-- {number}\n")
        for name, value in zip(columns, row, strict=True):
            if cell := _cell(value):
                to.write(f"{name:>{room}}  {' '.join(cell.split())}\n")


def _console(to: IO[str], width: int | None = None) -> Console:
    return Console(file=to, width=width or (None if to.isatty() else _PIPE_WIDTH), highlight=False)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.3g}"
    if isinstance(value, list | tuple):
        return ", ".join(_cell(v) for v in value)
    # Control characters of a page must not reach the reader's terminal.
    return "".join(c if c == "\n" or c.isprintable() else "\ufffd" for c in str(value))


def write_csv(columns: Sequence[str], rows: Iterable[Sequence[object]], to: IO[str]) -> None:
    """CSV with a header; lists as JSON."""
    writer = csv.writer(to, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([to_json(v) if isinstance(v, list | tuple | dict) else _csv_cell(v) for v in row])


def _csv_cell(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime | date) else value


def write_json(columns: Sequence[str], rows: Iterable[Sequence[object]], to: IO[str], lines: bool) -> None:
    """A JSON array of objects, or one object a line."""
    first = True
    for row in rows:
        if not lines:
            to.write("[\n" if first else ",\n")
        to.write(to_json(dict(zip(columns, row, strict=True))))
        if lines:
            to.write("\n")
        first = False
    if not lines:
        to.write("[]\n" if first else "\n]\n")
