"""Starts the pipeline as a Prefect flow from the command line."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from flows.cli.run_server import RunServer
from flows.run.progress import Reporter, reporting
from flows.run.summary import Summary
from flows.settings import Settings

if TYPE_CHECKING:
    from flows.backfill import PartDone


def run_pipeline(
    settings: Settings,
    reporter: Reporter,
    server: RunServer,
    sources: list[str],
    *,
    limit: int | None = None,
    redo: bool = False,
    rules: str | None = None,
) -> Summary:
    """Runs the flow `pipeline` in this process with these parameters, and gives back what it did.

    Raises:
        ServerUnreachable: the Prefect server that the environment names does not answer, or the run's own does not start.
        SourceError: a source does not exist.
        OtherRules: the rules version asked for is not the one installed.
        HomeBusy: another run holds the home.
        ChecksFailed: the new tables break a rule; the published ones are as they were.
        ClusterFailed: the Dask cluster does not answer, or was lost.
    """
    import fastapi.encoders  # noqa: F401  # what Prefect loads when it begins a run: here there is time, while the server starts

    from flows.pipeline import pipeline
    from flows.run.rules import document_rules
    from flows.service.heartbeats import end_at_once

    end_at_once()
    document_rules()  # remembered: it takes a while, as the server does
    server.wait()
    with reporting(reporter):
        done = pipeline(
            sources, home=str(settings.home), workers=settings.workers, limit=limit, redo=redo, rules=rules, cluster=settings.cluster
        )
    assert isinstance(done, Summary)  # only a run of a deployment ends in a state of its own
    return done


def run_backfill(
    settings: Settings, reporter: Reporter, server: RunServer, sources: list[str], since: date | None, until: date | None
) -> list[PartDone]:
    """Runs a backfill in this process and gives back what it did of each part. Raises as `run_pipeline` does."""
    from flows.backfill import backfill

    server.wait()
    with reporting(reporter):
        return backfill(sources, home=str(settings.home), workers=settings.workers, since=since, until=until, cluster=settings.cluster)
