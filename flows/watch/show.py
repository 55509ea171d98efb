"""Puts a run into the Prefect UI: its progress, its tables and pictures, its name, its warnings and its end."""

from __future__ import annotations

import shlex
import time
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from prefect import get_run_logger, runtime
from prefect.artifacts import create_markdown_artifact, create_progress_artifact, create_table_artifact, update_progress_artifact
from prefect.client.orchestration import get_client
from prefect.client.schemas.objects import State
from prefect.states import Failed

from corpus.web.records import Account
from flows.quantities import format_count
from flows.run.chunks import Job
from flows.service.heartbeats import is_deployed
from flows.settings import Settings
from flows.watch import tables
from flows.watch.markdown import escape, write_rows
from flows.watch.names import name_finished_run
from flows.watch.report import Report
from flows.watch.told import tell_crossings
from flows.watch.trend import draw_trend, to_address
from warehouse.home import Home
from warehouse.prune import Pruned

ARTIFACTS = {
    "progress": "how far the run is, and with what",
    "trend": "limits crossed; the week as a picture, and the shares of this run beside those of the week's earlier ones",
    "counts": "documents seen, stored, rejected by reason and skipped; web addresses by what became of them",
    "outlets": "the same by outlet, with its quotes, and what lacks a speaker, a title, a day, authors",
    "rejections": "documents that gave no article, some of each reason",
    "slowest-and-largest": "the documents that took most seconds of work, and those of most bytes",
    "web-sources": "what became of the addresses of each feed, sitemap and page that was given",
    "addresses": "the addresses asked one by one, what failed first",
    "stories": "the stories that the run opened or continued, with the query that shows each",
    "tables": "what the published tables hold",
    "report": "where to read the report of the week up to the newest day, and all pages",
    "tidied": "what the nightly cleaning merged and removed",
}
_TOLD_SECONDS = 5.0
_REPORT = timedelta(days=6)  # from the first day of the report that is linked to its last: a week
READ = 90.0  # percent of a run that is done when all documents are; grouping and publishing are the rest


class Progress:
    """The run's progress in the UI. To be used by the flow alone, not by its tasks: it belongs to the flow's run."""

    def __init__(self) -> None:
        self._artifact: UUID | None = None
        self._told = 0.0

    def show(self, job: Job, step: str, percent: float | None = None) -> None:
        """How far the run is: `percent`, or the share of the sources that is done."""
        done = READ * min(job.share_done, 1.0) if percent is None else percent
        self._tell(done, f"{step}: {job.stored:,} stored, {job.rejected:,} rejected, {job.skipped:,} skipped so far")

    def show_collecting(self, share: float, documents: int, rejected: int) -> None:
        """How far the reading of the web is: `share` (0-1) of the pages is asked for. Every few seconds, and at the end, which is 1."""
        if share >= 1 or time.monotonic() - self._told > _TOLD_SECONDS:
            self._tell(100 * share, f"asking: {documents:,} collected, {rejected:,} rejected so far")

    def _tell(self, percent: float, told: str) -> None:
        self._told = time.monotonic()
        if self._artifact is None:
            self._artifact = create_progress_artifact(progress=round(percent, 1), key="progress", description=told)  # type: ignore[assignment]
        else:
            update_progress_artifact(artifact_id=self._artifact, progress=round(percent, 1), description=told)


def show_report(report: Report, browse_port: int) -> None:
    """Leaves tables, picture, queries and the link to the report as artifacts, logs the warnings, and gives the run its final name."""
    summary, history = report.summary, report.history
    for crossing in report.verdict.crossings:
        get_run_logger().warning("%s: %s", crossing.limit, crossing.message)
    _show_markdown("trend", _write_trend(report), summary.headline)
    _show_table("counts", [{"documents": name, "number": n, "note": note} for name, n, note in summary.rows()], summary.headline)
    _show_table("outlets", tables.list_outlets(history))
    every = f"all {summary.rejected:,}: `FROM rejections WHERE run_id = '{summary.run_id}'`"
    _show_table("rejections", tables.list_rejections(history), f"{_describe('rejections')}; {every}")
    _show_table("slowest-and-largest", tables.list_costs(report.slowest, report.largest))
    _show_table("web-sources", tables.list_web_sources(report.accounts))
    _show_table("addresses", tables.list_addresses(report.accounts))
    if history.stories:
        new = sum(story.is_new for story in history.stories)
        stories = tables.write_stories(history.stories, summary.home)
        every = tables.write_all_stories_query(summary.run_id, summary.home)
        _show_markdown("stories", f"All of them:\n\n{every}\n\n{stories}", f"{new:,} opened, {len(history.stories) - new:,} continued")
    _show_markdown("tables", _write_tables(report))
    until = history.newest_day
    since = until - _REPORT if until else None
    days = f" --since {since} --until {until}" if since else ""
    command = f"onrecord report --home {shlex.quote(summary.home)}{days} -o report.html"
    _show_markdown("report", f"{_link_report(since, until, browse_port)}As a file to send:\n\n```sh\n{command}\n```")
    _rename_run(name_finished_run(summary))


def show_collected(documents: int, rejected: int, accounts: Sequence[Account]) -> None:
    """Leaves what became of the addresses asked, names the run by it and says it in the log."""
    _show_table("web-sources", tables.list_web_sources(accounts))
    _show_table("addresses", tables.list_addresses(accounts))
    asked = [account for account in accounts if account.kind != "robots" and account.result != "fresh"]
    did = f"{documents:,} collected, {rejected:,} rejected" if documents + rejected else "nothing new"
    _tell_end(f"{did} · {format_count(len(asked), 'address', 'addresses')} asked" if asked else "no web sources")


def show_written_report(file: Path, since: date, until: date, browse_port: int) -> None:
    """Leaves where the file of a report is, names the run by it and says it in the log."""
    _show_markdown("report", f"{_link_report(since, until, browse_port)}The file:\n\n```text\n{file.resolve()}\n```")
    _tell_end(f"report of {since} to {until}")


def show_tidied(merged: int, pruned: Pruned) -> None:
    """Leaves what was merged and what was removed, names the run by it and says it in the log."""
    rows: list[tables.Row] = [
        {"what": "chunks of the lake merged", "number": merged},
        {"what": "contents that no document has any more, removed", "number": pruned.documents},
        {"what": "snapshots out of service, removed", "number": pruned.snapshots},
        {"what": "old archives of feeds, sitemaps and robots.txt, removed", "number": pruned.listings},
        {"what": "bytes freed by what was removed", "number": pruned.bytes},
    ]
    _show_table("tidied", rows)
    did = f"{format_count(merged, 'chunk')} merged · {format_count(pruned.bytes, 'byte')} freed"
    _tell_end(did if merged or pruned.bytes else "nothing to tidy")


def _tell_end(did: str) -> None:
    """What a run did becomes its name, and the last line of its log."""
    _rename_run(did)
    get_run_logger().info(did)


def _rename_run(name: str) -> None:
    if run_id := runtime.flow_run.id:
        with get_client(sync_client=True) as client:
            client.update_flow_run(UUID(run_id), name=name)


def end_run(report: Report, settings: Settings) -> State[Any] | None:
    """How a scheduled run ends that crosses a limit of ONRECORD_FAILING_LIMITS: as failed, so that whoever watches for failures is
    told, unless a run before it was. None for every other run. The tables are in service either way."""
    if not is_deployed():
        return None
    failing = tell_crossings(Home(settings.home), report.verdict, settings.failing)
    if not failing:
        return None
    more = f" (and {len(failing) - 1} more)" if len(failing) > 1 else ""
    return Failed(message=f"The tables are published, but a limit is crossed: {failing[0].message}{more}")


def _write_trend(report: Report) -> str:
    picture = f"![The week's trend, measure by measure]({to_address(draw_trend(report.history))})"
    warnings = "\n".join(f"- **{c.limit}**: {escape(c.message)}" for c in report.verdict.crossings)
    parts = [picture, tables.write_signals(report.history, report.verdict.crossings)]
    return "\n\n".join([*([f"### Limits crossed\n\n{warnings}"] if warnings else []), *parts])


def _link_report(since: date | None, until: date | None, browse_port: int) -> str:
    """Links to the report, of all days where none are given, and to the front of the pages, where these have a port."""
    if not browse_port:
        return ""
    pages = f"http://127.0.0.1:{browse_port}"
    report = f"[The report of {since} to {until}]({pages}/report?since={since}&until={until})" if since else f"[The report]({pages}/report)"
    return f"{report} · [all pages]({pages}/)\n\nOn this machine, while `onrecord up` or `onrecord browse` runs. "


def _write_tables(report: Report) -> str:
    rows = [(name, f"{n:,}") for name, n in report.summary.published.items()]
    held = write_rows(("table", "rows"), rows, numbers=("rows",))
    return f"{held}\n\n```sh\nonrecord sql --home {shlex.quote(report.summary.home)}\n```"


def _show_table(key: str, rows: list[tables.Row], description: str = "") -> None:
    if rows:
        create_table_artifact(table=rows, key=key, description=description or _describe(key))


def _show_markdown(key: str, text: str, description: str = "") -> None:
    create_markdown_artifact(markdown=text, key=key, description=description or _describe(key))


def _describe(key: str) -> str:
    return ARTIFACTS[key][0].upper() + ARTIFACTS[key][1:]
