"""What the Prefect UI shows of a run: a name that says what it did, progress, counts."""

from __future__ import annotations

from pathlib import PurePath
from uuid import UUID

from prefect import runtime
from prefect.artifacts import create_markdown_artifact, create_progress_artifact, create_table_artifact, update_progress_artifact
from prefect.client.orchestration import get_client

from flows.chunks import Job
from flows.summary import Summary

_progress: dict[str, UUID] = {}


def name_run() -> str:
    """Name of a run that begins: what it reads."""
    sources = runtime.flow_run.parameters.get("sources")
    if runtime.flow_run.parameters.get("redo"):
        return "rebuilding"
    return "reading " + (", ".join(PurePath(s).name for s in sources) if sources else "the watched folders")


def show_progress(job: Job) -> None:
    """Moves the run's progress artifact to the share of the sources that is read."""
    percent = round(100 * job.share_done, 1)
    if job.run.run_id not in _progress:
        _progress[job.run.run_id] = create_progress_artifact(
            progress=percent, key="progress", description="share of the sources that is done"
        )
    else:
        update_progress_artifact(artifact_id=_progress[job.run.run_id], progress=percent)


def show_summary(summary: Summary) -> None:
    """Leaves counts and rejections as artifacts and gives the run its final name."""
    create_table_artifact(
        table=[{"documents": name, "number": n, "note": note} for name, n, note in summary.rows()],
        key="counts",
        description=summary.headline,
    )
    if summary.examples:
        create_table_artifact(
            table=[{"document": r.source_uri, "reason": r.reason, "detail": r.detail} for r in summary.examples],
            key="rejections",
            description=f"Why documents gave no article: the first {len(summary.examples)} of {summary.rejected}; all: `from rejections`",
        )
    tables = "\n".join(f"| {name} | {n:,} |" for name, n in summary.published.items())
    create_markdown_artifact(
        markdown=f"**{summary.headline}**\n\n| table | rows |\n|---|---:|\n{tables}\n\n`onrecord sql --home {summary.home}`",
        key="tables",
        description="What the published tables hold",
    )
    run_id = runtime.flow_run.id
    if run_id:
        with get_client(sync_client=True) as client:
            client.update_flow_run(UUID(run_id), name=summary.headline)
