"""The command line: `onrecord`."""

from __future__ import annotations

import json
import os
import sys
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, TypeVar

import typer

from flows.cli.failures import fail, failures, reported
from warehouse.home import DEFAULT_HOME

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    from flows.settings import Settings
    from transforms.records import Document, Rejection

T = TypeVar("T")

app = typer.Typer(
    help="Pages of news into tables that can be asked: who said what, to whom, as which outlet tells it.",
    epilog="Example:  onrecord run pages/ && onrecord sql 'select * from who_said_what limit 10'",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

SourceList = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE...",
        help="Files or folders (.html .htm .txt .md, .jsonl .ndjson, .warc, and their .gz); web addresses of feeds, sitemaps or pages; "
        "a .urls file (addresses, one a line) or a sources.toml (outlets with their feeds)",
    ),
]
HomeFolder = Annotated[Path | None, typer.Option("--home", envvar="ONRECORD_HOME", help="Folder of the tables (default .data)")]
Workers = Annotated[int | None, typer.Option("--workers", min=1, help="Worker processes (default: one a core)")]
ClusterAddress = Annotated[
    str | None, typer.Option("--cluster", envvar="ONRECORD_CLUSTER", help="Dask cluster for the documents: tcp://host:8786, or auto")
]


def _settings(**given: object) -> Settings:
    """The settings, with what the command line gives; imported where they are asked for, because it takes a while."""
    from flows.settings import Settings

    return Settings.given(**given)


def _version(wanted: bool) -> None:
    if wanted:
        import importlib.metadata

        print(f"onrecord {importlib.metadata.version('onrecord')}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[bool, typer.Option("--version", help="Print the version", callback=_version, is_eager=True)] = False,
) -> None:
    """Options of every command."""


@app.command(epilog="Examples:  onrecord run pages/   ·   onrecord run crawl.warc.gz more.jsonl --home /srv/news --workers 4")
def run(
    sources: SourceList,
    home: HomeFolder = None,
    workers: Workers = None,
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="Do at most this many documents that are not done yet")] = None,
    cluster: ClusterAddress = None,
) -> None:
    """Documents into checked, published tables. Safe to repeat: what is done is not done again."""
    _run_pipeline(_settings(home=home, workers=workers, cluster=cluster), sources, limit=limit)


@app.command(epilog="Example:  onrecord rebuild --home /srv/news")
def rebuild(
    home: HomeFolder = None,
    workers: Workers = None,
    rules: Annotated[
        str | None, typer.Option("--rules", help="Only what is not done under this rules version yet; fails where another is installed")
    ] = None,
    cluster: ClusterAddress = None,
) -> None:
    """Everything again from the documents that the home keeps: no source is read."""
    _run_pipeline(_settings(home=home, workers=workers, cluster=cluster), [], redo=True, rules=rules)


@app.command(epilog="Example:  onrecord remove https://www.gazette.example/a --reason 'court order 12/2026' --home /srv/news")
def remove(
    keys: Annotated[list[str], typer.Argument(metavar="KEY...", help="Address, article_id or source_uri of a document")],
    home: HomeFolder = None,
    reason: Annotated[str, typer.Option("--reason", help="Why; shown where the document comes again")] = "",
) -> None:
    """Takes documents out of every table and archive of the home, and keeps them out."""
    from flows.cli.remove import write_removals

    with failures(settings := _settings(home=home)):
        from flows.remove import remove_documents

        write_removals(keys, remove_documents(settings, keys, reason), sys.stdout)


def _run_pipeline(
    settings: Settings, sources: list[str], *, limit: int | None = None, redo: bool = False, rules: str | None = None
) -> None:
    with reported(settings) as (bar, server):  # first, for it starts processes
        from flows.cli.start import start_run

        summary = start_run(settings, bar, server, sources, limit=limit, redo=redo, rules=rules)
    from flows.cli.output import write_summary

    write_summary(summary, sys.stdout)
    for warning in summary.warnings:
        print(f"onrecord: warning: {warning}", file=sys.stderr)


@app.command(
    epilog="Examples:  onrecord backfill crawl/   ·   onrecord backfill cc-news/ --since 2026-01-01 --until 2026-01-31 --home /srv/news"
)
def backfill(
    sources: SourceList,
    since: Annotated[datetime | None, typer.Option("--since", formats=["%Y-%m-%d"], help="First day, as the files' paths name it")] = None,
    until: Annotated[datetime | None, typer.Option("--until", formats=["%Y-%m-%d"], help="Last day, as the files' paths name it")] = None,
    home: HomeFolder = None,
    workers: Workers = None,
    cluster: ClusterAddress = None,
) -> None:
    """A large archive part by part, a day's files or a gigabyte each: published as it goes, and goes on where it stopped."""
    from flows.cli.output import write_table
    from flows.cli.start import start_backfill

    with reported(settings := _settings(home=home, workers=workers, cluster=cluster)) as (bar, server):
        days = (since.date() if since else None, until.date() if until else None)
        parts = start_backfill(settings, bar, server, [str(s) for s in sources], *days)
    if not parts:
        print("onrecord: nothing to do: no file's path names one of these days", file=sys.stderr)
        return
    rows = [
        (p.name, p.files, *((p.summary.stored, p.summary.rejected, p.summary.skipped) if p.summary else ("", "", "done before")))
        for p in parts
    ]
    write_table(("part", "files", "stored", "rejected", "skipped"), rows, sys.stdout)
    sys.stdout.write(f"The tables are in {settings.home}/warehouse.duckdb and {settings.home}/tables.\n")


@app.command(epilog="Example:  onrecord extract page.html | jq -r .title")
def extract(sources: SourceList, workers: Workers = None) -> None:
    """Articles as JSON lines on standard output; nothing is stored."""
    from flows.cli.output import extraction_row
    from flows.run.reader import Reader

    settings = _settings(workers=workers)
    with _results(), closing(_read_documents(sources, settings, Reader(settings.model, settings.languages).extract)) as outcomes:
        for outcome in outcomes:
            _print_json(extraction_row(outcome))


@app.command(epilog="Example:  onrecord explain page.html")
def explain(source: Annotated[str, typer.Argument(metavar="SOURCE", help="A page, or another source whose documents to explain")]) -> None:
    """Why: every paragraph of a document with its role and rule, every quote with its cue, speaker and rule."""
    from flows.cli.explain import write_explanation, write_rejection
    from flows.run.reader import Reader
    from transforms.records import Rejection

    settings = _settings(workers=1)
    with _results(), closing(_read_documents([source], settings, Reader(settings.model, settings.languages).explain)) as outcomes:
        for outcome in outcomes:
            if isinstance(outcome, Rejection):
                write_rejection(outcome, sys.stdout)
            else:
                write_explanation(*outcome, sys.stdout)


def _read_documents(
    sources: list[str], settings: Settings, work: Callable[[Document], T | Rejection]
) -> Generator[T | Rejection, None, None]:
    """What `work` makes of each document of the sources, in their order, or why nothing comes of it; nothing is stored."""
    from corpus.documents import ReadLimits, SourceError, Sources, is_web_source
    from flows.cli.output import write_deferred
    from flows.run.pool import Failure, open_pool
    from transforms.records import Document, Rejection

    web = None
    if any(map(is_web_source, sources)):  # whoever gives files need not wait for what reads the web
        from corpus.web.sources import WebReading
        from flows.run.reading import fetch_limits

        web = WebReading(fetch_limits(settings))
    try:
        documents = Sources(sources, ReadLimits(settings.document_bytes), web)
    except SourceError as e:
        fail(e, 2)
    with open_pool(settings) as pool:
        for source, result in pool.imap(work, ((d, d if isinstance(d, Document) else None) for d in documents)):
            if isinstance(source, Rejection):
                yield source
            elif isinstance(result, Failure):
                yield Rejection(source.source_uri, source.place, None, "extract", result.reason, result.detail)
            elif result is not None:
                yield result
    write_deferred(documents.accounts, sys.stderr)


@app.command(epilog="""Example:  echo '{"doc_id": 1, "text": "“We agreed,” Mara Lindqvist said."}' | onrecord annotate""")
def annotate(
    file: Annotated[Path | None, typer.Argument(metavar="[FILE]", help="JSON lines with doc_id and text (default: standard input)")] = None,
    workers: Workers = None,
) -> None:
    """Mentions and quotes of texts given as JSON lines, in the same order; offsets into each text as given."""
    from flows.cli.output import annotation_row
    from flows.run.pool import Failure, open_pool
    from flows.run.reader import Reader

    try:
        stream = file.open("rb") if file and str(file) != "-" else sys.stdin.buffer
    except OSError as e:
        fail(f"{e.strerror}: {file}", 2)
    settings = _settings(workers=workers)
    with _results(), stream, open_pool(settings) as pool:
        lines = (_read_line(line) for line in stream if line.strip())
        for line, result in pool.imap(Reader(settings.model, settings.languages).annotate_text, ((line, line.text) for line in lines)):
            if result is None:
                _print_json({"doc_id": line.doc_id, "reason": "broken_record", "detail": line.problem})
            elif isinstance(result, Failure):
                _print_json({"doc_id": line.doc_id, "reason": result.reason, "detail": result.detail})
            else:
                _print_json(annotation_row(line.doc_id, result))


class _Line(NamedTuple):
    """A line of `onrecord annotate`: a text, or the reason why there is none."""

    doc_id: object
    text: str | None
    problem: str = ""


def _read_line(line: bytes) -> _Line:
    try:
        row = json.loads(line)
    except ValueError as e:
        return _Line(None, None, f"not JSON: {e}")
    if not isinstance(row, dict):
        return _Line(None, None, "not a JSON object")
    if not isinstance(row.get("text"), str):
        return _Line(row.get("doc_id"), None, "no text in this line")
    return _Line(row.get("doc_id"), row["text"])


@app.command(
    epilog="Examples:  onrecord sql   ·   onrecord sql 'from speakers' --format csv   ·   onrecord sql -f q.sql -o q.csv --format csv"
)
def sql(
    query: Annotated[str | None, typer.Argument(metavar="[QUERY]", help="SQL (default: a prompt)")] = None,
    file: Annotated[Path | None, typer.Option("-f", "--file", help="Read the query from a file")] = None,
    form: Annotated[str, typer.Option("--format", help="table, csv, json, jsonl or parquet")] = "table",
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Write to a file")] = None,
    home: HomeFolder = None,
) -> None:
    """Read-only SQL on the published tables."""
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
    place = Home(home or DEFAULT_HOME)
    try:
        if file:
            query = file.read_text(encoding="utf-8")
        elif query is None and not sys.stdin.isatty():
            query = sys.stdin.read()
        if query is None:
            shell.prompt(place)
            return
        with _results(), connect(place) as con:
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


@app.command(epilog="Examples:  onrecord status --home /srv/news   ·   onrecord status --json | jq .newest_build.age_seconds")
def status(home: HomeFolder = None, as_json: Annotated[bool, typer.Option("--json", help="As one JSON object")] = False) -> None:
    """What the home holds, how old its newest build is, what waits in the inbox, and the size of everything."""
    from flows.cli.status import write_status

    with _results():
        write_status(_settings(home=home), sys.stdout, as_json=as_json)


@app.command(epilog="Example:  onrecord entity 'Youssef Al Harran'")
def entity(name: Annotated[str, typer.Argument(help="Any name attested for it, or its id")], home: HomeFolder = None) -> None:
    """One person, organization, place or group: its names with an example each, its roles, whom it is quoted with."""
    from flows.cli.look import write_entity

    _look(write_entity, name, home, "no entity is called so")


@app.command(epilog="Example:  onrecord doubtful --home ~/news")
def doubtful(home: HomeFolder = None) -> None:
    """The entities most likely wrong, with why, and a line each for `corrections.tsv` to begin from."""
    from flows.cli.look import write_doubtful

    _look(write_doubtful, "", home, "no entity is doubtful")


@app.command(epilog="Example:  onrecord wordings 'a winner and a loser'")
def wordings(text: Annotated[str, typer.Argument(help="Some words of the statement")], home: HomeFolder = None) -> None:
    """One statement as the outlets word it, what each added, dropped or changed marked."""
    from flows.cli.look import write_wordings

    _look(write_wordings, text, home, "no quote has these words")


def _look(write: Callable[..., bool], words: str, home: Path | None, nothing: str) -> None:
    from warehouse.connect import NotPublished, connect
    from warehouse.home import Home

    try:
        with _results(), connect(Home(home or DEFAULT_HOME)) as con:
            if not write(con, words, sys.stdout):
                fail(f"{nothing}: {words}")
    except NotPublished as e:
        fail(e)


@app.command(epilog="Examples:  onrecord browse --home /srv/news, then open http://127.0.0.1:8600   ·   onrecord browse --port 9000")
def browse(
    home: HomeFolder = None,
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="Port to listen on")] = 8600,
    host: Annotated[str, typer.Option("--host", help="Address to listen on; others than this machine can read then")] = "127.0.0.1",
) -> None:
    """Pages to read and search the published tables in, for a web browser on this machine; Ctrl-C ends it."""
    from flows.browse.serve import CannotListen, serve_pages

    try:
        serve_pages(_settings(home=home).home, host, port)
    except CannotListen as e:
        fail(e)


@app.command(
    epilog="Examples:  onrecord report --since 2026-03-01 -o week.html   ·   onrecord report --person 'Mara Lindqvist' -o mara.html"
)
def report(
    output: Annotated[Path, typer.Option("-o", "--output", help="File of HTML to write")],
    since: Annotated[datetime | None, typer.Option("--since", formats=["%Y-%m-%d"], help="First day")] = None,
    until: Annotated[datetime | None, typer.Option("--until", formats=["%Y-%m-%d"], help="Last day")] = None,
    story: Annotated[str | None, typer.Option("--story", help="Only this story, by its id")] = None,
    person: Annotated[str | None, typer.Option("--person", help="Only this person or body, by any name")] = None,
    home: HomeFolder = None,
) -> None:
    """A period, a story or a person as one file of HTML without scripts, to send by mail or to print."""
    from flows.browse.report import NothingToReport, Wanted, write_report
    from warehouse.connect import NotPublished
    from warehouse.home import Home

    if story and person:
        fail("give --story or --person, not both", 2)
    days = (since.date() if since else None, until.date() if until else None)
    try:
        write_report(Home(_settings(home=home).home), Wanted(*days, story, person), output)
    except (NothingToReport, NotPublished) as e:
        fail(e)
    except OSError as e:
        fail(e, 2)


@app.command(epilog="Example:  onrecord export sqlite -o news.sqlite --home /srv/news")
def export(
    form: Annotated[str, typer.Argument(metavar="FORMAT", help="sqlite")],
    output: Annotated[Path, typer.Option("-o", "--output", help="File to write; what stands there is replaced")],
    home: HomeFolder = None,
) -> None:
    """The published tables as one SQLite file, for Datasette and other programs that read no DuckDB."""
    from warehouse.connect import NotPublished, connect
    from warehouse.export import export_sqlite
    from warehouse.home import Home

    if form != "sqlite":
        fail("the format is sqlite; CSV, JSON and Parquet come from `onrecord sql --format`", 2)
    try:
        with connect(Home(_settings(home=home).home)) as con:
            counts = export_sqlite(con, output)
    except NotPublished as e:
        fail(e)
    except OSError as e:
        fail(e, 2)
    print(f"{output}: {', '.join(f'{n:,} {table}' for table, n in counts.items())}", file=sys.stderr)


@app.command(epilog="Example:  ONRECORD_SOURCES=/srv/pages onrecord up --home /srv/news")
def up(home: HomeFolder = None) -> None:
    """A Prefect server on loopback, a worker, and the scheduled runs over ONRECORD_SOURCES; Ctrl-C ends all of it."""
    from flows.cli.server import ServerFailed, serve

    try:
        serve(_settings(home=home))
    except ServerFailed as e:
        fail(e)


@app.command(epilog="Example:  PREFECT_API_URL=http://prefect.example:4200/api onrecord deploy")
def deploy() -> None:
    """Work pool, deployments and automations on the Prefect server that PREFECT_API_URL names. Safe to repeat."""
    from flows.cli.run_server import ServerUnreachable, check_server
    from flows.service import deploy as service

    try:
        if not check_server():
            fail("PREFECT_API_URL names no Prefect server to deploy to", 2)
        service.deploy(_settings())
    except (ServerUnreachable, service.DeployFailed) as e:
        fail(e)
    print(f"deployed; what does the work: prefect worker start --pool {service.WORK_POOL}")


@app.command(epilog="Example:  onrecord ui, then open http://127.0.0.1:4200")
def ui(home: HomeFolder = None) -> None:
    """Only the Prefect server with its UI, on loopback."""
    from flows.cli.server import ServerFailed, serve_ui

    try:
        serve_ui(_settings(home=home))
    except ServerFailed as e:
        fail(e)


def _print_json(row: dict[str, Any]) -> None:
    from flows.cli.output import to_json

    # What a page smuggles in (lone surrogates) must not stop the stream.
    sys.stdout.buffer.write(to_json(row).encode("utf-8", "replace") + b"\n")
    sys.stdout.buffer.flush()


@contextmanager
def _results() -> Iterator[None]:
    """Standard output as a place for results: whoever reads it may stop reading (`| head`), which is no error."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None


def main() -> None:
    """Entry point of the console script."""
    try:
        app()
    except ValueError as e:
        from pydantic import ValidationError  # only then: it takes a while to load

        if not isinstance(e, ValidationError):
            raise
        for error in e.errors():
            name = "_".join(str(part) for part in error["loc"])
            print(f"onrecord: ONRECORD_{name.upper()}: {error['msg'].removeprefix('Value error, ')}", file=sys.stderr)
        sys.exit(2)


if __name__ == "__main__":
    main()
