"""The commands that change a home: run, rebuild, backfill, remove."""

from __future__ import annotations

import sys
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from flows.cli.failures import failures, reported
from flows.cli.options import ClusterAddress, HomeFolder, SourceList, Workers, read_settings

if TYPE_CHECKING:
    from flows.settings import Settings


def run(
    sources: SourceList,
    home: HomeFolder = None,
    workers: Workers = None,
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="Do at most this many documents that are not done yet")] = None,
    cluster: ClusterAddress = None,
) -> None:
    """Read documents into checked, published tables. Safe to repeat: what is done is not done again."""
    _run_and_tell(read_settings(home=home, workers=workers, cluster=cluster), sources, limit=limit)


def rebuild(
    home: HomeFolder = None,
    workers: Workers = None,
    rules: Annotated[
        str | None, typer.Option("--rules", help="Only what is not done under this rules version yet; fails where another is installed")
    ] = None,
    cluster: ClusterAddress = None,
) -> None:
    """Do every document again that the home keeps. No source is read."""
    _run_and_tell(read_settings(home=home, workers=workers, cluster=cluster), [], redo=True, rules=rules)


def remove(
    keys: Annotated[list[str], typer.Argument(metavar="KEY...", help="Address, article_id or source_uri of a document")],
    home: HomeFolder = None,
    reason: Annotated[str, typer.Option("--reason", help="Why; shown where the document comes again")] = "",
) -> None:
    """Take documents out for good. They leave every table and archive of the home, and are kept out."""
    from flows.cli.remove import write_removals

    with failures(settings := read_settings(home=home)):
        from flows.remove import remove_documents

        write_removals(keys, remove_documents(settings, keys, reason), sys.stdout)


def _run_and_tell(
    settings: Settings, sources: list[str], *, limit: int | None = None, redo: bool = False, rules: str | None = None
) -> None:
    with reported(settings) as (bar, server):  # first, for it starts processes
        from flows.cli.start import run_pipeline

        summary = run_pipeline(settings, bar, server, sources, limit=limit, redo=redo, rules=rules)
    from flows.cli.output import write_summary

    write_summary(summary, sys.stdout)
    for warning in summary.warnings:
        print(f"onrecord: warning: {warning}", file=sys.stderr)


def backfill(
    sources: SourceList,
    since: Annotated[datetime | None, typer.Option("--since", formats=["%Y-%m-%d"], help="First day, as the files' paths name it")] = None,
    until: Annotated[datetime | None, typer.Option("--until", formats=["%Y-%m-%d"], help="Last day, as the files' paths name it")] = None,
    home: HomeFolder = None,
    workers: Workers = None,
    cluster: ClusterAddress = None,
) -> None:
    """Read a large archive part by part. A part is a day's files or a gigabyte, published as it goes; it goes on where it stopped."""
    from flows.cli.output import write_table
    from flows.cli.start import run_backfill

    with reported(settings := read_settings(home=home, workers=workers, cluster=cluster)) as (bar, server):
        days = (since.date() if since else None, until.date() if until else None)
        parts = run_backfill(settings, bar, server, [str(s) for s in sources], *days)
    if not parts:
        print("onrecord: nothing to do: no file's path names one of these days", file=sys.stderr)
        return
    rows = [
        (p.name, p.files, *((p.summary.stored, p.summary.rejected, p.summary.skipped) if p.summary else ("", "", "done before")))
        for p in parts
    ]
    write_table(("part", "files", "stored", "rejected", "skipped"), rows, sys.stdout)
    sys.stdout.write(f"The tables are in {settings.home}/warehouse.duckdb and {settings.home}/tables.\n")
