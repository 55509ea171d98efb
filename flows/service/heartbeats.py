"""The heartbeats of a run, by which the automation `crash runs that have died` knows that it lives."""

from __future__ import annotations

from prefect import runtime
from prefect.events.worker import EventsWorker


def send_heartbeats() -> None:
    """Waits until the server has every heartbeat of this run: of one that came behind the run's end, the automation would think that
    the run goes on. To be called last, by the flows that are deployed."""
    if runtime.deployment.id:
        EventsWorker.instance().wait_until_empty()
