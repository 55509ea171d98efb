"""Starts the pipeline as a Prefect flow from the command line."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from flows.run.progress import Reporter, reporting
from flows.run.summary import Summary
from flows.settings import Settings

if TYPE_CHECKING:
    from flows.backfill import PartDone


class ServerUnreachable(Exception):
    """PREFECT_API_URL names a server that does not answer."""


def start_run(
    settings: Settings,
    reporter: Reporter,
    sources: list[str],
    *,
    limit: int | None = None,
    redo: bool = False,
    rules: str | None = None,
) -> Summary:
    """Runs the flow `pipeline` in this process with these parameters, and gives back what it did.

    Raises:
        ServerUnreachable: the Prefect server that the environment names does not answer.
        SourceError: a source does not exist.
        OtherRules: the rules version asked for is not the one installed.
        HomeBusy: another run holds the home.
        ChecksFailed: the new tables break a rule; the published ones are as they were.
        ClusterFailed: the Dask cluster does not answer, or was lost.
    """
    check_server()
    from flows.pipeline import pipeline

    with reporting(reporter):
        done = pipeline(
            sources, home=str(settings.home), workers=settings.workers, limit=limit, redo=redo, rules=rules, cluster=settings.cluster
        )
    assert isinstance(done, Summary)  # only a run of a deployment ends in a state of its own
    return done


def start_backfill(settings: Settings, reporter: Reporter, sources: list[str], since: date | None, until: date | None) -> list[PartDone]:
    """Runs a backfill in this process and gives back what it did of each part. Raises as `start_run` does."""
    check_server()
    from flows.backfill import backfill

    with reporting(reporter):
        return backfill(sources, home=str(settings.home), workers=settings.workers, since=since, until=until, cluster=settings.cluster)


def check_server() -> bool:
    """Whether a Prefect server is named, which answers then. Raises `ServerUnreachable` where it does not."""
    import httpx
    from prefect.settings import get_current_settings

    url = get_current_settings().api.url
    if not url:
        return False  # Prefect starts a server of its own for the run
    try:
        httpx.get(f"{url.rstrip('/')}/health", timeout=10).raise_for_status()
    except httpx.HTTPError as e:
        raise ServerUnreachable(f"the Prefect server at {url} (PREFECT_API_URL) does not answer: {e}") from None
    return True
