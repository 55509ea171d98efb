"""Starts the pipeline as a Prefect flow from the command line."""

from __future__ import annotations

from flows.progress import Reporter, reporting
from flows.settings import Settings
from flows.summary import Summary


class ServerUnreachable(Exception):
    """PREFECT_API_URL names a server that does not answer."""


def start_run(settings: Settings, sources: list[str], reporter: Reporter, limit: int | None = None, redo: bool = False) -> Summary:
    """Runs the flow in this process and gives back what it did.

    Raises:
        ServerUnreachable: the Prefect server that the environment names does not answer.
        SourceError: a source does not exist.
        HomeBusy: another run holds the home.
        ChecksFailed: the new tables break a rule; the published ones are as they were.
    """
    check_server()
    from flows.pipeline import pipeline

    with reporting(reporter):
        done = pipeline(sources=sources, home=str(settings.home), workers=settings.workers, limit=limit, redo=redo)
    assert isinstance(done, Summary)  # only a run of a deployment ends in a state of its own
    return done


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
