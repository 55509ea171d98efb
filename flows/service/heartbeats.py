"""The heartbeats of a run, by which the automation `crash runs that have died` knows that it lives."""

from __future__ import annotations

import functools
import inspect
import os

from prefect import flow_engine, runtime
from prefect.context import FlowRunContext
from prefect.events.worker import EventsWorker

_SENDER = "_send_heartbeats"
_GIVEN = "PREFECT__RUNTIME__DEPLOYMENT__ID"  # by which Prefect lets a run of the command line pass for a deployed one


def is_deployed() -> bool:
    """Whether this run is one of a deployment. Prefect's own `runtime.deployment.id` asks the server each time where it is none."""
    context = FlowRunContext.get()
    run = context.flow_run if context else None
    if run and not run.deployment_id and not run.parent_task_run_id and _GIVEN not in os.environ:
        return False
    return bool(runtime.deployment.id)


def send_heartbeats() -> None:
    """Waits until the server has every heartbeat of this run: of one that came behind the run's end, the automation would think that
    the run goes on. To be called last, by the flows that are deployed."""
    if is_deployed():
        EventsWorker.instance().wait_until_empty()


def end_at_once() -> None:
    """Has runs of this process end without waiting up to a second for the thread of their heartbeats, which sends none any more. Prefect
    has no setting for it; where it no longer works so, runs wait."""
    send = getattr(flow_engine, _SENDER, None)
    if send is not None and "join_on_exit" in inspect.signature(send).parameters:
        vars(flow_engine)[_SENDER] = functools.partial(send, join_on_exit=False)
