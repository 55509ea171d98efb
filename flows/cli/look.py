"""What the tables say of one name, and of one statement, told on the terminal."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import IO, TYPE_CHECKING, Any

import duckdb
from rich.console import Console
from rich.text import Text

from flows.cli.output import write_table
from flows.quantities import format_count
from warehouse.sql import ask_rows

if TYPE_CHECKING:
    from transforms.groups.changes import Piece

_STYLES = {"same": "", "added": "green", "dropped": "red strike", "changed": "yellow"}
_UTTERANCES = 20  # more than these are a hint to search for more words
_AROUND = 120  # characters of a sentence around a name
_STEPS = 12  # of a statement's way from outlet to outlet


def write_entity(con: duckdb.DuckDBPyConnection, name: str, to: IO[str]) -> bool:
    """Every entity of that name (any alias, or an id): names with an example each, roles, whom it is quoted with.

    False where there is none.
    """
    console = Console(file=to, highlight=False, soft_wrap=True)
    entities = ask_rows(con, "show_entity", {"name": name})
    for e in entities:
        console.print(
            Text.assemble(
                (e["name"], "bold"),
                f"  {e['type']}",
                (f"  {e['description']}" if e["description"] else "", "cyan"),
                (f"  {e['entity_id']}", "dim"),
            )
        )
        seen = f", {e['first_seen']} to {e['last_seen']}" if e["first_seen"] else ""
        counts = f"{e['mention_count']} mentions and {e['quote_count']} quotes in {e['article_count']} articles"
        console.print(f"{counts} of {e['outlet_count']} outlets{seen}; all one: {e['confidence']:.0%}")
        for title, query in (("called in quotes", "show_roles"), ("quoted beside", "show_companions")):
            if found := ask_rows(con, query, {"entity_id": e["entity_id"]}):
                console.print(Text.assemble((f"{title}: ", "dim"), ", ".join("{} ({})".format(*row.values()) for row in found)))
        aliases = ask_rows(con, "show_aliases", {"entity_id": e["entity_id"]})
        write_table(
            ("called", "times", "articles", "outlet", "for example"),
            [(a["alias"], a["mention_count"], a["article_count"], a["outlet"], _around(a["example"], a["alias"])) for a in aliases],
            to,
        )
    return bool(entities)


def write_doubtful(con: duckdb.DuckDBPyConnection, _: str, to: IO[str]) -> bool:
    """The entities most likely wrong with why, then lines for `corrections.tsv`. False where there is none."""
    rows = ask_rows(con, "show_doubtful", {})
    columns = ("name", "type", "description", "article_count", "confidence", "why")
    write_table(columns, [tuple(row[c] for c in columns) for row in rows], to)
    for row in rows:
        to.write(f"{row['correction']}\n")
    return bool(rows)


def write_wordings(con: duckdb.DuckDBPyConnection, words: str, to: IO[str]) -> bool:
    """Every utterance one of whose wordings has these words, outlet by outlet; what differs from the fullest is marked.
    Below them the way that the statement took from outlet to outlet.

    False where there is none.
    """
    from transforms.groups.changes import compare_wordings  # the other commands need none of it

    console = Console(file=to, highlight=False, soft_wrap=True)
    rows = ask_rows(con, "show_wordings", {"words": words})
    for n, (utterance_id, group) in enumerate(groupby(rows, itemgetter("utterance_id"))):
        if n == _UTTERANCES:
            console.print(f"… and more: these are the first {_UTTERANCES} statements; give more words")
            break
        quotes = list(group)
        console.print(Text.assemble((quotes[0]["speaker"] or "unknown speaker", "bold"), f": {quotes[0]['fullest_text']}"))
        for row, pieces in zip(quotes, compare_wordings([q["text"] for q in quotes], quotes[0]["fullest_text"]), strict=True):
            where = ", ".join(
                str(x) for x in (row["published_on"] or "no date", row["outlet"], row["agency"], "copy" if row["is_in_copy"] else None) if x
            )
            console.print(Text.assemble((f"  {row['kind']:<9}{where}: ", "dim"), *_marked(pieces, console.is_terminal)))
        steps = ask_rows(con, "show_provenance", {"utterance_id": utterance_id})
        for step in steps[:_STEPS]:
            console.print(Text.assemble(("  → " if step["step"] > 1 else "  ", "dim"), (step["outlet"], "cyan"), (_tell_step(step), "dim")))
        if len(steps) > _STEPS:
            ask = f"SELECT * FROM provenance WHERE utterance_id = '{utterance_id}'"
            console.print(Text(f"  → … and {len(steps) - _STEPS} more: {ask}", "dim"))
        console.print()
    return bool(rows)


def _tell_step(step: dict[str, Any]) -> str:
    """When and whence a report has the statement: ", 2 days later, same words as The Meridian Post"."""
    days = step["days_after"]
    if days is None:
        when = "no date"
    elif step["step"] == 1:
        when = str(step["published_on"])
    else:
        when = f"{format_count(days, 'day')} later" if days else "same day"
    source = step["from_outlet"]
    shared = f"{step['shared_words']:.0%}" if step["shared_words"] is not None else ""
    how = {
        "first": f"first{', from ' + step['agency'] if step['agency'] else ''}",
        "undated": "",
        "copy": f"copy of {source}",
        "agency": f"from {step['agency']}" + (f", as {source} before" if source not in (None, step["agency"]) else ""),
        "same words": f"in the words of {source}",
        "part": f"a part of what {source} has",
        "other words": f"in words of its own, nearest to {source} ({shared} of the words shared)",
    }[step["got_by"]]
    return "".join(f", {part}" for part in (when, how) if part)


def _marked(pieces: tuple[Piece, ...], coloured: bool) -> list[tuple[str, str]]:
    """Pieces in colours, or in wdiff's notation where there are none."""
    shown: list[tuple[str, str]] = []
    for p in pieces:
        dropped, own = (p.instead, p.text) if coloured else (f"[-{p.instead}-]", f"{{+{p.text}+}}")
        if shown:
            shown.append((" ", ""))
        if p.mark in ("dropped", "changed"):
            shown.append((dropped, _STYLES["dropped"]))
        if p.mark == "changed" and coloured:
            shown.append((" ", ""))
        if p.mark != "dropped":
            shown.append((p.text if p.mark == "same" else own, _STYLES[p.mark]))
    return shown


def _around(text: str | None, name: str) -> str:
    """The stretch of a sentence that has the name in its middle."""
    text = text or ""
    at = max(text.find(name), 0)
    start = max(0, min(at - (_AROUND - len(name)) // 2, len(text) - _AROUND))
    return ("…" if start else "") + text[start : start + _AROUND] + ("…" if start + _AROUND < len(text) else "")
