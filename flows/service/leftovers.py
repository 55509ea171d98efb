"""Runs whose processes have ended with their worker: marked crashed, so that they hold no slot."""

from __future__ import annotations

from datetime import UTC, datetime

from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.filters import (
    FlowRunFilter,
    FlowRunFilterExpectedStartTime,
    FlowRunFilterState,
    FlowRunFilterStateType,
    WorkPoolFilter,
    WorkPoolFilterName,
)
from prefect.client.schemas.objects import FlowRun, StateType
from prefect.states import Crashed

_AT_WORK = [StateType.PENDING, StateType.RUNNING, StateType.CANCELLING]


def crash_leftovers(work_pool: str) -> int:
    """Marks every run of the pool crashed that says it is at work. Call it when the pool has no worker. Returns how many."""
    with get_client(sync_client=True) as client:
        left = _find_runs(client, work_pool, FlowRunFilterState(type=FlowRunFilterStateType(any_=_AT_WORK)))
        for run in left:
            client.set_flow_run_state(run.id, Crashed(message="The service ended while this run was at work."), force=True)
    return len(left)


def drop_missed(work_pool: str) -> int:
    """Deletes the scheduled runs whose time has passed while nobody worked: the next one does what they would have done."""
    with get_client(sync_client=True) as client:
        scheduled = FlowRunFilterState(type=FlowRunFilterStateType(any_=[StateType.SCHEDULED]))
        due = FlowRunFilterExpectedStartTime.model_validate({"before_": datetime.now(UTC)})
        missed = [run for run in _find_runs(client, work_pool, scheduled, due) if run.auto_scheduled]
        for run in missed:
            client.delete_flow_run(run.id)
    return len(missed)


def _find_runs(
    client: SyncPrefectClient, work_pool: str, state: FlowRunFilterState, due: FlowRunFilterExpectedStartTime | None = None
) -> list[FlowRun]:
    found: list[FlowRun] = []
    while True:
        page = client.read_flow_runs(
            flow_run_filter=FlowRunFilter(state=state, expected_start_time=due),
            work_pool_filter=WorkPoolFilter(name=WorkPoolFilterName(any_=[work_pool])),
            offset=len(found),
        )
        found += page
        if not page:
            return found


if __name__ == "__main__":
    from flows.service.deploy import WORK_POOL

    crash_leftovers(WORK_POOL)
    drop_missed(WORK_POOL)
