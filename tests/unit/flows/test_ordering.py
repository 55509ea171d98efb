"""The first event of a scheduled run waits for nothing; all others keep their order."""

from __future__ import annotations

import asyncio
import importlib
from datetime import UTC, datetime
from uuid import UUID, uuid4

from prefect.server.events.ordering import EventArrivedEarly
from prefect.server.events.schemas.events import ReceivedEvent, Resource

from flows.cli.server import _environment
from flows.service.ordering import CausalOrdering
from flows.settings import Settings


def _event(name: str, follows: UUID | None) -> ReceivedEvent:
    resource = Resource({"prefect.resource.id": "prefect.flow-run.x"})
    return ReceivedEvent(occurred=datetime.now(UTC), event=f"prefect.flow-run.{name}", resource=resource, id=uuid4(), follows=follows)


async def _take(events: list[ReceivedEvent]) -> list[str]:
    taken: list[str] = []
    ordering = CausalOrdering(scope=str(uuid4()))

    async def handle(event: ReceivedEvent, depth: int = 0) -> None:
        try:
            async with ordering.preceding_event_confirmed(handle, event, depth):
                taken.append(event.event.rpartition(".")[2])
        except EventArrivedEarly:
            pass

    for event in events:
        await handle(event)
    return taken


def test_the_end_of_a_run_does_not_wait_for_an_event_of_its_scheduling() -> None:
    pending = _event("Pending", uuid4())  # nobody sends what it follows
    running = _event("Running", pending.id)
    completed = _event("Completed", running.id)
    assert asyncio.run(_take([pending, running, completed])) == ["Pending", "Running", "Completed"]
    assert asyncio.run(_take([completed, running, pending])) == ["Pending", "Running", "Completed"]


def test_the_service_s_server_takes_events_so() -> None:
    module = _environment(Settings())["PREFECT_SERVER_EVENTS_CAUSAL_ORDERING"]
    assert importlib.import_module(module).CausalOrdering is CausalOrdering
