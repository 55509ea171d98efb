"""The commands that ask the published tables: sql, status, entity, doubtful, wordings, browse, mcp, report, export."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows.cli.failures import fail
from flows.cli.options import HomeFolder, read_settings, results
from warehouse.home import DEFAULT_HOME

if TYPE_CHECKING:
    from collections.abc import Callable


def sql(
    query: Annotated[str | None, typer.Argument(metavar="[QUERY]", help="SQL (default: a prompt)")] = None,
    file: Annotated[Path | None, typer.Option("-f", "--file", help="Read the query from a file")] = None,
    form: Annotated[str, typer.Option("--format", help="table, csv, json, jsonl or parquet")] = "table",
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Write to a file")] = None,
    home: HomeFolder = None,
) -> None:
    """Ask the published tables in SQL. They are opened read-only."""
    import duckdb

    from flows.cli import shell
    from warehouse.connect import NotPublished, connect
    from warehouse.home import Home

    if form not in shell.FORMATS:
        fail(f"--format is one of {', '.join(shell.FORMATS)}", 2)
    if form == "parquet" and output is None:
        fail("--format parquet needs -o FILE", 2)
    if file and query:
        fail("give a query or -f FILE, not both", 2)
    opened = Home(home or DEFAULT_HOME)
    try:
        if file:
            query = file.read_text(encoding="utf-8")
        elif query is None and not sys.stdin.isatty():
            query = sys.stdin.read()
        if query is None:
            shell.prompt(opened)
            return
        with results(), connect(opened) as con:
            if form == "parquet" and output:
                shell.write_parquet(con, query, output)
            elif output:
                with output.open("w", encoding="utf-8") as to:
                    shell.write_answer(con, query, form, to)
            else:
                shell.write_answer(con, query, form, sys.stdout)
    except NotPublished as e:
        fail(e)
    except duckdb.Error as e:
        fail(e)
    except (OSError, UnicodeDecodeError) as e:
        fail(e, 2)


def status(home: HomeFolder = None, as_json: Annotated[bool, typer.Option("--json", help="As one JSON object")] = False) -> None:
    """Tell what the home holds. How old its newest build is, what waits in the inbox, and the size of everything."""
    from flows.cli.status import write_status

    with results():
        write_status(read_settings(home=home), sys.stdout, as_json=as_json)


def entity(name: Annotated[str, typer.Argument(help="Any name attested for it, or its id")], home: HomeFolder = None) -> None:
    """Show one person, organization, place or group. Its names with an example each, its roles, whom it is quoted with."""
    from flows.cli.look import write_entity

    _look(write_entity, name, home, "no entity is called so")


def doubtful(home: HomeFolder = None) -> None:
    """List the entities most likely wrong. Each with why, and a line for `corrections.tsv` to begin from."""
    from flows.cli.look import write_doubtful

    _look(write_doubtful, "", home, "no entity is doubtful")


def wordings(text: Annotated[str, typer.Argument(help="Some words of the statement")], home: HomeFolder = None) -> None:
    """Show one statement as the outlets word it. What each added, dropped or changed is marked."""
    from flows.cli.look import write_wordings

    _look(write_wordings, text, home, "no quote has these words")


def _look(write: Callable[..., bool], words: str, home: Path | None, nothing: str) -> None:
    import duckdb

    from warehouse.connect import HOW_TO_UPDATE, OUTDATED, NotPublished, connect
    from warehouse.home import Home

    try:
        with results(), connect(Home(home or DEFAULT_HOME)) as con:
            if not write(con, words, sys.stdout):
                fail(f"{nothing}: {words}")
    except OUTDATED:
        fail(HOW_TO_UPDATE)
    except (NotPublished, duckdb.Error) as e:
        fail(e)


def browse(
    home: HomeFolder = None,
    port: Annotated[
        int, typer.Option("--port", envvar="ONRECORD_BROWSE_PORT", min=0, max=65535, help="Port to listen on; 0 takes a free one")
    ] = 8600,
    host: Annotated[str, typer.Option("--host", help="Address to listen on; others than this machine can read then")] = "127.0.0.1",
) -> None:
    """Serve the published tables as pages to read and search. For a web browser on this machine; Ctrl-C ends it."""
    from flows.browse.serve import CannotListen, serve_pages

    try:
        serve_pages(read_settings(home=home).home, host, port)
    except CannotListen as e:
        fail(e)


def mcp(home: HomeFolder = None) -> None:
    """Answer assistants from the published tables, read-only. The Model Context Protocol over standard input and output."""
    import io
    from contextlib import closing

    from flows.browse.mcp import serve_assistants
    from flows.browse.store import Store
    from warehouse.home import Home

    asked = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="replace")
    with results(), closing(Store(Home(read_settings(home=home).home))) as store:
        serve_assistants(store, asked, sys.stdout)


def report(
    output: Annotated[Path, typer.Option("-o", "--output", help="File of HTML to write")],
    since: Annotated[datetime | None, typer.Option("--since", formats=["%Y-%m-%d"], help="First day")] = None,
    until: Annotated[datetime | None, typer.Option("--until", formats=["%Y-%m-%d"], help="Last day")] = None,
    story: Annotated[str | None, typer.Option("--story", help="Only this story, by its id")] = None,
    person: Annotated[str | None, typer.Option("--person", help="Only this person or organization, by any name")] = None,
    home: HomeFolder = None,
) -> None:
    """Write a period, a story or a person as one page. A file of HTML without scripts, to send by mail or to print."""
    from flows.browse.report import NothingToReport, Wanted, write_report
    from flows.browse.store import Broken, Outdated, TooSlow
    from warehouse.connect import NotPublished
    from warehouse.home import Home

    if story and person:
        fail("give --story or --person, not both", 2)
    days = (since.date() if since else None, until.date() if until else None)
    try:
        write_report(Home(read_settings(home=home).home), Wanted(*days, story, person), output)
    except (NothingToReport, NotPublished, Outdated, TooSlow, Broken) as e:
        fail(e)
    except OSError as e:
        fail(e, 2)


def export(
    form: Annotated[str, typer.Argument(metavar="FORMAT", help="sqlite")],
    output: Annotated[Path, typer.Option("-o", "--output", help="File to write; what stands there is replaced")],
    home: HomeFolder = None,
) -> None:
    """Write the published tables as one SQLite file. For Datasette and other programs that read no DuckDB."""
    from warehouse.connect import HOW_TO_UPDATE, OUTDATED, NotPublished, connect
    from warehouse.export import export_sqlite
    from warehouse.home import Home

    if form != "sqlite":
        fail("the format is sqlite; CSV, JSON and Parquet come from `onrecord sql --format`", 2)
    try:
        with connect(Home(read_settings(home=home).home)) as con:
            counts = export_sqlite(con, output)
    except OUTDATED:
        fail(HOW_TO_UPDATE)
    except NotPublished as e:
        fail(e)
    except OSError as e:
        fail(e, 2)
    print(f"{output}: {', '.join(f'{n:,} {table}' for table, n in counts.items())}", file=sys.stderr)
